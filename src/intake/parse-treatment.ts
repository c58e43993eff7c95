import { AppError } from '../domain/errors';
import { parseDecimal } from '../domain/money';
import type { Role } from '../domain/roles';
import type { Treatment } from '../domain/treatment';

/** Keys of a role in a mapping file that name no field. */
export const TREATMENT_KEYS: ReadonlySet<string> = new Set(['duplicates', 'rates', 'keys']);

const invalid = (where: string, problem: string): AppError => new AppError('mapping-invalid', { where, problem });

/** Reads `duplicates`, `keys` and `rates` of one role; throws `mapping-invalid` with the place and what is wrong there. */
export function parseTreatment(role: Role, fields: Readonly<Record<string, unknown>>): Treatment {
  const { duplicates, rates, keys } = fields;
  if (duplicates !== undefined && duplicates !== 'merge' && duplicates !== 'keep')
    throw invalid(`${role}.duplicates`, `cannot be ${JSON.stringify(duplicates)}: either "keep" or "merge"`);
  if (keys !== undefined && keys !== 'as_written' && keys !== 'spellings_apart' && keys !== 'matched')
    throw invalid(
      `${role}.keys`,
      `cannot be ${JSON.stringify(keys)}: one of "matched", "spellings_apart" and "as_written"`,
    );
  if (rates !== undefined && role !== 'transactions') throw invalid(`${role}.rates`, 'only transactions have rates');
  return {
    ...(duplicates === 'merge' ? { duplicates } : {}),
    ...(keys === 'as_written' || keys === 'spellings_apart' ? { keys } : {}),
    ...(rates === undefined ? {} : { rates: parseRates(`${role}.rates`, rates) }),
  };
}

function parseRates(where: string, rates: unknown): Readonly<Record<string, string>> {
  if (typeof rates !== 'object' || rates === null || Array.isArray(rates))
    throw invalid(where, 'not an object of currencies and their rates');
  const found = Object.entries(rates as Record<string, unknown>).map(([currency, rate]): [string, string] => {
    const text = typeof rate === 'number' ? String(rate) : rate;
    if (typeof text !== 'string' || !isRate(text))
      throw invalid(`${where}.${currency}`, `cannot be ${JSON.stringify(rate)}: a number above 0 such as "1.09"`);
    return [currency.toUpperCase(), text];
  });
  if (baseOf(Object.fromEntries(found)) === null)
    throw invalid(where, 'no currency has the rate 1, so there is none to count in');
  return Object.fromEntries(found);
}

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
