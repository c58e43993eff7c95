import { BAND_LIMITS } from '../../domain/answer-bands';
import { NO_DAY } from '../../domain/calendar';
import type { Facts } from '../../facts/facts';
import { goneDays } from '../../facts/gone';
import { contractStays, isUsable } from '../../facts/stays';
import { defineComputation, type Kernel, type Members, type MetricOptions } from '../metric';
import { atRisk } from './definition';
import { derive } from './derive';
import sql from './query.sql?raw';

type Options = MetricOptions<typeof atRisk>;

const resolve = (facts: Facts, options: Options): Options => ({
  ...options,
  lapse_days: options.lapse_days ?? goneDays(facts),
});

/** What speaks of a customer's leaving: the reason's place in REASONS, and the figures of the base columns. */
type Warning = readonly [reason: number, days: number, measure: number, gaps: number];

/** Customers in view with their reasons, in the order of keys; whoever has left by contract is left out. */
const kernel: Kernel<typeof atRisk> = (facts, scope, options) => {
  const { customers, observed } = facts;
  const rows: number[][] = [];
  if (observed) {
    const gone = contractStays(facts).ended;
    const terms = termsOf(facts, options.within_days);
    const scores = scoresOf(facts);
    for (let c = 0; c < customers.count; c++) {
      if (!scope.customer[c] || gone[c]) continue;
      const term = terms.get(c);
      const found: (Warning | null)[] = [
        term === undefined ? null : [0, term, 0, 0],
        overdueOf(facts, c, options),
        scores.get(c) ?? null,
      ];
      for (const warning of found) if (warning) rows.push([c, ...warning, customers.net[c]]);
    }
  }
  const column = (at: number) => Float64Array.from(rows, (row) => row[at]);
  return {
    customer: column(0),
    reason: column(1),
    days: column(2),
    measure: column(3),
    gaps: column(4),
    net: column(5),
  };
};

/** Days to the first end of term within reach, by customer. */
function termsOf(facts: Facts, within: number): Map<number, number> {
  const terms = new Map<number, number>();
  const { contracts, observed } = facts;
  for (let row = 0; row < (contracts?.count ?? 0); row++) {
    const { customer, endOfTerm, endedOn } = contracts!;
    if (endOfTerm[row] === NO_DAY || endedOn[row] !== NO_DAY || !isUsable(facts, row)) continue;
    const days = endOfTerm[row] - observed!.until;
    if (days > 0 && days <= within) terms.set(customer[row], Math.min(days, terms.get(customer[row]) ?? Infinity));
  }
  return terms;
}

/** Of at least two gaps: the last purchase is more than so many times the mean gap ago, and the customer has not lapsed. */
function overdueOf(
  { customers, orders, observed }: Facts,
  c: number,
  { lapse_days: lapse, overdue_times: times }: Options,
): Warning | null {
  let first = NO_DAY;
  let last = NO_DAY;
  let gaps = -1;
  for (let order = customers.orderStart[c]; order < customers.orderStart[c + 1]; order++) {
    if (!orders.isPurchase[order] || orders.day[order] === last) continue;
    if (first === NO_DAY) first = orders.day[order];
    last = orders.day[order];
    gaps++;
  }
  if (gaps < 2) return null;
  const since = observed!.until - last;
  const isOverdue = since * gaps > times * (last - first) && (lapse === null || since < lapse);
  return isOverdue ? [1, since, last - first, gaps] : null;
}

/** Low scores: those of the lowest band of their scale. */
function scoresOf({ surveys, observed }: Facts): Map<number, Warning> {
  const scores = new Map<number, Warning>();
  surveys?.customer.forEach((customer, row) => {
    if (surveys.score[row] > BAND_LIMITS[surveys.scale].low) return;
    const days = surveys.day[row] === NO_DAY ? -1 : observed!.until - surveys.day[row];
    scores.set(customer, [2, days, Math.round(surveys.score[row] * 10_000), 0]);
  });
  return scores;
}

/** The one customer of a row. */
const members: Members<typeof atRisk> = (facts, _scope, _options, row) => {
  const at = facts.customers.ids.indexOf(String(row['customer']));
  return Int32Array.from(at < 0 ? [] : [at]);
};

export default defineComputation(atRisk, { sql, kernel, members, resolve, derive });
