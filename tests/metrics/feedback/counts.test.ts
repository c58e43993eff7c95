import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildFacts } from '../../../src/facts/build';
import { facetsOf } from '../../../src/engine/facets';
import { scopeOf } from '../../../src/facts/scope';
import type { Filter } from '../../../src/domain/filter';
import { duckEngine, sqlJsEngine } from '../../support/engines';
import { datasetOf, type Line } from '../../support/histories';
import { withSpendAndSurveys } from '../support/arbitrary';
import { ask, rowsIn } from '../support/ask';

type Answers = Parameters<typeof withSpendAndSurveys>[2];
const surveyed = (answers: Answers, lines: readonly Line[] = []) => withSpendAndSurveys(datasetOf(lines), [], answers);
const given = (customer: string, score: number, day = 20_000) => ({ customer, score, day });
const counts = (data: ReturnType<typeof surveyed>, filter: Filter = [], options = {}) =>
  rowsIn(ask('feedback', data, filter, options).table).map((row) => [
    row['group'],
    row['promoters'],
    row['passives'],
    row['detractors'],
  ]);
const line = (customer: string, more: Partial<Line> = {}): Line => ({ customer, day: 19_990, amount: 1, ...more });

describe('who is counted, and as what', () => {
  test('9 and 10 promote, 7 and 8 are passive, 0 to 6 detract', () => {
    const answers = Array.from({ length: 11 }, (_, score) => given(`c${score}`, score));
    expect(counts(surveyed(answers))).toEqual([['all', 2, 2, 7]]);
  });
  test('every answer counts; the lists hold a customer once, and in each band answered in', () => {
    const answers = [given('ann', 0, 19_999), given('ann', 10), given('bob', 9, 19_000), given('bob', 9)];
    expect(counts(surveyed(answers))).toEqual([['all', 3, 0, 1]]);
    const asked = ask('feedback', surveyed(answers));
    const [row] = rowsIn(asked.table);
    expect([row['people'], row['promoting'], row['detracting']]).toEqual([2, 2, 1]);
    expect([...asked.members(row, 'promoting')]).toEqual([0, 1]);
    expect([...asked.members(row, 'detracting')]).toEqual([0]);
  });
  test('only answers inside the window', () => {
    const data = surveyed([given('ann', 0, 19_999), given('ann', 10), given('bob', 9)]);
    const until = (day: number): Filter => [{ kind: 'window', from: null, until: day }];
    expect(counts(data, until(19_999))).toEqual([['all', 0, 0, 1]]);
    expect(counts(data, until(19_000))).toEqual([]);
  });
  test('customers whom no other file knows have answered too; the lists are theirs', () => {
    const asked = ask('feedback', surveyed([given('ann', 10), given('zoe', 2)], [line('ann')]));
    const [row] = rowsIn(asked.table);
    expect([...asked.members(row, 'detracting')].map((at) => asked.facts.customers.ids[at])).toEqual(['zoe']);
  });
});

describe('the filter by what was answered', () => {
  const answers = [given('ann', 0, 19_999), given('ann', 10), given('bob', 9), given('cat', 7)];
  const data = surveyed(
    answers,
    ['ann', 'bob', 'cat', 'dan'].map((customer) => line(customer)),
  );
  const kept = (values: readonly string[], of = data) => {
    const facts = buildFacts(of);
    const { customer } = scopeOf(facts, [{ kind: 'customer', field: 'survey_answer', values }]);
    return facts.customers.ids.filter((_, at) => customer[at] === 1);
  };
  test('keeps whoever answered so on any day, once for each answer given', () => {
    expect([['9-10'], ['7-8'], ['0-6'], ['0-6', '7-8', '9-10'], ['4-5']].map((values) => kept(values))).toEqual([
      ['ann', 'bob'],
      ['cat'],
      ['ann'],
      ['ann', 'bob', 'cat'],
      [],
    ]);
  });
  test('on a scale of five by its own bands; without a survey nobody answered', () => {
    const five = surveyed([given('ann', 2), given('bob', 3), given('cat', 4)]);
    expect([['1-2'], ['3'], ['4-5'], ['9-10']].map((values) => kept(values, five))).toEqual([
      ['ann'],
      ['bob'],
      ['cat'],
      [],
    ]);
    expect(kept(['9-10'], datasetOf([line('ann')]))).toEqual([]);
  });
  test('keeps the very list behind a bar, and is offered with its counts', () => {
    const asked = ask('feedback', data);
    const [row] = rowsIn(asked.table);
    expect([...asked.members(row, 'promoting')].map((at) => asked.facts.customers.ids[at])).toEqual(kept(['9-10']));
    expect(facetsOf(asked.facts).find(({ field }) => field === 'survey_answer')?.values).toEqual([
      { value: '9-10', count: 2 },
      { value: '7-8', count: 1 },
      { value: '0-6', count: 1 },
    ]);
  });
});

