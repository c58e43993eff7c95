import { NO_DAY, type Day } from '../../domain/calendar';
import { ownCuts } from '../../facts/rfm-cuts';
import type { Facts } from '../../facts/facts';
import { RFM_MEASURES, rfmOn, type RfmStanding } from '../../facts/rfm';
import type { Scope } from '../../facts/scope';
import type { Kernel, MetricOptions, QueryTables } from '../metric';
import type { rfm } from './definition';

type Options = MetricOptions<typeof rfm>;
const YEAR = 365;

export const resolve = (facts: Facts, options: Options): Options => ({
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
export const tables = (_facts: Facts, _scope: Scope, options: Options): QueryTables => {
  const rows = cutsOf(options).flatMap((cuts, measure) => (cuts ?? []).map((cut) => [measure, cut] as const));
  return { own_cuts: { measure: rows.map(([measure]) => measure), cut: rows.map(([, cut]) => cut) } };
};

/** The standing at the end of observation and on `since`. */
export function standings(facts: Facts, given: Options): { now: RfmStanding; before: RfmStanding } | null {
  const options = resolve(facts, given);
  if (!facts.observed || options.since === null) return null;
  const cuts = cutsOf(options);
  return { now: rfmOn(facts, facts.observed.until, cuts), before: rfmOn(facts, options.since, cuts) };
}

/** Customers in view with a purchase inside the window; scores are those of the whole file. */
export const kernel: Kernel<typeof rfm> = (facts, scope, options) => {
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
