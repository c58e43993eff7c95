import { strategyWords } from '../../domain/strategy-words';
import type { Formatter } from '../../domain/format';
import { FEW, type Finding, type MetricTable } from '../metric';
import type { retentionStrategies } from './definition';
const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** What one customer a year brings where most and where least; how far apart the scores are. */
export function finding(
  table: MetricTable<typeof retentionStrategies>,
  context: { readonly hasProfit: boolean },
  format: Formatter,
): Finding | null {
  const value = context.hasProfit ? table.profit_per_year : table.net_per_year;
  const rows = Array.from(table.customers.keys())
    .filter((row) => table.customers[row] >= FEW && !Number.isNaN(value[row]))
    .sort((a, b) => value[b] - value[a]);
  if (rows.length < 2) return null;
  const [most, least] = [rows[0], rows[rows.length - 1]];
  const what = context.hasProfit ? 'profit' : 'net sales';
  const name = (row: number) => strategyWords(table.strategy[row]).one;
  const subject = { strong: `${capital(name(most))} brings ${format.money(value[most])} of ${what} a year` };
  const n = `n = ${format.list(rows.map((row) => format.int(table.customers[row])))}`;
  return { words: [subject, `, ${name(least)} ${format.money(value[least])}.`], n };
}
