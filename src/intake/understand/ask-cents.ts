import type { ColumnMapping } from '../../domain/roles';
import { tableId, type RoleReading } from '../../domain/import';
import type { TableQuestion } from '../../domain/questions';
import type { Assignment, Candidate, FieldGuess } from './guess-fields';
import type { RoleGuess } from './guess-roles';
import type { RawTable } from '../read/raw-table';
import { countsOf } from '../values/read-columns';
import { isPayments } from './refine-sales';

/** Money that a line or an order comes to, the likeliest first. */
const PAID = ['amount', 'unit_price', 'order_total'] as const;
const MONEY = [...PAID, 'cost', 'margin', 'order_discount', 'order_refund'] as const;

/** Currencies without a smaller unit that anybody writes. */
const NO_CENTS = /^(?:JPY|KRW|VND|CLP|ISK|UGX|RWF|XAF|XOF|XPF|PYG|GNF|KMF|DJF|BIF|VUV|¥|₩|₫)$/i;

const FEWEST_ROWS = 10;
const FEWEST_VALUES = 4;
/** So much of the money must be three digits or more. */
const MOST = 0.9;
/** Prices such as 19.99, 24.95 or 7.49 in cents. */
const PRICE_ENDING = /\d(?:99|95|49)$/;
const USUAL = 0.5;

/**
 * Asks whether money is written in cents: where it is whole numbers that end as prices do, or as a payment system writes them,
 * and no header says so; and where a header says cents, but the numbers have decimals.
 */
export function askCents(
  table: RawTable,
  candidates: readonly Candidate[],
  guesses: readonly RoleGuess[],
  isKnownSystem: boolean,
  rolesWith: (change: (guess: RoleGuess) => RoleGuess) => RoleReading[],
): TableQuestion[] {
  const sales = guesses.find(({ role }) => role === 'transactions');
  const main = PAID.map((field) => sales?.fields[field]).find((guess) => guess !== undefined);
  if (!sales || !main || isKnownSystem || guesses.some(({ role }) => role === 'deals')) return [];
  const told = main.details?.per === 100;
  if (told ? !hasDecimals(candidates[main.index]) : !couldBeCents(sales.fields, main, candidates)) return [];
  const { name, first } = candidates[main.index].profile;
  const reading = (isCents: boolean) => ({
    answer: isCents ? 'cents' : 'whole',
    label: isCents ? 'In cents' : 'Not in cents',
    roles: rolesWith((guess) => (guess === sales ? withCents(guess, isCents) : guess)),
    totals: null,
  });
  return [
    {
      code: 'minor_units',
      table: tableId(table),
      column: name,
      sentence: `Is the money in “${name}” written in cents?`,
      example: first.join(', '),
      readings: [reading(told), reading(!told)],
    },
  ];
}

/** All money of the table is written alike. */
function withCents(guess: RoleGuess, isCents: boolean): RoleGuess {
  const fields = Object.entries(guess.fields).map(([field, one]): [string, FieldGuess] => {
    if (!(MONEY as readonly string[]).includes(field)) return [field, one];
    const { per: _, ...rest }: Partial<ColumnMapping> = one.details ?? {};
    return [field, { ...one, details: isCents ? { ...rest, per: 100 } : rest }];
  });
  return { ...guess, fields: Object.fromEntries(fields) };
}

function couldBeCents(fields: Assignment, main: FieldGuess, candidates: readonly Candidate[]): boolean {
  const money = MONEY.flatMap((field) => (fields[field] ? [candidates[fields[field].index]] : []));
  const currency = fields['currency'];
  if (currency && usedIn(candidates[currency.index]).some(({ text }) => NO_CENTS.test(text))) return false;
  // A file that writes decimals anywhere writes them everywhere.
  if (money.some((one) => !usedIn(one).every(({ text }) => /^-?\d+$/.test(text)))) return false;
  const paid = usedIn(candidates[main.index]).filter(({ text }) => Number(text) !== 0);
  const rows = rowsOf(paid);
  if (rows < FEWEST_ROWS || paid.length < FEWEST_VALUES) return false;
  if (rowsOf(paid.filter(({ text }) => Math.abs(Number(text)) >= 100)) < MOST * rows) return false;
  const isRound = paid.every(({ text }) => text.endsWith('00'));
  return (
    !isRound &&
    (rowsOf(paid.filter(({ text }) => PRICE_ENDING.test(text))) >= USUAL * rows || isPayments(fields, candidates))
  );
}

const hasDecimals = (candidate: Candidate): boolean => {
  const used = usedIn(candidate);
  return rowsOf(used.filter(({ text }) => /\d[.,]\d{1,2}$/.test(text))) >= USUAL * rowsOf(used);
};

interface Used {
  readonly text: string;
  readonly rows: number;
}

function usedIn({ column }: Candidate): Used[] {
  const counts = countsOf(column);
  return column.values.flatMap((text, code) => (counts[code] > 0 && text !== '' ? [{ text, rows: counts[code] }] : []));
}

const rowsOf = (used: readonly Used[]): number => used.reduce((sum, { rows }) => sum + rows, 0);
