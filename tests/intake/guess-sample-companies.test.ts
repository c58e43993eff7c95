import { expect, test } from 'vitest';
import { makeBank } from '../../sample-data/generator/bank/index';
import { makeMobileOperator } from '../../sample-data/generator/mobile-operator/index';
import { makeShop } from '../../sample-data/generator/shop/index';
import { columnOf, type Mapping, type Role } from '../../src/domain/roles';
import { understandTable } from '../../src/intake/understand/guess-mapping';
import { parseMapping } from '../../src/intake/understand/mapping/mapping';
import { readTables } from '../../src/intake/read/read-file';
import { validateRecords, validateTransactions } from '../../src/intake/check/validate';

/** What the guess leaves out on purpose: figures that an amount makes idle, and kinds of contact that are no stages. */
const LEFT_OUT: { readonly [R in Role]?: readonly string[] } = {
  transactions: ['unit_price', 'discount'],
  interactions: ['stage'],
};

/** What the guess finds beside what the makers map. */
const FOUND_TOO: { readonly [R in Role]?: readonly string[] } = { contracts: ['reason'] };

test.each([
  ['bank', makeBank],
  ['mobile operator', makeMobileOperator],
  ['shop', makeShop],
])('the %s is understood as its makers meant it', async (_, make) => {
  const { catalog, files } = make();
  for (const meant of catalog.files) {
    const file = files.find(({ path }) => path === meant.path)!;
    const tables = await readTables({ name: meant.path, blob: new Blob([file.bytes as Uint8Array<ArrayBuffer>]) });
    const table = tables.find(({ sheet }) => meant.sheet === undefined || sheet === meant.sheet)!;
    const guessed = understandTable(table);
    const role = meant.role;
    const found = guessed.roles.find((guess) => guess.role === role);
    const expected = parseMapping({ [role]: meant.mapping ?? catalog.mapping?.[meant.role] }) as Required<Mapping>;
    const columns = Object.entries(expected[role])
      .filter(([field]) => !LEFT_OUT[role]?.includes(field))
      .map(([field, mapping]) => [field, columnOf(mapping)?.column]);
    const got = Object.entries(found?.mapping ?? {})
      .filter(([field]) => field in expected[role] || !FOUND_TOO[role]?.includes(field))
      .map(([field, mapping]) => [field, columnOf(mapping)?.column]);
    expect([meant.path, role, new Map(got as [])]).toEqual([meant.path, role, new Map(columns as [])]);
    expect(guessed.questions).toEqual([]);
    const { suspicious } =
      role === 'transactions'
        ? validateTransactions(table, found!.mapping, 0)
        : validateRecords(table, role, found!.mapping, 0);
    expect(suspicious).toEqual([]);
  }
});
