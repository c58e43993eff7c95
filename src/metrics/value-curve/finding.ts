import type { Formatter } from '../../domain/format';
import type { Against } from '../chart-props';
import { FEW, type Finding, type MetricOptions, type MetricTable } from '../metric';
import { measureWords, readValueCurve } from './curve';
import type { valueCurve } from './definition';

export function finding(
  table: MetricTable<typeof valueCurve>,
  context: { readonly hasProfit: boolean },
  format: Formatter,
  { by }: MetricOptions<typeof valueCurve>,
  _choices: unknown = {},
  against: Against<typeof valueCurve> | null = null,
): Finding | null {
  const customers = table.customers[table.customers.length - 1] ?? 0;
  if (customers === 0) return null;
  const n = `n = ${format.int(customers)}`;
  if (customers < FEW)
    return {
      words: [`${format.plural(customers, 'customer')} ${customers === 1 ? 'is' : 'are'} too few for a finding.`],
      n,
    };
  const curve = readValueCurve(table);
  if (!curve) return null;
  const what = measureWords(by, context.hasProfit);
  const subject = { strong: `The best fifth brings ${format.share(curve.top20.valueShare)} of the ${what}` };
  const other = against && readValueCurve(against.table);
  if (other) {
    const brought = {
      strong: `The best fifth brought ${format.share(curve.top20.valueShare)} of the ${what} in ${against.ownWords.said}`,
    };
    return { words: [brought, `, ${format.share(other.top20.valueShare)} in ${against.words.said}.`], n };
  }
  if (curve.lossMakers > 0) {
    const cost = what !== 'net sales' ? 'cost more than they bring' : 'sent back more than they bought';
    const many = format.plural(curve.lossMakers, 'customer');
    return {
      words: [
        subject,
        `; ${many} ${curve.lossMakers === 1 && what !== 'net sales' ? 'costs more than they bring' : cost}.`,
      ],
      n,
    };
  }
  return { words: [subject, '.'], n };
}
