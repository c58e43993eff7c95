/**
 * Something in a chart that can be pointed at. `Plot` makes all marks of a chart one stop for Tab: arrows move to the
 * nearest mark in their direction, Home and End to the ends, Enter opens the customers behind it, Space filters, Escape leaves.
 */
export interface PlotMark {
  /** Unique within the chart. */
  readonly key: string;
  /** Centre, in the coordinates of the svg. */
  readonly x: number;
  readonly y: number;
  /** Size of the hit area and of the focus ring; left out for a point. */
  readonly width?: number;
  readonly height?: number;
  /** First line of the tooltip, in bold. */
  readonly title: string;
  /** Further lines of the tooltip: n, interval, what a click does. */
  readonly lines: readonly string[];
  /** What Enter opens, for the button of a touched mark: `40 customers`. Left out where no customers are behind the mark. */
  readonly opens?: string;
  /** False where no filter can select the customers behind the mark: then it can only be opened. */
  readonly filters?: boolean;
}
