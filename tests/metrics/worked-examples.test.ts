import { expect, test } from 'vitest';
import { rowsOf } from '../../src/metrics/metric';
import { ask, metricIds } from './support/ask';
import { cellAsWritten, workedExample } from './support/worked-example';

test.each(metricIds)('%s: the worked example of its about.md is what it computes', async (id) => {
  const example = await workedExample(id);
  expect(example, 'about.md has csv lines and a csv result').not.toBeNull();
  const { dataset, options, result, some } = example!;
  const asked = ask(id, dataset, [], options);
  const columns = Object.keys(result[0]);
  const written = Array.from({ length: rowsOf(asked.table) }, (_, row) => {
    const like = result[row] ?? result[0];
    return Object.fromEntries(columns.map((column) => [column, cellAsWritten(asked, column, row, like[column])]));
  });
  if (!some) return expect(written).toEqual(result);
  const leading = columns[0];
  for (const expected of result) {
    const row = Array.from({ length: rowsOf(asked.table) }, (_, at) => at).find(
      (at) =>
        cellAsWritten(asked, leading, at, expected[leading]) === expected[leading] &&
        isExactly(asked.table[leading][at], expected[leading]),
    );
    expect(row, `a row for ${expected[leading]}`).toBeDefined();
    expect(
      Object.fromEntries(columns.map((column) => [column, cellAsWritten(asked, column, row!, expected[column])])),
    ).toEqual(expected);
  }
});

/** `0` must not find 0.01, which is 0 to no digits. */
const isExactly = (value: number | string, example: string) =>
  typeof value === 'string' || Number.isNaN(Number(example)) || value === Number(example);
