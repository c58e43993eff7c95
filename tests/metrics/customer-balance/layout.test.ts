import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  GROUPS,
  readBalances,
  STATES,
  sumCells,
  type Group,
  type State,
} from '../../../src/metrics/customer-balance/balance';
import { bridgeSteps, netBefore, netNow } from '../../../src/metrics/customer-balance/bridge';
import { draw } from '../../../src/metrics/customer-balance/drawing';
import { COLUMNS, isBuying, scaleStep } from '../../../src/metrics/customer-balance/layout';
import { balanceMarks } from '../../../src/metrics/customer-balance/marks';
import { spread } from '../../../src/metrics/customer-balance/spread';
import { format } from '../../visual/drawn';
import { balanceTable, YEAR_2022, type MadeCell } from './made';

const POSSIBLE: readonly (readonly [Group, State])[] = [
  ...(['best', 'middle', 'loss'] as const).flatMap((group) =>
    (['same', 'grew', 'stopped'] as const).map((state) => [group, state] as const),
  ),
  ['away', 'back'],
  ['away', 'away'],
  ['new', 'new'],
];
const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 200_000 }));
const balances = fc
  .tuple(
    ...POSSIBLE.map(([group, state]) =>
      fc
        .tuple(count, fc.integer({ min: -9_999, max: 9_999 }), fc.integer({ min: -9_999, max: 9_999 }))
        .map(([customers, before, now]): MadeCell => ({ group, state, customers, before, now })),
    ),
  )
  .map((cells) => readBalances(balanceTable([{ ...YEAR_2022, cells }]))[0])
  .filter(({ known }) => known > 0);
const measure = (text: string) => text.length * 7;
const widths = fc.constantFrom(320, 358, 599, 600, 760, 900, 1184, 1500);

describe('the picture of the balance', () => {
  test('every column after the first holds everyone known at the end', () => {
    fc.assert(
      fc.property(balances, widths, (balance, width) => {
        const { layout } = draw(balance, width, format, measure);
        for (const column of COLUMNS.slice(1)) {
          const sum = layout.nodes
            .filter((node) => node.column === column)
            .reduce((all, { customers }) => all + customers, 0);
          expect(sum).toBe(balance.known);
        }
        const start = layout.nodes
          .filter(({ column }) => column === 0)
          .reduce((all, { customers }) => all + customers, 0);
        expect(start).toBe(balance.start.buying + balance.start.away);
        const end = layout.nodes
          .filter(({ column, id }) => column === 3 && isBuying(id))
          .reduce((all, { customers }) => all + customers, 0);
        expect(end).toBe(balance.end.buying);
        expect(balance.end.buying + balance.end.away).toBe(balance.known);
      }),
    );
  });

  test('one scale throughout: thickness is customers, in nodes, ribbons and threads', () => {
    fc.assert(
      fc.property(balances, widths, (balance, width) => {
        const { layout } = draw(balance, width, format, measure);
        for (const { from, to, customers } of layout.nodes) expect(to - from).toBeCloseTo(customers * layout.scale, 6);
        for (const { cell, stops } of layout.threads)
          for (const stop of stops) if (stop) expect(stop.to - stop.from).toBeCloseTo(cell.customers * layout.scale, 6);
        for (const { start, end } of layout.links) expect(start.to - start.from).toBeCloseTo(end.to - end.from, 6);
      }),
    );
  });

  test('buying stands above the waterline, away below it, and nothing overlaps', () => {
    fc.assert(
      fc.property(balances, widths, (balance, width) => {
        const { layout, height, turned } = draw(balance, width, format, measure);
        for (const column of COLUMNS) {
          const nodes = layout.nodes.filter((node) => node.column === column).sort((a, b) => a.from - b.from);
          nodes.forEach((node, i) => {
            expect(isBuying(node.id) ? node.to <= layout.waterline : node.from >= layout.waterline).toBe(true);
            if (i > 0) expect(node.from).toBeGreaterThanOrEqual(nodes[i - 1].to - 1e-6);
            expect(node.from).toBeGreaterThanOrEqual(-1e-6);
            expect(node.to).toBeLessThanOrEqual((turned ? width : height) + 1e-6);
          });
        }
      }),
    );
  });

  test('labels never collide, and stay inside the picture', () => {
    fc.assert(
      fc.property(balances, widths, (balance, width) => {
        const { labels, turned, height } = draw(balance, width, format, measure);
        const sides = new Map<string, { from: number; to: number }[]>();
        for (const { column, side, lines, at } of labels) {
          const size = turned ? Math.max(...lines.map(({ text }) => measure(text))) : lines.length * 16;
          const key = `${column} ${side}`;
          sides.set(key, [...(sides.get(key) ?? []), { from: at - size / 2, to: at + size / 2 }]);
          expect(at - size / 2).toBeGreaterThanOrEqual(-1e-6);
          expect(at + size / 2).toBeLessThanOrEqual((turned ? width : height) + 1e-6);
        }
        for (const extents of sides.values()) {
          extents.sort((a, b) => a.from - b.from);
          extents.forEach((extent, i) => i > 0 && expect(extent.from).toBeGreaterThanOrEqual(extents[i - 1].to - 1e-6));
        }
      }),
    );
  });

  test('its marks are one for each cell or group of cells that has customers', () => {
    fc.assert(
      fc.property(balances, (balance) => {
        const drawing = draw(balance, 1184, format, measure);
        const marks = balanceMarks(
          balance,
          drawing.layout,
          format,
          (column) => drawing.along[column],
          drawing.bar,
          drawing.turned,
        );
        expect(new Set(marks.map(({ key }) => key)).size).toBe(marks.length);
        const cells = balance.cells
          .filter(({ customers }) => customers > 0)
          .map(({ group, state }) => `${group} ${state}`);
        for (const cell of cells) expect(marks.some(({ threads }) => threads.includes(cell))).toBe(true);
      }),
    );
  });

  test('the steps of net sales add up to the change', () => {
    fc.assert(
      fc.property(balances, (balance) => {
        const change = bridgeSteps(balance).reduce((sum, step) => sum + step.change, 0);
        expect(change).toBe(netNow(balance) - netBefore(balance));
        expect(sumCells(balance, 'customers', { group: GROUPS, state: STATES })).toBe(balance.known);
      }),
    );
  });
});

test('the bar of the scale is a round number of customers, 60 pixels at most where one customer is less', () => {
  expect(scaleStep(0.43)).toBe(100);
  expect(scaleStep(0.004)).toBe(10_000);
  expect(scaleStep(90)).toBe(1);
});

describe('spread', () => {
  test('keeps order and gaps, moves nothing that has room', () => {
    expect(
      spread([
        { at: 10, size: 10 },
        { at: 50, size: 10 },
      ]).map(({ at }) => at),
    ).toEqual([10, 50]);
    expect(
      spread([
        { at: 10, size: 10 },
        { at: 12, size: 10 },
      ]).map(({ at }) => at),
    ).toEqual([6, 16]);
    expect(
      spread(
        [
          { at: 1, size: 10 },
          { at: 2, size: 10 },
        ],
        0,
        100,
      ).map(({ at }) => at),
    ).toEqual([5, 15]);
  });
  test('leaves out the lightest where not all have room', () => {
    const items = [
      { at: 5, size: 20, weight: 9 },
      { at: 6, size: 20, weight: 1 },
      { at: 7, size: 20, weight: 5 },
    ];
    expect(spread(items, 0, 40).map(({ item }) => item.weight)).toEqual([9, 5]);
  });
});
