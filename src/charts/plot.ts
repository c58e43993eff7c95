/**
 * Something in a chart that can be pointed at. `Plot` makes all marks of a chart one stop for Tab: arrows move to the
 * nearest mark that way, Home and End to the ends, Enter opens who is behind it, Space filters, Escape leaves.
 */
export interface PlotMark {
  /** Unique within the chart. */
  readonly key: string;
  /** Centre, in the coordinates of the svg. */
  readonly x: number;
  readonly y: number;
  /** Extent of the hit area and of the focus ring; a point without them. */
  readonly width?: number;
  readonly height?: number;
  /** First line of the tooltip, strong. */
  readonly title: string;
  /** Further lines: count of n, interval, what a click does. */
  readonly lines: readonly string[];
  /** What Enter opens, for the button of a touched mark: `40 customers`. Absent where nothing stands behind it. */
  readonly opens?: string;
  /** False where it stands for customers whom no filter tells apart: then it opens only. */
  readonly filters?: boolean;
}