describe('by', () => {
  const lines = ['ann', 'bob', 'cat'].map((customer, at) =>
    line(customer, { attributes: { Plan: ['gold', 'basic', null][at] } }),
  );
  const answers = [
    { ...given('ann', 10), about: 'shop' },
    { ...given('bob', 1), about: 'shop' },
    { ...given('cat', 8), about: null },
  ];
  test('an attribute of the customers; a blank is a group of its own', () => {
    expect(counts(surveyed(answers, lines), [], { by: 'Plan' })).toEqual([
      ['', 0, 1, 0],
      ['basic', 0, 0, 1],
      ['gold', 1, 0, 0],
    ]);
  });
  test('a column of the survey, in any case', () => {
    expect(counts(surveyed(answers, lines), [], { by: 'about' })).toEqual([
      ['', 0, 1, 0],
      ['shop', 1, 0, 1],
    ]);
  });
  test('what neither has is an error', () => {
    expect(() => ask('feedback', surveyed(answers, lines), [], { by: 'Shoe size' })).toThrow('unknown-filter-field');
  });
});

describe('a survey that names nobody', () => {
  const answers = [10, 9, 3, 3].map((score) => ({ score, day: 20_000 }));
  test('every answer counts, and no list can be opened', () => {
    const asked = ask('feedback', surveyed(answers, [line('ann')]));
    const [row] = rowsIn(asked.table);
    expect([row['responders'], row['promoters'], row['detractors']]).toEqual([4, 2, 2]);
    expect([...asked.members(row, 'people')]).toEqual([]);
    expect(row['people']).toBe(0);
  });
  test('answers without a name count among named ones, and stand in no list', () => {
    const asked = ask('feedback', surveyed([given('ann', 10), ...answers], [line('ann')]));
    const [row] = rowsIn(asked.table);
    expect([row['responders'], row['promoters'], row['detractors']]).toEqual([5, 3, 2]);
    expect([...asked.members(row, 'people')]).toEqual([0]);
    expect(
      counts(surveyed([given('ann', 10), ...answers]), [{ kind: 'customer', field: 'customer', values: ['ann'] }]),
    ).toEqual([['all', 1, 0, 0]]);
  });
  test('is out of view once customers are chosen', () => {
    expect(
      counts(surveyed(answers, [line('ann')]), [{ kind: 'customer', field: 'customer', values: ['ann'] }]),
    ).toEqual([]);
  });
});

describe('weights', () => {
  test('weigh the shares, and lower the number on which the error rests; counts stay counts', () => {
    const answers = [
      { ...given('ann', 10), weight: 3 },
      { ...given('bob', 0), weight: 1 },
      { ...given('cat', 0), weight: NaN },
    ];
    const [row] = rowsIn(ask('feedback', surveyed(answers)).table);
    expect([row['responders'], row['promoters'], row['detractors']]).toEqual([2, 1, 1]);
    expect(row['nps']).toBeCloseTo(50, 12);
    // p = 3/4, d = 1/4, n = 16/10.
    expect(row['effective']).toBeCloseTo(1.6, 12);
    expect(row['se']).toBeCloseTo(100 * Math.sqrt((1 - 0.25) / 1.6), 12);
  });
});

test('a scale of five: 4 and 5 against 1 and 2', () => {
  const asked = ask('feedback', surveyed([1, 2, 3, 4, 5, 5].map((score, at) => given(`c${at}`, score))));
  const [row] = rowsIn(asked.table);
  expect([row['promoters'], row['passives'], row['detractors'], row['scale']]).toEqual([3, 1, 2, 5]);
});

test(
  'the kernel gives what the SQL defines, with weights, without names, by a column of the survey',
  { timeout: 60_000 },
  async () => {
    const answer = fc.record({
      day: fc.integer({ min: 19_990, max: 20_010 }),
      score: fc.integer({ min: 0, max: 10 }),
      weight: fc.constantFrom(0.5, 1, 2.25),
      about: fc.constantFrom('shop', 'service', null),
    });
    const named = fc.array(fc.tuple(answer, fc.constantFrom('ann', 'bob', 'cat', undefined)), { maxLength: 8 });
    const data = fc.oneof(
      fc.array(answer, { maxLength: 8 }),
      named.map((all) => all.map(([one, customer]) => (customer === undefined ? one : { ...one, customer }))),
    );
    const filter = fc.constantFrom<Filter>(
      [],
      [{ kind: 'window', from: 19_995, until: 20_003 }],
      [{ kind: 'customer', field: 'customer', values: ['ann', 'cat'] }],
    );
    await fc.assert(
      fc.asyncProperty(data, filter, async (answers, clauses) => {
        const facts = buildFacts(surveyed(answers, [line('ann')]));
        const asked = ask('feedback', facts, clauses, answers.length > 0 ? { by: 'About' } : {});
        for (const engine of [await sqlJsEngine(facts), await duckEngine(facts)]) {
          const { columns, rows } = await engine.run(asked.sql, clauses, asked.options, asked.queryTables);
          const expected = rowsIn(asked.base).map((row) => columns.map((column) => row[column]));
          expect(rows).toEqual(expected);
        }
      }),
      { numRuns: 30 },
    );
  },
);
