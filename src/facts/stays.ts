import { NO_DAY, type Day } from '../domain/calendar';
import { Recent } from '../domain/recent';
import { TENURE_SCALE } from './contracts';
import type { Facts } from './facts';
import { isGoneByContract } from './gone';
import type { Scope } from './scope';

/** Where a stay is read from: contracts, or purchases and the rule of inactivity. */
export type StaySource = 'contract' | 'purchases';

/**
 * How long each customer stayed: one stay a customer, the first. `last` is its length in steps; a step is a day, or with tenures an
 * entry of `lengths`. -1 for customers without a stay.
 */
export interface Stays {
  readonly last: Int32Array;
  /** 1 where the stay is known to have ended. */
  readonly ended: Uint8Array;
  /** Its first day; null where only tenures are known. */
  readonly start: Int32Array | null;
  /** Lengths of steps in ten-thousandths of the unit, ascending; null where a step is a day. */
  readonly lengths: Int32Array | null;
}

/** Whether a file of contracts says how long customers stayed. */
export function hasContractStays({ available }: Pick<Facts, 'available'>): boolean {
  const has = (field: string) => available.has(`contracts.${field}`);
  return (has('tenure') && has('churned')) || (has('start') && has('ended_on'));
}

/** Ten-thousandths of the unit at a step. */
export const lengthOf = ({ lengths }: Stays, step: number): number => (lengths ? lengths[step] : step * TENURE_SCALE);

const ofContracts = new WeakMap<Facts, Stays>();
const ofPurchases = new WeakMap<Facts, Recent<string, Stays>>();

/** Lapses that are remembered: whoever tries another N comes back to one of these. */
const MOST_KEPT = 12;

/** Stays by contract. No filter moves them, so they are worked out once. */
export function contractStays(facts: Facts): Stays {
  let stays = ofContracts.get(facts);
  if (!stays) ofContracts.set(facts, (stays = facts.contracts?.tenureUnit ? tenureStays(facts) : datedStays(facts)));
  return stays;
}

/** The longest tenure of a customer's contracts; it has ended when all of them have. Rows without a tenure say nothing. */
function tenureStays({ contracts, customers }: Facts): Stays {
  const longest = new Int32Array(customers.count).fill(-1);
  const ended = new Uint8Array(customers.count).fill(1);
  const { customer, tenure, churned } = contracts!;
  for (let row = 0; row < customer.length; row++) {
    if (tenure[row] === NO_DAY) continue;
    longest[customer[row]] = Math.max(longest[customer[row]], tenure[row]);
    if (churned[row] !== 1) ended[customer[row]] = 0;
  }
  const lengths = Int32Array.from(new Set([0, ...longest.filter((length) => length >= 0)])).sort();
  const step = new Map(Array.from(lengths, (length, at) => [length, at]));
  const last = longest.map((length) => step.get(length) ?? -1);
  return { last, ended: ended.map((value, c) => (last[c] < 0 ? 0 : value)), start: null, lengths };
}

/** A contract that has begun, ends no sooner than it begins, and if it is said to have ended, says when. */
export function isUsable({ contracts, observed }: Facts, row: number): boolean {
  const { start, endedOn, churned } = contracts!;
  if (start[row] === NO_DAY || !observed || start[row] > observed.until) return false;
  return endedOn[row] === NO_DAY ? churned[row] !== 1 : endedOn[row] >= start[row];
}

/**
 * From the first start to the day on which no contract ran on: contracts that overlap, or follow by the next day, are one
 * stay. A later contract is a return, not an undoing.
 */
function datedStays(facts: Facts): Stays {
  const { customers, contracts, observed } = facts;
  const last = new Int32Array(customers.count).fill(-1);
  const ended = new Uint8Array(customers.count);
  const first = new Int32Array(customers.count).fill(NO_DAY);
  const end = new Int32Array(customers.count).fill(NO_DAY);
  for (let row = 0; row < (contracts?.count ?? 0); row++) {
    if (!isUsable(facts, row)) continue;
    const { customer, start, endedOn } = contracts!;
    const c = customer[row];
    const until = endedOn[row] === NO_DAY ? Infinity : endedOn[row];
    if (first[c] === NO_DAY) {
      first[c] = start[row];
      ended[c] = 1;
    } else if (!ended[c] || start[row] > end[c] + 1) continue;
    if (until === Infinity) ended[c] = 0;
    else end[c] = Math.max(end[c], until);
  }
  for (let c = 0; c < customers.count; c++)
    if (first[c] !== NO_DAY) last[c] = (ended[c] ? end[c] : observed!.until) - first[c];
  return { last, ended, start: first, lengths: null };
}

