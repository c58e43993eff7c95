import { describe, expect, test } from 'vitest';
import { parseIsoDay } from '../../../src/domain/calendar';
import { buildFacts } from '../../../src/facts/build';
import type { Line } from '../../support/histories';
import { datasetOf } from '../../support/histories';
import { withContracts, withTenures, type Contract } from '../support/arbitrary';
import { ask, rowsIn } from '../support/ask';

const day = (text: string) => parseIsoDay(text)!;
const under = (
  customer: string,
  start: string,
  endedOn: string | null = null,
  more: Partial<Contract> = {},
): Contract => ({
  customer,
  start: day(start),
  endOfTerm: null,
  endedOn: endedOn === null ? null : day(endedOn),
  strategy: null,
  ...more,
});
const contracts = (...all: Contract[]) => withContracts(datasetOf([]), all);
const bought = (customer: string, ...days: string[]): Line[] =>
  days.map((text) => ({ customer, day: day(text), order: `${customer} ${text}`, amount: 10 }));
type Row = readonly [t: number, atRisk: number, events: number, censored: number];
const rows = (asked: ReturnType<typeof ask>) =>
  rowsIn(asked.table).map((row): Row => [
    Number(row['t']),
    Number(row['at_risk']),
    Number(row['events']),
    Number(row['censored']),
  ]);
/** Open for long, so that observation goes on until then. */
const until = (text: string) => under('zoe', text);

describe('a stay by contract', () => {
  test('runs from the start to the end; who has not left is lost from view at the end of observation', () => {
    const data = contracts(under('ann', '2024-01-01', '2024-01-11'), under('bob', '2024-01-01'), until('2024-01-21'));
    expect(rows(ask('survival', data))).toEqual([
      [0, 3, 0, 1],
      [10, 2, 1, 0],
      [20, 1, 0, 1],
    ]);
  });
  test('goes on while contracts overlap or follow by the next day', () => {
    const followed = contracts(
      under('ann', '2024-01-01', '2024-01-11'),
      under('ann', '2024-01-12', '2024-01-15'),
      under('ann', '2024-01-05', '2024-01-08'),
    );
    expect(rows(ask('survival', followed))).toEqual([[14, 1, 1, 0]]);
  });
  test('has ended where a day lies between: the next contract is a return', () => {
    const returned = contracts(under('ann', '2024-01-01', '2024-01-11'), under('ann', '2024-01-13'));
    expect(rows(ask('survival', returned))).toEqual([[10, 1, 1, 0]]);
  });
  test('says nothing where it ends before it begins, or on no day', () => {
    const odd = contracts(
      under('ann', '2024-01-10', '2024-01-01'),
      under('bob', '2024-01-01', null, { churned: 'yes' }),
      under('cat', '2024-01-01', '2024-01-04'),
    );
    expect(rows(ask('survival', odd))).toEqual([[3, 1, 1, 0]]);
  });
  test('had not ended yet where observation ends before, and a planned end of term is no ending', () => {
    const data = contracts(under('ann', '2024-01-01', '2024-03-01', { endOfTerm: day('2024-02-01'), churned: 'yes' }));
    const facts = buildFacts(data, { until: day('2024-01-31') });
    expect(rows(ask('survival', facts))).toEqual([[30, 1, 0, 1]]);
    expect(facts.contracts!.endOfTerm[0]).toBe(day('2024-02-01'));
  });
});

test('a tenure is the stay in its unit; of several the longest, ended when all are', () => {
  const data = withTenures(datasetOf([]), [
    { customer: 'ann', tenure: 2.5, churned: 'yes' },
    { customer: 'bob', tenure: 3, churned: 'yes' },
    { customer: 'bob', tenure: 1, churned: 'no' },
    { customer: 'cat', tenure: 0, churned: 'no' },
  ]);
  const asked = ask('survival', data);
  expect(rows(asked)).toEqual([
    [0, 3, 0, 1],
    [2.5, 2, 1, 0],
    [3, 1, 0, 1],
  ]);
  expect(asked.table['unit'][0]).toBe('months');
});

describe('a stay by purchases, read at the last purchase', () => {
  const lines = [
    ...bought('ann', '2024-01-01', '2024-01-20'),
    ...bought('bob', '2024-01-10', '2024-03-01'),
    ...bought('cat', '2024-01-15', '2024-02-10', '2024-03-05'),
    ...bought('dan', '2024-02-10'),
  ];
  const options = { lapse_days: 30 };
  test('ends on the first purchase day that no other follows within N, and is censored N days before the end', () => {
    // Observed until 5 March: it can be told up to 4 February. Ann left on 20 January, Bob on his first day, whatever he bought in
    // March; Cat was still coming on 4 February; Dan came later and is left out.
    expect(rows(ask('survival', lines, [], options))).toEqual([
      [0, 3, 1, 0],
      [19, 2, 1, 0],
      [20, 1, 0, 1],
    ]);
  });
  test('a purchase on day N keeps it going', () => {
    expect(rows(ask('survival', bought('ann', '2024-01-01', '2024-01-31'), [], options))).toEqual([[0, 1, 0, 1]]);
    expect(rows(ask('survival', bought('ann', '2024-01-01', '2024-02-01'), [], options))).toEqual([[0, 1, 1, 0]]);
  });
  test('members of a row are those counted in it', () => {
    const asked = ask('survival', lines, [], options);
    expect(asked.members({ stratum: 'all', t: 0 }, 'at_risk')).toHaveLength(3);
    expect(asked.members({ stratum: 'all', t: 0 }, 'events')).toHaveLength(1);
  });
  test('nobody is judged where the file is shorter than N', () => {
    expect(rows(ask('survival', bought('ann', '2024-01-01', '2024-01-31')))).toEqual([]);
  });
});

