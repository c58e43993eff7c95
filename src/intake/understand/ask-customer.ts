import { tableId, type RoleReading } from '../../domain/import';
import type { TableQuestion } from '../../domain/questions';
import type { Candidate } from './guess-fields';
import type { RoleGuess } from './guess-roles';
import type { RawTable } from '../read/raw-table';

/**
 * Asks who bought, where a column may name the customer or may not. What was guessed comes first.
 * @param rolesWith all roles of the table, with one of them changed
 */
export function askCustomer(
  table: RawTable,
  guesses: readonly RoleGuess[],
  open: readonly Candidate[],
  rolesWith: (change: (guess: RoleGuess) => RoleGuess) => RoleReading[],
): TableQuestion[] {
  const sales = guesses.find(({ role }) => role === 'transactions');
  if (!sales || open.length === 0) return [];
  const used = sales.fields['customer']?.index;
  const as = (candidate: Candidate | null) => ({
    answer: candidate?.profile.name ?? 'none',
    label: candidate?.profile.name ?? 'No column names the customer',
    roles: rolesWith((guess) => (guess.role === 'transactions' ? withCustomer(guess, candidate?.index) : guess)),
    totals: null,
  });
  const readings = [null, ...open].map(as);
  const first = used === undefined ? 0 : 1 + open.findIndex(({ index }) => index === used);
  const { name, first: values } = open[0].profile;
  return [
    {
      code: 'customer_column',
      table: tableId(table),
      column: name,
      sentence: `Does “${name}” name the customer?`,
      example: values.join(', '),
      readings: [readings[first], ...readings.filter((_, at) => at !== first)],
    },
  ];
}

function withCustomer(guess: RoleGuess, index: number | undefined): RoleGuess {
  const others = Object.entries(guess.fields).filter(([field, one]) => field !== 'customer' && one.index !== index);
  const customer = index === undefined ? {} : { customer: { field: 'customer', index, score: 0.5 } };
  return { ...guess, fields: { ...Object.fromEntries(others), ...customer } };
}
