import { AS_WRITTEN, type TimeZone } from '../../domain/time-zone';

const HOUR = 3600;
export const SECONDS_PER_DAY = 86_400;

/** Hours from UTC of the names that exports write behind times. Of names with two meanings the one that shops use. */
const HOURS: Readonly<Record<string, number>> = {
  Z: 0, UTC: 0, UT: 0, GMT: 0, WET: 0, WEST: 1, BST: 1, CET: 1, CEST: 2, MEZ: 1, MESZ: 2, EET: 2, EEST: 3, MSK: 3,
  SAST: 2, IST: 5.5, SGT: 8, HKT: 8, AWST: 8, JST: 9, KST: 9, ACST: 9.5, AEST: 10, AEDT: 11, NZST: 12, NZDT: 13,
  NST: -3.5, BRT: -3, ART: -3, AST: -4, ADT: -3, EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7,
  AKST: -9, AKDT: -8, HST: -10,
}; // prettier-ignore

/**
 * Seconds from UTC that a zone behind a time says (`Z`, `+0200`, `GMT-5`, `EST`); null where its name is no known offset;
 * undefined where it is no zone.
 */
export function offsetOf(text: string): number | null | undefined {
  const name = text.toUpperCase();
  if (Object.hasOwn(HOURS, name)) return HOURS[name] * HOUR;
  const signed = /^(?:GMT|UTC|UT|Z)? ?([+-]) ?(\d{1,2})(?::?(\d{2}))?(?::\d{2})?$/i.exec(text);
  if (signed) {
    const [hours, minutes] = [Number(signed[2]), Number(signed[3] ?? 0)];
    if (hours > 18 || minutes > 59) return undefined;
    return (signed[1] === '-' ? -1 : 1) * (hours * HOUR + minutes * 60);
  }
  if (/^[A-Z]{2,5}$/.test(text)) return null;
  if (/^\p{L}[\p{L} ]+ (?:time|zeit)$/iu.test(text)) return null;
  return /^[A-Z][A-Za-z]+\/[A-Za-z_/]+$/.test(text) ? null : undefined;
}

interface Clock {
  readonly format: Intl.DateTimeFormat;
  /** Offsets of whole quarters of an hour: no zone changes between them. */
  readonly known: Map<number, number>;
}
const clocks = new Map<TimeZone, Clock>();
const QUARTER = 900;

function clockOf(zone: TimeZone): Clock {
  let clock = clocks.get(zone);
  if (!clock) {
    const options = { timeZone: zone, hourCycle: 'h23', era: 'short' } as const;
    const two = '2-digit' as const;
    const parts = { year: 'numeric', month: two, day: two, hour: two, minute: two, second: two } as const;
    clocks.set(
      zone,
      (clock = { format: new Intl.DateTimeFormat('en-US', { ...options, ...parts }), known: new Map() }),
    );
  }
  return clock;
}

/** Seconds that the clocks of a zone are ahead of UTC at an instant (seconds since 1970-01-01). */
function offsetAt(zone: TimeZone, instant: number): number {
  const { format, known } = clockOf(zone);
  const quarter = Math.floor(instant / QUARTER);
  let offset = known.get(quarter);
  if (offset === undefined) {
    const at = quarter * QUARTER;
    const parts: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(at * 1000)) parts[type] = Number(value);
    const { year, month, day, hour, minute, second } = parts;
    known.set(quarter, (offset = Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - at));
  }
  return offset;
}

/** A time-stamp as it is written: `offset` in seconds from UTC where it names an instant. */
export interface Stamp {
  readonly day: number;
  /** Of the day, -1 for a bare date. */
  readonly second: number;
  readonly offset?: number;
}

/** The day and second on the clocks of the zone. Stamps that name no instant stay as they are written. */
export function inZone(stamp: Stamp, zone: TimeZone): { readonly day: number; readonly second: number } {
  const { day, second, offset } = stamp;
  if (offset === undefined) return stamp;
  if (zone === AS_WRITTEN) return { day, second };
  const instant = day * SECONDS_PER_DAY + second - offset;
  // The years before 100 would be read as those of the last century.
  const there = day < -682_000 ? instant : instant + offsetAt(zone, instant);
  const moved = Math.floor(there / SECONDS_PER_DAY);
  return { day: moved, second: there - moved * SECONDS_PER_DAY };
}
