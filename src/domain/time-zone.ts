/** `as_written`, or the name of an area such as `America/New_York` to which time-stamps are moved. */
export type TimeZone = string;

/** Time-stamps keep the day that is written in them, whatever their offset (METRICS.md rule 1). */
export const AS_WRITTEN: TimeZone = 'as_written';

/** The key of the time zone in a mapping file, beside the roles. */
export const TIME_ZONE_KEY = 'time_zone';

/** How the time-stamps of a table that have an offset are written, and how many days moving them to a zone changed. Plain JSON. */
export interface WrittenTimes {
  /** Rows with a stamp in UTC (`Z`, `+00:00`, seconds since 1970), and rows with another offset. */
  readonly utc: number;
  readonly offset: number;
  /** The zone to which they were moved. */
  readonly zone: TimeZone;
  /** Orders of sales, and rows of other roles, that are on another day than the one written. */
  readonly movedOrders: number;
  readonly movedRows: number;
}

/** Whether this is `as_written` or a zone that the platform knows. */
export function isTimeZone(name: string): boolean {
  if (name === AS_WRITTEN) return true;
  // An offset (`+02:00`) is not an area: it has no daylight saving time.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
