import {
  check,
  exactOptional,
  forward,
  is,
  lazy,
  literal,
  looseObject,
  never,
  nonEmpty,
  picklist,
  pipe,
  string,
  transform,
  type GenericSchema,
} from 'valibot';
import { scaleEnds } from '../../../domain/answer-bands';
import {
  FIELDS,
  ROLES,
  type ColumnMapping,
  type EachRow,
  type FieldMapping,
  type Mapping,
  type Role,
  type RoleMapping,
} from '../../../domain/roles';
import { STATUS_MEANINGS } from '../../../domain/statuses';
import { TIME_ZONE_KEY } from '../../../domain/time-zone';
import { closedObject, dictionary, plainObject, type EntriesOf } from '../../../schema/objects';
import { FORMS_KEY } from './parse-forms';
import { cannotBe } from './parse-part';
import { TREATMENT_KEYS } from './parse-treatment';
import { dayReader } from '../../values/day';

/** Names that METRICS.md section 2 uses for fields which go by a shorter name here. */
const ALIASES: { readonly [R in Role]?: Readonly<Record<string, string>> } = {
  transactions: { order_id: 'order', price: 'unit_price' },
  customers: {
    key: 'customer',
    country: 'region',
    life_cycle_stage: 'stage',
    aware: 'aware_on',
    understands: 'understands_on',
    considers: 'considers_on',
    pre_sale: 'pre_sale_on',
    evaluates: 'evaluates_on',
  },
  contracts: { retention_strategy: 'strategy' },
  interactions: { prospect: 'customer', type: 'stage' },
  spend: { month: 'date' },
  wallet: { wallet: 'stated' },
  deals: { deal_id: 'deal', contact: 'customer', opened_on: 'opened', closed_on: 'closed', reason_lost: 'reason' },
};

const name = pipe(string(), nonEmpty(cannotBe()));
const columnMapping = closedObject({
  column: name,
  format: exactOptional(
    pipe(
      string(),
      check((format) => dayReader(format) !== null, cannotBe()),
    ),
  ),
  decimal: exactOptional(picklist(['.', ','])),
  unit: exactOptional(picklist(['days', 'weeks', 'months', 'years'])),
  yes: exactOptional(string()),
  words: exactOptional(dictionary(picklist(STATUS_MEANINGS))),
  as: exactOptional(picklist(['share', 'money'])),
  per: exactOptional(picklist([1, 10, 100, 1000])),
  blank: exactOptional(literal('zero')),
  times: exactOptional(literal('quantity')),
  scale: exactOptional(
    pipe(
      string(),
      check((scale) => scaleEnds(scale) !== null, cannotBe()),
    ),
  ),
  and: exactOptional(name),
  else: exactOptional(name),
  back: exactOptional(name),
  beside: exactOptional(name),
  first: exactOptional(name),
  // The words of a file for each retention strategy.
  reward: exactOptional(string()),
  penalty: exactOptional(string()),
  none: exactOptional(string()),
} satisfies EntriesOf<ColumnMapping> & Record<'reward' | 'penalty' | 'none', GenericSchema>);

const ONLY_ORDER = 'only {"each": "row"} of order';
const eachRow = pipe(
  looseObject({ each: literal('row', ONLY_ORDER) }),
  forward(
    check((entry) => Object.keys(entry).length === 1, ONLY_ORDER),
    ['each'],
  ),
  transform((): EachRow => ({ each: 'row' })),
);
const noEachRow = looseObject({ each: never(ONLY_ORDER) });

const NEITHER = 'neither a column nor an object';
const columnName = pipe(string(), nonEmpty(NEITHER));
const noField = never(NEITHER);

/** Chosen by what stands there, so that what is said is about the one thing that was meant. */
const fieldMapping = (mayBeEachRow: boolean): GenericSchema<unknown, FieldMapping> =>
  lazy((entry): GenericSchema<unknown, FieldMapping> => {
    if (typeof entry === 'string') return columnName;
    if (!is(plainObject(), entry)) return noField;
    if ('each' in entry) return mayBeEachRow ? eachRow : noEachRow;
    return columnMapping;
  });

/** The fields of a role, by the names that they have here. */
function roleMapping(role: Role): GenericSchema<unknown, RoleMapping> {
  const aliases = ALIASES[role] ?? {};
  const named = (written: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(written)
        .filter(([key]) => !TREATMENT_KEYS.has(key))
        .map(([key, entry]) => [Object.hasOwn(aliases, key) ? aliases[key] : key, entry]),
    );
  const fieldOf = (field: string): GenericSchema<unknown, FieldMapping> => {
    if (!Object.hasOwn(FIELDS[role], field)) return unknownField;
    return fieldMapping(role === 'transactions' && field === 'order');
  };
  return pipe(plainObject('not an object'), transform(named), dictionary(fieldOf));
}
const unknownField = never('unknown field');
const unknownRole = never('unknown role');

const isRole = (key: string): key is Role => (ROLES as readonly string[]).includes(key);
const roleMappings = Object.fromEntries(ROLES.map((role) => [role, roleMapping(role)]));
/** What is said of the rows alone leaves the columns to be guessed. */
const isOfRowsAlone = (written: unknown): boolean => {
  const keys = is(plainObject(), written) ? Object.keys(written) : [];
  return keys.length > 0 && keys.every((key) => TREATMENT_KEYS.has(key));
};
/** What stands beside the roles is read by schemas of its own. */
const rolesWithFields = (file: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(file).filter(
      ([key, written]) => key !== FORMS_KEY && key !== TIME_ZONE_KEY && !(isRole(key) && isOfRowsAlone(written)),
    ),
  );

/** The roles of a mapping file and how their fields are filled. */
export const mappingFile: GenericSchema<unknown, Mapping> = pipe(
  plainObject('not an object'),
  transform(rolesWithFields),
  dictionary((key): GenericSchema<unknown, RoleMapping> => (isRole(key) ? roleMappings[key] : unknownRole)),
);
