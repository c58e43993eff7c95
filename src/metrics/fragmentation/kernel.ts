import { fragmentsOf, type Fragment } from './fragments';
import { defineComputation, type Kernel, type Members } from '../metric';
import { fragmentation } from './definition';
import { derive } from './derive';
import sql from './query.sql?raw';

/** Adds up the customers in view by the sources that have them. A source with nobody in view has no row. */
const kernel: Kernel<typeof fragmentation> = (facts, scope) => {
  const sums = (facts.unified?.sources ?? []).map((_, source) => ({
    source,
    records: 0,
    customers: 0,
    shared_with_other_sources: 0,
    profit_rank_changed: 0,
    net_alone: 0,
    net_whole: 0,
  }));
  for (const { source, customer, records, net, sources, rankChanged } of fragmentsOf(facts, scope)) {
    const sum = sums[source];
    sum.records += records;
    sum.customers++;
    if (sources > 1) sum.shared_with_other_sources++;
    if (rankChanged) sum.profit_rank_changed++;
    sum.net_alone += net;
    sum.net_whole += facts.customers.net[customer];
  }
  const rows = sums.filter(({ customers }) => customers > 0);
  const column = (name: keyof (typeof sums)[number]) => Float64Array.from(rows, (row) => row[name]);
  return {
    source: column('source'),
    records: column('records'),
    customers: column('customers'),
    shared_with_other_sources: column('shared_with_other_sources'),
    profit_rank_changed: column('profit_rank_changed'),
    net_alone: column('net_alone'),
    net_whole: column('net_whole'),
  };
};

const COUNTED: Readonly<Record<string, (fragment: Fragment) => boolean>> = {
  customers: () => true,
  shared_with_other_sources: ({ sources }) => sources > 1,
  profit_rank_changed: ({ rankChanged }) => rankChanged,
};

const members: Members<typeof fragmentation> = (facts, scope, _, row, column) => {
  const source = facts.unified?.sources.indexOf(String(row['source']));
  const listed = fragmentsOf(facts, scope).filter((one) => one.source === source && COUNTED[column](one));
  return Int32Array.from(listed, ({ customer }) => customer).sort();
};

export default defineComputation(fragmentation, { sql, kernel, members, derive });
