import { expect, test } from 'vitest';
import Chart from '../../../src/metrics/cohort-value/Chart.svelte';
import type { cohortValue } from '../../../src/metrics/cohort-value/definition';
import { finding } from '../../../src/metrics/cohort-value/finding';
import type { MetricTable } from '../../../src/metrics/metric';
import { parseIsoDay } from '../../../src/domain/calendar';
import { datasetOf, type Line } from '../../support/histories';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';
import { withSpendAndSurveys } from '../support/arbitrary';
import { ask } from '../support/ask';

const day = (text: string) => parseIsoDay(text)!;
// Ten customers won in January, ten in February; each brings 10 a month, half of it profit.
const lines = ['2024-01', '2024-02'].flatMap((month, cohort) =>
  Array.from({ length: 10 }, (_, at) =>
    [0, 1, 2, 3].map((later): Line => ({
      customer: `${month}${at}`,
      day: day(`2024-0${1 + cohort + later}-15`),
      order: `${month}${at}${later}`,
      amount: 10,
      profit: 5,
    })),
  ).flat(),
);
const options = { unit: 'month' } as const;
const plain = ask('cohort_value', [...lines, { customer: 'zoe', day: day('2024-02-01'), amount: -7, profit: -7 }]);
const spent = ask(
  'cohort_value',
  withSpendAndSurveys(datasetOf(lines), [{ day: day('2024-01-01'), amount: 1_200_000 }], []),
);
const tableOf = ({ table }: typeof plain) => table as unknown as MetricTable<typeof cohortValue>;

test('all cohorts together and each by itself; what is in no cohort is stated', async () => {
  const html = drawn(Chart, { table: tableOf(plain), options });
  await expect(html).toMatchFileSnapshot('drawn/value.html');
  expect(wordsOf(html)).toContain('−$7 of customers without a purchase is in no cohort');
  expect(html).not.toMatch(/NaN|undefined|Infinity/);
});

test('what winning one cost stands as a level', () => {
  expect(wordsOf(drawn(Chart, { table: tableOf(spent), options }))).toContain('spent to win one: $12');
});

test('findings: what one brings, and when the cost came back', () => {
  expect(said(finding(tableOf(plain), context, format, options))).toMatch(
    /^A customer has brought \$[\d.]+ of profit by the end of 4 months[.]/,
  );
  expect(said(finding(tableOf(spent), context, format, options))).toMatch(
    /the \$12[.]00 spent to win one came back within 3 months for half of the cohorts/,
  );
});
