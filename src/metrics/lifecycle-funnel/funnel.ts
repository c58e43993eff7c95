import { NO_DAY } from '../../domain/calendar';
import { FUNNEL_STAGES, STATED_STAGES } from '../../domain/lifecycle';
import type { Facts } from '../../facts/facts';
import { itemsByOrder, type OrderItems } from '../../facts/order-sums';
import type { Scope } from '../../facts/scope';

/** The two readings, by their codes. */
export const READINGS = ['in_order', 'reached'] as const;
export type Reading = (typeof READINGS)[number];

const STATED = STATED_STAGES.length;
const STAGES = FUNNEL_STAGES.length;

/** A stage that the data speak of: its index in FUNNEL_STAGES. */
export interface FunnelStep {
  readonly stage: number;
  /** Whether holding the stage without a date counts. Once there are transactions they alone make customers. */
  readonly heldCounts: boolean;
}

const hasPurchases = ({ available }: Facts) =>
  available.has('transactions.customer') && available.has('transactions.date');

/** The stages that the data speak of, in stage order. */
export function stepsOf(facts: Facts): FunnelStep[] {
  const { stageDay, stageNow } = facts.customers;
  const held = new Set(stageNow ?? []);
  const bought = hasPurchases(facts);
  const known = FUNNEL_STAGES.map((name, stage) => {
    if (stage < STATED || !bought) return stageDay[name] !== undefined || held.has(stage);
    return name !== 'grown' || (facts.lines.category?.values.length ?? 0) > 0;
  });
  return FUNNEL_STAGES.flatMap((_, stage) => (known[stage] ? [{ stage, heldCounts: stage < STATED || !bought }] : []));
}

/** What one customer has done. Reused from customer to customer. */
interface Path {
  /** First day in each stage, in view; NO_DAY for none. */
  readonly first: Int32Array;
  /** The earliest day in each stage or any later one; NO_DAY for none. */
  readonly entered: Int32Array;
  /** The latest stage held without a date, -1 for none. */
  held: number;
}
type Visit = (reading: Reading, step: number, customer: number, days: number) => void;

/**
 * Calls `visit` for every step that a customer in view has taken, with the days since the step before: -1 for the first
 * step and where a day is not known. Stated stages are entered on their days; being a customer, a repeat customer or grown
 * lasts from its first day. Days outside the window do not count.
 * @param windowDays steps later than this many days after the first one do not count; null: all do
 */
export function scanFunnel(
  facts: Facts,
  scope: Scope,
  steps: readonly FunnelStep[],
  windowDays: number | null,
  visit: Visit,
): void {
  if (steps.length === 0) return;
  const { customers } = facts;
  const categories = itemsByOrder(facts, scope, 'category');
  const firstCategory = new Int32Array(facts.lines.category?.values.length ?? 0).fill(-1);
  const path: Path = { first: new Int32Array(STAGES), entered: new Int32Array(STAGES), held: -1 };
  for (let c = 0; c < customers.count; c++) {
    if (scope.customer[c] === 0) continue;
    path.first.fill(NO_DAY);
    path.held = customers.stageNow ? customers.stageNow[c] : -1;
    readStatedStages(facts, scope, c, path);
    readPurchases(facts, scope, c, path, categories, firstCategory);
    let earliest = NO_DAY;
    for (let stage = STAGES - 1; stage >= 0; stage--) {
      const day = path.first[stage];
      if (day !== NO_DAY && (earliest === NO_DAY || day < earliest)) earliest = day;
      path.entered[stage] = earliest;
    }
    if (earliest === NO_DAY && path.held < 0) continue;
    readReached(c, path, steps, windowDays, visit);
    walkInOrder(facts, scope, c, path, steps, windowDays, visit);
  }
}

const isInWindow = (scope: Scope, day: number) => day >= scope.from && day <= scope.until;

function readStatedStages({ customers }: Facts, scope: Scope, c: number, path: Path): void {
  const entries = customers.stageEntries;
  if (!entries) return;
  for (let at = entries.start[c]; at < entries.start[c + 1]; at++) {
    const stage = entries.stage[at];
    if (path.first[stage] === NO_DAY && isInWindow(scope, entries.day[at])) path.first[stage] = entries.day[at];
  }
}

/** The days of the last three stages: first purchase, first later day, first later day with a category not bought on the first. */
function readPurchases(
  facts: Facts,
  scope: Scope,
  c: number,
  path: Path,
  { start, item }: OrderItems,
  firstCategory: Int32Array,
): void {
  const { orders, customers } = facts;
  const { first } = path;
  for (let order = customers.orderStart[c]; order < customers.orderStart[c + 1]; order++) {
    const day = orders.day[order];
    if (!scope.purchase[order] || day === NO_DAY) continue;
    if (first[STATED] === NO_DAY) first[STATED] = day;
    else if (first[STATED + 1] === NO_DAY && day > first[STATED]) first[STATED + 1] = day;
    for (let at = start[order]; at < start[order + 1]; at++) {
      if (day === first[STATED]) firstCategory[item[at]] = c;
      else if (firstCategory[item[at]] !== c) {
        first[STATED + 2] = day;
        return;
      }
    }
  }
}

/** A later stage implies the earlier; a stage is entered on the earliest day of it or any later one. */
function readReached(
  c: number,
  path: Path,
  steps: readonly FunnelStep[],
  windowDays: number | null,
  visit: Visit,
): void {
  const start = path.entered[steps[0].stage];
  let before = NO_DAY;
  for (let step = 0; step < steps.length; step++) {
    const { stage, heldCounts } = steps[step];
    const day = path.entered[stage];
    if (day === NO_DAY && !(heldCounts && path.held >= stage)) return;
    if (step > 0 && windowDays !== null && (day === NO_DAY || day > start + windowDays)) return;
    visit('reached', step, c, step > 0 && day !== NO_DAY && before !== NO_DAY ? day - before : -1);
    before = day;
  }
}

/** Each step on or after the last, from the first entry into the first; stages held without a date have no place in an order. */
function walkInOrder(
  facts: Facts,
  scope: Scope,
  c: number,
  path: Path,
  steps: readonly FunnelStep[],
  windowDays: number | null,
  visit: Visit,
): void {
  let start = NO_DAY;
  let before = NO_DAY;
  for (let step = 0; step < steps.length; step++) {
    const { stage } = steps[step];
    const day = stage < STATED ? firstEntry(facts, scope, c, stage, before) : lastingFrom(path.first[stage], before);
    if (day === NO_DAY) return;
    if (step === 0) start = day;
    else if (windowDays !== null && day > start + windowDays) return;
    visit('in_order', step, c, step === 0 ? -1 : day - before);
    before = day;
  }
}

const lastingFrom = (first: number, before: number) => (first === NO_DAY ? NO_DAY : Math.max(first, before));

function firstEntry({ customers }: Facts, scope: Scope, c: number, stage: number, from: number): number {
  const entries = customers.stageEntries;
  if (!entries) return NO_DAY;
  for (let at = entries.start[c]; at < entries.start[c + 1]; at++) {
    const day = entries.day[at];
    if (entries.stage[at] === stage && day >= from && isInWindow(scope, day)) return day;
  }
  return NO_DAY;
}
