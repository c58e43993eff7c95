import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileBalance, Rejection } from '../../src/domain/columns';
import type { KeptPart } from '../../src/domain/kept';
import { byReason } from '../../src/engine/by-reason';
import { customerPage } from '../../src/engine/customer-list';
import { customerStory } from '../../src/engine/customer-story';
import { facetsOf } from '../../src/engine/facets';
import { keptPart, loadedPart } from '../../src/intake/load/kept-parts';
import { writeReport } from '../../src/cli/write-report';
import { parseSettings } from '../../src/cli/report-options';
import { MetricRunner } from '../../src/engine/run-metric';
import { joinParts, validateChoices, type LoadedData } from '../../src/intake/load/validate-choices';
import { buildFacts } from '../../src/facts/build';
import { databaseTables } from '../../src/database/tables/tables';
import { readTables } from '../../src/intake/read/read-file';
import { understandTable } from '../../src/intake/understand/guess-mapping';
import { readParts, writeParts } from '../../src/workspace/parts';
import { bringCompany, catalog } from '../sample-data/company';
import { arbitraryFilter, arbitraryLines, datasetOf } from '../support/histories';

/** Through the bytes that a browser keeps. */
async function keptAndOpened(parts: readonly KeptPart[]): Promise<KeptPart[]> {
  return readParts(
    [...writeParts(parts)].map((section) => section.slice()),
    'test',
  );
}
async function reopen({ parts }: LoadedData): Promise<LoadedData> {
  return joinParts((await keptAndOpened(parts.map(keptPart))).map(loadedPart));
}

/** Parts as they are kept: of which file a row is, is settled when they are joined. */
const withoutFile = ({ parts }: LoadedData) =>
  parts.map(keptPart).map(({ columns, ...rest }) => ({ ...rest, columns: { ...columns, file: null } }));

/** Names of what is not the same to the last bit. The arrays are long: they are not printed. */
const differences = (a: object, b: object): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].filter(
    (name) => !isDeepStrictEqual(a[name as keyof typeof a], b[name as keyof typeof b]),
  );

/** All that pages, files and statements are made of. */
function everything({ dataset, leftEmpty, duplicates }: LoadedData, until: number | null) {
  const facts = buildFacts(dataset, until === null ? {} : { until });
  const scope = new MetricRunner(facts).scope([]);
  const page = { search: '', sort: 'net' as const, descending: true, offset: 0, limit: 20, filter: [], mark: null };
  const customers = customerPage(facts, scope, null, page);
  const settings = { ...parseSettings([]), filter: [] };
  const files = Object.entries(writeReport(dataset, settings, until)).map(([name, pieces]) => [
    name,
    [...pieces].join(''),
  ]);
  return {
    files,
    customers,
    stories: customers.rows.slice(0, 5).map(({ id }) => customerStory(facts, dataset, id)),
    facets: facetsOf(facts),
    tables: databaseTables(facts),
    balance: dataset.files,
    rejectedBy: byReason(dataset.rejections),
    leftEmpty,
    duplicates,
  };
}

describe.each(catalog.map(({ id }) => id))('%s', (id) => {
  test('is the same in every figure, list, story and table after it was kept and opened', async () => {
    const loaded = await validateChoices(await bringCompany(id, false));
    const opened = await reopen(loaded);
    expect(differences(opened.dataset, loaded.dataset)).toEqual([]);
    expect(differences(withoutFile(opened), withoutFile(loaded))).toEqual([]);
    for (const until of [null, 19_500])
      expect(differences(everything(opened, until), everything(loaded, until))).toEqual([]);
  });
});

test('rows that were rejected or left empty are told as before, with what stood there', async () => {
  const text =
    'Customer,Date,Order,Category,Amount,Cost,Note ☕\n' +
    'a,2024-01-02,1,Tea,10.00,4,"é\n𝄞"\n' +
    'a,2024-01-02,1,Tea,10.00,4,"é\n𝄞"\n' +
    ',2024-01-03,2,,-3.00,oops,\n' +
    'b,never,3,Tea,4.00,1,x\n' +
    'c,2024-02-01,4,Cups,<b>,1,\n';
  const [table] = await readTables({ name: 'tills ☕.csv', blob: new Blob([text]) }, {});
  const mapping = {
    customer: 'Customer',
    date: { column: 'Date', format: 'YYYY-MM-DD' },
    order: 'Order',
    category: 'Category',
    amount: 'Amount',
    cost: 'Cost',
  };
  const roles = [{ role: 'transactions' as const, mapping }];
  const loaded = await validateChoices([{ table, roles }]);
  expect(loaded.dataset.rejections.map(({ line, value }) => [line, value])).toEqual([
    [7, 'never'],
    [8, '<b>'],
  ]);
  expect(loaded.leftEmpty).toHaveLength(1);
  expect(loaded.duplicates).toEqual({ transactions: 1 });
  const opened = await reopen(loaded);
  expect(withoutFile(opened)).toEqual(withoutFile(loaded));
  expect(everything(opened, null)).toEqual(everything(loaded, null));
});

