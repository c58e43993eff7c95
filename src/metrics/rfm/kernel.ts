import { NO_DAY, type Day } from '../../domain/calendar';
import { fmScore, segmentOf } from '../../domain/rfm-segments';
import type { Facts } from '../../facts/facts';
import { RFM_MEASURES, rfmOn, type RfmStanding } from '../../facts/rfm';
import { ownCuts } from './own-cuts';
import type { Scope } from '../../facts/scope';
import { defineComputation, type Kernel, type Members, type MetricOptions, type QueryTables } from '../metric';
import { rfm } from './definition';
import { derive } from './derive';
import sql from './query.sql?raw';

type Options = MetricOptions<typeof rfm>;
const YEAR = 365;

const resolve = (facts: Facts, options: Options): Options => ({
  ...options,
  since: options.since ?? (facts.observed ? facts.observed.until - YEAR : null),
});

const cutsOf = (options: Options) =>
  ownCuts({
    recency_days: options.recency_cuts,
    frequency: options.frequency_cuts,
    monetary: options.monetary_cuts,
  });

/** Cuts that the user has set, for the query; empty where the quantiles stand. */
const tables = (_facts: Facts, _scope: Scope, options: Options): QueryTables => {
  const rows = cutsOf(options).flatMap((cuts, measure) => (cuts ?? []).map((cut) => [measure, cut] as const));
  return { own_cuts: { measure: rows.map(([measure]) => measure), cut: rows.map(([, cut]) => cut) } };
};

/** The standing at the end of observation and on `since`. */
function standings(facts: Facts, given: Options): { now: RfmStanding; before: RfmStanding } | null {
  const options = resolve(facts, given);
  if (!facts.observed || options.since === null) return null;
  const cuts = cutsOf(options);
  return { now: rfmOn(facts, facts.observed.until, cuts), before: rfmOn(facts, options.since, cuts) };
}

/** Customers in view with a purchase inside the window; scores are those of the whole file. */
const kernel: Kernel<typeof rfm> = (facts, scope, options) => {
  const both = standings(facts, options);
  const now = both?.now ?? null;
  const figures = now && figuresInView(facts, scope, facts.observed!.until, now);
  const rows = now && figures ? Array.from(now.customers.keys()).filter((at) => figures[1][at] > 0) : [];
  const shown = rows.filter((at) => scope.customer[now!.customers[at]] === 1);
  const column = (of: (at: number) => number) => Float64Array.from(shown, of);
  const placeBefore = new Map(Array.from(both?.before.customers ?? [], (customer, at) => [customer, at]));
  const before = (measure: 0 | 1 | 2) =>
    column((at) => {
      const place = placeBefore.get(now!.customers[at]);
      return place === undefined ? 0 : both!.before.scores[measure][place];
    });
  return {
    customer: column((at) => now!.customers[at]),
    recency_days: column((at) => figures![0][at]),
    frequency: column((at) => figures![1][at]),
    monetary: column((at) => figures![2][at]),
    r: column((at) => now!.scores[0][at]),
    f: column((at) => now!.scores[1][at]),
    m: column((at) => now!.scores[2][at]),
    r_before: before(0),
    f_before: before(1),
    m_before: before(2),
  };
};

/** By `RFM_MEASURES`, as the standing's values; excluded days drop out (METRICS rule 10). */
function figuresInView(facts: Facts, scope: Scope, until: Day, standing: RfmStanding): readonly Float64Array[] {
  if (!scope.windowed) return standing.values;
  const { customers, orders, lines } = facts;
  const { net, day: dayOf } = lines;
  const inWindow = (day: Day) => day >= scope.from && day <= scope.until;
  return RFM_MEASURES.map((measure) =>
    Float64Array.from(standing.customers, (customer) => {
      let last = NO_DAY;
      let frequency = 0;
      let monetary = 0;
      for (let order = customers.orderStart[customer]; order < customers.orderStart[customer + 1]; order++) {
        if (orders.isPurchase[order] && inWindow(orders.day[order])) {
          last = orders.day[order];
          frequency++;
        }
        for (let line = orders.lineStart[order]; line < orders.lineStart[order + 1]; line++)
          if (inWindow(dayOf[line])) monetary += net[line];
      }
      return measure === 'recency_days' ? until - last : measure === 'frequency' ? frequency : monetary;
    }),
  );
}

/** Customers in view who share a row's cell, segment or move, or stood in its cell before. */
const members: Members<typeof rfm> = (facts, scope, options, row, column) => {
  const base = kernel(facts, scope, options);
  const segmentBefore = (at: number) =>
    base.r_before[at] === 0 ? '' : segmentOf(base.r_before[at], fmScore(base.f_before[at], base.m_before[at]));
  const stands = (r: number, f: number, m: number) => r === row['r'] && fmScore(f, m) === row['fm'];
  const listed: Readonly<Record<string, (at: number) => boolean>> = {
    in_cell: (at) => stands(base.r[at], base.f[at], base.m[at]),
    in_cell_before: (at) => stands(base.r_before[at], base.f_before[at], base.m_before[at]),
    in_segment: (at) => segmentOf(base.r[at], fmScore(base.f[at], base.m[at])) === row['segment'],
    in_move: (at) =>
      segmentOf(base.r[at], fmScore(base.f[at], base.m[at])) === row['segment'] &&
      segmentBefore(at) === row['segment_before'],
  };
  return Int32Array.from(base.customer).filter((_, at) => listed[column](at));
};

export default defineComputation(rfm, { sql, kernel, members, resolve, tables, derive });
