import { goodsOf, totalOf, type Ledger, type LedgerOrder } from './ledger';

/** What a ledger and the files that were written of it must agree in. Money in 1/10,000. */
export interface Figures {
  readonly net: number;
  readonly purchases: number;
  /** With a purchase. */
  readonly customers: number;
  readonly from: number | null;
  readonly until: number | null;
}

/** How a form tells orders apart, and where it writes what was given back. */
export interface Grain {
  /** By an id, or by who bought on one day or at one minute. */
  readonly orders: 'id' | 'day' | 'minute' | 'row';
  /** `order`: an amount of the order; `rows`: on days of their own, in the order; `documents`: the same, under a number of their own. */
  readonly refunds: 'order' | 'rows' | 'documents';
}

/** The plain reading of METRICS rule 4 over a ledger: no column, no file, no guess. */
export function figuresOfLedger(ledger: Ledger, grain: Grain): Figures {
  const counted = ledger.orders.filter(({ outcome }) => outcome !== 'no_sale');
  let net = 0;
  const days: number[] = [];
  const groups = new Map<string, { customer: number; sold: number; back: number; hasSale: boolean }>();
  for (const order of counted) {
    const goods = goodsOf(order);
    const back = order.outcome === 'void' ? goods : refundOf(order, grain);
    net += goods - back;
    days.push(order.day);
    if (order.refund && grain.refunds !== 'order') days.push(order.refund.day);
    addSales(groups, order, grain, goods);
  }
  const bought = [...groups.values()].filter(({ sold, back, hasSale }) => hasSale && !(sold > 0 && back >= sold));
  return {
    net: net * 100,
    purchases: bought.length,
    customers: new Set(bought.map(({ customer }) => customer)).size,
    from: days.length > 0 ? Math.min(...days) : null,
    until: days.length > 0 ? Math.max(...days) : null,
  };
}

/** Cents of goods that were given back: of money that holds tax and shipping too, their part. */
function refundOf(order: LedgerOrder, { refunds }: Grain): number {
  const { refund } = order;
  if (!refund) return 0;
  if (refund.isWhole || refunds !== 'order') return refund.cents;
  return Math.round((refund.cents * goodsOf(order)) / totalOf(order));
}

type Groups = Map<string, { customer: number; sold: number; back: number; hasSale: boolean }>;

function addSales(groups: Groups, order: LedgerOrder, grain: Grain, goods: number): void {
  const { refund } = order;
  const isVoid = order.outcome === 'void' || (grain.refunds === 'order' && refund?.isWhole === true);
  order.lines.forEach((_, at) => {
    const key = keyOf(order, grain, order.day, order.minute, at);
    const group = groups.get(key) ?? { customer: order.customer, sold: 0, back: 0, hasSale: false };
    groups.set(key, group);
    if (isVoid) return;
    group.hasSale = true;
    // The sum is the group's, whichever line it is counted with.
    if (at === 0) group.sold += goods;
  });
  if (!refund || isVoid) return;
  const key = grain.refunds === 'documents' ? null : keyOf(order, grain, refund.day, order.minute, 0);
  if (key === null) return;
  const group = groups.get(key) ?? { customer: order.customer, sold: 0, back: 0, hasSale: false };
  groups.set(key, group);
  group.back += refund.cents;
}

function keyOf({ id, customer }: LedgerOrder, { orders }: Grain, day: number, minute: number, at: number): string {
  if (orders === 'id') return `${customer} ${id}`;
  if (orders === 'row') return `${customer} ${id} ${at}`;
  return orders === 'day' ? `${customer} ${day}` : `${customer} ${day} ${minute}`;
}
