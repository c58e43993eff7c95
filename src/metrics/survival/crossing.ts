import { normalCritical } from '../../statistics/intervals';
import type { Formatter } from '../../domain/format';
import { longestOf, stratumWords, timeWords, type Curve, type CurvePoint } from './curves';

interface Crossing {
  readonly first: number;
  readonly last: number;
  readonly firstAbove: 'one' | 'other';
}

/**
 * Whether one curve is beyond chance above the other at one time and below it at another: the difference of two independent estimates
 * against Greenwood's errors, at each time by itself. When first and when last it is so, and which is above first; null where they do not.
 * @param risk of an error at a time: 0.05 for one pair, less for each of many
 */
export function crossing(one: Curve, other: Curve, risk = 0.05): Crossing | null {
  const critical = normalCritical(risk);
  const until = Math.min(longestOf(one), longestOf(other));
  let [i, j] = [0, 0];
  let [a, b]: (CurvePoint | null)[] = [null, null];
  let firstSign = 0;
  let first = NaN;
  let last = NaN;
  while (i < one.points.length || j < other.points.length) {
    const t = Math.min(one.points[i]?.t ?? Infinity, other.points[j]?.t ?? Infinity);
    if (t > until) break;
    if (one.points[i]?.t === t) a = one.points[i++];
    if (other.points[j]?.t === t) b = other.points[j++];
    const difference = (a?.survival ?? 1) - (b?.survival ?? 1);
    const error = Math.hypot(a?.error ?? 0, b?.error ?? 0);
    if (!(error > 0) || Math.abs(difference) <= critical * error) continue;
    const sign = Math.sign(difference);
    if (firstSign === 0) [firstSign, first] = [sign, t];
    else if (sign !== firstSign) last = t;
  }
  return Number.isNaN(last) ? null : { first, last, firstAbove: firstSign > 0 ? 'one' : 'other' };
}

/** How many curves are held against each other in pairs; of more, nothing is said. */
const MOST_COMPARED = 8;

/** The pairs of some curves that cross: a sentence, by itself; '' where none do. Each pair takes its part of the risk (Bonferroni). */
export function crossingWords(curves: readonly Curve[], by: string, unit: string, format: Formatter): string {
  if (curves.length > MOST_COMPARED) return '';
  const pairs = curves.flatMap((one, at) => curves.slice(at + 1).map((other) => ({ one, other })));
  const crossed = pairs.flatMap(({ one, other }) => {
    // Whether they cross takes the stricter risk; when they do is told as for one pair.
    const found = crossing(one, other, 0.05 / pairs.length) && crossing(one, other);
    if (!found) return [];
    const [above, below] = found.firstAbove === 'one' ? [one, other] : [other, one];
    return [{ ...found, above, below }];
  });
  if (crossed.length === 0) return '';
  const [{ above, below, first, last }] = crossed;
  const [more, fewer] = [above, below].map(({ name }) => stratumWords(by, name));
  const time = (t: number) => timeWords(t, unit, (value) => format.number(value, Number.isInteger(value) ? 0 : 1));
  const others = crossed.length > 1 ? `; so do ${format.plural(crossed.length - 1, 'other pair')}` : '';
  return ` Curves cross: after ${time(first)} more of ${more} are left than of ${fewer}, after ${time(last)} fewer${others}.`;
}
