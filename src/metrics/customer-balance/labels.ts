import type { Formatter } from '../../domain/format';
import { sumCells, type Balance, type Group } from './balance';
import { FEW } from '../metric';
import type { Layout, Node, NodeId } from './layout';
import { spread } from './spread';

export interface LabelLine {
  readonly text: string;
  readonly look: 'strong' | 'second';
}
export interface Label {
  readonly key: string;
  readonly column: number;
  /** On which side of its node's bar. */
  readonly side: 'before' | 'after';
  readonly lines: readonly LabelLine[];
  readonly stage: 'acquisition' | null;
  /** Middle of its node, and where it came to stand, across the flow. */
  readonly node: number;
  readonly at: number;
  /** It stands within its own ribbon, and needs no halo. */
  readonly inside: boolean;
}
interface Wanted extends Omit<Label, 'at' | 'inside'> {
  readonly thickness: number;
  readonly weight: number;
  readonly below: boolean;
}

export type Measure = (text: string, look: { strong?: boolean; size?: number }) => number;

export const GROUP_WORDS: Readonly<Record<Group, string>> = {
  best: 'best fifth',
  middle: 'middle',
  loss: 'cost us money',
  away: 'away',
  new: 'new',
};
const SHORT_WORDS: Readonly<Record<NodeId, string>> = {
  best: 'best',
  middle: 'middle',
  loss: 'costly',
  away: 'away',
  new: 'new',
  back: 'back',
  stopped: 'stopped',
  grew: 'new category',
  same: 'same',
};

const strong = (text: string): LabelLine => ({ text, look: 'strong' });
const second = (text: string): LabelLine => ({ text, look: 'second' });

/** What each node of the flowing-right picture is called, where it is called at all. */
function wideLines(balance: Balance, node: Node, format: Formatter, tight: boolean): readonly LabelLine[] | null {
  const { column, id } = node;
  const n = format.int(node.customers);
  if (column === 0) return id === 'away' ? [strong(n), second('away')] : [strong(n), second(GROUP_WORDS[id as Group])];
  if (column === 1)
    return id === 'new' ? [strong(`${n} new`)] : id === 'back' ? [second(tight ? `${n} back` : `${n} won back`)] : null;
  if (column === 2) {
    if (id === 'stopped') return [second(tight ? `${n} stopped` : stoppedWords(balance, n, format))];
    if (id !== 'best' && id !== 'middle' && id !== 'loss') return null;
    const start = sumCells(balance, 'customers', { group: [id] });
    return [second(tight ? n : start < FEW ? `${n} kept` : `${n} kept, ${format.share(node.customers / start)}`)];
  }
  switch (id) {
    case 'grew':
      return [strong(n), second('bought from a category'), second('new to them')];
    case 'same':
      return [strong(n), second(balance.hasCategories ? 'kept to what they knew' : 'kept')];
    case 'back':
      return [strong(n), second('won back')];
    case 'new':
      return [strong(`${n} new`)];
    default:
      return [strong(n), second('away')];
  }
}

function stoppedWords(balance: Balance, n: string, format: Formatter): string {
  const parts = (['best', 'middle', 'loss'] as const)
    .map((group) => sumCells(balance, 'customers', { group: [group], state: ['stopped'] }))
    .filter((count) => count > 0);
  return parts.length > 1 ? `${n} stopped: ${parts.map(format.int).join(' + ')}` : `${n} stopped`;
}

const LINE = 16;

/** Labels of the picture that flows to the right, none on another, each on its own side of the waterline. */
export function wideLabels(
  balance: Balance,
  layout: Layout,
  format: Formatter,
  tight: boolean,
  top: number,
  bottom: number,
): Label[] {
  const wanted = layout.nodes.flatMap((node): Wanted[] => {
    const lines = wideLines(balance, node, format, tight);
    if (!lines) return [];
    const { column, id } = node;
    const before = column === 0 || (column === 1 && id === 'new') || (column === 2 && id !== 'stopped');
    const middle = (node.from + node.to) / 2;
    const below = id === 'away' || id === 'stopped';
    return [
      {
        key: `${column} ${id}`,
        column,
        side: before ? 'before' : 'after',
        lines,
        stage: id === 'new' ? 'acquisition' : null,
        node: middle,
        weight: node.customers,
        below,
        thickness: node.to - node.from,
      },
    ];
  });
  return sides(wanted).flatMap((side) => {
    const [low, high] = side[0].below ? [layout.waterline + 2, bottom] : [top, layout.waterline - 2];
    const sized = side.map((label) => ({
      label,
      at: label.node,
      size: label.lines.length * LINE + 4,
      weight: label.weight,
    }));
    return spread(sized, low, high).map(({ item, at }) => ({ ...item.label, at, inside: isInside(item.label, at) }));
  });
}

/** The same for a phone, where the picture flows downward and labels stand above the bars, in the last row below them. */
export function turnedLabels(
  layout: Layout,
  format: Formatter,
  measure: Measure,
  width: number,
  knowsCategories: boolean,
): Label[] {
  const wanted = layout.nodes.flatMap((node): Wanted[] => {
    const { column, id } = node;
    const named =
      column === 0 ||
      column === 3 ||
      (id === 'new' && column === 1) ||
      (id === 'back' && column === 1) ||
      id === 'stopped';
    if (id === 'away' && (column === 1 || column === 2)) return [];
    if (column === 2 && (id === 'new' || id === 'back')) return [];
    const word = id === 'same' && !knowsCategories ? 'kept' : SHORT_WORDS[id];
    const lines = [strong(format.int(node.customers)), ...(named ? [second(word)] : [])];
    const middle = (node.from + node.to) / 2;
    return [
      {
        key: `${column} ${id}`,
        column,
        side: column === 3 ? 'after' : 'before',
        lines,
        stage: id === 'new' ? 'acquisition' : null,
        node: middle,
        weight: node.customers,
        below: false,
        thickness: 0,
      },
    ];
  });
  return sides(wanted).flatMap((side) => {
    const sized = side.map((label) => {
      const widest = Math.max(...label.lines.map(({ text, look }) => measure(text, { strong: look === 'strong' })));
      return { label, at: label.node, size: widest + 8, weight: label.weight };
    });
    return spread(sized, 0, width).map(({ item, at }) => ({ ...item.label, at, inside: false }));
  });
}

const isInside = ({ node, thickness }: Wanted, at: number) => Math.abs(at - node) + LINE / 2 + 1 <= thickness / 2;

/** Labels that could meet: those of one column, on one side of it, on one side of the waterline. */
function sides(wanted: readonly Wanted[]): Wanted[][] {
  const groups = new Map<string, Wanted[]>();
  for (const label of wanted) {
    const key = `${label.column} ${label.side} ${label.below}`;
    groups.set(key, [...(groups.get(key) ?? []), label]);
  }
  return [...groups.values()];
}
