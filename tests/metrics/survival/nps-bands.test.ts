import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Filter } from '../../../src/domain/filter';
import { buildFacts } from '../../../src/facts/build';
import type { MetricTable } from '../../../src/metrics/metric';
import Chart from '../../../src/metrics/survival/Chart.svelte';
import type { survival } from '../../../src/metrics/survival/definition';
import { finding } from '../../../src/metrics/survival/finding';
import { duckEngine, sqlJsEngine } from '../../support/engines';
import { datasetOf, type Line } from '../../support/histories';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';
import { withContracts, withSpendAndSurveys, withTenures } from '../support/arbitrary';
import { ask, rowsIn } from '../support/ask';

const BY = { by: 'nps_band' };
type Stay = readonly [customer: string, start: number, end: number | null];
type Given = readonly [customer: string, day: number, score: number];
const company = (stays: readonly Stay[], answers: readonly Given[], lines: readonly Line[] = []) =>
  withSpendAndSurveys(
    withContracts(
      datasetOf(lines),
      stays.map(([customer, start, endedOn]) => ({ customer, start, endOfTerm: null, endedOn, strategy: null })),
    ),
    [],
    answers.map(([customer, day, score]) => ({ customer, day, score })),
  );
const rows = (data: ReturnType<typeof company>, filter: Filter = [], options = {}) =>
  rowsIn(ask('survival', data, filter, { ...BY, ...options }).table).map((row) => [
    row['stratum'],
    row['t'],
    row['at_risk'],
    row['events'],
  ]);

// Observed until day 20,100: zoe's answer is the last thing that happens.
const STAYS: Stay[] = [
  ['ann', 20_000, null],
  ['bob', 20_000, 20_070],
  ['cat', 20_000, 20_060],
  ['dan', 20_000, 20_020],
  ['zoe', 20_000, null],
];
const ANSWERS: Given[] = [
  ['ann', 20_050, 10],
  ['bob', 20_050, 3],
  ['zoe', 20_100, 8],
];

describe('stays from the survey on', () => {
  test('from the first answer; who did not answer from the middle day; who had left before is not in it', () => {
    expect(rows(company(STAYS, ANSWERS))).toEqual([
      ['detractors', 20, 1, 1],
      ['did not answer', 10, 1, 1],
      ['passives', 0, 1, 0],
      ['promoters', 50, 1, 0],
    ]);
  });
  test('the band is that of the first answer, of several on one day the lowest', () => {
    const again: Given[] = [...ANSWERS, ['ann', 20_080, 0], ['bob', 20_050, 9]];
    expect(rows(company(STAYS, again)).map(([stratum]) => stratum)).toEqual([
      'detractors',
      'did not answer',
      'passives',
      'promoters',
    ]);
  });
  test('an answer before or after the stay is none', () => {
    const odd: Given[] = [...ANSWERS, ['cat', 19_000, 10], ['cat', 20_090, 10]];
    expect(rows(company(STAYS, odd)).find(([stratum]) => stratum === 'did not answer')).toEqual([
      'did not answer',
      10,
      1,
      1,
    ]);
  });
  test('a window after the survey: at risk from its first day on', () => {
    const window: Filter = [{ kind: 'window', from: 20_065, until: 20_068 }];
    expect(rows(company(STAYS, ANSWERS), window)).toEqual([
      ['detractors', 18, 1, 0],
      ['promoters', 18, 1, 0],
    ]);
  });
  test('each count opens its customers', () => {
    const asked = ask('survival', company(STAYS, ANSWERS), [], BY);
    const row = rowsIn(asked.table).find(({ stratum }) => stratum === 'did not answer')!;
    expect([...asked.members(row, 'events')].map((c) => asked.facts.customers.ids[c])).toEqual(['cat']);
  });
});

describe('without what it takes it says so', () => {
  test('no survey, a scale of five, or tenures without days', () => {
    const five: Given[] = ANSWERS.map(([customer, day]) => [customer, day, 4]);
    const tenures = withTenures(company([], ANSWERS), [{ customer: 'ann', tenure: 3, churned: 'no' }]);
    for (const data of [company(STAYS, []), company(STAYS, five), tenures])
      expect(() => ask('survival', data, [], BY)).toThrow('unknown-filter-field');
  });
});

test('drawn and said: days since the survey', () => {
  const many = (name: string, score: number, leaves: number) =>
    Array.from({ length: 40 }, (_, at) => ({
      stay: [`${name}${at}`, 20_000, at < leaves ? 20_060 + at : null] as Stay,
      answer: [`${name}${at}`, 20_050, score] as Given,
    }));
  const all = [...many('p', 10, 2), ...many('d', 2, 30)];
  const data = company(
    all.map(({ stay }) => stay),
    all.map(({ answer }) => answer),
    [{ customer: 'p0', day: 20_120, amount: 1 }],
  );
  const options = { by: 'nps_band', source: 'auto', lapse_days: null, lapse_at: 'last_purchase', tau: null } as const;
  const table = ask('survival', data, [], options).table as unknown as MetricTable<typeof survival>;
  expect(wordsOf(drawn(Chart, { table, options }))).toContain('days since the survey');
  expect(said(finding(table, context, format, options))).toMatch(
    /^Half of the detractors are gone after 29[.]5 days .*; of the promoters 95[.]0% are still here then, counted from the survey[.]/,
  );
});

test(
  'the kernel gives what the SQL defines, by contract and by purchases, in any window',
  { timeout: 60_000 },
  async () => {
    const who = fc.constantFrom('1', '2', '3', '4');
    const day = fc.integer({ min: 20_000, max: 20_060 });
    const stay = fc.tuple(who, day, fc.option(day, { nil: null }));
    const answers = fc.array(fc.tuple(who, day, fc.integer({ min: 0, max: 10 })), { minLength: 1, maxLength: 8 });
    const bought = fc.array(fc.tuple(who, day), { minLength: 1, maxLength: 8 });
    const window = fc.option(fc.tuple(day, day), { nil: null });
    const source = fc.constantFrom('contract', 'purchases');
    await fc.assert(
      fc.asyncProperty(fc.array(stay, { maxLength: 6 }), answers, bought, window, source, async (...made) => {
        const [stays, given, lines, days, from] = made;
        // A score of 10 makes the scale one of ten.
        const all: Given[] = [...given, ['4', 20_030, 10]];
        const sold = lines.map(([customer, on], at): Line => ({ customer, day: on, order: String(at), amount: 1 }));
        const facts = buildFacts(company(stays, all, sold));
        const filter: Filter = days ? [{ kind: 'window', from: Math.min(...days), until: Math.max(...days) }] : [];
        const asked = ask('survival', facts, filter, { by: 'nps_band', source: from, lapse_days: 9 });
        for (const engine of [await sqlJsEngine(facts), await duckEngine(facts)]) {
          const { columns, rows: found } = await engine.run(asked.sql, filter, asked.options, asked.queryTables);
          expect(found).toEqual(rowsIn(asked.base).map((row) => columns.map((column) => row[column])));
        }
      }),
      { numRuns: 40 },
    );
  },
);
