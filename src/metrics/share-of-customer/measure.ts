import { MONEY_SCALE } from '../../domain/money';
import { PROXY, RANK, STATED_SHARE, STATED_SPEND } from '../../facts/wallet';
import type { MetricBase } from '../metric';
import type { shareOfCustomer } from './definition';

export const GRADES = ['stated', 'ranked', 'proxy'] as const;
export type Grade = (typeof GRADES)[number];

/** What one customer gives us, and what they spend with everyone: money in 1/10,000 (10,000 a category for the proxy). */
export interface Measured {
  readonly customer: number;
  readonly quintile: number;
  /** Code of the segment or attribute, -1 for none. */
  readonly group: number;
  readonly grade: Grade;
  readonly own: number;
  readonly wallet: number;
  /** Own above the wallet, or a share beyond 0 to 1: left out of the sums. */
  readonly isError: boolean;
}

const MILLION = 1_000_000;

/**
 * Share of wallet by rank: (1 - rank / (n + 1)) 2 / n among n suppliers. T. L. Keiningham, L. Aksoy, A. Buoye and B. Cooil,
 * "Customer Loyalty Isn't Enough. Grow Your Share of Wallet", Harvard Business Review, October 2011.
 */
export const shareByRank = (rank: number, suppliers: number): number => (1 - rank / (suppliers + 1)) * (2 / suppliers);

/** The wallet behind a statement, in the money of `own`; NaN where it cannot be told. */
function walletOf(kind: number, own: number, wallet: number, suppliers: number): number {
  if (kind === STATED_SPEND) return wallet;
  if (kind === STATED_SHARE) return wallet > 0 ? (own * MILLION) / wallet : own > 0 ? 0 : NaN;
  if (kind === RANK) return own / shareByRank(wallet, suppliers);
  return wallet * MONEY_SCALE;
}

/**
 * One entry a customer and grade; statements of several categories are added up. A stated spend goes before a stated share of the
 * same customer. Customers without a line stand in no quintile, and are left out.
 */
export function measure(base: MetricBase<typeof shareOfCustomer>): Measured[] {
  const hasSpend = new Set<number>();
  base.kind.forEach((kind, row) => kind === STATED_SPEND && hasSpend.add(base.customer[row]));
  const sums = new Map<string, Omit<Measured, 'isError'>>();
  base.kind.forEach((kind, row) => {
    const customer = base.customer[row];
    if (base.quintile[row] === 0 || (kind === STATED_SHARE && hasSpend.has(customer))) return;
    const grade: Grade = kind === RANK ? 'ranked' : kind === PROXY ? 'proxy' : 'stated';
    const own = kind === PROXY ? base.own[row] * MONEY_SCALE : base.own[row];
    const wallet = walletOf(kind, own, base.wallet[row], base.suppliers[row]);
    if (Number.isNaN(wallet)) return;
    const key = `${grade} ${customer}`;
    const sum = sums.get(key) ?? {
      customer,
      quintile: base.quintile[row],
      group: base.group_code[row],
      grade,
      own: 0,
      wallet: 0,
    };
    sums.set(key, { ...sum, own: sum.own + own, wallet: sum.wallet + wallet });
  });
  return [...sums.values()].map((one) => ({ ...one, isError: isMoreThanAll(one.own, one.wallet) }));
}

/** A share of just 1 stated in per cent must not fail for the last digit of a double. */
const isMoreThanAll = (own: number, wallet: number) => own > wallet + 1e-9 * Math.abs(wallet);
