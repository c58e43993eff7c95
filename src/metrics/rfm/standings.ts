import { RFM_SEGMENTS, segmentOf, type RfmSegment } from '../../domain/rfm-segments';
import type { Day } from '../../domain/calendar';
import type { DeriveContext, MetricOptions, MetricTable, TableRow } from '../metric';
import type { rfm } from './definition';

type RfmTable = MetricTable<typeof rfm>;

/** What to do with a segment, in a few words. */
export const WHAT_TO_DO: Readonly<Record<RfmSegment, string>> = {
  champions: 'keep: thank them first',
  loyal: 'keep: offer the next thing',
  potential_loyalist: 'grow: invite them back often',
  new: 'grow: ease the next purchase',
  promising: 'grow: ease the next purchase',
  need_attention: 'wake: remind them now',
  about_to_sleep: 'wake: remind them now',
  cannot_lose: 'win back: call them',
  at_risk: 'win back: write to them',
  hibernating: 'let go: little comes of effort',
  lost: 'let go: little comes of effort',
};
export const segmentWords = (segment: string): string => segment.replaceAll('_', ' ');

interface Group {
  customers: number;
  before: number;
  net: number;
  row: TableRow;
}
const rowAt = (table: RfmTable, at: number): TableRow =>
  Object.fromEntries(Object.entries(table).map(([name, column]) => [name, column[at]]));

function groupBy(table: RfmTable, key: (at: number) => string): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (let at = 0; at < table.r.length; at++) {
    const name = key(at);
    const group = groups.get(name);
    if (!group) groups.set(name, { customers: 1, before: 0, net: table.monetary[at], row: rowAt(table, at) });
    else {
      group.customers++;
      group.net += table.monetary[at];
    }
  }
  return groups;
}

export interface Cell extends Readonly<Group> {
  readonly r: number;
  readonly fm: number;
  readonly segment: RfmSegment;
}
/** The cells of the grid that hold anyone, with how many of those in view stood in them before. */
export function readCells(table: RfmTable): Cell[] {
  const groups = groupBy(table, (at) => `${table.r[at]} ${table.fm[at]}`);
  for (let at = 0; at < table.r.length; at++) {
    const group = groups.get(`${table.r_before[at]} ${table.fm_before[at]}`);
    if (group) group.before++;
  }
  return [...groups].map(([key, group]) => {
    const [r, fm] = key.split(' ').map(Number);
    return { ...group, r, fm, segment: segmentOf(r, fm) };
  });
}

export interface Segment extends Readonly<Group> {
  readonly segment: RfmSegment;
}
/** Segments that hold anyone, the best first. */
export function readSegments(table: RfmTable): Segment[] {
  const groups = groupBy(table, (at) => table.segment[at]);
  for (const segment of table.segment_before) {
    const group = groups.get(segment);
    if (group) group.before++;
  }
  return RFM_SEGMENTS.flatMap((segment) => {
    const group = groups.get(segment);
    return group ? [{ ...group, segment }] : [];
  });
}

export interface Move {
  readonly from: string;
  readonly to: string;
  readonly customers: number;
  readonly row: TableRow;
}
/** Who changed segment, the most first. Those who were no customers yet have not moved. */
export function readMoves(table: RfmTable): Move[] {
  const groups = groupBy(table, (at) => `${table.segment_before[at]} ${table.segment[at]}`);
  const moves = [...groups].map(([key, { customers, row }]) => {
    const [from, to] = key.split(' ');
    return { from, to, customers, row };
  });
  return moves
    .filter(({ from, to }) => from !== '' && from !== to)
    .sort((a, b) => b.customers - a.customers || (a.from + a.to < b.from + b.to ? -1 : 1));
}

const YEAR = 365;
/** The day with which the standing is compared: the one chosen, else a year before the end; null without dates. */
export const comparedDay = (
  { since }: Pick<MetricOptions<typeof rfm>, 'since'>,
  { observed }: Pick<DeriveContext, 'observed'>,
): Day | null => since ?? (observed && observed.until - YEAR);
