/** `as_written`, or the name of an area such as `America/New_York` to which time-stamps are moved. */
export type TimeZone = string;

/** Stamps keep the day that is written in them, whatever their offset (METRICS.md rule 1). */
export const AS_WRITTEN: TimeZone = 'as_written';

/** Whether this is `as_written` or a zone that the platform knows. */
export function isTimeZone(name: string): boolean {
  if (name === AS_WRITTEN) return true;
  // Offsets alone (`+02:00`) are no areas: they know no summer.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
