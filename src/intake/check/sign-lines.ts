import { RETURN, SALE, VOID } from '../../domain/columns';
import { AppError } from '../../domain/errors';
import type { LineMoney, PartialRefund } from './order-amounts';
import { MEANS_RETURN, MEANS_VOID } from './statuses';
import type { RawTable } from '../read/raw-table';
import type { Kept } from './take-rows';

/** What a line has beside its amount, for the rows that are kept. */
export interface LineExtras {
  readonly quantity: Float64Array | null;
  /** The line's cost, or its margin as recorded; NaN where blank. */
  readonly cost: Float64Array | null;
  readonly margin: Float64Array | null;
}

/**
 * What is a sale, a return or void, for all rows of a table (METRICS.md rule 4): what is taken back by its sign or its status
 * returns, what was called off is void.
 * @param meaning what the statuses say of each row; null without any
 */
export function kindsOfLines(
  rows: number,
  amounts: Float64Array | null,
  quantity: Float64Array | null,
  meaning: Uint8Array | null,
): Uint8Array {
  const kind = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const said = meaning ? meaning[row] : SALE;
    const isReturn = (amounts !== null && amounts[row] < 0) || (quantity !== null && quantity[row] < 0);
    kind[row] = isReturn || said === MEANS_RETURN ? RETURN : said === MEANS_VOID ? VOID : SALE;
  }
  return kind;
}

/**
 * What each kept line brings, and behind them a line for each partial refund: money given back, no goods, so no cost.
 * @param kept the rows of the lines, those of the partial refunds at the end
 */
export function signLines(
  table: RawTable,
  kept: Kept,
  lines: Pick<LineMoney, 'kind'> & { readonly amount: Float64Array | null },
  { quantity, cost, margin }: LineExtras,
  refunds: readonly PartialRefund[],
) {
  const rows = kept?.length ?? table.rows;
  const own = rows - refunds.length;
  const amount = new Float64Array(rows);
  const profit = cost || margin ? new Float64Array(rows) : null;
  const kind = new Uint8Array(rows);
  let size = 0;
  let profitSize = 0;
  for (let i = 0; i < rows; i++) {
    const row = kept ? kept[i] : i;
    // 0 more, so that 0 pieces taken back are not -0.
    const recorded = (i >= own ? -refunds[i - own].amount : lines.amount ? lines.amount[row] : 0) + 0;
    kind[i] = i >= own ? RETURN : lines.kind[row];
    const isTurned = kind[i] === RETURN && recorded > 0;
    const value = isTurned ? -recorded : recorded;
    amount[i] = value;
    size += Math.abs(value);
    if (quantity && i >= own) quantity[i] = NaN;
    // Only its status says that the row returns something: all of its figures are written as a sale's.
    const isMirrored = isTurned && !(quantity !== null && quantity[i] < 0);
    if (isMirrored && quantity) quantity[i] = 0 - quantity[i];
    if (!profit || kind[i] === VOID) continue;
    const recordedMargin = margin ? (isMirrored ? -margin[i] : margin[i]) : NaN;
    profit[i] = i >= own ? value : profitOf(value, kind[i] === RETURN, cost ? cost[i] : NaN, recordedMargin);
    profitSize += Math.abs(profit[i]);
  }
  // Sums of integers are exact up to here, so the test itself is.
  if (Math.max(size, profitSize) > Number.MAX_SAFE_INTEGER) throw new AppError('sum-too-large', { file: table.file });
  return { amount, profit, kind };
}

function profitOf(amount: number, isReturn: boolean, cost: number, margin: number): number {
  if (!Number.isNaN(margin)) return margin;
  if (Number.isNaN(cost)) return amount;
  return isReturn ? amount + Math.abs(cost) : amount - Math.abs(cost);
}
