import type { Formatter } from '../../domain/format';
import { FEW, type Finding, type MetricOptions, type MetricTable } from '../metric';
import type { cohortValue } from './definition';
import { paybackOf, pooledWorth, readWorth } from './value';

/** What a customer has brought by the last age that half of them have reached; when half of the cohorts had paid back. */
export function finding(
  table: MetricTable<typeof cohortValue>,
  context: { readonly hasProfit: boolean },
  format: Formatter,
  { unit }: MetricOptions<typeof cohortValue>,
): Finding | null {
  const cohorts = readWorth(table, context.hasProfit ? 'profit' : 'net');
  const pooled = pooledWorth(cohorts);
  const most = Math.max(0, ...pooled.map(({ customers }) => customers));
  const last = pooled.filter(({ customers, period }) => customers >= most / 2 && period > 0).pop();
  if (!last || last.customers < FEW) return null;
  const ageWords = (period: number) => (unit === '30d' ? `${30 * (period + 1)} days` : format.plural(period + 1, unit));
  const age = ageWords(last.period);
  const what = context.hasProfit ? 'profit' : 'net sales';
  const subject = { strong: `A customer has brought ${format.money(last.value)} of ${what} by the end of ${age}` };
  const paid = paybackOf(cohorts);
  const rest = !paid
    ? '.'
    : Number.isNaN(paid.middle)
      ? `; ${format.money(paid.cac)} was spent to win one, and ${format.int(paid.paid)} of ${format.plural(paid.known, 'cohort')} have paid it back.`
      : `; the ${format.money(paid.cac)} spent to win one came back within ${ageWords(paid.middle)} for half of the cohorts.`;
  return { words: [subject, rest], n: `n = ${format.int(last.customers)}` };
}
