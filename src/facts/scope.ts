import { SURVEY_ANSWER } from '../domain/answer-bands';
import { monthOfDay, NO_DAY, type Day } from '../domain/calendar';
import { SALE, type TextColumn } from '../domain/columns';
import { AppError } from '../domain/errors';
import type { CustomerClause, Filter, LineClause } from '../domain/filter';
import { RFM_SEGMENTS } from '../domain/rfm-segments';
import { customersWhoAnswered } from './answer-bands';
import { namedAttributes } from './customers';
import type { Facts } from './facts';
import { isPurchase } from './order-lines';
import { rfmSegments } from './rfm';

/** What a filter leaves (METRICS rule 10). Masks hold 1 for what is in view. */
export interface Scope {
  /** Customers chosen by the customer filter, one entry a customer. */
  readonly customer: Uint8Array;
  /** Lines kept by the line filter, one entry a line; null keeps all. */
  readonly line: Uint8Array | null;
  /** First and last day of the window; without one, of everything. */
  readonly from: Day;
  readonly until: Day;
  /** True where the filter has a window. */
  readonly windowed: boolean;
  /** Purchases on what is left, inside the window, of customers in view; one entry an order. */
  readonly purchase: Uint8Array;
  /** The same on any day: for metrics that look back before the window, or on which the window is chosen. */
  readonly purchaseAnyDay: Uint8Array;
  /** Orders without a customer are in view: no customer filter is set. */
  readonly unknown: boolean;
}

/** A filter names a field or attribute that the data do not have. */
export class UnknownField extends AppError<'unknown-filter-field', { field: string; found: string[] }> {}

const FAR = 0x7fffffff;

/** Turns a filter into masks over the facts. The same rules stand as SQL in database/scope.ts. */
export function scopeOf(facts: Facts, filter: Filter): Scope {
  const customer = new Uint8Array(facts.customers.count).fill(1);
  let line: Uint8Array | null = null;
  let from: Day = NO_DAY;
  let until: Day = FAR;
  for (const clause of filter) {
    if (clause.kind === 'customer') intersect(customer, customersWith(facts, clause));
    else if (clause.kind === 'line')
      line = intersect(line ?? new Uint8Array(facts.lines.count).fill(1), linesWith(facts, clause));
    else {
      if (clause.from !== null) from = Math.max(from, clause.from);
      if (clause.until !== null) until = Math.min(until, clause.until);
    }
  }
  const unknown = !filter.some((clause) => clause.kind === 'customer');
  const windowed = from !== NO_DAY || until !== FAR;
  // Lines without a date are in no window, not even in one that is open at its beginning.
  if (windowed) from = Math.max(from, NO_DAY + 1);
  const purchaseAnyDay = purchasesInView(facts, customer, line, unknown);
  const purchase = windowed ? purchasesWithin(facts.orders.day, purchaseAnyDay, from, until) : purchaseAnyDay;
  return { customer, line, from, until, windowed, unknown, purchase, purchaseAnyDay };
}

function intersect(mask: Uint8Array, other: Uint8Array): Uint8Array {
  for (let i = 0; i < mask.length; i++) mask[i] &= other[i];
  return mask;
}

function purchasesWithin(day: Int32Array, purchase: Uint8Array, from: Day, until: Day): Uint8Array {
  const view = new Uint8Array(day.length);
  for (let order = 0; order < day.length; order++)
    if (day[order] >= from && day[order] <= until) view[order] = purchase[order];
  return view;
}

function purchasesInView(facts: Facts, customer: Uint8Array, line: Uint8Array | null, unknown: boolean) {
  const { orders, lines } = facts;
  if (!line && unknown) return orders.isPurchase;
  const view = new Uint8Array(orders.count);
  for (let order = 0; order < orders.count; order++) {
    if (!orders.isPurchase[order]) continue;
    const who = orders.customer[order];
    if (who < 0 ? !unknown : !customer[who]) continue;
    if (line && !isPurchase(lines.kind, lines.amount, orders.lineStart[order], orders.lineStart[order + 1], line))
      continue;
    view[order] = 1;
  }
  return view;
}

