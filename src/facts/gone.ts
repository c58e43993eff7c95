import { LONGEST_PERIOD } from '../domain/rhythm';
import { NO_DAY } from '../domain/calendar';
import type { Facts } from './facts';
import { purchaseGaps } from './gaps';
import { LEAST_WITH_GAPS, rhythmOf } from './rhythm';

const known = new WeakMap<Facts, number | null>();

/**
 * N: after how many days without a purchase a customer counts as gone, where no contract tells (METRICS.md rule 15). The same
 * for every metric, and fixed by the whole file.
 * @returns null where the rule is that of pooled gaps and no customer has two purchase days
 */
export function goneDays(facts: Facts): number | null {
  const { goneAfter } = facts.rules;
  if (typeof goneAfter === 'number') return goneAfter;
  let days = known.get(facts);
  if (days === undefined) known.set(facts, (days = goneAfter === 'pooled_gaps' ? pooledGaps(facts) : usualGaps(facts)));
  return days;
}

/** Without enough customers who came back: a year. */
const WITHOUT_GAPS = 365;
const NINE_IN_TEN = 0.9;
/** Weights are sums of fractions: what equals nine tenths must not fall short of it by rounding. */
const ROUNDING = 1e-9;

/**
 * The larger of one period of the rhythm and of the smallest gap at which nine tenths of all gaps are no longer, each weighing
 * 1 / (gaps of its customer), so that those who buy often do not decide for all.
 */
function usualGaps(facts: Facts): number {
  const { start, days, customers } = purchaseGaps(facts);
  if (customers < LEAST_WITH_GAPS) return WITHOUT_GAPS;
  const weights = new Map<number, number>();
  for (let i = 0; i < customers; i++) {
    const weight = 1 / (start[i + 1] - start[i]);
    for (let at = start[i]; at < start[i + 1]; at++) weights.set(days[at], (weights.get(days[at]) ?? 0) + weight);
  }
  const gaps = [...weights.keys()].sort((a, b) => a - b);
  let sum = 0;
  const reached = gaps.find((gap) => (sum += weights.get(gap)!) >= NINE_IN_TEN * customers - ROUNDING * customers);
  return Math.max(LONGEST_PERIOD[rhythmOf(facts)], reached ?? gaps[gaps.length - 1]);
}

/**
 * The former rule: the 90 % quantile (type 7 of Hyndman and Fan, The American Statistician 50, 1996, in exact arithmetic; rounded
 * up) of all gaps of all customers.
 */
function pooledGaps(facts: Facts): number | null {
  const days = purchaseGaps(facts).days.slice().sort();
  if (days.length === 0) return null;
  // The position among n sorted gaps is 9 (n - 1) / 10: its whole part, and tenths of the step to the next.
  const whole = Math.floor((9 * (days.length - 1)) / 10);
  const tenths = (9 * (days.length - 1)) % 10;
  const low = days[whole];
  const next = days[Math.min(whole + 1, days.length - 1)];
  return low + Math.ceil((tenths * (next - low)) / 10);
}

const covered = new WeakMap<Facts, boolean>();

/**
 * Whether contracts tell who is gone: where the workspace says so, or they cover enough customers. Days that somebody has chosen
 * are days without a purchase, wherever there are purchases.
 */
export function isGoneByContract(facts: Facts): boolean {
  const { goneAfter } = facts.rules;
  if (!facts.contracts) return false;
  if (goneAfter === 'contract') return true;
  if (typeof goneAfter === 'number') return facts.orders.known === 0;
  let isCovered = covered.get(facts);
  if (isCovered === undefined) covered.set(facts, (isCovered = areCovered(facts)));
  return isCovered;
}

/** Contracts of nine in ten of the customers with a purchase or a contract. */
function areCovered({ contracts, customers }: Facts): boolean {
  const hasContract = new Uint8Array(customers.count);
  for (let row = 0; row < contracts!.count; row++)
    if (contracts!.customer[row] >= 0) hasContract[contracts!.customer[row]] = 1;
  let all = 0;
  let under = 0;
  for (let c = 0; c < customers.count; c++) {
    if (!hasContract[c] && customers.firstDay[c] === NO_DAY) continue;
    all++;
    under += hasContract[c];
  }
  return all > 0 && 10 * under >= 9 * all;
}
