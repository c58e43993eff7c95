import { clockTime, isoDate, isoMonth } from '../foundations/calendar';
import { writeDelimited, type Dialect } from '../foundations/delimited';
import { plainDecimal } from '../foundations/money';
import { compareTexts } from '../foundations/ordering';
import { writeWorkbook, type Cell } from '../foundations/spreadsheet';
import type { OutputFile } from '../output';
import type { Shop } from './company';
import type { Buyer, Prospect } from './customer';
import { TARGETS } from './targets';

const WITH_BOM: Dialect = { delimiter: ',', newline: '\r\n', encoding: 'utf-8-bom' };
const PLAIN: Dialect = { delimiter: ',', newline: '\n', encoding: 'utf-8' };

const CUSTOMER_HEADER = [
  'Customer ID',
  'Name',
  'E-mail',
  'Postcode',
  'City',
  'Region',
  'Segment',
  'Terms',
  'Acquired On',
  'Acquisition Channel',
  'Newsletter',
  'First Seen',
  'Newsletter Sign-up',
  'Account Opened',
  'Basket Started',
  'Checkout Opened',
  'Last Edited By',
];

export function shopFiles(shop: Shop): OutputFile[] {
  return [
    { path: 'sales.csv', bytes: salesCsv(shop) },
    {
      path: 'customers.xlsx',
      bytes: writeWorkbook([{ name: 'Customers', header: CUSTOMER_HEADER, rows: customerRows(shop) }]),
    },
    { path: 'touches.csv', bytes: touchesCsv(shop) },
    { path: 'marketing-spend.csv', bytes: spendCsv(shop) },
    { path: 'survey.csv', bytes: surveyCsv(shop) },
    { path: 'targets.csv', bytes: targetsCsv() },
  ];
}

function salesCsv(shop: Shop): Uint8Array {
  const header = [
    'Order ID',
    'Order Date',
    'Customer ID',
    'Product',
    'Category',
    'Qty',
    'Unit Price',
    'Discount',
    'Amount',
    'Cost',
    'Currency',
    'Sales Channel',
    'Campaign',
  ];
  const rows = shop.sold.map((line) => [
    line.orderId,
    `${isoDate(line.day)} ${clockTime(line.minute)}`,
    line.order.customer,
    line.product.name,
    line.product.category,
    String(line.quantity),
    plainDecimal(line.unitPrice),
    line.discountPercent === 0 ? '0' : String(line.discountPercent / 100),
    plainDecimal(line.amount),
    plainDecimal(line.cost),
    'GBP',
    line.order.salesChannel,
    line.order.campaign,
  ]);
  return writeDelimited(WITH_BOM, header, rows);
}

/** Everyone who was entered, in the order of their keys: buyers and prospects alike. */
export function listedPeople(shop: Shop): (Buyer | Prospect)[] {
  const listed = [...shop.buyers, ...shop.prospects].filter((person) => person.isListed);
  return listed.sort((one, other) => compareTexts(one.key, other.key));
}

function customerRows(shop: Shop): Cell[][] {
  const editors = ['mo', 'priya', 'import', 'import', 'import'];
  return listedPeople(shop).map((person, index) => {
    const journey = shop.journeys.get(person.key);
    const day = (value: number | null | undefined): Cell =>
      value === null || value === undefined ? null : { day: value };
    return [
      person.key,
      // Some names were typed with a space at the end, as happens.
      index % 97 === 13 ? `${person.name} ` : person.name,
      person.email,
      person.postcode,
      person.town.city,
      person.town.region,
      person.segment,
      person.terms,
      'firstOrderDay' in person ? { day: person.firstOrderDay } : null,
      person.channel,
      journey?.understands != null ? 'yes' : 'no',
      day(journey?.aware),
      day(journey?.understands),
      day(journey?.considers),
      day(journey?.preSale),
      day(journey?.evaluates),
      editors[index % editors.length] ?? null,
    ];
  });
}

function touchesCsv(shop: Shop): Uint8Array {
  const rows = shop.touches.map((touch) => [
    isoDate(touch.day),
    touch.customer,
    touch.type,
    touch.channel,
    touch.campaign,
  ]);
  return writeDelimited(PLAIN, ['Date', 'Customer ID', 'Contact Type', 'Channel', 'Campaign'], rows);
}

function spendCsv(shop: Shop): Uint8Array {
  const rows = shop.spend.map((row) => [isoMonth(row.month), row.channel, `${row.pounds}.00`]);
  return writeDelimited(PLAIN, ['Month', 'Channel', 'Spend'], rows);
}

function surveyCsv(shop: Shop): Uint8Array {
  const rows = shop.answers.map((answer) => [
    answer.customer,
    isoDate(answer.day),
    String(answer.score),
    answer.comment,
  ]);
  return writeDelimited(PLAIN, ['Customer ID', 'Answered On', 'Score', 'Comment'], rows);
}

function targetsCsv(): Uint8Array {
  const rows = TARGETS.map(({ stage, level, metric, target, owner }) => [stage, level, metric, String(target), owner]);
  return writeDelimited(PLAIN, ['Stage', 'Level', 'Metric', 'Target', 'Owner'], rows);
}
