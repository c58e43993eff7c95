import { NO_DAY } from '../../domain/calendar';
import { balancePeriods, type BalancePeriod } from './balance-periods';
import type { Facts } from '../../facts/facts';
import { itemsByOrder, moneyByOrder } from '../../facts/order-sums';
import type { Scope } from '../../facts/scope';

/** Standing at the start of a period, and what became of it; by their codes. */
export const GROUPS = ['best', 'middle', 'loss', 'away', 'new'] as const;
export const STATES = ['same', 'grew', 'stopped', 'away', 'back', 'new'] as const;

const group = (name: (typeof GROUPS)[number]) => GROUPS.indexOf(name);
const state = (name: (typeof STATES)[number]) => STATES.indexOf(name);

/** What each customer did in each period. Spans: number p is period p; p + 1 is the time before it. */
interface Spans {
  /** Bit p: bought in span p. One entry a customer. */
  readonly bought: Uint16Array;
  /** Bit p: bought in span p a category for the first time. */
  readonly widened: Uint16Array;
  /** Money by span, then customer. `profit` is null without cost. */
  readonly net: readonly Float64Array[];
  readonly profit: readonly Float64Array[] | null;
}

export interface Standings extends Spans {
  readonly periods: readonly BalancePeriod[];
  /** Code of the group x 8 + code of the state; -1 for a customer out of view or not yet known. */
  cell(period: number, customer: number): number;
}

/**
 * Where customers stood before each period and what they did in it. Purchases and money of any day count: a window only
 * chooses the periods. Everyone in view whose first purchase is no later than the end of a period stands in one cell of it.
 */
export function standingsOf(facts: Facts, scope: Scope): Standings {
  const periods = balancePeriods(facts.observed, scope);
  const spans = readSpans(facts, scope, periods);
  const best = periods.map((_, period) => bestFifth(spans, period + 1));
  const { firstDay } = facts.customers;
  return {
    ...spans,
    periods,
    cell(period, customer) {
      const { from, until } = periods[period];
      if (!scope.customer[customer] || firstDay[customer] === NO_DAY || firstDay[customer] > until) return -1;
      const now = (spans.bought[customer] >> period) & 1;
      const before = (spans.bought[customer] >> (period + 1)) & 1;
      if (before) {
        const value = (spans.profit ?? spans.net)[period + 1][customer];
        const standing = best[period][customer] ? 'best' : value < 0 ? 'loss' : 'middle';
        const widened = (spans.widened[customer] >> period) & 1;
        return group(standing) * 8 + state(now ? (widened ? 'grew' : 'same') : 'stopped');
      }
      if (now && firstDay[customer] >= from) return group('new') * 8 + state('new');
      return group('away') * 8 + state(now ? 'back' : 'away');
    },
  };
}

/** The span of each day from the earliest on, -1 after the last. */
function spanOfDays(periods: readonly BalancePeriod[]): { first: number; span: Int8Array } {
  const oldest = periods[periods.length - 1];
  const first = oldest.beforeFrom;
  const span = new Int8Array(periods[0].until - first + 1).fill(periods.length);
  periods.forEach(({ from, until }, period) => span.fill(period, from - first, until - first + 1));
  return { first, span };
}

function readSpans(facts: Facts, scope: Scope, periods: readonly BalancePeriod[]): Spans {
  const { customers, orders, lines } = facts;
  const amounts = () => Array.from({ length: periods.length + 1 }, () => new Float64Array(customers.count));
  const spans = {
    bought: new Uint16Array(customers.count),
    widened: new Uint16Array(customers.count),
    net: amounts(),
    profit: lines.profit && amounts(),
  };
  if (periods.length === 0) return spans;
  const { first, span } = spanOfDays(periods);
  const heldBy = new Int32Array(lines.category?.values.length ?? 0).fill(-1);
  const categories = itemsByOrder(facts, scope, 'category');
  const money = moneyByOrder(facts, scope);
  for (let order = 0; order < orders.known; order++) {
    const c = orders.customer[order];
    if (!scope.customer[c]) continue;
    if (scope.purchaseAnyDay[order]) {
      const bit = bitOf(span, orders.day[order] - first);
      spans.bought[c] |= bit;
      for (let at = categories.start[order]; at < categories.start[order + 1]; at++) {
        if (heldBy[categories.item[at]] === c) continue;
        heldBy[categories.item[at]] = c;
        spans.widened[c] |= bit;
      }
    }
    if (money.oneDay[order]) {
      const at = span[orders.day[order] - first] ?? -1;
      if (at < 0) continue;
      spans.net[at][c] += money.net[order];
      if (spans.profit) spans.profit[at][c] += money.profit![order];
      continue;
    }
    for (let line = orders.lineStart[order]; line < orders.lineStart[order + 1]; line++) {
      const at = span[lines.day[line] - first] ?? -1;
      if (at < 0 || (scope.line !== null && !scope.line[line])) continue;
      spans.net[at][c] += lines.net[line];
      if (spans.profit) spans.profit[at][c] += lines.profit![line];
    }
  }
  return spans;
}

const bitOf = (span: Int8Array, at: number) => (at >= 0 && at < span.length ? 1 << span[at] : 0);

/** NTILE(5) = 1 of the buyers of a span by profit (by net without cost), ties by position; 1 for those in it. */
function bestFifth({ bought, net, profit }: Spans, at: number): Uint8Array {
  const value = (profit ?? net)[at];
  const isBuyer = (customer: number) => (bought[customer] >> at) & 1;
  const ascending = value.filter((_, customer) => isBuyer(customer)).sort();
  const best = new Uint8Array(value.length);
  const size = Math.ceil(ascending.length / 5);
  if (size === 0) return best;
  const least = ascending[ascending.length - size];
  let ties = size;
  for (let i = ascending.length - 1; i >= 0 && ascending[i] > least; i--) ties--;
  for (let customer = 0; customer < value.length; customer++) {
    if (!isBuyer(customer) || value[customer] < least) continue;
    if (value[customer] > least || ties-- > 0) best[customer] = 1;
  }
  return best;
}
