import { randomOf, type Random } from '../mutations';

/** Money is in cents throughout a ledger. */
export interface LedgerLine {
  readonly product: string;
  readonly category: string;
  readonly quantity: number;
  readonly price: number;
  /** Per cent off quantity x price. */
  readonly percentOff: number;
  /** Cents off quantity x price. */
  readonly moneyOff: number;
}
export type Outcome = 'sale' | 'void' | 'no_sale';
export interface LedgerOrder {
  readonly id: string;
  /** A place among the customers. */
  readonly customer: number;
  /** Days since 1970-01-01, as they are written where the order was taken. */
  readonly day: number;
  /** Minutes of the day. */
  readonly minute: number;
  readonly outcome: Outcome;
  readonly lines: readonly LedgerLine[];
  readonly orderDiscount: number;
  readonly shipping: number;
  readonly tax: number;
  readonly tip: number;
  /** Given back of a sale: its lines whole, or cents of its goods. */
  readonly refund: { readonly cents: number; readonly isWhole: boolean; readonly day: number } | null;
}
export interface LedgerCustomer {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}
export interface Ledger {
  readonly customers: readonly LedgerCustomer[];
  readonly orders: readonly LedgerOrder[];
  readonly currency: string;
}

/** What a form has a place for; what it has none for is not in the ledger that is written in it. */
export interface Holds {
  readonly severalLines?: boolean;
  readonly percentOff?: boolean;
  readonly moneyOff?: boolean;
  readonly orderDiscount?: boolean;
  /** Tax, shipping and tips. */
  readonly extras?: boolean;
  readonly void?: boolean;
  readonly noSale?: boolean;
  readonly wholeRefund?: boolean;
  readonly partRefund?: boolean;
}

const pick = <T>(random: Random, values: readonly T[]): T => values[random(values.length)];
const chance = (random: Random, percent: number) => random(100) < percent;

/** What holds for a whole ledger, the awkward among it. */
interface Habits {
  readonly sameLines: boolean;
  readonly singleLines: boolean;
  readonly onePiece: boolean;
  readonly zeroPrices: boolean;
  readonly wholeUnits: boolean;
  readonly idForm: number;
  readonly orderForm: number;
  readonly firstDay: number;
  readonly days: number;
}

function habitsOf(random: Random): Habits {
  return {
    sameLines: chance(random, 15),
    singleLines: chance(random, 20),
    onePiece: chance(random, 25),
    zeroPrices: chance(random, 25),
    wholeUnits: chance(random, 20),
    idForm: random(CUSTOMER_IDS.length),
    orderForm: random(ORDER_IDS.length),
    firstDay: 19_000 + random(1200),
    days: pick(random, [8, 60, 400, 900]),
  };
}

const pad = (value: number, digits: number) => String(value).padStart(digits, '0');
const CUSTOMER_IDS: readonly ((at: number) => string)[] = [
  (at) => String(at + 1),
  (at) => `C-${pad(at + 1, 4)}`,
  (at) => pad(at + 17, 6),
  (at) => String(20_240_100 + at + 1),
  (at) => `cus_${(at * 7919 + 4242).toString(36)}`,
  (at) => String(100_000_000_017 + at * 31),
];
const ORDER_IDS: readonly ((at: number) => string)[] = [
  (at) => String(1001 + at),
  (at) => `#${1001 + at}`,
  (at) => `2024-${pad(at + 1, 4)}`,
  (at) => String(20_240_101 + at),
  (at) => `A${pad(at * 13 + 5, 5)}`,
  (at) => pad(at + 1, 8),
];
const FIRST = ['Ann', 'Bob', 'Cleo', 'Dan', 'Eve', 'Finn', 'Gail', 'Hugo', 'Ida', 'Jon', 'Kim', 'Lea'];
const LAST = ['Lee', 'Ray', 'Novak', 'Weber', 'Petit', 'Rossi', 'Silva', 'Olsen', 'Khan', 'Mori', 'Adler'];
const PRODUCTS = ['Green tea', 'Pot, large', 'Cup "Blue"', 'Spoon', 'Honey 250g', 'Tin', 'Gift card', 'Filter 2024'];
const CATEGORIES = ['Drinks', 'Ware', 'Ware', 'Ware', 'Food', 'Ware', 'Other', 'Other'];

