import { fieldName, ROLE_NAMES } from './field-names';
import type { Formatter } from './format';
import type { LeftOut, Receipt, RecordTotals, SalesTotals, SampleLine, SampleOrder } from './receipt';
import type { StatusMeaning } from './statuses';

/** The word of a system for its sales, in singular and plural. */
type Noun = readonly [string, string];
const NOUNS: readonly (readonly [RegExp, Noun])[] = [
  [/stripe|payment|paypal|charge|transaction/i, ['payment', 'payments']],
  [/invoice|rechnung|quickbooks|xero|datev|sage/i, ['invoice', 'invoices']],
  [/till|receipt|pos\b|square|lightspeed/i, ['receipt', 'receipts']],
  [/deal|opportunit/i, ['won deal', 'won deals']],
];
const ORDERS: Noun = ['order', 'orders'];

/** The word of the system that all files of sales come from; "orders" where it is unknown or there are several. */
export function nounOf({ files }: Pick<Receipt, 'files'>): Noun {
  const recipes = new Set(files.filter(({ sales }) => sales !== null).map(({ recipe }) => recipe));
  const [recipe] = recipes;
  if (recipes.size !== 1 || recipe === null) return ORDERS;
  return NOUNS.find(([pattern]) => pattern.test(recipe))?.[1] ?? ORDERS;
}

/** `1,255 orders of 118 customers, $132,003, 3 Jan 2023 to 30 May 2025`; of files without sales, what they hold. */
export function headlineOf(receipt: Receipt, format: Formatter): string {
  const { sales, records } = receipt;
  if (sales && sales.lines > 0) return salesWords(sales, nounOf(receipt), format);
  if (records.length === 0) return 'Nothing could be counted';
  return capital(format.list(records.map((one) => recordWords(one, format))));
}

export function salesWords(sales: SalesTotals, noun: Noun, format: Formatter): string {
  const { hasAmounts, net } = sales;
  const days = spanWords(sales, format);
  return [ordersWords(sales, noun, format), ...(hasAmounts ? [format.money(net)] : []), ...(days ? [days] : [])].join(
    ', ',
  );
}

/** `60 orders of 6 customers`, or `60 orders, 40 of them by 6 customers` where the others have no customer. */
function ordersWords({ purchases, unnamed, customers }: SalesTotals, [one, many]: Noun, format: Formatter): string {
  const orders = format.plural(purchases, one, many);
  if (customers === 0) return unnamed > 0 ? `${orders} that name no customer` : orders;
  const who = format.plural(customers, 'customer');
  return unnamed > 0 ? `${orders}, ${format.int(purchases - unnamed)} of them by ${who}` : `${orders} of ${who}`;
}

/** `7,043 contracts, 1,869 ended` */
export function recordWords(totals: RecordTotals, format: Formatter): string {
  const { role, rows, closed, amount, customers } = totals;
  switch (role) {
    case 'contracts':
      return format.plural(rows, 'contract') + (closed === null ? '' : `, ${format.int(closed)} ended`);
    case 'surveys':
      return format.plural(rows, 'answer');
    case 'customers':
      return `${format.plural(rows, 'customer')} on the list`;
    case 'interactions':
      return (
        format.plural(rows, 'contact') + (customers > 0 ? ` with ${format.plural(customers, 'person', 'people')}` : '')
      );
    case 'spend':
      return amount === null
        ? format.plural(rows, 'row of marketing spend', 'rows of marketing spend')
        : `${format.money(amount)} spent on marketing`;
    case 'deals':
      return (
        format.plural(rows, 'deal') +
        dealersWords(totals, format) +
        (closed === null ? '' : `, ${format.int(closed)} won`)
      );
    case 'wallet':
    case 'targets':
      return `${format.plural(rows, 'row')} of ${ROLE_NAMES[role]}`;
  }
}

