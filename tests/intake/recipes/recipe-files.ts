import { expect } from 'vitest';
import { columnOf, type Role } from '../../../src/domain/roles';
import { understandTable } from '../../../src/intake/understand/guess-mapping';
import type { Understanding } from '../../../src/intake/understand/understanding';
import { readOne } from '../reading-files';

/** Each mapped field with its column; two columns that make one text are joined by `+`. */
export type Columns = Readonly<Record<string, string>>;

export interface Expected {
  /** The recipe's name. */
  readonly recipe: string;
  readonly roles: { readonly [R in Role]?: Columns };
  /** What the words of statuses say, of all status columns of sales together. */
  readonly words?: Readonly<Record<string, string>>;
}

export const understandText = async (text: string): Promise<Understanding> => understandTable(await readOne(text));

/** Reads and understands a made export, and holds it against what the system means by it: nothing may be asked. */
export async function expectRecipe(text: string, { recipe, roles, words = {} }: Expected): Promise<void> {
  const understanding = await understandText(text);
  expect(understanding.recipe).toBe(recipe);
  expect(columnsOf(understanding)).toEqual(roles);
  expect(wordsOf(understanding)).toEqual(words);
  expect([...understanding.questions, ...understanding.asks]).toEqual([]);
}

/** The same file with one header called otherwise. */
export function renamed(text: string, from: string, to: string): string {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.includes(from));
  lines[at] = lines[at].replace(from, to);
  return lines.join('\n');
}

/** What is expected once a header is called otherwise. */
export const withColumn = (expected: Expected, from: string, to: string): Expected => ({
  ...expected,
  roles: Object.fromEntries(
    Object.entries(expected.roles).map(([role, columns]) => [
      role,
      Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, column === from ? to : column])),
    ]),
  ),
});

export function columnsOf({ roles }: Understanding): Expected['roles'] {
  return Object.fromEntries(
    roles.map(({ role, mapping }) => [
      role,
      Object.fromEntries(
        Object.entries(mapping).map(([field, entry]) => {
          const { column, and } = columnOf(entry) ?? { column: 'each row' };
          return [field, and === undefined ? column : `${column} + ${and}`];
        }),
      ),
    ]),
  );
}

function wordsOf({ roles }: Understanding): Readonly<Record<string, string>> {
  const sales = roles.find(({ role }) => role === 'transactions')?.mapping ?? {};
  return Object.fromEntries(Object.values(sales).flatMap((entry) => Object.entries(columnOf(entry)?.words ?? {})));
}

/** A list of orders of no system in particular. */
export const GENERIC_ORDERS = `Order ID,Order Date,Customer,Product,Quantity,Price,Status
1001,2025-01-03,C1,Tea,1,4.50,paid
1002,2025-01-04,C2,Cups,2,9.00,paid
1003,2025-01-09,C1,Tea,3,4.50,cancelled
1004,2025-02-11,C3,Pot,1,29.00,paid`;
