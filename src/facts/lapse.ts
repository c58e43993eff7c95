import type { Facts } from './facts';

const known = new WeakMap<Facts, number | null>();

/**
 * After how many days without a purchase a customer counts as lapsed, if nobody says otherwise: the 90 % quantile (type 7
 * of Hyndman and Fan, The American Statistician 50, 1996, in exact arithmetic; rounded up) of all gaps in days between
 * distinct purchase days of a customer in the whole file. METRICS.md, `survival`.
 * @returns null where no customer has two purchase days
 */
export function lapseDays(facts: Facts): number | null {
  let days = known.get(facts);
  if (days === undefined) known.set(facts, (days = quantileOfGaps(gapCounts(facts))));
  return days;
}

/** How often each gap occurs; sparse, by gap. */
function gapCounts({ orders }: Facts): number[] {
  const counts: number[] = [];
  let customer = -1;
  let day = 0;
  for (let order = 0; order < orders.known; order++) {
    if (!orders.isPurchase[order]) continue;
    const gap = orders.day[order] - day;
    if (orders.customer[order] === customer && gap > 0) counts[gap] = (counts[gap] ?? 0) + 1;
    customer = orders.customer[order];
    day = orders.day[order];
  }
  return counts;
}

/** The position of the quantile among n sorted gaps is 9 (n - 1) / 10: its whole part, and tenths of the step to the next. */
function quantileOfGaps(counts: readonly number[]): number | null {
  const gaps = Object.keys(counts).map(Number);
  const n = gaps.reduce((sum, gap) => sum + counts[gap], 0);
  if (n === 0) return null;
  const whole = Math.floor((9 * (n - 1)) / 10);
  const tenths = (9 * (n - 1)) % 10;
  const at = (position: number) => {
    let before = 0;
    return gaps.find((gap) => (before += counts[gap]) > position) ?? gaps[gaps.length - 1];
  };
  const low = at(whole);
  return low + Math.ceil((tenths * (at(whole + 1) - low)) / 10);
}
