import type { CustomerListRequest } from '../bridge/protocol';
import { NO_DAY, type Day } from '../domain/calendar';
import type { TextColumn } from '../domain/columns';
import type { CustomerPage, CustomerRow, CustomerSort } from '../domain/customer-list';
import type { CustomerFacts, Facts } from '../facts/facts';
import { lineInView, type Scope } from '../facts/scope';

/** What each customer did within a scope, one entry a customer. */
interface Figures {
  readonly purchases: Int32Array;
  readonly net: Float64Array;
  readonly profit: Float64Array | null;
  /** NO_DAY without a purchase in view. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** 1 where a line is in view. */
  readonly hasLines: Uint8Array;
}

const figuresOfScope = new WeakMap<Scope, Figures>();

function figuresOf(facts: Facts, scope: Scope): Figures {
  const known = figuresOfScope.get(scope);
  if (known) return known;
  const { customers, orders, lines } = facts;
  const figures = {
    purchases: new Int32Array(customers.count),
    net: new Float64Array(customers.count),
    profit: lines.profit ? new Float64Array(customers.count) : null,
    first: new Int32Array(customers.count).fill(NO_DAY),
    last: new Int32Array(customers.count).fill(NO_DAY),
    hasLines: new Uint8Array(customers.count),
  };
  const { net, profit } = lines;
  for (let order = 0; order < orders.known; order++) {
    const customer = orders.customer[order];
    if (scope.purchase[order]) {
      figures.purchases[customer]++;
      if (figures.first[customer] === NO_DAY) figures.first[customer] = orders.day[order];
      figures.last[customer] = orders.day[order];
    }
    for (let line = orders.lineStart[order]; line < orders.lineStart[order + 1]; line++) {
      if (!lineInView(facts, scope, line)) continue;
      figures.hasLines[customer] = 1;
      figures.net[customer] += net[line];
      if (figures.profit) figures.profit[customer] += profit![line];
    }
  }
  figuresOfScope.set(scope, figures);
  return figures;
}

/** Small letters without marks, so that `muller` finds Müller. */
const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const textAt = (column: TextColumn | null, row: number): string =>
  column && column.codes[row] >= 0 ? column.values[column.codes[row]] : '';

interface Texts {
  /** Ids, names and e-mail addresses, folded. */
  readonly sought: readonly string[];
  readonly names: readonly string[];
}
const textsOfCustomers = new WeakMap<CustomerFacts, Texts>();

function textsOf(customers: CustomerFacts): Texts {
  let texts = textsOfCustomers.get(customers);
  if (!texts) {
    const names = customers.ids.map((_, at) => fold(textAt(customers.names, at)));
    const sought = customers.ids.map((id, at) => `${fold(id)}\n${names[at]}\n${fold(textAt(customers.emails, at))}`);
    textsOfCustomers.set(customers, (texts = { sought, names }));
  }
  return texts;
}

interface Listing {
  readonly key: string;
  readonly order: Int32Array;
  readonly net: number;
  readonly profit: number | null;
}
const listingOfScope = new WeakMap<Scope, Listing>();

/**
 * A page of the customers in view, or of those behind a mark. Under a line filter or a window, only those with a line left
 * are in view, as in the summary. Ties stand in the order of the keys; without a value comes last.
 */
export function customerPage(
  facts: Facts,
  scope: Scope,
  members: Int32Array | null,
  request: CustomerListRequest,
): CustomerPage {
  const figures = figuresOf(facts, scope);
  const { mark, search, sort, descending, offset, limit } = request;
  const key = JSON.stringify([mark, search, sort, descending]);
  let listing = listingOfScope.get(scope);
  if (listing?.key !== key) {
    const listed =
      search.trim() === ''
        ? inView(facts, scope, figures, members)
        : found(facts, inView(facts, scope, figures, members), search);
    listing = {
      key,
      order: sorted(facts, figures, listed, sort, descending),
      net: sum(figures.net, listed),
      profit: figures.profit && sum(figures.profit, listed),
    };
    listingOfScope.set(scope, listing);
  }
  const rows = Array.from(listing.order.subarray(offset, offset + limit), (customer) =>
    rowOf(facts, figures, customer),
  );
  return { total: listing.order.length, rows, net: listing.net, profit: listing.profit };
}

