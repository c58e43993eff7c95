import type { Formatter } from '../../domain/format';
import type { Finding, MetricTable } from '../metric';
import type { unifiedCustomers } from './definition';

/** How many records became how many customers. */
export function finding(table: MetricTable<typeof unifiedCustomers>, _: unknown, format: Formatter): Finding | null {
  const records = table.customer.length;
  if (records === 0) return null;
  const customers = new Set(table.customer).size;
  const files = new Set(table.source).size;
  const where = files === 1 ? 'one file' : `${format.int(files)} files`;
  return {
    words: [
      {
        strong: `${format.plural(records, 'record')} in ${where} ${records === 1 ? 'is' : 'are'} ${format.plural(customers, 'customer')}`,
      },
      '.',
    ],
    n: `n = ${format.plural(records, 'record')}`,
  };
}
