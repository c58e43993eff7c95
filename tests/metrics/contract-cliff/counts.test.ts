import { expect, test } from 'vitest';
import { parseIsoDay } from '../../../src/domain/calendar';
import { datasetOf } from '../../support/histories';
import { withContracts, type Contract } from '../support/arbitrary';
import { ask, rowsIn } from '../support/ask';

const day = (text: string) => parseIsoDay(text)!;
const term = (
  customer: string,
  start: string,
  endOfTerm: string | null,
  endedOn: string | null,
  strategy = 'penalty',
): Contract => ({
  customer,
  start: day(start),
  endOfTerm: endOfTerm === null ? null : day(endOfTerm),
  endedOn: endedOn === null ? null : day(endedOn),
  strategy,
});
const cliff = (...contracts: Contract[]) => ask('contract_cliff', withContracts(datasetOf([]), contracts));
const cell = (asked: ReturnType<typeof cliff>, month: number, strategy = 'penalty') => {
  const row = rowsIn(asked.table).find((one) => one['strategy'] === strategy && one['months_from_end'] === month);
  return row ? [row['at_risk'], row['ended']] : null;
};
const watch = term('zoe', '2025-12-31', null, null);

test('who leaves on the last day of the term leaves before its end; the day after is month 0', () => {
  const on = cliff(
    term('ann', '2024-01-01', '2024-12-31', '2024-12-31'),
    term('bob', '2024-01-01', '2024-12-31', '2025-01-01'),
    watch,
  );
  expect(cell(on, -1)).toEqual([2, 1]);
  expect(cell(on, 0)).toEqual([1, 1]);
  expect(cell(on, 1)).toBeNull();
});

test('a month that is not over yet, or began before the contract, is not counted', () => {
  const asked = cliff(term('ann', '2024-01-15', '2024-12-31', null), term('zoe', '2025-01-30', null, null));
  expect(cell(asked, -12)).toBeNull();
  expect(cell(asked, -11)).toEqual([1, 0]);
  expect(cell(asked, -1)).toEqual([1, 0]);
  expect(cell(asked, 0)).toBeNull();
});

test('a day that a month lacks becomes its last', () => {
  // The term ends on 30 January: months begin on the 31st, or on the last day.
  const asked = cliff(
    term('ann', '2024-01-01', '2024-01-30', '2024-02-28'),
    term('bob', '2024-01-01', '2024-01-30', '2024-02-29'),
    watch,
  );
  expect(cell(asked, 0)).toEqual([2, 1]);
  expect(cell(asked, 1)).toEqual([1, 1]);
});

test('a renewal is no leaving, and one who has two contracts counts once', () => {
  const renewed = cliff(
    term('ann', '2024-01-01', '2024-12-31', '2024-12-31'),
    term('ann', '2025-01-01', '2025-12-31', null),
    watch,
  );
  expect(cell(renewed, -1)).toEqual([1, 0]);
  const twice = cliff(
    term('ann', '2024-01-01', '2024-12-31', null),
    term('ann', '2024-01-01', '2024-12-31', '2025-01-05'),
    watch,
  );
  expect(cell(twice, 0)).toEqual([1, 0]);
});

test('the cliff ratio by hand: half of four after the end, against one of eight in the six months before', () => {
  const people = Array.from({ length: 8 }, (_, at) =>
    term(`c${at}`, '2024-01-01', '2024-12-31', at < 1 ? '2024-12-15' : at < 4 ? '2025-01-10' : null),
  );
  const { table } = cliff(...people, watch);
  const row = rowsIn(table).find((one) => one['months_from_end'] === 0)!;
  // Hazards before: five months of 0, one of 1/8; after: 3 of 7.
  expect(row['ratio']).toBeCloseTo(3 / 7 / (1 / 8 / 6), 12);
  const variance = (p: number, n: number) => (p * (1 - p)) / n;
  const error = Math.sqrt(variance(3 / 7, 7) / (3 / 7) ** 2 + variance(1 / 8, 8) / 36 / (1 / 48) ** 2);
  expect(row['ratio_high']).toBeCloseTo((3 / 7 / (1 / 48)) * Math.exp(1.959963984540054 * error), 9);
});

test('without anybody leaving before there is no ratio', () => {
  const { table } = cliff(term('ann', '2024-01-01', '2024-12-31', '2025-01-10'), watch);
  expect(rowsIn(table).every((row) => Number.isNaN(row['ratio']))).toBe(true);
});
