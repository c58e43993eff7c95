import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildFacts } from '../../../src/facts/build';
import { FUNNEL_STAGES } from '../../../src/domain/lifecycle';
import { sqlJsEngine } from '../../support/engines';
import { arbitraryFilter, datasetOf, type Line } from '../../support/histories';
import { arbitraryLifecycle, arbitraryOptions, withStages } from '../support/arbitrary';
import { ask, rowsIn } from '../support/ask';
import { lifecycleFunnel } from '../../../src/metrics/lifecycle-funnel/definition';
import { missingFields, type AnyOptions } from '../../../src/metrics/metric';

type Touch = readonly [customer: string, day: number, stage: string];
const shop = (lines: readonly Line[], touches: readonly Touch[] = [], stages: Readonly<Record<string, string>> = {}) =>
  buildFacts(
    withStages(
      datasetOf(lines),
      Object.entries(stages).map(([customer, stage]) => ({ customer, stage, days: [null, null] })),
      touches.map(([customer, day, stage]) => ({ customer, stage, day })),
    ),
  );
const bought = (customer: string, day: number, category = 'tea'): Line => ({
  customer,
  day,
  order: `${customer} ${day}`,
  category,
  amount: 1,
});

function stagesIn(facts: ReturnType<typeof shop>, reading: string, options: AnyOptions = {}) {
  const rows = rowsIn(ask('lifecycle_funnel', facts, [], options).table).filter((row) => row['reading'] === reading);
  return rows.map((row) => [row['stage'], row['customers'], row['median_days_from_previous']]);
}

describe('in order', () => {
  test('a step counts on or after the last, on one day in stage order', () => {
    const facts = shop(
      [bought('ann', 30)],
      [
        ['ann', 20, 'aware'],
        ['ann', 10, 'considers'],
        ['ann', 20, 'considers'],
        ['ann', 5, 'evaluates'],
      ],
    );
    expect(stagesIn(facts, 'in_order')).toEqual([
      ['aware', 1, NaN],
      ['considers', 1, 0],
      ['evaluates', 0, NaN],
      ['customer', 0, NaN],
      ['repeat_customer', 0, NaN],
      ['grown', 0, NaN],
    ]);
  });
  test('being a customer lasts: it counts from the step before, if that came later', () => {
    const facts = shop([bought('ann', 10), bought('ann', 12)], [['ann', 20, 'aware']]);
    expect(stagesIn(facts, 'in_order').slice(0, 3)).toEqual([
      ['aware', 1, NaN],
      ['customer', 1, 0],
      ['repeat_customer', 1, 0],
    ]);
  });
  test('a stage without a date has no place in an order', () => {
    const facts = shop([bought('ann', 10)], [], { ann: 'aware' });
    expect(stagesIn(facts, 'in_order').slice(0, 2)).toEqual([
      ['aware', 0, NaN],
      ['customer', 0, NaN],
    ]);
  });
});

describe('reached', () => {
  test('an implied stage is entered on the earliest day of it or any later one', () => {
    const facts = shop(
      [bought('ann', 10)],
      [
        ['ann', 20, 'aware'],
        ['bob', 3, 'aware'],
        ['bob', 8, 'considers'],
      ],
    );
    // ann was aware on day 10, by her purchase; considering too. bob took 5 days.
    expect(stagesIn(facts, 'reached').slice(0, 3)).toEqual([
      ['aware', 2, NaN],
      ['considers', 2, 2.5],
      ['customer', 1, 0],
    ]);
  });
  test('a stage held without a date counts, and the earlier with it, without days', () => {
    const facts = shop([bought('ann', 10)], [['bob', 3, 'aware']], { bob: 'considers', eve: 'considers' });
    expect(stagesIn(facts, 'reached').slice(0, 3)).toEqual([
      ['aware', 3, NaN],
      ['considers', 3, 0],
      ['customer', 1, 0],
    ]);
  });
  test('once there are transactions only they make a customer', () => {
    const facts = shop([bought('ann', 10)], [['eve', 3, 'aware']], { eve: 'customer' });
    expect(stagesIn(facts, 'reached').slice(0, 2)).toEqual([
      ['aware', 2, NaN],
      ['customer', 1, 0],
    ]);
  });
  test('without transactions a stage column may make one', () => {
    const people = [
      { customer: 'ann', stage: 'customer', days: [null, null] },
      { customer: 'bob', stage: 'aware', days: [null, null] },
    ];
    const facts = buildFacts({ ...withStages(datasetOf([]), people, []), transactions: null });
    expect(stagesIn(facts, 'reached')).toEqual([
      ['aware', 2, NaN],
      ['customer', 1, NaN],
    ]);
  });
  test('grown needs a later day and a category not bought on the first', () => {
    const lines = [
      bought('ann', 1, 'tea'),
      { ...bought('ann', 1, 'cups'), order: 'other' },
      bought('ann', 5, 'cups'),
      bought('bob', 1),
      bought('bob', 2),
      bought('bob', 9, 'milk'),
    ];
    expect(stagesIn(shop(lines), 'reached')).toEqual([
      ['customer', 2, NaN],
      ['repeat_customer', 2, 2.5],
      ['grown', 1, 7],
    ]);
  });
});

