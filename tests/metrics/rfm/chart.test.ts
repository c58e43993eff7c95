import { expect, test } from 'vitest';
import type { MetricOptions, MetricTable } from '../../../src/metrics/metric';
import Chart from '../../../src/metrics/rfm/Chart.svelte';
import type { rfm } from '../../../src/metrics/rfm/definition';
import { finding, movesFinding, segmentsFinding } from '../../../src/metrics/rfm/finding';
import Moves from '../../../src/metrics/rfm/Moves.svelte';
import Segments from '../../../src/metrics/rfm/Segments.svelte';
import { readCells, readMoves } from '../../../src/metrics/rfm/standings';
import type { Line } from '../../support/histories';
import { context, drawn, format, wordsOf } from '../../visual/drawn';
import { said } from '../../visual/said';
import { ask } from '../support/ask';

/** Twenty customers: three who buy often, much and lately, others once and long ago; two came back. */
const lines = Array.from({ length: 20 }, (_, at): Line[] => {
  const days = at < 3 ? [10, 380, 500, 600, 709] : at < 10 ? [60 + at, 650 + at] : at < 12 ? [20, 690] : [30 + at];
  return days.map((day) => ({ customer: `c${at}`, day, order: `${at} ${day}`, amount: at < 10 ? 100 : 20 }));
}).flat();
const asked = ask('rfm', lines);
const table = asked.table as unknown as MetricTable<typeof rfm>;
const options = asked.options as MetricOptions<typeof rfm>;

test('cells, their sum and their change agree with the table', () => {
  const cells = readCells(table);
  expect(cells.reduce((sum, { customers }) => sum + customers, 0)).toBe(20);
  for (const cell of cells) {
    expect(cell.row['in_cell']).toBe(cell.customers);
    expect(cell.row['in_cell_before']).toBe(cell.before);
  }
});

test.each([
  ['wide', 900],
  ['narrow', 358],
])('%s: grid, segments and moves are drawn, each number in words', (_, width) => {
  const grid = drawn(Chart, { table, options, width });
  const segments = drawn(Segments, { table, options, width });
  const moves = drawn(Moves, { table, options, width });
  for (const html of [grid, segments, moves]) expect(html).not.toMatch(/NaN|undefined|Infinity/);
  for (const { customers } of readCells(table)) expect(wordsOf(grid)).toContain(String(customers));
  expect(wordsOf(moves).length).toBeGreaterThan(0);
  expect(wordsOf(segments)).toContain('champions');
});

test('the findings', () => {
  expect(said(finding(table, context, format))).toMatch(
    /^\d+ champions? brought \d+\.\d% of the net sales.*\[n = 20\]$/,
  );
  expect(said(segmentsFinding(table, context, format))).toMatch(/^The largest segment is “.+”: \d+ of 20 customers\./);
  const moved = readMoves(table).reduce((sum, { customers }) => sum + customers, 0);
  expect(said(movesFinding(table, context, format, { since: null }))).toBe(
    `${moved} of 20 earlier customers changed segment since 31 Dec 2021. [n = 20]`,
  );
  const few = ask('rfm', lines.slice(0, 6)).table as unknown as MetricTable<typeof rfm>;
  expect(said(finding(few, context, format))).toBe('2 customers are too few for a finding. [n = 2]');
});
