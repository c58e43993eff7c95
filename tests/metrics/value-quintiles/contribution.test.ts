import { expect, test } from 'vitest';
import { winningCosts } from '../../../src/facts/winning-costs';
import { datasetOf, type Line } from '../../support/histories';
import { withSpendAndSurveys, withStages } from '../support/arbitrary';
import { ask, factsOf, rowsIn } from '../support/ask';

const DAY = 20_000;
const bought = (customer: string, profit: number, day = DAY): Line => ({
  customer,
  day,
  order: `${customer}${day}`,
  amount: 2 * profit,
  profit,
});
const lines = [bought('ann', 50), bought('bob', 40), bought('cat', 10), bought('cat', 1, DAY + 40), bought('dan', 5)];
const touch = (customer: string, channel: string, day = DAY) => ({ customer, channel, day, stage: null });
/** Radio won ann and cat, whose later contact does not count; mail won bob. Nobody knows how dan came. TV won nobody. */
const company = (spend: readonly (readonly [channel: string | null, amount: number])[]) =>
  withSpendAndSurveys(
    withStages(
      datasetOf(lines),
      [],
      [touch('ann', 'radio', DAY - 9), touch('ann', 'mail'), touch('cat', 'radio'), touch('bob', 'mail')],
    ),
    spend.map(([channel, amount]) => ({ day: DAY - 400, channel, amount })),
    [],
  );
const spend = [
  ['radio', 600_001],
  ['mail', 450_000],
  ['TV', 990_000],
  [null, 990_000],
] as const;

test('what a channel cost is shared out among those whose first contact it was, to the last unit', () => {
  const { facts } = ask('value_quintiles', company(spend));
  const costs = winningCosts(facts)!;
  expect(Object.fromEntries(facts.customers.ids.map((id, at) => [id, costs[at]]))).toEqual({
    ann: 300_001,
    bob: 450_000,
    cat: 300_000,
    dan: 0,
  });
});

test('by contribution the order is another one, and each fifth has what is left of its profit', () => {
  const rows = rowsIn(ask('value_quintiles', company(spend), [], { by: 'contribution' }).table);
  // Ann 50 - 30, dan 5, bob 40 - 45, cat 11 - 30.
  expect(rows.map((row) => [row['profit'], row['contribution']])).toEqual([
    [500_000, 199_999],
    [50_000, 50_000],
    [400_000, -50_000],
    [110_000, -190_000],
  ]);
  const total = 199_999 + 50_000 - 50_000 - 190_000;
  expect(rows[0]['share_of_contribution']).toBeCloseTo(199_999 / total, 12);
  const curve = ask('value_curve', company(spend), [], { by: 'contribution' }).table;
  expect([curve['value'][25], curve['value'][100], curve['loss_makers'][100]]).toEqual([199_999, total, 2]);
});

test('who was won before the days in view cost nothing in them', () => {
  const later = [{ kind: 'window', from: DAY + 1, until: null }] as const;
  const rows = rowsIn(ask('value_quintiles', company(spend), later, { by: 'contribution' }).table);
  expect(rows.map((row) => row['contribution'])).toEqual([NaN, NaN, NaN, NaN]);
  expect(ask('value_curve', company(spend), later, { by: 'contribution' }).table['value'][100]).toBe(10_000);
});

test('where nothing tells what winning cost, contribution is profit, and the page does not show it', () => {
  for (const data of [datasetOf(lines), company([['TV', 1]]), company([])]) {
    const byContribution = ask('value_quintiles', data, [], { by: 'contribution' });
    expect([...byContribution.table['profit']]).toEqual([...ask('value_quintiles', data).table['profit']]);
    expect([...byContribution.table['contribution']].every(Number.isNaN)).toBe(true);
  }
  expect(winningCosts(factsOf(lines))).toBeNull();
});