function maskOf(column: TextColumn, values: readonly string[]): Uint8Array {
  const wanted = new Set(values);
  const keep = Uint8Array.from(column.values, (value) => (wanted.has(value) ? 1 : 0));
  const mask = new Uint8Array(column.codes.length);
  const blank = wanted.has('') ? 1 : 0;
  for (let i = 0; i < mask.length; i++) mask[i] = column.codes[i] < 0 ? blank : keep[column.codes[i]];
  return mask;
}

const sameName = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

function customersWith(facts: Facts, clause: CustomerClause): Uint8Array {
  const { customers } = facts;
  const wanted = new Set(clause.values);
  switch (clause.field) {
    case 'cohort_month':
      return Uint8Array.from(customers.firstDay, (day) =>
        day !== NO_DAY && wanted.has(String(monthOfDay(day))) ? 1 : 0,
      );
    case 'value_quintile':
      return Uint8Array.from(customers.quintile, (quintile) => (wanted.has(String(quintile)) ? 1 : 0));
    case 'rfm_segment': {
      const keep = RFM_SEGMENTS.map((segment) => wanted.has(segment));
      return Uint8Array.from(rfmSegments(facts), (code) => (code >= 0 && keep[code] ? 1 : 0));
    }
    case 'customer':
      return Uint8Array.from(customers.ids, (id) => (wanted.has(id) ? 1 : 0));
    case 'has_bought_category':
    case 'has_bought_product':
      return buyersOf(
        facts,
        clause.field === 'has_bought_category' ? facts.lines.category : facts.lines.product,
        clause,
      );
    case SURVEY_ANSWER:
      return customersWhoAnswered(facts, wanted);
  }
  const attributes = namedAttributes(customers);
  const attribute =
    attributes.find(({ name }) => name === clause.field) ?? attributes.find(({ name }) => sameName(name, clause.field));
  if (!attribute)
    throw new UnknownField('unknown-filter-field', { field: clause.field, found: attributes.map((a) => a.name) });
  return maskOf(attribute.column, clause.values);
}

/** Customers who hold one of the items through a sale line of a purchase, in the whole file. */
function buyersOf(facts: Facts, column: TextColumn | null, clause: CustomerClause): Uint8Array {
  if (!column) throw new UnknownField('unknown-filter-field', { field: clause.field, found: [] });
  const { orders, lines } = facts;
  const lineHas = maskOf(column, clause.values);
  const mask = new Uint8Array(facts.customers.count);
  for (let order = 0; order < orders.known; order++) {
    if (!orders.isPurchase[order]) continue;
    for (let line = orders.lineStart[order]; line < orders.lineStart[order + 1]; line++) {
      if (lineHas[line] && lines.kind[line] === SALE) mask[orders.customer[order]] = 1;
    }
  }
  return mask;
}

function linesWith(facts: Facts, clause: LineClause): Uint8Array {
  const { lines } = facts;
  const fields: Record<string, TextColumn | null> = {
    category: lines.category,
    product: lines.product,
    channel: lines.channel,
    department: lines.department,
  };
  const column = fields[clause.field] ?? lines.attributes.find(({ name }) => sameName(name, clause.field))?.column;
  if (!column) {
    const found = [...Object.keys(fields).filter((name) => fields[name]), ...lines.attributes.map((a) => a.name)];
    throw new UnknownField('unknown-filter-field', { field: clause.field, found });
  }
  return maskOf(column, clause.values);
}

/** Whether a line counts as money in view: kept by the line filter and inside the window. The customer is the caller's. */
export function lineInView(facts: Facts, scope: Scope, line: number): boolean {
  if (scope.line !== null && scope.line[line] === 0) return false;
  if (!scope.windowed) return true;
  const day = facts.lines.day[line];
  return day >= scope.from && day <= scope.until;
}
