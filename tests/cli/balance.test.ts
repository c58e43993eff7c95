import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileBalance } from '../../src/domain/columns';
import type { Treatments } from '../../src/domain/treatment';
import { writeReport } from '../../src/cli/write-report';
import { parseSettings } from '../../src/cli/report-options';
import { validateChoices } from '../../src/intake/load/validate-choices';
import { readTables } from '../../src/intake/read/read-file';
import { textOf } from '../support/report';

const HEADER = 'who,when,order,what,paid,note';
const MAPPING = { customer: 'who', date: 'when', order: 'order', category: 'what', amount: 'paid' };
const MERGE: Treatments = { transactions: { duplicates: 'merge' } };
const METRICS = [
  'cohort_retention.csv',
  'value_quintiles.csv',
  'lifecycle_flow.csv',
  'cross_sell.csv',
  'value_curve.csv',
];

/** Lines of few values, so that many are equal; some cannot be read, some are blank, some are totals. */
const line = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(
        fc.constantFrom('a', 'b', 'c', ''),
        fc.constantFrom('2023-01-05', '2023-01-20', '2023-02-28', 'soon', ''),
        fc.constantFrom('1', '2', '3'),
        fc.constantFrom('tea', 'cups'),
        fc.constantFrom('5', '7.25', '-5', 'x', ''),
        fc.constantFrom('', 'hm'),
      )
      .map((cells) => cells.join(',')),
  },
  { weight: 1, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constant('Total,,,,99,') },
);
const FIRST = 'a,2023-01-01,0,tea,5,';
/** A file keeps at least one line, else it is no table. */
const files = fc.array(fc.array(line, { maxLength: 25 }), { minLength: 1, maxLength: 3 });

async function loaded(contents: readonly (readonly string[])[], treatments: Treatments = {}) {
  const tables = await Promise.all(
    contents.map(async (lines, at) => {
      const blob = new Blob([[HEADER, FIRST, ...lines].join('\n') + '\n']);
      const [table] = await readTables({ name: `${at}.csv`, blob });
      return { table, roles: [{ role: 'transactions' as const, mapping: MAPPING }] };
    }),
  );
  return validateChoices(tables, treatments);
}
type Loaded = Awaited<ReturnType<typeof loaded>>;
const metricsOf = ({ dataset }: Loaded) => {
  const text = textOf(writeReport(dataset, parseSettings([]), null));
  const { files: _, ...summary } = JSON.parse(text['summary.json']) as { files: unknown };
  return { summary, tables: METRICS.map((name) => text[name]) };
};
const holds = (file: FileBalance) =>
  file.rows_read === file.rows_loaded + file.rows_rejected + file.rows_merged + file.rows_set_aside;
const reasonsAddUp = (file: FileBalance) =>
  Object.values(file.reasons).reduce((sum, count) => sum + count, 0) === file.rows_read - file.rows_loaded;
const sum = (balances: readonly FileBalance[], pick: (file: FileBalance) => number) =>
  balances.reduce((all, file) => all + pick(file), 0);

describe('every row is counted once', () => {
  test('read = loaded + rejected + merged + set aside, each with a reason, whether duplicates are kept or merged', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (contents) => {
        const [kept, merged] = [await loaded(contents), await loaded(contents, MERGE)];
        for (const file of [...kept.dataset.files, ...merged.dataset.files]) {
          expect(holds(file)).toBe(true);
          expect(reasonsAddUp(file)).toBe(true);
        }
        for (const { dataset } of [kept, merged])
          expect(dataset.transactions!.rows).toBe(sum(dataset.files, ({ rows_loaded }) => rows_loaded));
        expect(sum(kept.dataset.files, ({ rows_merged }) => rows_merged)).toBe(0);
        expect(sum(merged.dataset.files, ({ rows_merged }) => rows_merged)).toBe(kept.duplicates.transactions);
        expect(merged.duplicates).toEqual(kept.duplicates);
        expect(merged.dataset.rejections).toEqual(kept.dataset.rejections);
      }),
      { numRuns: 60 },
    );
  });

  test('the rows that stay are the first of each, as a list of the distinct texts has them', async () => {
    await fc.assert(
      fc.asyncProperty(files, async (contents) => {
        const { dataset } = await loaded(contents, MERGE);
        const seen = new Set<string>();
        const first = contents.flatMap((lines, file) =>
          [FIRST, ...lines].flatMap((text, at) => {
            const isNew = !seen.has(text);
            seen.add(text);
            return isNew ? [`${file}:${at + 2}`] : [];
          }),
        );
        const { file, line: at, rows } = dataset.transactions!;
        const stayed = Array.from({ length: rows }, (_, i) => `${file[i]}:${at[i]}`);
        expect(first).toEqual(expect.arrayContaining(stayed));
        expect(new Set(stayed.map((place) => textAt(contents, place))).size).toBe(stayed.length);
      }),
      { numRuns: 60 },
    );
  });
});

function textAt(contents: readonly (readonly string[])[], place: string): string {
  const [file, at] = place.split(':').map(Number);
  return [FIRST, ...contents[file]][at - 2];
}

describe('how lines are spread over files is irrelevant', () => {
  test.each([['kept', {}] as const, ['merged', MERGE] as const])('duplicates %s', async (_, treatments) => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), fc.nat(30), async (lines, at) => {
        // Each file begins with the same first line, so the whole has it twice as well.
        const whole = metricsOf(await loaded([[...lines.slice(0, at), FIRST, ...lines.slice(at)]], treatments));
        const [one, two] = [lines.slice(0, at), lines.slice(at)];
        expect(metricsOf(await loaded([one, two], treatments))).toEqual(whole);
        expect(metricsOf(await loaded([two, one], treatments))).toEqual(whole);
      }),
      { numRuns: 12 },
    );
  });

  test('in any order, in any number of files, with headings between them', async () => {
    const spread = fc.record({
      lines: fc.array(line, { minLength: 3, maxLength: 30 }),
      shuffle: fc.array(fc.nat(1000), { minLength: 30, maxLength: 30 }),
      cuts: fc.tuple(fc.nat(30), fc.nat(30)),
    });
    await fc.assert(
      fc.asyncProperty(spread, async ({ lines, shuffle, cuts }) => {
        const shuffled = lines.map((text, at) => ({ text, key: shuffle[at] })).sort((a, b) => a.key - b.key);
        const texts = shuffled.map(({ text }) => text);
        const [low, high] = [Math.min(...cuts), Math.max(...cuts)];
        const parts = [texts.slice(0, low), texts.slice(low, high), texts.slice(high)];
        const whole = metricsOf(await loaded([[FIRST, FIRST, ...lines]]));
        expect(metricsOf(await loaded(parts))).toEqual(whole);
        expect(
          metricsOf(await loaded([[...parts[2], HEADER, FIRST, ...parts[0], HEADER, FIRST, ...parts[1]]])),
        ).toEqual(whole);
      }),
      { numRuns: 12 },
    );
  });

  test('a file brought twice and merged gives the figures of the file once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (lines) => {
        const twice = await loaded([lines, lines], MERGE);
        expect(metricsOf(twice)).toEqual(metricsOf(await loaded([lines], MERGE)));
        expect(twice.dataset.files[1].rows_loaded).toBe(0);
      }),
      { numRuns: 12 },
    );
  });
});