/** A ledger of a small shop, the same for the same seed. */
export function makeLedger(seed: number): Ledger {
  const random = randomOf(seed);
  const habits = habitsOf(random);
  const people = chance(random, 8) ? 1 : 3 + random(25);
  const customers = Array.from({ length: people }, (_, at) => {
    const name = `${FIRST[at % FIRST.length]} ${LAST[at % LAST.length]}`;
    return { id: CUSTOMER_IDS[habits.idForm](at), email: `${name.toLowerCase().replace(' ', '.')}@example.com`, name };
  });
  const prices = PRODUCTS.map(() => priceOf(random, habits));
  const count = 12 + random(50);
  const dated = Array.from({ length: count }, () => habits.firstDay + random(habits.days)).sort((a, b) => a - b);
  const orders = dated.map((day, at) => makeOrder(random, habits, prices, { at, day, people }));
  return { customers, orders, currency: pick(random, ['EUR', 'USD', 'GBP', 'CHF']) };
}

function priceOf(random: Random, { wholeUnits }: Habits): number {
  return wholeUnits ? 100 * (1 + random(90)) : 10 * (1 + random(900));
}

function makeOrder(
  random: Random,
  habits: Habits,
  prices: readonly number[],
  { at, day, people }: { readonly at: number; readonly day: number; readonly people: number },
): LedgerOrder {
  const size = habits.singleLines ? 1 : 1 + random(4);
  const first = random(prices.length);
  const lines = Array.from({ length: size }, (_, i): LedgerLine => {
    const item = habits.sameLines ? first : (first + i * 3) % prices.length;
    const quantity = habits.onePiece || habits.sameLines ? 1 : 1 + random(4);
    const price = habits.zeroPrices && chance(random, 15) ? 0 : prices[item];
    const percentOff = chance(random, 30) ? pick(random, [10, 20, 50]) : 0;
    const moneyOff = chance(random, 30) ? Math.min(price * quantity, 10 * random(20)) : 0;
    return { product: PRODUCTS[item], category: CATEGORIES[item], quantity, price, percentOff, moneyOff };
  });
  const gross = lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
  const fate = random(100);
  return {
    id: ORDER_IDS[habits.orderForm](at),
    customer: random(people),
    day,
    minute: random(24 * 60),
    outcome: fate < 8 ? 'void' : fate < 15 ? 'no_sale' : 'sale',
    lines,
    orderDiscount: chance(random, 30) ? 10 * Math.floor((gross * random(40)) / 1000) : 0,
    shipping: chance(random, 60) ? pick(random, [390, 495, 990]) : 0,
    tax: Math.round(gross * pick(random, [0, 0.07, 0.19])),
    tip: chance(random, 10) ? 100 * (1 + random(5)) : 0,
    refund: fate >= 85 ? { cents: 10 * (1 + random(40)), isWhole: fate >= 95, day: day + random(20) } : null,
  };
}

/** The ledger without what a form cannot say. */
export function ledgerFor(ledger: Ledger, holds: Holds): Ledger {
  return { ...ledger, orders: ledger.orders.map((order) => orderFor(order, holds)) };
}

function orderFor(order: LedgerOrder, holds: Holds): LedgerOrder {
  const lines = (holds.severalLines ? order.lines : order.lines.slice(0, 1)).map((line) => ({
    ...line,
    percentOff: holds.percentOff ? line.percentOff : 0,
    moneyOff: holds.moneyOff && !holds.percentOff ? line.moneyOff : 0,
  }));
  const outcome =
    (order.outcome === 'void' && !holds.void) || (order.outcome === 'no_sale' && !holds.noSale)
      ? 'sale'
      : order.outcome;
  const whole = lines.reduce((sum, line) => sum + netOfLine(line), 0);
  const goods = whole - (holds.orderDiscount ? Math.min(order.orderDiscount, whole) : 0);
  const { refund } = order;
  const isKept =
    refund &&
    outcome === 'sale' &&
    goods > 0 &&
    (refund.isWhole || refund.cents >= goods ? holds.wholeRefund : holds.partRefund);
  return {
    ...order,
    lines,
    outcome,
    orderDiscount: whole - goods,
    ...(holds.extras ? {} : { shipping: 0, tax: 0, tip: 0 }),
    refund: isKept
      ? { ...refund, ...(refund.isWhole || refund.cents >= goods ? { cents: goods, isWhole: true } : {}) }
      : null,
  };
}

/** Cents that a line comes to after its own discount, before the order's. */
export const netOfLine = ({ quantity, price, percentOff, moneyOff }: LedgerLine): number =>
  (quantity * price * (100 - percentOff)) / 100 - moneyOff;
/** Cents that an order's goods come to. */
export const goodsOf = ({ lines, orderDiscount }: LedgerOrder): number =>
  lines.reduce((sum, line) => sum + netOfLine(line), 0) - orderDiscount;
/** Cents that its buyer pays. */
export const totalOf = (order: LedgerOrder): number => goodsOf(order) + order.shipping + order.tax + order.tip;
