import { countsOf } from '../values/read-columns';
import { isGuestWord, isNoKey, isStopgapKey } from '../words/nobody';
import type { CustomerColumn } from './customer-columns';

/** A guest word among keys that are single words (surnames, first names) is one only if it buys this often. */
const TIMES_USUAL_WORD = 3;
/** `0` and the like are somebody's key where keys are counted from 0, so only one that outdoes every other is nobody's. */
const TIMES_USUAL_STOPGAP = 5;
const LEAST_ROWS = 3;
/** Most keys, at once. */
const NUMBERED = /^[A-Za-z]*[-_]?[1-8]\d*$/;
/** So many keys show of what kind the keys are. */
const SAMPLED = 2_000;

/**
 * Keys that mean nobody (METRICS.md rule 9): what failed formulas leave always, a word such as `Guest` wherever keys are not
 * themselves single words, else where it buys three times as often as a usual customer; `0`, `99999` and mailboxes such as
 * `noemail@` where they buy more often than anybody, and five times the usual. It is decided over all files together, so that
 * splitting a file changes nothing.
 */
export function keysOfNobody(columns: readonly CustomerColumn[]): ReadonlySet<string> {
  const candidates = candidatesIn(columns);
  if (candidates.size === 0) return candidates;
  const counts = countKeys(columns, () => true);
  const others = [...counts].filter(([value]) => !candidates.has(value));
  const usual = medianOf(others.map(([, rows]) => rows));
  const most = others.reduce((found, [, rows]) => Math.max(found, rows), 0);
  const areWords = arePlainWords(others.map(([value]) => value));
  const isNobody = (value: string, rows: number): boolean => {
    if (isNoKey(value)) return true;
    if (isGuestWord(value)) return !areWords || rows >= Math.max(LEAST_ROWS, TIMES_USUAL_WORD * usual);
    return others.length > 0 && rows > most && rows >= Math.max(LEAST_ROWS, TIMES_USUAL_STOPGAP * usual);
  };
  return new Set([...candidates].filter((value) => counts.has(value) && isNobody(value, counts.get(value)!)));
}

/** Values that may be nobody's key. A stopgap of few rows is not: so no key needs to be counted for it. */
function candidatesIn(columns: readonly CustomerColumn[]): Set<string> {
  const mayBe = (value: string) =>
    !NUMBERED.test(value) && (isNoKey(value) || isStopgapKey(value) || isGuestWord(value));
  const rows = countKeys(columns, mayBe);
  return new Set([...rows.keys()].filter((value) => !isStopgapKey(value) || rows.get(value)! >= LEAST_ROWS));
}

/** Rows of each key that passes, over all files. */
function countKeys(columns: readonly CustomerColumn[], test: (key: string) => boolean): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { column } of columns) {
    const rows = countsOf(column);
    column.values.forEach(
      (value, code) => rows[code] > 0 && test(value) && counts.set(value, (counts.get(value) ?? 0) + rows[code]),
    );
  }
  return counts;
}

function medianOf(values: number[]): number {
  if (values.length === 0) return 0;
  values.sort((a, b) => a - b);
  return values[values.length >> 1];
}

function arePlainWords(keys: readonly string[]): boolean {
  const step = Math.max(1, Math.floor(keys.length / SAMPLED));
  const seen = keys.filter((_, at) => at % step === 0);
  return seen.filter((key) => /^[\p{L}'’-]+$/u.test(key)).length * 2 > seen.length;
}
