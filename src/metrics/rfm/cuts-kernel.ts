import type { Facts } from '../../facts/facts';
import { RFM_MEASURES, rfmOn, type OwnCuts, type RfmStanding } from '../../facts/rfm';
import { ownCuts } from './own-cuts';
import type { Scope } from '../../facts/scope';
import { defineComputation, type Kernel, type Members, type MetricOptions, type QueryTables } from '../metric';
import { rfmCuts } from './definition';
import { derive } from './derive-cuts';
import sql from './cuts-query.sql?raw';

type Options = MetricOptions<typeof rfmCuts>;

const cutsOf = (options: Options): OwnCuts =>
  ownCuts({
    recency_days: options.recency_cuts,
    frequency: options.frequency_cuts,
    monetary: options.monetary_cuts,
  });

/** Cuts that the user has set, for the query; empty where the quantiles stand. */
const tables = (_facts: Facts, _scope: Scope, options: Options): QueryTables => {
  const rows = cutsOf(options).flatMap((cuts, measure) =>
    (cuts ?? []).map((cut, at) => ({ measure, k: at + 1, cut, fifths: 5 * cut })),
  );
  return {
    own_cuts: {
      measure: rows.map(({ measure }) => measure),
      k: rows.map(({ k }) => k),
      cut: rows.map(({ cut }) => cut),
      fifths: rows.map(({ fifths }) => fifths),
    },
  };
};

/** The band of a measure in which a customer lies: 1 + the cuts strictly below. */
function bandOf({ values, cuts }: RfmStanding, measure: number, at: number): number {
  return 1 + cuts[measure].filter(({ above }) => values[measure][at] > above).length;
}

/** Customers in view between the cuts of each measure at the end of observation; no rows where nobody has bought. */
const kernel: Kernel<typeof rfmCuts> = (facts, scope, options) => {
  const standing = facts.observed && rfmOn(facts, facts.observed.until, cutsOf(options));
  const rows: number[][] = [];
  if (standing && standing.customers.length > 0) {
    standing.cuts.forEach((cuts, measure) => {
      const customers = new Float64Array(6);
      standing.customers.forEach((customer, at) => {
        if (scope.customer[customer]) customers[bandOf(standing, measure, at)]++;
      });
      for (let band = 1; band <= 5; band++)
        rows.push([measure, band, customers[band], cuts[band - 1]?.fiveTimes ?? NaN]);
    });
  }
  const column = (at: number) => Float64Array.from(rows, (row) => row[at]);
  return { measure: column(0), band: column(1), customers: column(2), fifths: column(3) };
};

const members: Members<typeof rfmCuts> = (facts, scope, options, row, column) => {
  if (!facts.observed) return new Int32Array(0);
  const standing = rfmOn(facts, facts.observed.until, cutsOf(options));
  const measure = RFM_MEASURES.findIndex((name) => name === row['measure']);
  const band = Number(column.slice('band_'.length));
  return standing.customers.filter(
    (customer, at) => scope.customer[customer] === 1 && bandOf(standing, measure, at) === band,
  );
};

export default defineComputation(rfmCuts, { sql, kernel, members, tables, derive });