describe('a stay by purchases that ends N days later', () => {
  const lines = [...bought('ann', '2024-01-01', '2024-01-20'), ...bought('bob', '2024-01-10', '2024-03-01')];
  const options = { lapse_days: 30, lapse_at: 'n_days_later' };
  test('ends N days after the first purchase day that no other follows within N', () => {
    // Ann: 20 January + 30 = 19 February. Bob: 10 January + 30, whatever he bought in March.
    expect(rows(ask('survival', lines, [], options))).toEqual([
      [30, 2, 1, 0],
      [49, 1, 1, 0],
    ]);
  });
  test('ends on day N itself: a purchase then still keeps it going', () => {
    expect(rows(ask('survival', bought('ann', '2024-01-01', '2024-01-31'), [], options))).toEqual([[30, 1, 0, 1]]);
  });
  test('does not move with a filter of lines: it is with the company', () => {
    const tea = lines.map((line, at) => ({ ...line, category: at === 0 ? 'tea' : 'cups' }));
    const only = [{ kind: 'line', field: 'category', values: ['tea'] }] as const;
    expect(rows(ask('survival', tea, only, options))).toEqual(rows(ask('survival', tea, [], options)));
  });
});

describe('a window', () => {
  const data = contracts(
    under('ann', '2024-01-01', '2024-01-11'),
    under('bob', '2024-01-01', '2024-02-10'),
    under('cat', '2024-01-26'),
    until('2024-03-01'),
  );
  const from = (first: string, last: string | null = null) =>
    [{ kind: 'window', from: day(first), until: last === null ? null : day(last) }] as const;
  test('lets those who were there before enter late, on its first day', () => {
    const asked = ask('survival', data, from('2024-01-21'));
    // Ann is gone before. Bob enters at 20 and leaves at 40; Cat is there from 0 to 35.
    expect(rows(asked)).toEqual([
      [0, 2, 0, 1],
      [35, 2, 0, 1],
      [40, 1, 1, 0],
    ]);
    expect(asked.members({ stratum: 'all', t: 35 }, 'at_risk')).toHaveLength(2);
  });
  test('loses from view, on its last day, those who stay beyond it', () => {
    expect(rows(ask('survival', data, from('2024-01-01', '2024-01-31')))).toEqual([
      [5, 3, 0, 1],
      [10, 2, 1, 0],
      [30, 1, 0, 1],
    ]);
  });
  test('sees who leaves on its first day', () => {
    expect(rows(ask('survival', data, from('2024-02-10', '2024-02-12'))).slice(0, 2)).toEqual([
      [17, 1, 0, 1],
      [40, 1, 1, 0],
    ]);
  });
});

describe('strata', () => {
  const data = contracts(
    under('ann', '2024-01-01', '2024-01-05', { strategy: 'reward' }),
    under('bob', '2024-01-01', '2024-01-07', { strategy: 'penalty' }),
    under('cat', '2024-01-01', '2024-01-09'),
  );
  test('stand in the order of their names, a blank first, and name nobody twice', () => {
    const { table } = ask('survival_summary', data, [], { by: 'strategy' });
    expect(table['stratum']).toEqual(['', 'penalty', 'reward']);
    expect([...(table['n'] as Float64Array)]).toEqual([1, 1, 1]);
    // tau is the smallest of the longest times.
    expect([...(table['tau'] as Float64Array)]).toEqual([4, 4, 4]);
    expect([...(table['rmst'] as Float64Array)]).toEqual([4, 4, 4]);
  });
  test('of a column that there is not are refused, as are too many', () => {
    expect(() => ask('survival', data, [], { by: 'Plan' })).toThrow('unknown-filter-field');
    const lines = Array.from({ length: 61 }, (_, at): Line => ({
      customer: `${at}`,
      day: 20_000,
      amount: 1,
      attributes: { Name: `n${at}` },
    }));
    expect(() => ask('survival', lines, [], { by: 'Name', lapse_days: 5, lapse_at: 'n_days_later' })).toThrow(
      'too-many-groups',
    );
  });
  test('one of them has nothing to be tested against; from three on pairs are adjusted', () => {
    expect(rowsIn(ask('survival_tests', data).table)).toEqual([]);
    const { table } = ask('survival_tests', data, [], { by: 'strategy' });
    const subjects = (table['subject'] as string[]).filter((_, row) => table['test'][row] === 'logrank');
    expect(subjects).toEqual(['all', 'penalty|reward', '|penalty', '|reward']);
  });
  test('a stratum that nobody leaves has a row without figures, and does not spoil the others', () => {
    const three = contracts(
      ...['a', 'b', 'c'].flatMap((strategy, at) => [
        under(`${strategy}1`, '2024-01-01', strategy === 'b' ? null : `2024-01-0${3 + at}`, { strategy }),
        under(`${strategy}2`, '2024-01-01', strategy === 'b' ? null : `2024-01-${11 + at}`, { strategy }),
      ]),
    );
    const cox = rowsIn(ask('survival_tests', three, [], { by: 'strategy' }).table).filter(
      (row) => row['test'] === 'cox',
    );
    expect(cox.map((row) => [row['subject'], Number.isNaN(row['coef'])])).toEqual([
      ['b', true],
      ['c', false],
    ]);
  });
});
