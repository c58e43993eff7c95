import { RETURN, SALE, VOID } from '../domain/columns';
import { AppError } from '../domain/errors';
import type { RawTable } from './raw-table';
import type { Kept } from './take-rows';

/** What a line has beside its amount, for the rows that are kept. */
export interface LineExtras {
  readonly quantity: Float64Array | null;
  /** The line's cost, or its margin as recorded; NaN where blank. */
  readonly cost: Float64Array | null;
  readonly margin: Float64Array | null;
  /** 1 on lines that were called off. */
  readonly cancelled: Int32Array | null;
}

/** Applies METRICS.md rule 4: what is a sale, a return or void, and what each brings. */
export function signLines(table: RawTable, kept: Kept, amounts: Float64Array | null, extras: LineExtras) {
  const rows = kept?.length ?? table.rows;
  const { quantity, cost, margin, cancelled } = extras;
  const amount = new Float64Array(rows);
  const profit = cost || margin ? new Float64Array(rows) : null;
  const kind = new Uint8Array(rows);
  let size = 0;
  let profitSize = 0;
  for (let i = 0; i < rows; i++) {
    // 0 more, so that 0 pieces taken back are not -0.
    const recorded = (amounts ? amounts[kept ? kept[i] : i] : 0) + 0;
    const isReturn = recorded < 0 || (quantity !== null && quantity[i] < 0);
    kind[i] = isReturn ? RETURN : cancelled?.[i] ? VOID : SALE;
    const value = isReturn && recorded > 0 ? -recorded : recorded;
    amount[i] = value;
    size += Math.abs(value);
    if (!profit || kind[i] === VOID) continue;
    profit[i] = profitOf(value, isReturn, cost ? cost[i] : NaN, margin ? margin[i] : NaN);
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
