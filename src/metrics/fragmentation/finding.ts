import type { Formatter } from '../../domain/format';
import { FEW, type Finding, type MetricTable } from '../metric';
import type { fragmentation } from './definition';
import { readSources } from './sources';

/** The source that sees least of its customers; of one source alone, how many records stand twice. */
export function finding(table: MetricTable<typeof fragmentation>, _: unknown, format: Formatter): Finding | null {
  const sources = readSources(table);
  const customers = sources.reduce((sum, source) => sum + source.customers, 0);
  if (customers < FEW) return null;
  if (sources.length === 1) {
    const [{ source, records, customers: own }] = sources;
    const words = [
      { strong: `${format.int(records - own)} of ${format.int(records)} records` },
      ` in ${source} repeat a customer.`,
    ];
    return { words, n: `n = ${format.plural(records, 'record')}` };
  }
  const told = sources.filter(({ customers: own, seen }) => own >= FEW && !Number.isNaN(seen));
  if (told.length === 0) {
    const most = sources.reduce((a, b) => (b.shared / b.customers > a.shared / a.customers ? b : a));
    return {
      words: [
        { strong: `${format.int(most.shared)} of ${format.int(most.customers)} customers` },
        ` of ${most.source} stand in another file too.`,
      ],
      n: `n = ${format.plural(most.customers, 'customer')}`,
    };
  }
  const least = told.reduce((a, b) => (b.seen < a.seen ? b : a));
  return {
    words: [
      { strong: `${least.source} sees ${format.share(least.seen)} of what its customers bring` },
      `; ${format.int(least.changed)} of ${format.int(least.customers)} stand in another fifth than it would put them.`,
    ],
    n: `n = ${format.plural(least.customers, 'customer')}`,
  };
}
