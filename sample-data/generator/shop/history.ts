import { firstDayOf, lastDayOf, monthOf, seasonOf } from '../foundations/calendar';
import { compareTexts } from '../foundations/ordering';
import { itemAt, Quota, RandomStream } from '../foundations/random';
import { CATEGORIES } from './assortment';
import type { Buyer } from './customer';
import { categoryNamed, occasionOn, placeOrder, placeWalkInOrder, type Order } from './order';
import * as plan from './plan';

/** Every order of the shop, in the order of time. */
export function writeHistory(buyers: readonly Buyer[]): Order[] {
  const random = new RandomStream('shop/history');
  const quota = new Quota();
  const orders = [...buyers.flatMap((buyer) => ordersOf(random, quota, buyer)), ...walkInOrders(quota)];
  return orders.sort(
    (one, other) => one.day - other.day || one.minute - other.minute || compareTexts(one.customer, other.customer),
  );
}

function walkInOrders(quota: Quota): Order[] {
  const random = new RandomStream('shop/walk-ins');
  const orders: Order[] = [];
  for (let month = monthOf(plan.OPENED_ON); month <= plan.LAST_MONTH; month++) {
    const count = Math.floor((plan.WALK_IN_ORDERS_PER_MONTH * itemAt(plan.SEASON, seasonOf(month))) / 100);
    for (let index = 0; index < count; index++) {
      orders.push(
        placeWalkInOrder(
          random,
          quota,
          random.between(Math.max(plan.OPENED_ON + 1, firstDayOf(month)), lastDayOf(month)),
        ),
      );
    }
  }
  return orders;
}

function ordersOf(random: RandomStream, quota: Quota, buyer: Buyer): Order[] {
  const orders: Order[] = [];
  const firstMonth = monthOf(buyer.firstOrderDay);
  order(random, quota, buyer, occasionOn(buyer.firstOrderDay), orders);
  let hasLapsed = false;
  for (let month = firstMonth + 1; month <= plan.LAST_MONTH; month++) {
    if (buyer.defectsIn !== null && month > buyer.defectsIn) break;
    hasLapsed ||= random.chance(buyer.tier.lapse);
    if (isWonBack(random, orders, month)) {
      hasLapsed = false;
      const day = random.between(firstDayOf(month) + 3, lastDayOf(month));
      order(
        random,
        quota,
        buyer,
        { day, campaign: plan.WIN_BACK.campaign, discountPercent: plan.WIN_BACK.discount },
        orders,
      );
    } else if (random.chance(returnChance(buyer, month, firstMonth, hasLapsed))) {
      do order(random, quota, buyer, occasionOn(random.between(firstDayOf(month), lastDayOf(month))), orders);
      while (random.chance(buyer.tier.again));
    }
  }
  return orders;
}

/** The chance to buy in a month: intensity x channel x season, less for December's customers and for those who lapsed. */
function returnChance(buyer: Buyer, month: number, firstMonth: number, hasLapsed: boolean): number {
  const channel = plan.CHANNELS.find((candidate) => candidate.name === buyer.channel);
  const percents = [
    channel?.returnPercent ?? 100,
    itemAt(plan.SEASON, seasonOf(month)),
    seasonOf(firstMonth) === 11 ? plan.DECEMBER_RETURN_PERCENT : 100,
    hasLapsed ? plan.LAPSED_PERCENT : 100,
  ];
  const chance = percents.reduce((product, percent) => Math.floor((product * percent) / 100), buyer.tier.monthly);
  return Math.min(9_300, chance);
}

function isWonBack(random: RandomStream, orders: readonly Order[], month: number): boolean {
  if (month !== plan.WIN_BACK.month) return false;
  const last = Math.max(...orders.map((earlier) => monthOf(earlier.day)));
  return month - last >= plan.WIN_BACK.quietMonths && random.chance(plan.WIN_BACK.taken);
}

/** Places the order, perhaps with a new taste, and perhaps a later one for the compost that the planters want. */
function order(
  random: RandomStream,
  quota: Quota,
  buyer: Buyer,
  occasion: Parameters<typeof placeOrder>[3],
  orders: Order[],
): void {
  if (orders.length > 0 && random.chance(plan.NEW_CATEGORY_SHARE)) takeUpCategory(random, buyer);
  const placed = placeOrder(random, quota, buyer, occasion);
  orders.push(placed);
  const holds = (name: string): boolean => placed.lines.some((line) => line.product.category === name);
  const laterDay = occasion.day + random.between(7, 40);
  const isInTime =
    laterDay <= plan.OBSERVED_UNTIL && (buyer.defectsIn === null || laterDay <= lastDayOf(buyer.defectsIn));
  if (!holds(plan.PLANTERS) || holds(plan.COMPOST) || !isInTime || buyer.tastes.length < 2) return;
  if (random.chance(plan.COMPOST_LATER))
    orders.push(placeOrder(random, quota, buyer, occasionOn(laterDay), [categoryNamed(plan.COMPOST)]));
}

function takeUpCategory(random: RandomStream, buyer: Buyer): void {
  const left = CATEGORIES.filter((category) => !buyer.tastes.includes(category) && category.name !== plan.COMPOST);
  if (left.length === 0 || buyer.terms === plan.TERMS.oldTrade) return;
  buyer.tastes.push(itemAt(left, random.weighted(left.map((category) => category.appeal))));
}
