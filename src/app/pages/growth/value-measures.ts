import type { WorkspaceSummary } from '../../../domain/import';

/** Fields from which the cost of winning each customer can be worked out. */
const WINNING = ['spend.channel', 'spend.amount', 'interactions.customer', 'interactions.date', 'interactions.channel'];

/** By what customers can be ranked with these data, and why not by more. */
export function valueMeasures(summary: WorkspaceSummary | undefined): {
  readonly offers: { readonly by: readonly string[] };
  readonly note: string;
} {
  if (!summary) return { offers: { by: ['profit'] }, note: '' };
  if (summary.profit === null)
    return { offers: { by: ['profit'] }, note: 'By net sales: a column of costs or margins would show profit.' };
  if (WINNING.every((field) => summary.available.includes(field)))
    return {
      offers: { by: ['profit', 'net', 'contribution'] },
      note: 'Contribution is profit less what winning the customer cost.',
    };
  return {
    offers: { by: ['profit', 'net'] },
    note: 'Contribution beyond profit would need contacts and marketing spend, both by channel.',
  };
}