/** One customer by the whole file or within a scope. */
export const customerRow = (facts: Facts, scope: Scope, customer: number): CustomerRow =>
  rowOf(facts, figuresOf(facts, scope), customer);

function inView(facts: Facts, scope: Scope, figures: Figures, members: Int32Array | null): Int32Array {
  if (members) return members.filter((customer) => scope.customer[customer] === 1);
  const cut = scope.line !== null || scope.windowed;
  const listed = new Int32Array(facts.customers.count);
  let count = 0;
  for (let customer = 0; customer < listed.length; customer++) {
    if (scope.customer[customer] && (!cut || figures.hasLines[customer])) listed[count++] = customer;
  }
  return listed.slice(0, count);
}

/** Every word must stand somewhere in the id, the name or the e-mail address. */
function found(facts: Facts, listed: Int32Array, search: string): Int32Array {
  const words = fold(search).trim().split(/\s+/);
  const { sought } = textsOf(facts.customers);
  return listed.filter((customer) => words.every((word) => sought[customer].includes(word)));
}

function sum(values: Float64Array, listed: Int32Array): number {
  let total = 0;
  for (const customer of listed) total += values[customer];
  return total;
}

function sorted(
  facts: Facts,
  figures: Figures,
  listed: Int32Array,
  sort: CustomerSort,
  descending: boolean,
): Int32Array {
  const ascending = listed.slice().sort();
  if (sort === 'id') return descending ? ascending.reverse() : ascending;
  const compare =
    sort === 'name'
      ? byName(textsOf(facts.customers).names, descending)
      : byNumber(numbersOf(facts, figures, sort), descending);
  return ascending.sort((a, b) => compare(a, b) || a - b);
}

function numbersOf(facts: Facts, figures: Figures, sort: Exclude<CustomerSort, 'id' | 'name'>): ArrayLike<number> {
  switch (sort) {
    case 'profit':
      return figures.profit ?? figures.net;
    case 'quintile':
      return facts.customers.quintile;
    default:
      return figures[sort];
  }
}

/** NO_DAY, and 0 among quintiles, stand for "none", and come last either way. */
function byNumber(values: ArrayLike<number>, descending: boolean) {
  const nothing = values instanceof Uint8Array ? 0 : NO_DAY;
  const isNone = (value: number) => value === nothing && !(values instanceof Float64Array);
  return (a: number, b: number) => {
    const none = Number(isNone(values[a])) - Number(isNone(values[b]));
    return none || (descending ? values[b] - values[a] : values[a] - values[b]);
  };
}

function byName(names: readonly string[], descending: boolean) {
  const sign = descending ? -1 : 1;
  return (a: number, b: number) => {
    if (names[a] === names[b]) return 0;
    if (names[a] === '' || names[b] === '') return names[a] === '' ? 1 : -1;
    return names[a] < names[b] ? -sign : sign;
  };
}

const dayOrNull = (day: Day): Day | null => (day === NO_DAY ? null : day);

function rowOf({ customers }: Facts, figures: Figures, at: number): CustomerRow {
  return {
    id: customers.ids[at],
    name: textAt(customers.names, at),
    email: textAt(customers.emails, at),
    purchases: figures.purchases[at],
    net: figures.net[at],
    profit: figures.profit && figures.profit[at],
    first: dayOrNull(figures.first[at]),
    last: dayOrNull(figures.last[at]),
    quintile: customers.quintile[at],
    attributes: Object.fromEntries(customers.attributes.map(({ name, column }) => [name, textAt(column, at)])),
  };
}
