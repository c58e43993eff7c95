import type { Formatter } from '../../domain/format';
import type { Balance } from './balance';
import { extremes, layOut, ribbon, type Extent, type Layout, type Link, type Node, type NodeId } from './layout';
import { turnedLabels, wideLabels, type Label, type Measure } from './labels';

/** Below this width the picture flows downward. */
const TURNS_BELOW = 600;
const TIGHT_BELOW = 900;
/** Pixels for all customers of the fullest columns, above and below the waterline. */
const WIDE_BUDGET = 400;
/** Room that the labels of a column need, however few the customers. */
const LEAST_ABOVE = 168;
const LEAST_BELOW = 52;
/** How far above its place the ribbon of new customers enters. */
const ENTRY_RISE = 30;
const PITCH_TURNED = 190;

export interface Ribbon {
  readonly key: string;
  readonly path: string;
  readonly fill: string;
  readonly opacity: number;
}
export interface Drawing {
  readonly turned: boolean;
  readonly tight: boolean;
  readonly height: number;
  readonly bar: number;
  /** Of the columns' bars, along the flow. */
  readonly along: readonly number[];
  readonly layout: Layout;
  readonly labels: readonly Label[];
  readonly ribbons: readonly Ribbon[];
  /** Where the label of new customers stands, along the flow. */
  readonly entry: number;
}

export function draw(balance: Balance, width: number, format: Formatter, measure: Measure): Drawing {
  return width < TURNS_BELOW ? drawTurned(balance, width, format, measure) : drawWide(balance, width, format);
}

function drawWide(balance: Balance, width: number, format: Formatter): Drawing {
  const { above, below, gaps } = extremes(balance);
  const tight = width < TIGHT_BELOW;
  const [left, right, bar, gap, head] = [tight ? 100 : 128, tight ? 160 : 200, 10, 7, 46];
  const scale = WIDE_BUDGET / Math.max(1, above + below);
  const top = head + ENTRY_RISE;
  const waterline = top + Math.max(LEAST_ABOVE, above * scale + gaps * gap + 9);
  const bottom = waterline + Math.max(LEAST_BELOW, below * scale + 2 * gap + 9);
  const along = [0, 1, 2, 3].map((i) => left + (i * (width - left - right - bar)) / 3);
  const layout = layOut(balance, scale, waterline, gap);
  const labels = wideLabels(balance, layout, format, tight, head, bottom);
  const entry = Math.max(along[0] + bar + 60, along[1] - 110);
  const ribbons = ribbonsOf(layout, along, bar, false, entry, ENTRY_RISE);
  return { turned: false, tight, height: bottom + 14, bar, along, layout, labels, ribbons, entry };
}

function drawTurned(balance: Balance, width: number, format: Formatter, measure: Measure): Drawing {
  const { above, below, gaps } = extremes(balance);
  const [bar, gap, head] = [8, 3, 62];
  const scale = (width - 2 * 9 - (gaps + 1) * gap) / Math.max(1, above + below);
  const waterline = above * scale + gaps * gap + 9;
  const along = [0, 1, 2, 3].map((i) => head + i * PITCH_TURNED);
  const layout = layOut(balance, scale, waterline, gap);
  const labels = turnedLabels(layout, format, measure, width, balance.hasCategories);
  const entry = along[1] - 46;
  const newcomers = layout.nodes.find(({ id, column }) => id === 'new' && column === 1);
  const ribbons = ribbonsOf(layout, along, bar, true, entry, Math.min(20, newcomers?.from ?? 0));
  return { turned: true, tight: true, height: along[3] + bar + 40, bar, along, layout, labels, ribbons, entry };
}

function ribbonsOf(
  layout: Layout,
  along: readonly number[],
  bar: number,
  turned: boolean,
  entry: number,
  rise: number,
): Ribbon[] {
  const shift = ({ from, to }: Extent): Extent => ({ from: from - rise, to: to - rise });
  const entering = layout.nodes.find(({ id, column }) => id === 'new' && column === 1);
  const ribbons = layout.links.map((link): Ribbon => ({
    key: `${link.column} ${link.from} ${link.to}`,
    path: ribbon(along[link.column] + bar, link.start, along[link.column + 1], link.end, turned),
    ...toneOf(link, layout.scale),
  }));
  if (!entering) return ribbons;
  const link: Link = { column: -1, from: 'new', to: 'new', start: shift(entering), end: entering };
  return [
    { key: 'entry', path: ribbon(entry, link.start, along[1], link.end, turned), ...toneOf(link, layout.scale) },
    ...ribbons,
  ];
}

/** One hue a stage; grey for those who are away or stop. Thin flows are darker, so that they are seen. */
function toneOf({ from, to, column, start }: Link, scale: number): { fill: string; opacity: number } {
  const thin = start.to - start.from < Math.max(12, scale);
  if (from === 'new') return { fill: 'var(--acquisition)', opacity: thin ? 0.85 : 0.55 };
  if (to === 'back' || from === 'back') return { fill: 'var(--acquisition)', opacity: thin ? 0.5 : 0.38 };
  if (to === 'stopped') return { fill: 'var(--mark-muted)', opacity: 0.75 };
  if (to === 'away') return { fill: 'var(--mark-muted)', opacity: 0.45 };
  if (column === 0) return { fill: 'var(--selection)', opacity: 0.2 };
  return to === 'grew' ? { fill: 'var(--growth)', opacity: 0.42 } : { fill: 'var(--retention)', opacity: 0.26 };
}

/** The bar of a node. */
export function hueOfNode(id: NodeId, column: number): string {
  if (id === 'away' || id === 'stopped') return 'var(--mark-muted)';
  if (id === 'new' || id === 'back') return 'var(--acquisition)';
  if (column < 2) return 'var(--selection)';
  return id === 'grew' ? 'var(--growth)' : 'var(--retention)';
}

/** A rectangle across the flow at a column. */
export function barOf({ from, to }: Pick<Node, 'from' | 'to'>, along: number, bar: number, turned: boolean) {
  const size = Math.max(1, to - from);
  return turned ? { x: from, y: along, width: size, height: bar } : { x: along, y: from, width: bar, height: size };
}

/** The way of one cell's customers through the whole picture. */
export function threadPath(drawing: Drawing, key: string): string {
  const thread = drawing.layout.threads.find((one) => one.key === key);
  if (!thread) return '';
  const { along, bar, turned } = drawing;
  return [0, 1, 2]
    .map((column) => {
      const start = thread.stops[column];
      const end = thread.stops[column + 1];
      return start && end ? ribbon(along[column] + bar, start, along[column + 1], end, turned) : '';
    })
    .join('');
}
