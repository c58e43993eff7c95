import { expect } from 'vitest';
import { bringCase, describeOracle, oracle, sharedCase } from '../support/shared-data';
import { bringFiles } from '../support/written-report';

describeOracle('days of small files that were read wrongly', () => {
  oracle.each([
    ['arabic-digits', 12, 1272, '2024-01-15', '2024-06-15'],
    ['buddhist-years', 20, 790, '2024-01-05', '2024-10-24'],
    ['cjk-dates', 12, 120, '2024-01-10', '2024-06-21'],
    ['dates-under-13', 24, 516, '2024-01-01', '2024-12-08'],
    ['epoch-milliseconds', 20, 790, '2024-01-28', '2024-10-29'],
    ['epoch-seconds', 20, 790, '2024-01-28', '2024-10-28'],
    ['evening-orders-month-end', 30, 1035, '2024-01-31', '2024-05-31'],
    ['fiscal-quarters', 12, 120, '2024-03-31', '2024-12-31'],
    ['half-swapped-dates', 61, 731, '2024-01-01', '2024-12-05'],
    ['hijri', 12, 120, '2023-07-28', '2024-01-03'],
    ['iso-week-year-end', 10, 100, '2020-12-27', '2025-01-06'],
    ['japanese-era', 12, 120, '2024-01-10', '2024-06-21'],
    ['js-dates', 12, 120, '2024-01-10', '2024-06-21'],
    ['money-styles', 8, 2107.25, '2024-01-05', '2024-01-12'],
    ['month-only-yyyymm', 24, 240, '2024-01-01', '2024-06-01'],
    ['one-typo-year', 60, 3570, '2024-01-05', '2024-06-24'],
    ['padded-number-format', 12, 1266, '2024-01-28', '2024-06-28'],
    ['refund-before-purchase', 5, -5, '2024-01-31', '2024-03-01'],
    ['spanish-pm', 12, 120, '2024-01-10', '2024-06-21'],
    ['thousand-apostrophes', 24, 29088, '2024-01-01', '2024-06-24'],
    ['thousand-nbsp', 24, 29088, '2024-01-01', '2024-06-24'],
    ['two-date-columns-same-name', 20, 390, '2024-01-10', '2024-06-10'],
    ['weekday-dates', 12, 120, '2024-01-10', '2024-06-21'],
    ['zone-names', 12, 120, '2024-01-10', '2024-06-21'],
  ] as const)('%s: %i lines of %d from %s to %s, none rejected', async (name, lines, net, from, until) => {
    const { summary } = await bringCase(name);
    expect(summary).toMatchObject({
      transaction_lines: lines,
      net,
      observed_from: from,
      observed_until: until,
    });
    expect(summary.files.filter(({ rows_rejected }) => rows_rejected > 0)).toEqual([]);
  });

  oracle('stamps are moved to a zone that is asked for', async () =>
    expect(
      (await bringCase('evening-orders-month-end', ['--set', 'workspace.time_zone=Etc/UTC'])).summary,
    ).toMatchObject({ observed_from: '2024-02-01', observed_until: '2024-06-01', time_zone: 'Etc/UTC' }),
  );

  oracle('days before and after New Year lie in the weeks that ISO 8601 gives them', async () => {
    const { rows } = await bringCase('iso-week-year-end', ['--set', 'cohort_retention.unit=week']);
    const cohorts = new Map(rows('cohort_retention').map(({ cohort, cohort_size }) => [cohort, Number(cohort_size)]));
    const weeks = new Set(['2020-W52', '2020-W53', '2021-W01', '2024-W52', '2025-W01', '2025-W02']);
    expect([...cohorts.keys()].every((week) => weeks.has(week))).toBe(true);
    expect([...cohorts.values()].reduce((sum, size) => sum + size, 0)).toBe(5);
  });

  oracle.each([
    ['dates-under-13', 'date_order'],
    ['buddhist-years', 'calendar'],
    ['hijri', 'calendar'],
    ['fiscal-quarters', 'fiscal_start'],
  ])('%s asks for the %s', async (name, code) => expect((await bringCase(name)).asked).toEqual([code]));

  oracle.each([
    ['ended-on-1900', 'days_not_meant 26'],
    ['ended-on-9999', 'days_not_meant 26'],
    ['ended-on-zero-date', 'days_not_meant 26'],
    ['open-end-9999', 'days_not_meant 26'],
    ['one-typo-year', 'far_day 1'],
    ['half-swapped-dates', 'dates_swapped 24'],
    ['two-date-columns-same-name', 'doubled_heading 2'],
  ])('%s says %s', async (name, notice) => expect((await bringCase(name)).noticed).toEqual([notice]));

  oracle('a purchase on a day that cannot be is a purchase, and moves no end', async () =>
    expect((await bringCase('one-typo-year')).summary).toMatchObject({
      purchases: 60,
      customers_with_purchases: 9,
      observed_until: '2024-06-24',
    }),
  );

  oracle.each(['date-9999.csv', 'date-3022.csv'])(
    '%s: one day that cannot be among a thousand is said, and moves nothing',
    async (file) => {
      const { summary, noticed } = await bringFiles([sharedCase(`hostile/${file}`)]);
      expect(summary).toMatchObject({
        transaction_lines: 1_000,
        customers: 100,
        net: 54_870,
        observed_from: '2022-01-01',
        observed_until: '2023-12-31',
      });
      expect(noticed).toEqual(['far_day 1']);
    },
  );
});
