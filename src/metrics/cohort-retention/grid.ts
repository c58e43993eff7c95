import type { Cohort } from './triangle';

/** Rows that fit a page; further cohorts are in the table. */
const MOST_ROWS = 60;
const LEAST_CELL = 7;
/** The least room for two digits. */
const VALUE_WIDTH = 22;
const VALUE_HEIGHT = 18;

export interface Grid {
  /** The latest cohorts. */
  readonly cohorts: readonly Cohort[];
  readonly hiddenCohorts: number;
  /** Periods shown: 0 to `periods - 1`. */
  readonly periods: number;
  readonly hiddenPeriods: number;
  readonly left: number;
  readonly top: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  /** Room for a value in a cell. */
  readonly values: boolean;
  /** Every how many rows a cohort is named. */
  readonly nameEvery: number;
  readonly narrow: boolean;
}

export function gridOf(all: readonly Cohort[], width: number): Grid {
  const narrow = width < 520;
  const left = narrow ? 88 : 112;
  const cohorts = all.slice(-MOST_ROWS);
  const longest = 1 + Math.max(0, ...cohorts.flatMap(({ cells }) => cells.map(({ period }) => period)));
  const periods = Math.min(longest, Math.max(1, Math.floor((width - left) / LEAST_CELL)));
  const cellWidth = Math.min(64, (width - left) / periods);
  const rows = cohorts.length;
  // On paper thirty cohorts fit beneath the head of the page.
  const isPaper = !narrow && width < 700;
  const cellHeight = rows > 48 ? 15 : isPaper && rows > 26 ? 17 : rows > 30 ? 18 : rows > 16 ? 20 : narrow ? 24 : 28;
  return {
    cohorts,
    hiddenCohorts: all.length - cohorts.length,
    periods,
    hiddenPeriods: longest - periods,
    left,
    top: 40,
    cellWidth,
    cellHeight,
    values: cellWidth >= VALUE_WIDTH && cellHeight >= VALUE_HEIGHT,
    nameEvery: cellHeight < 16 ? 2 : 1,
    narrow,
  };
}

/** One path for all cells of a colour: rectangles in the coordinates of the svg. */
export const rectPath = (rects: readonly { x: number; y: number; width: number; height: number }[]): string =>
  rects
    .map(({ x, y, width, height }) => `M${round(x)},${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`)
    .join('');

const round = (value: number) => Math.round(value * 100) / 100;