test('a file that is added to an opened workspace joins it as it would have joined the files themselves', async () => {
  const header = 'Customer,Date,Order,Category,Amount\n';
  const tables = await Promise.all(
    ['a,2024-01-02,1,Tea,10\nb,2024-01-03,2,Cups,7\n', 'b,2024-03-01,9,Tea,4\na,2024-01-02,1,Tea,10\n'].map(
      async (rows, at) => (await readTables({ name: `${at}.csv`, blob: new Blob([header + rows]) }, {}))[0],
    ),
  );
  const chosen = tables.map((table) => ({ table, roles: understandTable(table).roles }));
  const first = await validateChoices([chosen[0]]);
  const kept = (await keptAndOpened(first.parts.map(keptPart))).map(loadedPart);
  const joined = await validateChoices([{ validated: kept }, chosen[1]]);
  const together = await validateChoices(chosen);
  expect(together.duplicates).toEqual({ transactions: 1 });
  expect(everything(joined, null)).toEqual(everything(together, null));
});

const arbitraryRejections: fc.Arbitrary<Rejection[]> = fc.array(
  fc.record({
    file: fc.constantFrom('a.csv', 'b.csv'),
    line: fc.nat(),
    column: fc.string(),
    value: fc.string({ unit: 'grapheme' }),
    reason: fc.constantFrom('not a date', 'blank amount'),
  }),
  { maxLength: 6 },
);

test('any history gives the same figures under any filter', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryLines, arbitraryFilter, arbitraryRejections, async (lines, filter, rejections) => {
      const dataset = datasetOf(lines);
      const { rows } = dataset.transactions!;
      const part: KeptPart = {
        table: 'lines.csv',
        role: 'transactions',
        columns: dataset.transactions!,
        balance: dataset.files[0] satisfies FileBalance,
        rejections,
        leftEmpty: [...rejections].reverse(),
        fingerprints: Uint32Array.from({ length: rows * 2 }, (_, at) => Math.imul(at, 0x9e3779b1)),
        more: { currency: null, suspicious: [] },
      };
      const [opened] = await keptAndOpened([part]);
      expect(opened).toEqual(part);
      const reported = async (one: KeptPart) => {
        const { dataset: joined } = await joinParts([loadedPart(one)]);
        const files = writeReport(joined, { ...parseSettings([]), filter }, null);
        return Object.entries(files).map(([name, pieces]) => [name, [...pieces].join('')]);
      };
      expect(await reported(opened)).toEqual(await reported(part));
    }),
    { numRuns: 60 },
  );
});

test('texts of any script, and halves of pairs, come back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.string({ unit: 'binary' }), { maxLength: 30 }), async (values) => {
      const codes = Int32Array.from({ length: values.length * 2 + 1 }, (_, row) => (row % (values.length + 1)) - 1);
      const dataset = datasetOf([...codes].map((_, day) => ({ day, amount: 1 })));
      const part: KeptPart = {
        table: 't',
        role: 'transactions',
        columns: { ...dataset.transactions!, category: { codes, values } },
        balance: dataset.files[0],
        rejections: [],
        leftEmpty: [],
        fingerprints: new Uint32Array(codes.length * 2),
        more: {},
      };
      const [opened] = await keptAndOpened([part]);
      expect(opened.columns).toEqual(part.columns);
    }),
  );
});

test('dictionaries of every size keep their codes', async () => {
  for (const distinct of [0, 1, 127, 128, 129, 32_767, 32_768, 40_000]) {
    const values = Array.from({ length: distinct }, (_, at) => `v${at}`);
    const codes = Int32Array.from({ length: distinct + 2 }, (_, row) => (row - 2 < 0 ? -1 : row - 2));
    const dataset = datasetOf([...codes].map((_, day) => ({ day: day % 400, amount: 1 })));
    const part: KeptPart = {
      table: 't',
      role: 'transactions',
      columns: { ...dataset.transactions!, customer: { codes, values } },
      balance: dataset.files[0],
      rejections: [],
      leftEmpty: [],
      fingerprints: new Uint32Array(codes.length * 2),
      more: {},
    };
    const [{ columns }] = await keptAndOpened([part]);
    expect((columns as typeof part.columns & { customer: unknown }).customer).toEqual({ codes, values });
  }
});

test('columns that contradict one another are refused by the name of the workspace', async () => {
  const dataset = datasetOf([{ customer: 'a', day: 1, amount: 1 }]);
  const part: KeptPart = {
    table: 't',
    role: 'transactions',
    columns: dataset.transactions!,
    balance: dataset.files[0],
    rejections: [],
    leftEmpty: [],
    fingerprints: new Uint32Array(2),
    more: {},
  };
  const broken: KeptPart[] = [
    { ...part, columns: { ...dataset.transactions!, customer: { codes: Int32Array.of(5), values: ['a'] } } },
    { ...part, columns: { ...dataset.transactions!, kind: Uint8Array.of(9) } },
    { ...part, balance: { ...part.balance, role: 'spend' } },
  ];
  const refused = { code: 'workspace-damaged', details: { name: 'test' } };
  for (const one of broken) await expect(keptAndOpened([one])).rejects.toMatchObject(refused);
  const sections = [...writeParts([part])];
  await expect(readParts(sections.slice(0, 2), 'test')).rejects.toMatchObject(refused);
  await expect(readParts([sections[1], ...sections.slice(1)], 'test')).rejects.toMatchObject(refused);
  await expect(readParts([sections[0].slice(0, 300), ...sections.slice(1)], 'test')).rejects.toMatchObject(refused);
});
