import { partsOf, seasonOf, monthOf } from '../foundations/calendar';
import { lineAmount, roundedShare } from '../foundations/money';
import { itemAt, type Quota, type RandomStream } from '../foundations/random';
import { CATEGORIES, GIFT, PRODUCT_WEIGHTS, type Category, type Product } from './assortment';
import type { Buyer } from './customer';
import * as plan from './plan';

export interface OrderLine {
  product: Product;
  day: number;
  minute: number;
  /** Negative on returns. */
  quantity: number;
  /** Cents. */
  unitPrice: number;
  discountPercent: number;
  amount: number;
  /** Cents, with the sign of the quantity. */
  cost: number;
}

export interface Order {
  customer: string;
  day: number;
  minute: number;
  salesChannel: 'web' | 'store' | 'phone';
  campaign: string;
  lines: OrderLine[];
}

export interface Occasion {
  day: number;
  campaign: string;
  discountPercent: number;
}

/** What the shop was running on a day; a win-back order brings its own campaign. */
export function occasionOn(day: number): Occasion {
  const { month, dayOfMonth } = partsOf(day);
  if (month === 4) return { day, campaign: 'Spring Garden', discountPercent: 0 };
  if (month === 7 && dayOfMonth <= 14) return { day, campaign: 'Summer Sale', discountPercent: 20 };
  if (month === 11 && dayOfMonth >= 24 && dayOfMonth <= 28)
    return { day, campaign: 'Black Friday', discountPercent: 25 };
  if (month === 12 && dayOfMonth <= 20) return { day, campaign: 'Christmas', discountPercent: 0 };
  return { day, campaign: '', discountPercent: 0 };
}

export function placeOrder(
  random: RandomStream,
  quota: Quota,
  buyer: Buyer,
  occasion: Occasion,
  categories?: Category[],
): Order {
  const order = openOrder(random, buyer.key, buyer.salesChannel, occasion);
  const lineCount = random.between(buyer.tier.lines.from, buyer.tier.lines.to);
  const chosen = categories ?? chooseCategories(random, buyer.tastes, occasion.day, lineCount);
  const discount = Math.max(occasion.discountPercent, termsDiscount(buyer));
  for (const category of chosen) order.lines.push(sell(random, order, category, drawQuantity(random, buyer), discount));
  if (
    !categories &&
    chosen.some((category) => category.name === plan.PLANTERS) &&
    random.chance(plan.COMPOST_IN_BASKET)
  ) {
    order.lines.push(sell(random, order, categoryNamed(plan.COMPOST), drawQuantity(random, buyer), discount));
  }
  addGiftAndReturns(random, quota, order);
  return order;
}

/** Sold over the counter to someone without a loyalty card. */
export function placeWalkInOrder(random: RandomStream, quota: Quota, day: number): Order {
  const order = openOrder(random, '', 'store', occasionOn(day));
  for (const category of chooseCategories(random, CATEGORIES, day, random.between(1, 3))) {
    order.lines.push(sell(random, order, category, random.between(1, 2), occasionOn(day).discountPercent));
  }
  addGiftAndReturns(random, quota, order);
  return order;
}

export function categoryNamed(name: string): Category {
  const category = CATEGORIES.find((candidate) => candidate.name === name);
  if (!category) throw new Error(`no category ${name}`);
  return category;
}

function openOrder(
  random: RandomStream,
  customer: string,
  salesChannel: Order['salesChannel'],
  occasion: Occasion,
): Order {
  const minute = salesChannel === 'web' ? random.bell(6 * 60, 23 * 60 + 50) : random.bell(9 * 60, 17 * 60 + 55);
  const isInShop = salesChannel === 'store' && random.chance(2_200);
  return {
    customer,
    day: occasion.day,
    minute,
    salesChannel: isInShop && customer ? 'web' : salesChannel,
    campaign: occasion.campaign,
    lines: [],
  };
}

/** Without repeats, in proportion to the season of each. */
function chooseCategories(random: RandomStream, tastes: readonly Category[], day: number, count: number): Category[] {
  const season = seasonOf(monthOf(day));
  return Array.from({ length: count }, () =>
    itemAt(tastes, random.weighted(tastes.map((category) => itemAt(category.season, season) * category.appeal))),
  );
}

function termsDiscount(buyer: Buyer): number {
  if (buyer.terms === plan.TERMS.oldTrade) return 40;
  return buyer.terms === plan.TERMS.trade ? 10 : 0;
}

function drawQuantity(random: RandomStream, buyer: Buyer): number {
  const drawn = random.between(buyer.tier.quantity.from, buyer.tier.quantity.to);
  return buyer.segment === 'Trade' ? drawn + random.between(1, 3) : drawn;
}

function sell(
  random: RandomStream,
  order: Order,
  category: Category,
  quantity: number,
  discountPercent: number,
): OrderLine {
  const product = itemAt(category.products, random.weighted(PRODUCT_WEIGHTS));
  // Nobody buys six dining sets at once.
  const sold = product.price >= 6_000 ? Math.min(2, quantity) : quantity;
  return lineOf(product, order.day, order.minute, sold, discountPercent);
}

function lineOf(product: Product, day: number, minute: number, quantity: number, discountPercent: number): OrderLine {
  // Prices end on 5 pence after the rise too.
  const unitPrice =
    day >= plan.PRICE_RISE.from ? 5 * roundedShare(product.price, plan.PRICE_RISE.percent, 500) : product.price;
  const amount = lineAmount(quantity, unitPrice, discountPercent);
  return { product, day, minute, quantity, unitPrice, discountPercent, amount, cost: quantity * product.unitCost };
}

function addGiftAndReturns(random: RandomStream, quota: Quota, order: Order): void {
  const sales = [...order.lines];
  const worth = sales.reduce((sum, line) => sum + line.amount, 0);
  for (const line of sales) {
    if (!quota.take('returns', plan.RETURN_SHARE)) continue;
    const day = order.day + random.between(2, 24);
    if (day > plan.OBSERVED_UNTIL) continue;
    const quantity = line.quantity > 2 && random.chance(3_000) ? line.quantity - 1 : line.quantity;
    const back = lineOf(line.product, order.day, random.bell(9 * 60, 18 * 60), -quantity, line.discountPercent);
    order.lines.push({ ...back, day });
  }
  if (worth >= plan.GIFT_FROM && random.chance(3_500)) order.lines.push(lineOf(GIFT, order.day, order.minute, 1, 0));
}
