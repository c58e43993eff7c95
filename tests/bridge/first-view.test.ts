import { expect, test } from 'vitest';
import { decodeFirstView, encodeFirstView, foreseen, type FirstView } from '../../src/bridge/first-view';

const argument = { metric: 'kpi_tree', options: {}, filter: [] } as const;
const reply = {
  table: { n: Float64Array.of(1, NaN, -Infinity), who: { values: ['é'], codes: Int32Array.of(0, 0, 0) } },
};
const view = {
  report: { name: 'Somebody', summary: { profit: null }, rate: NaN },
  answers: [{ method: 'metric', argument, reply }],
} as unknown as FirstView;

test('a first view comes out of its text as it went in, typed arrays and numbers that are none too', () => {
  expect(decodeFirstView(encodeFirstView(view))).toEqual(view);
});

test('what is no first view is not taken for one', () => {
  for (const text of ['', '<!doctype html>', '{}', '{"report":{}}']) expect(() => decodeFirstView(text)).toThrow();
});

test('only the very question is foreseen', () => {
  expect(foreseen(view, 'metric', argument)).toBe(reply);
  expect(foreseen(view, 'metric', { ...argument, options: { unit: 'year' } })).toBeUndefined();
  expect(foreseen(view, 'queryInputs', argument)).toBeUndefined();
});