/** ` with 290 people in 150 companies` */
function dealersWords({ customers, companies }: RecordTotals, format: Formatter): string {
  const people = customers > 0 ? ` with ${format.plural(customers, 'person', 'people')}` : '';
  if (companies === 0) return people;
  return `${people} ${people ? 'in' : 'with'} ${format.plural(companies, 'company', 'companies')}`;
}

export function spanWords({ from, until }: Pick<SalesTotals, 'from' | 'until'>, format: Formatter): string {
  if (from === null || until === null) return '';
  return from === until ? format.day(from) : `${format.day(from)} to ${format.day(until)}`;
}

/** The part of an order's sentence before its total. A single line is written without its amount, which equals the total. */
export function orderWords({ customer, day, order, lines, more, line, file }: SampleOrder, format: Formatter) {
  const isAlone = lines.length === 1 && more === 0;
  const items = lines.map((one) => (isAlone ? thingWords(one, format) : itemWords(one, format)));
  const rest = more > 0 ? [format.plural(more, 'more thing', 'more things')] : [];
  const name = order === '' ? `Line ${format.int(line)} of ${file}` : order;
  return {
    head: [name, ...(day === null ? [] : [format.day(day)])].join(', '),
    body: `${customer ?? 'Somebody unnamed'} bought ${format.list([...items, ...rest])}`,
  };
}

function itemWords(line: SampleLine, format: Formatter): string {
  const { amount } = line;
  if (amount === null) return thingWords(line, format);
  const back = amount < 0 ? ', given back,' : '';
  return `${thingWords(line, format)}${back} for ${format.moneyExact(Math.abs(amount))}`;
}

/** `Tea`, `3 × Tea`, `3 pieces` */
function thingWords({ item, quantity }: SampleLine, format: Formatter): string {
  if (quantity === null || quantity === 1) return item || 'something';
  const many = format.number(Math.abs(quantity), Number.isInteger(quantity) ? 0 : 2);
  return item === '' ? `${many} pieces` : `${many} × ${item}`;
}

/** As a choice says it. */
export const MEANING_WORDS: Readonly<Record<StatusMeaning, string>> = {
  sale: 'a sale',
  void: 'called off or given back',
  no_sale: 'never a sale',
  return: 'money back',
};

/** In singular and plural. */
const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  no_sale: ['never was a sale, as its status says', 'never were sales, as their status says'],
  no_line: ['is no line of a sale: shipping, a fee or the like', 'are no lines of a sale: shipping, fees and the like'],
  blank: ['is blank', 'are blank'],
  preamble: ['stands above the table', 'stand above the table'],
  totals: ['is a total of other rows', 'are totals of other rows'],
  group_heading: ['is a heading over other rows', 'are headings over other rows'],
  footer: ['stands below the table', 'stand below the table'],
  repeated_header: ['repeats the header', 'repeat the header'],
  duplicate: ['is exactly like an earlier one, and counts once', 'are exactly like earlier ones, and count once'],
};

const FAULTS: Readonly<Record<string, string>> = {
  'not a number': 'is no number',
  'not a date': 'is no date',
  'negative tenure': 'is below zero',
  'ends before it starts': 'comes before the start',
  'amount too large': 'is too large',
  'other currency': 'is another',
  'blank or off the scale': 'is blank or off the scale',
};
/** What is wrong with a field's value, to follow the field's name. */
function faultWords(reason: string): string {
  if (reason.startsWith('blank ')) return ` ${FAULTS[reason] ?? 'is blank'}`;
  return FAULTS[reason] ? ` ${FAULTS[reason]}` : `: ${reason}`;
}

/** `3 rows never were sales, as their status says` */
export function leftOutWords({ kind, reason, field, rows }: LeftOut, role: string, format: Formatter): string {
  const many = format.plural(rows, 'row');
  const plain = reason.replaceAll('_', ' ');
  if (kind === 'rejected') return `${many} left out: ${fieldName(role, field)}${faultWords(plain)}`;
  const said = REASONS[reason];
  return said ? `${many} ${said[rows === 1 ? 0 : 1]}` : `${many} set aside: ${plain}`;
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