/**
 * When a stay that ended by inactivity has ended: on the last purchase, which is known only N days before the end of observation;
 * or N days after it, when the customer counts as gone.
 */
export type LapseAt = 'last_purchase' | 'n_days_later';

/**
 * Stays by inactivity (METRICS.md, `survival`): from the first purchase of the whole file to the first purchase day that no other
 * follows within `lapse` days. A later purchase is a return, not an undoing. A stay is with the company, not with a category: a
 * filter of lines does not move it. Counted from the first purchase of all, those who came to a category late could not have left
 * it sooner, and would seem to stay.
 * @param lapse null: nobody knows when a customer has lapsed, and there are no stays
 */
function lapseStays(facts: Facts, lapse: number | null, at: LapseAt): Stays {
  let byLapse = ofPurchases.get(facts);
  if (!byLapse) ofPurchases.set(facts, (byLapse = new Recent(MOST_KEPT)));
  return byLapse.of(`${lapse} ${at}`, () => (lapse === null ? noStays(facts) : findLapses(facts, lapse, at)));
}

const noStays = ({ customers }: Facts): Stays => ({
  last: new Int32Array(customers.count).fill(-1),
  ended: new Uint8Array(customers.count),
  start: customers.firstDay,
  lengths: null,
});

function findLapses(facts: Facts, lapse: number, at: LapseAt): Stays {
  const { customers, observed } = facts;
  const stays = noStays(facts);
  const { last, ended } = stays;
  const until = observed?.until ?? NO_DAY;
  /** The last day on which it can be told whether a purchase was the last. */
  const judged = until - lapse;
  const { firstDay } = customers;
  for (let c = 0; c < customers.count; c++) {
    const end = endOfRun(facts, c, lapse);
    if (end === NO_DAY || (at === 'last_purchase' && firstDay[c] > judged)) continue;
    ended[c] = end <= judged ? 1 : 0;
    if (at === 'last_purchase') last[c] = Math.min(end, judged) - firstDay[c];
    else last[c] = Math.min(end + lapse, until) - firstDay[c];
  }
  return stays;
}

/** The first purchase day of a customer that no other follows within `lapse` days; NO_DAY without a purchase. */
function endOfRun({ customers: { orderStart }, orders: { day, isPurchase } }: Facts, c: number, lapse: number): Day {
  let previous = NO_DAY;
  for (let order = orderStart[c]; order < orderStart[c + 1]; order++) {
    if (!isPurchase[order]) continue;
    if (previous !== NO_DAY && day[order] > previous + lapse) break;
    previous = day[order];
  }
  return previous;
}

/**
 * Calls `visit` for every customer in view whose stay the window lets see: with the first step at which they are at risk
 * (0 without late entry), the last one, and whether the stay was seen to end. A window has no say over tenures; one that ends
 * before it begins lets see nobody.
 */
export function scanStays(
  stays: Stays,
  scope: Scope,
  visit: (customer: number, entry: number, last: number, ended: number) => void,
): void {
  const { last, ended, start } = stays;
  const { customer: inView } = scope;
  const windowed = scope.windowed && start !== null;
  for (let c = 0; c < last.length; c++) {
    if (last[c] < 0 || !inView[c]) continue;
    if (!windowed) {
      visit(c, 0, last[c], ended[c]);
      continue;
    }
    const entry = Math.max(0, scope.from - start[c]);
    const cut = scope.until - start[c];
    if (cut < 0 || entry > Math.min(cut, last[c])) continue;
    if (cut < last[c]) visit(c, entry, cut, 0);
    else visit(c, entry, last[c], ended[c]);
  }
}

/** The source that a metric reads: the one asked for; under `auto` contracts where they tell who is gone, else purchases. */
export const sourceOf = (facts: Facts, asked: 'auto' | StaySource): StaySource =>
  asked !== 'auto' ? asked : hasContractStays(facts) && isGoneByContract(facts) ? 'contract' : 'purchases';

export const staysOf = (facts: Facts, source: StaySource, lapse: number | null, at: LapseAt): Stays =>
  source === 'contract' ? contractStays(facts) : lapseStays(facts, lapse, at);
