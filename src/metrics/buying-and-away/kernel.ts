import { monthOfDay } from '../../domain/calendar';
import { scanRuns, type Run } from '../../facts/activity';
import type { Facts } from '../../facts/facts';
import { goneDays } from '../../facts/gone';
import type { Scope } from '../../facts/scope';
import { datedSourceOf } from '../../facts/stays';
import { defineComputation, type Kernel, type Members, type MetricOptions } from '../metric';
import { buyingAndAway } from './definition';
import { derive } from './derive';
import sql from './query.sql?raw';

type Options = MetricOptions<typeof buyingAndAway>;

const resolve = (facts: Facts, options: Options): Options => ({
  ...options,
  source: datedSourceOf(facts, options.source),
  lapse_days: options.lapse_days ?? goneDays(facts),
});

/** Of each stretch the first month at whose end the customer is active, and the first at whose end no more. */
function scanMonths(
  facts: Facts,
  scope: Scope,
  { source, lapse_days: days }: Options,
  visit: (run: Run, from: number, until: number) => void,
): void {
  scanRuns(facts, scope, source === 'contract', days, (run) =>
    visit(run, monthOfDay(run.from), run.until === Infinity ? Infinity : monthOfDay(run.until)),
  );
}

/** Counts active, gone and new customers at the end of each month of the observed time, by the changes from month to month. */
const kernel: Kernel<typeof buyingAndAway> = (facts, scope, options) => {
  const first = facts.observed ? monthOfDay(facts.observed.from) : 0;
  const months = facts.observed ? monthOfDay(facts.observed.until) - first + 1 : 0;
  const column = () => new Float64Array(months);
  const base = { month: column().map((_, at) => first + at), buying: column(), away: column(), new: column() };
  const change = (counts: Float64Array, month: number, by: number) => {
    if (month - first < months) counts[month - first] += by;
  };
  scanMonths(facts, scope, options, ({ isFirst, isReturn }, from, until) => {
    change(base.buying, from, 1);
    if (isReturn) change(base.away, from, -1);
    if (isFirst) change(base.new, from, 1);
    change(base.buying, until, -1);
    change(base.away, until, 1);
  });
  for (let at = 1; at < months; at++) {
    base.buying[at] += base.buying[at - 1];
    base.away[at] += base.away[at - 1];
  }
  return base;
};

const members: Members<typeof buyingAndAway> = (facts, scope, options, row, column) => {
  const month = Number(row['month']);
  const found = new Set<number>();
  const active = new Set<number>();
  scanMonths(facts, scope, options, ({ customer, isFirst }, from, until) => {
    if (column === 'new') {
      if (isFirst && from === month) found.add(customer);
      return;
    }
    if (from <= month && month < until) active.add(customer);
    if (from <= month) found.add(customer);
  });
  const listed = [...found].filter((customer) => column === 'new' || active.has(customer) === (column === 'buying'));
  return Int32Array.from(listed).sort();
};

export default defineComputation(buyingAndAway, { sql, kernel, members, resolve, derive });
