import { openAsBlob, readdirSync } from 'node:fs';
import { describe, expect } from 'vitest';
import { formatDay } from '../../src/domain/calendar';
import { AS_WRITTEN } from '../../src/domain/time-zone';
import { guessRolesOf } from '../../src/engine/choose-roles';
import { summarise } from '../../src/engine/summary';
import { validateChoices } from '../../src/engine/validate-choices';
import { buildFacts } from '../../src/facts/build';
import { scopeOf } from '../../src/facts/scope';
import { understandTable } from '../../src/intake/guess-mapping';
import { readTables } from '../../src/intake/read-file';
import { oracle, sharedData } from '../support/shared-data';

const CASES = '../cases';

async function bring(name: string, zone = AS_WRITTEN) {
  const folder = sharedData(`${CASES}/${name}`);
  const files = readdirSync(folder).filter((file) => file !== 'expected.md');
  const tables = (
    await Promise.all(
      files.map(async (file) => readTables({ name: file, blob: await openAsBlob(`${folder}/${file}`) })),
    )
  ).flat();
  const data = await validateChoices(guessRolesOf(tables), {}, undefined, undefined, zone);
  const facts = buildFacts(data.dataset);
  const day = (value: number | null) => (value === null ? null : formatDay(value));
  const { observed_from, observed_until, ...figures } = summarise(facts, scopeOf(facts, []));
  return {
    days: [day(observed_from), day(observed_until)],
    lines: figures.transaction_lines,
    purchases: figures.purchases,
    net: figures.net / 10_000,
    rejected: data.dataset.rejections.map(({ reason }) => reason),
    questions: tables.flatMap((table) =>
      understandTable(table).questions.map((one) => (one.kind === 'date-order' ? one.code : one.kind)),
    ),
    notices: [
      ...tables.flatMap((table) => understandTable(table).notices),
      ...data.parts.flatMap(({ part }) => part.notices ?? []),
    ].map(({ code, count }) => `${code} ${count}`),
  };
}

describe('days of small files that were read wrongly', () => {
  oracle.each([
    ['arabic-digits', 12, 1272, '2024-01-15', '2024-06-15'],
    ['buddhist-years', 20, 790, '2024-01-05', '2024-10-24'],
    ['cjk-dates', 12, 120, '2024-01-10', '2024-06-21'],
    ['epoch-milliseconds', 20, 790, '2024-01-28', '2024-10-29'],
    ['epoch-seconds', 20, 790, '2024-01-28', '2024-10-28'],
    ['evening-orders-month-end', 30, 1035, '2024-01-31', '2024-05-31'],
    ['hijri', 12, 120, '2023-07-28', '2024-01-03'],
    ['japanese-era', 12, 120, '2024-01-10', '2024-06-21'],
    ['js-dates', 12, 120, '2024-01-10', '2024-06-21'],
    ['money-styles', 8, 2107.25, '2024-01-05', '2024-01-12'],
    ['month-only-yyyymm', 24, 240, '2024-01-01', '2024-06-01'],
    ['one-typo-year', 60, 3570, '2024-01-05', '2024-06-24'],
    ['padded-number-format', 12, 1266, '2024-01-28', '2024-06-28'],
    ['spanish-pm', 12, 120, '2024-01-10', '2024-06-21'],
    ['thousand-apostrophes', 24, 29088, '2024-01-01', '2024-06-24'],
    ['thousand-nbsp', 24, 29088, '2024-01-01', '2024-06-24'],
    ['weekday-dates', 12, 120, '2024-01-10', '2024-06-21'],
    ['zone-names', 12, 120, '2024-01-10', '2024-06-21'],
  ] as const)('%s: %i lines of %d from %s to %s', async (name, lines, net, from, until) => {
    const brought = await bring(name);
    expect(brought).toMatchObject({ lines, net, days: [from, until], rejected: [] });
  });

  oracle('stamps are moved to a zone that is asked for', async () =>
    expect((await bring('evening-orders-month-end', 'Etc/UTC')).days).toEqual(['2024-02-01', '2024-06-01']),
  );

  oracle.each([
    ['dates-under-13', 'date_order'],
    ['buddhist-years', 'calendar'],
    ['hijri', 'calendar'],
    ['fiscal-quarters', 'fiscal_start'],
  ])('%s asks for the %s', async (name, code) => expect((await bring(name)).questions).toEqual([code]));

  oracle.each([
    ['ended-on-1900', 'days_not_meant 26'],
    ['ended-on-9999', 'days_not_meant 26'],
    ['ended-on-zero-date', 'days_not_meant 26'],
    ['open-end-9999', 'days_not_meant 26'],
    ['one-typo-year', 'far_day 1'],
    ['half-swapped-dates', 'dates_swapped 24'],
  ])('%s says %s', async (name, notice) => expect((await bring(name)).notices).toEqual([notice]));

  oracle('a purchase on a day that cannot be is a purchase, and moves no end', async () =>
    expect(await bring('one-typo-year')).toMatchObject({ purchases: 60, days: ['2024-01-05', '2024-06-24'] }),
  );

  oracle.each([
    ['end-before-start', 'ends before it starts', 8],
    ['negative-tenure', 'negative tenure', 10],
  ])('%s rejects rows: %s', async (name, reason, rows) =>
    expect((await bring(name)).rejected).toEqual(Array.from({ length: rows }, () => reason)),
  );
});
