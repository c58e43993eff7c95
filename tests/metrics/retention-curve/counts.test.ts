import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseIsoDay } from '../../../src/domain/calendar';
import { arbitraryFilter, arbitraryLines, type Line } from '../../support/histories';
import { arbitraryOptions } from '../support/arbitrary';
import { ask, rowsIn } from '../support/ask';

const bought = (customer: string, ...days: string[]): Line[] =>
  days.map((day) => ({ customer, day: parseIsoDay(day)!, order: `${customer} ${day}`, amount: 10 }));

const shop = [
  ...bought('ann', '2024-01-05', '2024-03-31'),
  ...bought('bob', '2024-01-31'),
  ...bought('cat', '2024-02-01', '2024-03-01'),
];

test('a cohort counts with its whole size even where nobody bought', () => {
  const { table } = ask('retention_curve', shop);
  expect([...table['eligible']]).toEqual([3, 3, 2]);
  expect([...table['active']]).toEqual([3, 1, 1]);
});

test('a window cuts the periods that it does not hold whole', () => {
  const window = { kind: 'window', from: parseIsoDay('2024-02-01'), until: null } as const;
  const { table } = ask('retention_curve', shop, [window]);
  expect([...table['period']]).toEqual([0, 1, 2]);
  expect([...table['eligible']]).toEqual([1, 3, 2]);
  expect([...table['active']]).toEqual([1, 1, 1]);
});

test('a window as wide as the observed time, or open at an end, cuts nothing', () => {
  const whole = ask('retention_curve', shop).table;
  const days = { kind: 'window', from: parseIsoDay('2024-01-05'), until: parseIsoDay('2024-03-31') } as const;
  for (const window of [days, { ...days, from: null }, { ...days, until: null }]) {
    expect(ask('retention_curve', shop, [window]).table).toEqual(whole);
  }
});

test('it is the sum of the complete cells of the cohort table', () => {
  fc.assert(
    fc.property(arbitraryLines, arbitraryFilter, arbitraryOptions('retention_curve'), (lines, filter, given) => {
      const options = { ...given, by: '' };
      const cells = ask('cohort_retention', lines, filter, options).table;
      const sums = new Map<number, [number, number]>();
      cells['complete'].forEach((complete, row) => {
        const sum = sums.get(Number(cells['period'][row])) ?? [0, 0];
        if (!complete) return;
        sums.set(Number(cells['period'][row]), [
          sum[0] + Number(cells['cohort_size'][row]),
          sum[1] + Number(cells['active'][row]),
        ]);
      });
      const { table } = ask('retention_curve', lines, filter, options);
      const curve = Array.from(table['period'] as Float64Array, (period, row) => [
        period,
        Number(table['eligible'][row]),
        Number(table['active'][row]),
      ]);
      expect(curve).toEqual([...sums].sort(([a], [b]) => a - b).map(([period, sum]) => [period, ...sum]));
    }),
  );
});

test('broken down, the groups add up to the whole curve', () => {
  fc.assert(
    fc.property(arbitraryLines, arbitraryFilter, arbitraryOptions('retention_curve'), (lines, filter, options) => {
      const sumOf = (by: string) => {
        const sums = new Map<number, [number, number]>();
        for (const row of rowsIn(ask('retention_curve', lines, filter, { ...options, by }).table)) {
          const [eligible, active] = sums.get(Number(row['period'])) ?? [0, 0];
          sums.set(Number(row['period']), [eligible + Number(row['eligible']), active + Number(row['active'])]);
        }
        return [...sums].sort(([a], [b]) => a - b);
      };
      expect(sumOf('Colour')).toEqual(sumOf(''));
    }),
  );
});
