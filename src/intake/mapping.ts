import { scaleEnds } from '../domain/answer-bands';
import { AppError } from '../domain/errors';
import { FIELDS, ROLES, type FieldMapping, type Mapping, type Role, type RoleMapping } from '../domain/roles';
import { STATUS_MEANINGS } from '../domain/statuses';
import type { Understanding } from './guess-mapping';
import { AS_WRITTEN, isTimeZone, TIME_ZONE_KEY, type TimeZone } from '../domain/time-zone';
import type { Treatments } from '../domain/treatment';
import { dayReader } from './readers/day';
import { FORMS_KEY } from './parse-forms';
import { parseTreatment, TREATMENT_KEYS } from './parse-treatment';

/**
 * What was understood, as a mapping file holds it (METRICS.md section 3). A mapping has one entry for each role: where two
 * files play the same role under different headers, the first file's stands.
 */
export function mappingOf(understandings: readonly Understanding[]): Mapping {
  const found = new Map<Role, RoleMapping>();
  for (const { roles } of understandings)
    for (const { role, mapping } of roles) if (!found.has(role)) found.set(role, mapping);
  return Object.fromEntries(ROLES.flatMap((role) => (found.has(role) ? [[role, found.get(role)!]] : [])));
}

const invalid = (where: string, problem: string): AppError => new AppError('mapping-invalid', { where, problem });
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

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

/** Checks a mapping file. Throws `mapping-invalid` with the place (`transactions.date.format`) and what is wrong there. */
export function parseMapping(json: unknown): Mapping {
  if (!isObject(json)) throw invalid('', 'not an object');
  const mapping: { -readonly [R in Role]?: RoleMapping } = {};
  for (const [name, fields] of Object.entries(json)) {
    if (name === FORMS_KEY || name === TIME_ZONE_KEY) continue;
    const role = ROLES.find((known) => known === name);
    if (!role) throw invalid(name, 'unknown role');
    if (!isObject(fields)) throw invalid(name, 'not an object');
    const ofFields = Object.entries(fields).filter(([written]) => !TREATMENT_KEYS.has(written));
    // What is said of the rows alone leaves the columns to be guessed.
    if (ofFields.length === 0 && Object.keys(fields).length > 0) continue;
    mapping[role] = Object.fromEntries(
      ofFields.map(([written, entry]) => {
        const aliases = ALIASES[role] ?? {};
        const field = Object.hasOwn(aliases, written) ? aliases[written] : written;
        return [field, parseField(role, field, entry)];
      }),
    );
  }
  return mapping;
}

export const saysTimeZone = (json: unknown): boolean => isObject(json) && json[TIME_ZONE_KEY] !== undefined;

/** `as_written` where the mapping file says nothing. Throws as `parseMapping` does. */
export function parseTimeZone(json: unknown): TimeZone {
  const zone = isObject(json) ? (json[TIME_ZONE_KEY] ?? AS_WRITTEN) : AS_WRITTEN;
  if (typeof zone === 'string' && isTimeZone(zone)) return zone;
  throw invalid(TIME_ZONE_KEY, `cannot be ${JSON.stringify(zone)}: as_written or a zone such as "Europe/Berlin"`);
}

/** How the rows of each role are to be treated, from the same mapping file. Throws as `parseMapping` does. */
export function parseTreatments(json: unknown): Treatments {
  if (!isObject(json)) throw invalid('', 'not an object');
  return Object.fromEntries(
    ROLES.flatMap((role) => {
      const treatment = isObject(json[role]) ? parseTreatment(role, json[role]) : {};
      return Object.keys(treatment).length > 0 ? [[role, treatment]] : [];
    }),
  );
}

const CHECKS: Readonly<Record<string, (value: unknown) => boolean>> = {
  column: (value) => typeof value === 'string' && value !== '',
  format: (value) => typeof value === 'string' && dayReader(value) !== null,
  decimal: (value) => value === '.' || value === ',',
  unit: (value) => ['days', 'weeks', 'months', 'years'].includes(value as string),
  yes: (value) => typeof value === 'string',
  words: (value) =>
    isObject(value) && Object.values(value).every((word) => STATUS_MEANINGS.some((meaning) => meaning === word)),
  as: (value) => value === 'share' || value === 'money',
  per: (value) => value === 1 || value === 10 || value === 100 || value === 1000,
  blank: (value) => value === 'zero',
  times: (value) => value === 'quantity',
  scale: (value) => typeof value === 'string' && scaleEnds(value) !== null,
  and: (value) => typeof value === 'string' && value !== '',
  else: (value) => typeof value === 'string' && value !== '',
  beside: (value) => typeof value === 'string' && value !== '',
  back: (value) => typeof value === 'string' && value !== '',
  first: (value) => typeof value === 'string' && value !== '',
  // The words of a file for each retention strategy.
  reward: (value) => typeof value === 'string',
  penalty: (value) => typeof value === 'string',
  none: (value) => typeof value === 'string',
};

function parseField(role: Role, field: string, entry: unknown): FieldMapping {
  const where = `${role}.${field}`;
  if (!Object.hasOwn(FIELDS[role], field)) throw invalid(where, 'unknown field');
  if (typeof entry === 'string' && entry !== '') return entry;
  if (!isObject(entry)) throw invalid(where, 'neither a column nor an object');
  if ('each' in entry) {
    if (where !== 'transactions.order' || entry['each'] !== 'row' || Object.keys(entry).length > 1)
      throw invalid(`${where}.each`, 'only {"each": "row"} of order');
    return { each: 'row' };
  }
  if (!('column' in entry)) throw invalid(`${where}.column`, 'missing');
  for (const [key, value] of Object.entries(entry)) {
    if (!Object.hasOwn(CHECKS, key)) throw invalid(`${where}.${key}`, 'unknown');
    if (!CHECKS[key](value)) throw invalid(`${where}.${key}`, `cannot be ${JSON.stringify(value)}`);
  }
  return entry as unknown as FieldMapping;
}
