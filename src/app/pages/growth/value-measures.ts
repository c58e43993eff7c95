import type { WorkspaceSummary } from '../../../domain/import';

/** Fields from which the cost of winning each customer can be worked out. */
const WINNING = ['spend.channel', 'spend.amount', 'interactions.customer', 'interactions.date', 'interactions.channel'];

/** The measures by which customers can be ranked with these data, and a note on those that the data do not allow. */
export function valueMeasures(summary: WorkspaceSummary | undefined): {
  readonly carried: { readonly by: readonly string[] };
  readonly note: string;
} {
  if (!summary) return { carried: { by: ['profit'] }, note: '' };
  if (summary.profit === null)
    return { carried: { by: ['profit'] }, note: 'By net sales: a column of costs or margins would show profit.' };
  if (WINNING.every((field) => summary.available.includes(field)))
    return {
      carried: { by: ['profit', 'net', 'contribution'] },
      note: 'Contribution is profit less what winning the customer cost.',
    };
  return {
    carried: { by: ['profit', 'net'] },
    note: 'Contribution beyond profit would need contacts and marketing spend, both by channel.',
  };
}
