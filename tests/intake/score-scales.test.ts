import { describe, expect, test } from 'vitest';
import { bandOf } from '../../src/facts/answer-bands';
import { scaleOf } from '../../src/facts/spend-and-surveys';
import { assembleDataset } from '../../src/intake/load/assemble';
import { understandTable } from '../../src/intake/understand/guess-mapping';
import { scaleOfColumn } from '../../src/intake/understand/score-scale';
import { validateRecords } from '../../src/intake/check/validate';
import { columnsFrom, columnsOf, metaOf } from '../../src/workspace/part-columns';
import { columnOf, tableOf } from './validate-tables';

const scores = (...values: number[]) => columnOf(values.map(String));
const repeated = (values: readonly number[], times: number) => Array.from({ length: times }, () => values).flat();
const survey = (header: string, values: readonly number[], file = 'survey.csv') =>
  tableOf(
    ['customer_id', 'date', header],
    values.map((value, i) => [`C${i}`, '2024-05-01', String(value)]),
    file,
  );
function read(header: string, values: readonly number[], file?: string) {
  const table = survey(header, values, file);
  const mapping = understandTable(table).roles.find(({ role }) => role === 'surveys')!.mapping;
  return validateRecords(table, 'surveys', mapping, 0);
}
const counted = (header: string, values: readonly number[]) => {
  const { records } = read(header, values);
  return { scale: scaleOf(records), scores: [...records.number['score']] };
};

describe('the scale of a column of scores', () => {
  test.each([
    ['nps', [1, 2, 3, 4, 5], '0-10', true],
    ['How likely are you to recommend us (0-10)', [1, 2, 3], '0-10', true],
    ['Would you recommend us?', [1, 3, 5], '0-10', true],
    ['Score (1 to 7)', [1, 2, 3], '1-7', true],
    ['Rating out of 5', [1, 2, 3], '1-5', true],
    ['Score 1-10', [1, 2, 10], '1-10', true],
    ['CSAT', [1, 4, 5], '1-5', true],
    ['Zufriedenheit', [1, 4, 5], '1-5', true],
    ['rating', [1, 4, 5], '1-5', false],
    ['rating', [1, 4, 7], '0-10', false],
    ['rating', [1, 4, 8], '0-10', true],
    ['score', [0, 10, 50, 70, 80, 90, 100], '0-100', false],
    ['recommend', [0, 10, 50, 70, 80, 90, 100], '0-100', false],
    ['Grade 5', [0, 8, 9], '0-10', true],
  ])('%s with %j is %s', (header, values, scale, isTold) =>
    expect(scaleOfColumn(header, scores(...values))).toMatchObject({ scale, isTold }),
  );

  test('a few codes for "no answer" are on no scale, and change none', () => {
    const values = [...repeated([0, 5, 6, 9, 10], 20), 77, 88, 99, 99];
    expect(scaleOfColumn('score', scores(...values))).toMatchObject({ scale: '0-10', isTold: true });
    expect(scaleOfColumn('csat', scores(...repeated([1, 3, 5], 20), 9, 99))).toMatchObject({ scale: '1-5' });
  });
});

describe('scores are read on the scale that is stated', () => {
  test('the header says 0 to 10, however low all answers are', () =>
    expect(counted('nps', [1, 2, 3, 4, 5]).scale).toBe(10));
  test('from 0 to 100', () => expect(counted('score', [0, 60, 61, 89, 90, 100])).toMatchObject({ scale: 100 }));
  test('what is off the stated scale is rejected', () => {
    const { records, rejections } = read('Score (1-7)', [0, 1, 7, 8]);
    expect([...records.number['score']]).toEqual([1, 7]);
    expect(rejections.map(({ value, reason }) => [value, reason])).toEqual([
      ['0', 'blank or off the scale'],
      ['8', 'blank or off the scale'],
    ]);
  });
  test('a mapping without a scale leaves it to the header', () => {
    const { records } = validateRecords(survey('nps', [1, 5]), 'surveys', { score: 'nps' }, 0);
    expect(scaleOf(records)).toBe(10);
  });
  test('a mapping that states it is believed', () => {
    const mapping = { score: { column: 'nps', scale: '1-5' } };
    expect(scaleOf(validateRecords(survey('nps', [1, 5]), 'surveys', mapping, 0).records)).toBe(5);
  });
  test('the scale is kept with the workspace', () => {
    const { records } = read('score', [0, 60, 61, 89, 90, 100]);
    const meta = { role: 'surveys', eachRow: false, hasAmount: false, ...metaOf('surveys', records) } as const;
    expect(columnsFrom(meta, records.rows, columnsOf(records))).toMatchObject({ scoreScale: '0-100' });
  });
  test.each([
    [5, [1, 2], [3], [4, 5]],
    [7, [1, 4], [4.5, 5, 5.5], [6, 7]],
    [10, [0, 6], [6.5, 7, 8], [9, 10]],
    [100, [0, 60], [61, 89], [90, 100]],
  ] as const)('bands of a scale of %d', (scale, low, middle, high) => {
    const bands = (values: readonly number[]) => [...new Set(values.map((value) => bandOf(value, scale)))];
    expect(bands(low)).toEqual([0]);
    expect(bands(high)).toEqual([2]);
    expect(bands(middle)).toEqual([1]);
  });
});

describe('what is said of a scale', () => {
  const codes = (header: string, values: readonly number[]) =>
    read(header, values).notices!.map(({ code, values: ends }) => [code, ...(ends ?? [])]);
  test('one that is no Net Promoter Score', () => {
    expect(codes('score', [0, 60, 61, 89, 90, 100])).toEqual([['score_scale', '0', '100']]);
    expect(codes('csat', [1, 2, 5])).toEqual([['score_scale', '1', '5']]);
  });
  test('one that begins at 1', () => {
    const all = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(codes('nps', repeated(all, 2))).toEqual([['score_from_one']]);
    expect(codes('Score 1-10', [2, 5, 9])).toEqual([['score_from_one']]);
    expect(codes('nps', [0, ...repeated(all, 2)])).toEqual([]);
    expect(codes('nps (0-10)', repeated(all, 2))).toEqual([]);
    expect(codes('nps', all)).toEqual([]);
  });
});

describe('answers of several files', () => {
  test('satisfaction beside a Net Promoter Score is left out, and said', () => {
    const parts = [read('csat', [1, 4, 5], 'csat.csv'), read('nps', [0, 9, 10], 'nps.csv')];
    const { records, notices } = assembleDataset(parts);
    expect([...records.surveys!.number['score']]).toEqual([NaN, NaN, NaN, 0, 9, 10]);
    expect(scaleOf(records.surveys!)).toBe(10);
    expect(notices).toContainEqual(
      expect.objectContaining({ code: 'several_score_scales', file: 'csat.csv', count: 3 }),
    );
  });
  test('a file split in two is on the scale of the whole', () => {
    const values = [1, 2, 3, 4, 5, 0, 8, 9, 10];
    const whole = assembleDataset([read('rating', values)]).records.surveys!;
    const halves = [read('rating', values.slice(0, 5), 'a.csv'), read('rating', values.slice(5), 'b.csv')];
    const { records } = assembleDataset(halves);
    expect(scaleOf(records.surveys!)).toBe(scaleOf(whole));
    expect(records.surveys!.number['score']).toEqual(whole.number['score']);
  });
});
