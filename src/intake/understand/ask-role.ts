import { tableId, type RoleReading } from '../../domain/import';
import type { TableQuestion } from '../../domain/questions';
import { writtenCount } from '../../domain/written-numbers';
import { assignFields, type Assignment, type Candidate } from './guess-fields';
import { isKeyed, type RoleGuess } from './guess-roles';
import type { RawTable } from '../read/raw-table';
import { wordsOf } from '../words/words';

type Open = 'transactions' | 'customers';

const NAMED = 0.5;
const FEWEST_ROWS = 6;
/** What is told of a person, and of no sale. */
const OF_A_PERSON = ['name', 'email', 'phone', 'postcode', 'city', 'company', 'birth_date', 'segment'];
/** Since when somebody is a customer, and what she has bought so far: a list of customers says so, no sale does. */
const OF_A_LIST =
  /\b(?:first|last|latest|recent|since|joined|join|registered|registration|signup|sign up|acquired|total|lifetime|ltv|clv|average|avg|count|so far|ytd|erste[rns]?|letzte[rns]?|seit|registriert|anmeldung|gesamt\w*|summe|bisher|durchschnitt\w*)\b/;

/**
 * Asks whether a table is a list of customers or of sales, where each row is another customer with a day and money: of these, either
 * each has bought once, or that is what is known of her.
 * @param roleOf the whole reading of the table in one of the two
 */
export function askRole(
  table: RawTable,
  candidates: readonly Candidate[],
  guesses: readonly RoleGuess[],
  roleOf: (role: Open) => RoleReading,
): TableQuestion[] {
  const [guess] = guesses;
  if (guesses.length !== 1 || (guess.role !== 'transactions' && guess.role !== 'customers')) return [];
  if (!couldBeEither(guess.role, table, candidates)) return [];
  const rows = writtenCount(table.rows);
  const reading = (role: Open) => ({
    answer: role,
    label: role === 'customers' ? 'A customer' : 'A sale',
    roles: [roleOf(role)],
    totals: null,
    ...(role === 'customers' ? { effect: `A list of ${rows} customers, and no sales` } : {}),
  });
  return [
    {
      code: 'role',
      table: tableId(table),
      column: null,
      sentence: `Is each row of ${tableId(table)} a customer, or a sale?`,
      example: exampleOf(table),
      readings: [reading(guess.role), reading(guess.role === 'customers' ? 'transactions' : 'customers')],
    },
  ];
}

function couldBeEither(role: Open, { rows }: RawTable, candidates: readonly Candidate[]): boolean {
  const people = assignFields('customers', candidates);
  const sales = assignFields('transactions', candidates);
  const key = people['customer'];
  const money = sales['amount'] ?? sales['unit_price'];
  const { date, order } = sales;
  if (rows < FEWEST_ROWS || !key || key.index !== sales['customer']?.index || !isKeyed(people, candidates))
    return false;
  if (!date || !money || date.score < NAMED || money.score < NAMED) return false;
  if (order && order.score >= NAMED && order.index !== key.index) return false;
  const isOfPerson = OF_A_PERSON.some((field) => isOwn(people, field, sales));
  const isOfList = [date.index, money.index].some((index) =>
    OF_A_LIST.test(wordsOf(candidates[index].profile.name).join(' ')),
  );
  // Sales that tell nothing of a person are sales, and a list that says since when and how much in all is a list.
  return role === 'transactions' ? isOfPerson || isOfList : !isOfList;
}

/** Rather that of a person than anything of a sale: `name` may be an item's, and `city` is none. */
function isOwn(people: Assignment, field: string, sales: Assignment): boolean {
  const own = people[field];
  if (!own || own.score < NAMED) return false;
  return !Object.values(sales).some(({ index, score }) => index === own.index && score >= own.score);
}

const exampleOf = ({ header, columns }: RawTable): string =>
  header
    .map((name, column) => [name, columns[column].values[columns[column].codes[0]] ?? ''])
    .filter(([, cell]) => cell !== '')
    .slice(0, 6)
    .map(([name, cell]) => `${name}: ${cell}`)
    .join(', ');
