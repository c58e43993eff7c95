import {
  check,
  custom,
  exactOptional,
  is,
  never,
  picklist,
  pipe,
  transform,
  type GenericSchema,
  strictObject,
} from 'valibot';
import { parseDecimal } from '../../../domain/money';
import { ROLES, type Role } from '../../../domain/roles';
import type { Treatment, Treatments } from '../../../domain/treatment';
import { dictionary, openObject, plainObject } from '../../../schema/objects';
import { cannotBe } from './parse-part';

/** Keys of a role in a mapping file that name no field. */
export const TREATMENT_KEYS: ReadonlySet<string> = new Set(['duplicates', 'rates', 'keys']);

const rate = custom<string | number>(
  (written) => (typeof written === 'string' || typeof written === 'number') && isRate(String(written)),
  cannotBe('a number above 0 such as "1.09"'),
);
const rates = pipe(
  dictionary(rate, 'not an object of currencies and their rates'),
  transform((found) =>
    Object.fromEntries(Object.entries(found).map(([currency, one]) => [currency.toUpperCase(), String(one)])),
  ),
  check((found) => baseOf(found) !== null, 'no currency has the rate 1, so there is none to count in'),
);

/** `duplicates`, `keys` and `rates` beside the fields of a role; what only states the default is left out. */
function treatment(role: Role): GenericSchema<unknown, Treatment> {
  return pipe(
    openObject({
      duplicates: exactOptional(picklist(['merge', 'keep'], cannotBe('either "keep" or "merge"'))),
      keys: exactOptional(
        picklist(
          ['as_written', 'spellings_apart', 'matched'],
          cannotBe('one of "matched", "spellings_apart" and "as_written"'),
        ),
      ),
      rates: exactOptional(role === 'transactions' ? rates : never('only transactions have rates')),
    }),
    transform(({ duplicates, keys, rates: told }): Treatment => ({
      ...(duplicates === 'merge' ? { duplicates } : {}),
      ...(keys === 'as_written' || keys === 'spellings_apart' ? { keys } : {}),
      ...(told === undefined ? {} : { rates: told }),
    })),
  );
}

const isObject = (value: unknown): boolean => is(plainObject(), value);

/** How the rows of each role are treated, where a mapping file says something of it. What is no role is not looked at. */
export const treatmentsFile: GenericSchema<unknown, Treatments> = pipe(
  plainObject('not an object'),
  transform((file) =>
    Object.fromEntries(ROLES.map((role) => [role, file[role]] as const).filter(([, of]) => isObject(of))),
  ),
  strictObject(Object.fromEntries(ROLES.map((role) => [role, exactOptional(treatment(role))]))),
  transform((told) => Object.fromEntries(Object.entries(told).filter(([, one]) => Object.keys(one ?? {}).length > 0))),
);

/** A plain decimal above 0 with up to 30 digits. */
export function isRate(text: string): boolean {
  if (text.length > 32 || /e/i.test(text)) return false;
  const rate = parseDecimal(text);
  return rate !== null && rate.coefficient > 0n;
}

/** The currency in which all is counted: the first whose rate is 1. */
export function baseOf(rates: Readonly<Record<string, string>>): string | null {
  const isOne = (text: string) => {
    const rate = parseDecimal(text);
    return rate !== null && rate.coefficient === 10n ** BigInt(rate.scale);
  };
  return Object.keys(rates).find((currency) => isOne(rates[currency])) ?? null;
}
