import { firstDayOf, monthOf, seasonOf } from '../foundations/calendar';
import { compareTexts } from '../foundations/ordering';
import { itemAt, RandomStream } from '../foundations/random';
import type { LedgerLine } from '../measures/ledger';
import { bringPeople, type People } from './customer';
import { writeHistory } from './history';
import { writeJourneys, type Journeys } from './journey';
import type { Order, OrderLine } from './order';
import * as plan from './plan';
import { runSurvey, type Answer } from './survey';

export interface SpendRow {
  month: number;
  channel: plan.ChannelName;
  pounds: number;
}

/** One line of the sales file. */
export interface SoldLine extends OrderLine {
  order: Order;
  orderId: string;
}

export interface Shop extends People, Journeys {
  sold: SoldLine[];
  answers: Answer[];
  spend: SpendRow[];
}

export function runShop(): Shop {
  const people = bringPeople();
  const orders = writeHistory(people.buyers);
  const sold = orders.flatMap((order, index) =>
    order.lines.map((line) => ({ ...line, order, orderId: `FF-${100_001 + index}` })),
  );
  sold.sort(
    (one, other) => one.day - other.day || one.minute - other.minute || compareTexts(one.orderId, other.orderId),
  );
  return {
    ...people,
    ...writeJourneys(people, orders),
    sold,
    answers: runSurvey(people.buyers, orders),
    spend: spendByMonth(),
  };
}

export function ledgerOf(shop: Shop): LedgerLine[] {
  return shop.sold.map((line) => ({
    customer: line.order.customer,
    order: line.orderId,
    day: line.day,
    category: line.product.category,
    product: line.product.name,
    quantity: line.quantity,
    amount: line.amount,
    cost: Math.abs(line.cost),
  }));
}

/** Budgets follow the season, and are rounded to five pounds. */
function spendByMonth(): SpendRow[] {
  const random = new RandomStream('shop/spend');
  const rows: SpendRow[] = [];
  for (let month = monthOf(plan.OPENED_ON); firstDayOf(month) <= plan.OBSERVED_UNTIL; month++) {
    for (const { channel, pounds } of plan.MONTHLY_SPEND) {
      const percent = itemAt(plan.SEASON, seasonOf(month)) + random.between(-8, 8);
      rows.push({ month, channel, pounds: 5 * Math.floor((pounds * percent) / 500) });
    }
  }
  return rows;
}
