import { isPromoterScale } from '../../domain/answer-bands';
import type { Formatter } from '../../domain/format';
import { FEW, type Finding, type MetricOptions, type MetricTable } from '../metric';
import type { feedback } from './definition';
import { groupWords } from './groups';
const COMPARED_FROM = 30;

/** The score and its interval; with a breakdown the highest and the lowest, where their intervals keep apart. */
export function finding(
  table: MetricTable<typeof feedback>,
  _context: unknown,
  format: Formatter,
  { by }: MetricOptions<typeof feedback>,
): Finding | null {
  const rows = Array.from(table.responders.keys()).filter((row) => table.responders[row] >= FEW);
  if (rows.length === 0) return null;
  const isTen = isPromoterScale(table.scale[0]);
  const what = isTen ? 'The Net Promoter Score' : 'Net satisfaction';
  const score = (row: number) => format.signed(table.nps[row]);
  const range = (row: number) => `95%: ${format.signed(table.ci_low[row])} to ${format.signed(table.ci_high[row])}`;
  const sum = (column: Float64Array) => rows.reduce((total, row) => total + column[row], 0);
  const n = `n = ${format.plural(sum(table.responders), 'answer')}`;
  if (by === '') {
    const [row] = rows;
    const all = table.responders[row];
    const share = (count: number) => format.share(count / all);
    const [high, low] = isTen ? ['are promoters', 'detractors'] : ['are satisfied', 'dissatisfied'];
    return {
      words: [
        { strong: `${what} is ${score(row)}` },
        ` (${range(row)}): ${share(table.promoters[row])} of those who answered ${high}, ${share(table.detractors[row])} ${low}.`,
      ],
      n,
    };
  }
  const large = rows
    .filter((row) => table.responders[row] >= COMPARED_FROM)
    .sort((a, b) => table.nps[b] - table.nps[a]);
  if (large.length < 2) return null;
  const [most, least] = [large[0], large[large.length - 1]];
  const name = (row: number) => groupWords(by, table.group[row]);
  if (table.ci_low[most] <= table.ci_high[least])
    return {
      words: [
        { strong: 'No group stands apart beyond chance' },
        `: ${name(most)} ${score(most)} (${range(most)}), ${name(least)} ${score(least)} (${range(least)}).`,
      ],
      n,
    };
  return {
    words: [
      { strong: `${what} is ${score(most)} among ${name(most)}` },
      ` (${range(most)}), ${score(least)} among ${name(least)} (${range(least)}).`,
    ],
    n,
  };
}