test('window days count from the first step, the last of them included', () => {
  const facts = shop([bought('ann', 10), bought('ann', 20), bought('bob', 1), bought('bob', 12)]);
  expect(stagesIn(facts, 'reached', { window_days: 10 }).map((row) => row[1])).toEqual([2, 1, 0]);
});

test('steps choose, in stage order, and an unknown one is refused', () => {
  const facts = shop([bought('ann', 10), bought('ann', 20, 'cups')], [['ann', 1, 'aware']]);
  expect(stagesIn(facts, 'reached', { steps: 'grown; aware' })).toEqual([
    ['aware', 1, NaN],
    ['grown', 1, 19],
  ]);
  expect(() => stagesIn(facts, 'reached', { steps: 'happy' })).toThrow('wrong-usage');
});

test('a breakdown leads with its groups, the blank one too; an unknown attribute is refused', () => {
  const facts = shop([
    { ...bought('ann', 1), attributes: { Colour: 'red' } },
    { ...bought('bob', 1), attributes: { Colour: null } },
  ]);
  const { table } = ask('lifecycle_funnel', facts, [], { by: 'colour' });
  expect(Object.keys(table)[0]).toBe('group');
  expect(rowsIn(table).filter((row) => row['stage'] === 'customer').map((row) => [row['group'], row['reading'], row['customers']])).toEqual([
    ['', 'in_order', 1], ['', 'reached', 1], ['red', 'in_order', 1], ['red', 'reached', 1],
  ]); // prettier-ignore
  expect(Object.keys(ask('lifecycle_funnel', facts).table)).not.toContain('group');
  expect(() => ask('lifecycle_funnel', facts, [], { by: 'size' })).toThrow('unknown-filter-field');
});

test('counts never rise from stage to stage, and days are never negative', () => {
  fc.assert(
    fc.property(
      arbitraryLifecycle,
      arbitraryFilter,
      arbitraryOptions('lifecycle_funnel'),
      ({ dataset }, filter, options) => {
        const rows = rowsIn(ask('lifecycle_funnel', dataset, filter, options).table);
        rows.forEach((row, at) => {
          const before =
            at > 0 && rows[at - 1]['reading'] === row['reading'] && rows[at - 1]['group'] === row['group']
              ? rows[at - 1]
              : null;
          if (before) expect(Number(row['customers'])).toBeLessThanOrEqual(Number(before['customers']));
          expect(Number(row['median_days_from_previous']) < 0).toBe(false);
        });
      },
    ),
  );
});

test('dates of nobody bring no funnel to life: it wants customers with dates, or stages', () => {
  const wanted = (fields: readonly string[]) => missingFields(lifecycleFunnel, new Set(fields));
  expect(wanted(['transactions.date', 'transactions.order'])).toContain('transactions.customer');
  expect(wanted(['transactions.customer', 'transactions.order'])).toContain('transactions.date');
  expect(wanted(['transactions.customer', 'transactions.date'])).toEqual([]);
  expect(wanted(['customers.stage'])).toEqual([]);
});

describe('without transactions', () => {
  const touched = (touches: readonly Touch[]) =>
    buildFacts({
      ...withStages(
        datasetOf([]),
        [],
        touches.map(([customer, day, stage]) => ({ customer, stage, day })),
      ),
      transactions: null,
    });
  test('a dated stage of being a customer is a step, and implies the earlier ones', () => {
    const facts = touched([
      ['ann', 10, 'aware'],
      ['bob', 12, 'customer'],
      ['ann', 20, 'customer'],
      ['ann', 25, 'customer'],
    ]);
    expect(stagesIn(facts, 'reached')).toEqual([
      ['aware', 2, NaN],
      ['customer', 2, 5],
    ]);
    expect(stagesIn(facts, 'in_order')).toEqual([
      ['aware', 1, NaN],
      ['customer', 1, 10],
    ]);
  });
  test('the kernel gives what the SQL defines', { timeout: 120_000 }, async () => {
    const touch = fc.tuple(
      fc.constantFrom('ann', 'bob', 'cat'),
      fc.integer({ min: 19_700, max: 19_720 }),
      fc.constantFrom(...FUNNEL_STAGES),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(touch, { minLength: 1, maxLength: 8 }), async (touches) => {
        const facts = touched(touches);
        const engine = await sqlJsEngine(facts);
        const asked = ask('lifecycle_funnel', facts, [], {});
        const answer = await engine.run(asked.sql, [], asked.options, asked.queryTables);
        const names = Object.keys(lifecycleFunnel.base);
        const rows = answer.rows.map((row) => names.map((name) => row[answer.columns.indexOf(name)]));
        const own = Array.from(asked.base[names[0]], (_, row) => names.map((name) => asked.base[name][row]));
        const text = (some: readonly (readonly unknown[])[]) => some.map((row) => row.join(' ')).sort();
        expect(text(own)).toEqual(text(rows));
      }),
      { numRuns: 15 },
    );
  });
});
