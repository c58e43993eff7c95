import { expect, test } from 'vitest';
import { parseTable } from '../support/report';
import { companyReport, exactOf, planted } from './company';

const feedbackOf = async (company: string, ...settings: string[]) => {
  const rows = parseTable((await companyReport(company, settings))['feedback.csv']);
  const numbers = ({ group, ...cells }: Readonly<Record<string, string>>) =>
    [group, Object.fromEntries(Object.entries(cells).map(([name, cell]) => [name, Number(cell)]))] as const;
  return Object.fromEntries(rows.map(numbers));
};

test.each(['shop', 'mobile-operator'])(
  '%s: answers and score are those that the generator counted',
  async (company) => {
    const { all } = await feedbackOf(company);
    const exact = exactOf(company)['nps'] as Record<string, number>;
    for (const [column, value] of Object.entries(exact)) expect(all[column], column).toBeCloseTo(value, 9);
  },
);

test('shop: those who were to stop had said so in December 2023', async () => {
  const { low, high, details } = planted('shop', 'warnings_before_stopping');
  const december = ['filter.from=2023-12-01', 'filter.until=2023-12-31'];
  const { all } = await feedbackOf('shop', ...december);
  const stoppers = String(details!['stoppers']).replaceAll(' ', ';');
  const { all: stopping } = await feedbackOf('shop', ...december, `filter.customer.customer=${stoppers}`);
  expect(stopping['responders']).toBe(details!['answers_of_stoppers']);
  expect(stopping['nps']).toBeCloseTo(Number(details!['nps_of_stoppers']), 3);
  const others = (column: string) => all[column] - stopping[column];
  const nps = (100 * (others('promoters') - others('detractors'))) / others('responders');
  expect(nps).toBeCloseTo(Number(details!['nps_of_others']), 3);
  expect(nps - stopping['nps']).toBeGreaterThanOrEqual(low);
  expect(nps - stopping['nps']).toBeLessThanOrEqual(high);
});

test('mobile operator: detractors leave several times as often after the survey as promoters', async () => {
  const { low, high, details } = planted('mobile-operator', 'detractors_leave');
  const report = await companyReport('mobile-operator', ['survival.by=nps_band']);
  const summary = parseTable(report['survival_summary.csv']);
  const share = (band: string) => {
    const row = summary.find(({ stratum }) => stratum === band)!;
    return Number(row['events']) / Number(row['n']);
  };
  for (const band of ['detractors', 'promoters']) expect(share(band), band).toBeCloseTo(Number(details![band]), 5);
  expect(share('detractors') / share('promoters')).toBeGreaterThanOrEqual(low);
  expect(share('detractors') / share('promoters')).toBeLessThanOrEqual(high);
  expect(summary.map(({ stratum }) => stratum)).toContain('did not answer');
});
