import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';

/** Raised when the generator changes, so that no file made by an older one is taken. */
const VERSION = 1;
const SEED = 20260101;
const DAY = 86_400;
const FIRST_SECOND = Date.UTC(2022, 0, 1) / 1000;
const MONTHS = 36;
const END_SECOND = Date.UTC(2022, MONTHS, 1) / 1000;
const PRODUCTS = 500;
const CATEGORIES = 50;
const CHANNELS = ['web', 'store', 'mobile app', 'marketplace', 'phone'];
const HEADER = 'order_id,customer_id,ordered_at,product,category,quantity,unit_price,revenue,cost,channel';
/** Lines held as text before they are written. */
const BATCH = 20_000;

/**
 * The file of transaction lines that both sides read: 1 line in 10 a customer, 3 in 10 an order, 36 months, one product in
 * ten with a quoted comma. The same bytes each time; kept beside the other caches.
 */
export function transactionFile(folder: string, lines: number): string {
  const file = path.join(folder, `lines-${lines}-v${VERSION}.csv`);
  if (existsSync(file)) return file;
  mkdirSync(folder, { recursive: true });
  const aside = `${file}.${process.pid}`;
  writeLines(aside, lines);
  renameSync(aside, file);
  return file;
}

/** Numbers from 0 up to 1: mulberry32. */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Prices in cents; popularity falls with the index. */
interface Product {
  readonly cell: string;
  readonly price: number;
  readonly costShare: number;
}

function makeProducts(draw: () => number): Product[] {
  return Array.from({ length: PRODUCTS }, (_, index) => {
    const category = index < CATEGORIES ? index : Math.floor(draw() * draw() * CATEGORIES);
    const name =
      index % 10 === 0
        ? `"Item ${String(index).padStart(3, '0')}, size ${index % 7}"`
        : `Product ${String(index).padStart(3, '0')} ${['classic', 'pro', 'mini', 'eco'][index % 4]}`;
    return {
      cell: `${name},Category ${String(category).padStart(2, '0')}`,
      price: 199 + Math.floor(draw() * draw() * 20_000),
      costShare: 0.35 + draw() * 0.5,
    };
  });
}

/** Spreads `total` over `parts`, each at least 1; a skew above 1 favours the first parts. */
function shareOut(total: number, parts: number, skew: number, draw: () => number): Int32Array {
  const shares = new Int32Array(parts).fill(1);
  for (let left = total - parts; left > 0; left--) shares[Math.floor(draw() ** skew * parts)]++;
  return shares;
}

interface Orders {
  readonly customer: Int32Array;
  readonly second: Int32Array;
  readonly lines: Int32Array;
}

/** Orders by time. The first customers come more often, all come sooner after their first order than later. */
function makeOrders(lines: number, draw: () => number): Orders {
  const customers = Math.max(1, Math.round(lines / 10));
  const count = Math.max(customers, Math.round((lines * 3) / 10));
  const each = shareOut(count, customers, 1.6, draw);
  const customer = new Int32Array(count);
  const second = new Int32Array(count);
  let at = 0;
  each.forEach((orders, index) => {
    const first = FIRST_SECOND + Math.floor((END_SECOND - FIRST_SECOND - DAY) * draw() ** 1.2);
    for (let order = 0; order < orders; order++, at++) {
      customer[at] = index;
      second[at] = order === 0 ? first : first + Math.floor((END_SECOND - first) * draw() ** 2);
    }
  });
  const byTime = Int32Array.from({ length: count }, (_, order) => order).sort((a, b) => second[a] - second[b] || a - b);
  return {
    customer: byTime.map((order) => customer[order]),
    second: byTime.map((order) => second[order]),
    lines: shareOut(lines, count, 1, draw),
  };
}

function writeLines(file: string, lines: number): void {
  const draw = draws(SEED);
  const products = makeProducts(draw);
  const orders = makeOrders(lines, draw);
  const target = openSync(file, 'w');
  let batch = [HEADER];
  const flush = () => {
    writeSync(target, `${batch.join('\n')}\n`);
    batch = [];
  };
  orders.customer.forEach((customer, order) => {
    const time = new Date(orders.second[order] * 1000).toISOString().slice(0, 19);
    const start = `O${String(order + 1).padStart(8, '0')},C${String(customer + 1).padStart(7, '0')},${time}Z`;
    const channel = CHANNELS[Math.floor(draw() ** 1.7 * CHANNELS.length)];
    for (let line = 0; line < orders.lines[order]; line++)
      batch.push(`${start},${makeLine(products, customer, draw)},${channel}`);
    if (batch.length >= BATCH) flush();
  });
  if (batch.length > 0) flush();
  closeSync(target);
}

/** Customers return to few products, which lie together and differ from one customer to the next. */
function makeLine(products: readonly Product[], customer: number, draw: () => number): string {
  const own = draw() < 0.4;
  const index = own ? (customer * 7 + Math.floor(draw() * 4) * 31) % PRODUCTS : Math.floor(draw() ** 2 * PRODUCTS);
  const { cell, price, costShare } = products[index];
  const quantity = 1 + Math.floor(draw() ** 3 * 6);
  const unitPrice = draw() < 0.2 ? Math.round(price * 0.9) : price;
  const revenue = unitPrice * quantity;
  const cost = Math.round(revenue * costShare * (0.9 + draw() * 0.4));
  return `${cell},${quantity},${money(unitPrice)},${money(revenue)},${money(cost)}`;
}

const money = (cents: number): string => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
