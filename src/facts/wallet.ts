import { SALE, type Dataset, type TextColumn } from '../domain/columns';
import { customerOfRows, type CustomerKeys } from './customers';
import type { Facts, WalletFacts } from './facts';
import { countHeldItems } from './order-sums';
import { lineInView, type Scope } from './scope';

/** What a statement gives: yearly spend with everyone (money), our share of it (millionths), or our rank among suppliers. */
export const STATED_SPEND = 0;
export const STATED_SHARE = 1;
export const RANK = 2;
/** No statement: categories held stand in, of categories sold. */
export const PROXY = 3;

export const ALL_CATEGORIES = -1;
/** The first category that a statement names and the file does not sell; further ones lie below, each with a code of its own. */
export const NOT_SOLD = -2;
const ALL = /^(|all|\*|total|everything)$/i;
const SHARE_SCALE = 1_000_000;
/** Own is what a customer brought in so many days up to the end of observation. */
const YEAR = 365;

interface Row {
  readonly kind: number;
  readonly customer: number;
  readonly category: number;
  readonly amount: number;
  readonly suppliers: number;
}

/** Of several statements of one kind for the same category the largest counts; one for all categories stands for those of single ones. */
export function walletFacts(dataset: Dataset, keys: CustomerKeys, categories: TextColumn | null): WalletFacts | null {
  const wallet = dataset.records.wallet;
  if (!wallet) return null;
  const customerOf = customerOfRows(wallet.text['customer'], keys, wallet.rows);
  const codes = new Map(categories?.values.map((value, code) => [value, code]));
  const named = wallet.text['category'];
  let unsold = 0;
  const categoryOf = (row: number) => {
    const text = named && named.codes[row] >= 0 ? named.values[named.codes[row]] : '';
    if (ALL.test(text)) return ALL_CATEGORIES;
    if (!codes.has(text)) codes.set(text, NOT_SOLD - unsold++);
    return codes.get(text)!;
  };
  const best = new Map<string, Row>();
  const add = (kind: number, row: number, amount: number, suppliers = NaN) => {
    if (Number.isNaN(amount) || customerOf[row] < 0) return;
    const one = { kind, customer: customerOf[row], category: categoryOf(row), amount, suppliers };
    const key = `${kind} ${one.customer} ${one.category}`;
    const known = best.get(key);
    if (!known || amount > known.amount || (amount === known.amount && suppliers > known.suppliers)) best.set(key, one);
  };
  const { stated, share, rank, suppliers } = wallet.number;
  for (let row = 0; row < wallet.rows; row++) {
    if (stated) add(STATED_SPEND, row, stated[row]);
    if (share) add(STATED_SHARE, row, Math.round(share[row] * SHARE_SCALE));
    if (rank && suppliers && suppliers[row] >= rank[row] && rank[row] >= 1)
      add(RANK, row, Math.round(rank[row]), Math.round(suppliers[row]));
  }
  const rows = [...best.values()]
    .filter(
      ({ kind, customer, category }) =>
        category === ALL_CATEGORIES || !best.has(`${kind} ${customer} ${ALL_CATEGORIES}`),
    )
    .sort((a, b) => a.kind - b.kind || a.customer - b.customer || a.category - b.category);
  return {
    kind: Uint8Array.from(rows, ({ kind }) => kind),
    customer: Int32Array.from(rows, ({ customer }) => customer),
    category: Int32Array.from(rows, ({ category }) => category),
    amount: Float64Array.from(rows, ({ amount }) => amount),
    suppliers: Float64Array.from(rows, ({ suppliers: of }) => of),
  };
}

/** What each customer in view brought of each category in the year to the end of observation; NOT_SOLD where a line has none. */
function ownOfYear(facts: Facts, scope: Scope): (customer: number, category: number) => number {
  const { customers, orders, lines } = facts;
  const from = (facts.observed?.until ?? 0) - YEAR + 1;
  const { day, net } = lines;
  const codes = lines.category?.codes;
  return (customer, category) => {
    let own = 0;
    if (category <= NOT_SOLD) return own;
    for (let order = customers.orderStart[customer]; order < customers.orderStart[customer + 1]; order++) {
      for (let line = orders.lineStart[order]; line < orders.lineStart[order + 1]; line++) {
        if (day[line] < from || !lineInView(facts, scope, line)) continue;
        if (category === ALL_CATEGORIES || codes?.[line] === category) own += net[line];
      }
    }
    return own;
  };
}

/** Categories that any purchase of the whole file holds. */
function categoriesSold({ orders, lines }: Facts): number {
  const { kind } = lines;
  const codes = lines.category?.codes;
  const sold = new Set<number>();
  for (let order = 0; order < orders.count && codes; order++) {
    if (!orders.isPurchase[order]) continue;
    for (let line = orders.lineStart[order]; line < orders.lineStart[order + 1]; line++)
      if (kind[line] === SALE && codes[line] >= 0) sold.add(codes[line]);
  }
  return sold.size;
}

/** One row a statement of a customer in view, or without any statement in the file one a customer with a line. */
export interface ShareSummary {
  readonly kind: Float64Array;
  readonly customer: Float64Array;
  readonly quintile: Float64Array;
  /** Money; categories held for the proxy. */
  readonly own: Float64Array;
  /** Money, millionths or rank by its kind; categories sold for the proxy. */
  readonly wallet: Float64Array;
  readonly suppliers: Float64Array;
}

export function shareSummary(facts: Facts, scope: Scope): ShareSummary {
  const rows: number[][] = [];
  const { customers, wallet } = facts;
  if (wallet && wallet.kind.length > 0) {
    const own = ownOfYear(facts, scope);
    for (let row = 0; row < wallet.kind.length; row++) {
      const customer = wallet.customer[row];
      if (!scope.customer[customer]) continue;
      rows.push([
        wallet.kind[row],
        customer,
        customers.quintile[customer],
        own(customer, wallet.category[row]),
        wallet.amount[row],
        wallet.suppliers[row],
      ]);
    }
  } else {
    const sold = categoriesSold(facts);
    const held = countHeldItems(facts, scope, 'category');
    for (let customer = 0; customer < customers.count && sold > 0; customer++) {
      if (scope.customer[customer] && customers.hasLines[customer])
        rows.push([PROXY, customer, customers.quintile[customer], held[customer], sold, NaN]);
    }
  }
  // Statements of several categories stand in the order of their figures: codes of categories depend on the file's order.
  rows.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[3] - b[3] || a[4] - b[4] || a[5] - b[5] || 0);
  const column = (at: number) => Float64Array.from(rows, (values) => values[at]);
  return {
    kind: column(0),
    customer: column(1),
    quintile: column(2),
    own: column(3),
    wallet: column(4),
    suppliers: column(5),
  };
}

/** Of each customer in view who stated a yearly spend: what they gave us of it, and the spend; of several categories the sums. */
export function statedWallets(facts: Facts, scope: Scope): Map<number, { own: number; wallet: number }> {
  const sums = new Map<number, { own: number; wallet: number }>();
  if (!facts.wallet?.kind.includes(STATED_SPEND)) return sums;
  const { kind, customer, own, wallet } = shareSummary(facts, scope);
  for (let row = 0; row < kind.length; row++) {
    if (kind[row] !== STATED_SPEND) continue;
    const sum = sums.get(customer[row]) ?? { own: 0, wallet: 0 };
    sums.set(customer[row], { own: sum.own + own[row], wallet: sum.wallet + wallet[row] });
  }
  return sums;
}
