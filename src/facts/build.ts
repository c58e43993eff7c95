import { isPromoterScale } from '../domain/answer-bands';
import { monthOfDay, NO_DAY, weekOfDay, type Day } from '../domain/calendar';
import type { Dataset, TransactionColumns } from '../domain/columns';
import { DEFAULT_RULES, type WorkspaceRules } from '../domain/rhythm';
import { answerFacts } from './answers';
import { contractFacts } from './contracts';
import { mapDays } from './day-units';
import { collectCustomers, customerAttributes, customerOfRows, stageFacts, type CustomerKeys } from './customers';
import type { Facts, LineFacts, Observed, OrderFacts } from './facts';
import { hasOnlySales, lineFacts, sumByCustomer } from './line-facts';
import { groupIntoOrders, isPurchase, type OrderGrouping } from './order-lines';
import { ntile5 } from './quintiles';
import { scaleOf, spendFacts, surveyFacts } from './spend-and-surveys';
import { targetsOf } from './targets';
import { channelsOf, touchFacts } from './touches';
import { unifiedRecords } from './unified-records';
import { untilDay } from './until-day';
import { walletFacts } from './wallet';

export interface BuildOptions {
  /** The end of observation, where the user has set it (METRICS rule 3). */
  readonly until?: Day;
  readonly rules?: WorkspaceRules;
}

/** Derives the facts from validated columns. Pure: the same rows in any order give the same facts but for `sourceLine`. */
export function buildFacts(brought: Dataset, options: BuildOptions = {}): Facts {
  const dataset = options.until === undefined ? brought : untilDay(brought, options.until);
  const keys = collectCustomers(dataset);
  const columns = dataset.transactions ?? noTransactions;
  const customerOf = customerOfRows(columns.customer, keys, columns.rows);
  const grouping = groupIntoOrders(columns, customerOf, keys.ids.length);
  const lines = lineFacts(columns, grouping.rows);
  const orders = orderFacts(columns, grouping, lines);
  const observed = observedDays(brought);
  const touchChannels = channelsOf(dataset);
  return {
    customers: customerFacts(dataset, keys, columns, customerOf, orders),
    orders,
    lines,
    contracts: contractFacts(dataset, keys),
    spend: spendFacts(dataset, touchChannels),
    touches: touchFacts(dataset, keys, touchChannels),
    touchChannels,
    surveys: surveyFacts(dataset, keys),
    answers: answerFacts(dataset, keys),
    targets: targetsOf(dataset),
    unified: unifiedRecords(dataset, keys, columns, customerOf),
    wallet: walletFacts(dataset, keys, columns.category),
    observed: observed && { from: observed.from, until: options.until ?? observed.until },
    currency: dataset.currency,
    rules: options.rules ?? DEFAULT_RULES,
    available: availableFields(dataset),
  };
}

const noTransactions: TransactionColumns = {
  rows: 0,
  file: new Int32Array(0),
  line: new Int32Array(0),
  customer: null,
  order: null,
  eachRow: false,
  day: null,
  second: null,
  product: null,
  category: null,
  channel: null,
  department: null,
  currency: null,
  quantity: null,
  amount: new Float64Array(0),
  hasAmount: false,
  profit: null,
  kind: new Uint8Array(0),
  attributes: [],
};

function orderFacts(columns: TransactionColumns, grouping: OrderGrouping, lines: LineFacts): OrderFacts {
  const count = grouping.day.length;
  const { lineStart } = grouping;
  const { order } = columns;
  return {
    count,
    known: grouping.known,
    customer: grouping.customer,
    id: order && {
      codes: lineStart.subarray(0, count).map((line) => order.codes[grouping.rows[line]]),
      values: order.values,
    },
    day: grouping.day,
    week: mapDays(grouping.day, weekOfDay),
    month: mapDays(grouping.day, monthOfDay),
    isPurchase: purchases(columns, grouping, lines),
    lineStart,
  };
}

/**
 * Where days are told, an order without one is no purchase that any figure could place in time (METRICS rule 16): its money
 * counts, and `summary.json` counts it.
 */
function purchases(columns: TransactionColumns, { lineStart, day }: OrderGrouping, lines: LineFacts): Uint8Array {
  const purchase = new Uint8Array(lineStart.length - 1);
  const isDated = columns.day !== null;
  if (hasOnlySales(columns))
    return isDated ? purchase.map((_, order) => (day[order] === NO_DAY ? 0 : 1)) : purchase.fill(1);
  const { kind, amount } = lines;
  for (let order = 0; order < purchase.length; order++) {
    if (isDated && day[order] === NO_DAY) continue;
    if (isPurchase(kind, amount, lineStart[order], lineStart[order + 1], null)) purchase[order] = 1;
  }
  return purchase;
}

function customerFacts(
  dataset: Dataset,
  keys: CustomerKeys,
  columns: TransactionColumns,
  customerOf: Int32Array,
  orders: OrderFacts,
) {
  const count = keys.ids.length;
  const orderStart = new Int32Array(count + 1);
  const firstDay = new Int32Array(count).fill(NO_DAY);
  const hasLines = new Uint8Array(count);
  const net = sumByCustomer(columns, columns.amount, customerOf, count);
  const profit = columns.profit && sumByCustomer(columns, columns.profit, customerOf, count);
  for (let order = 0; order < orders.known; order++) {
    const customer = orders.customer[order];
    orderStart[customer + 1]++;
    hasLines[customer] = 1;
    if (orders.isPurchase[order] && firstDay[customer] === NO_DAY) firstDay[customer] = orders.day[order];
  }
  for (let customer = 0; customer < count; customer++) orderStart[customer + 1] += orderStart[customer];
  return {
    count,
    ids: keys.ids,
    orderStart,
    firstDay,
    hasLines,
    net,
    profit,
    quintile: ntile5(profit ?? net, hasLines),
    ...customerAttributes(dataset, keys, customerOf),
    ...stageFacts(dataset, keys),
  };
}

/** Fields that say what is planned or who someone is: they do not count as happenings (METRICS rule 3). */
const NOT_OBSERVED = new Set(['end_of_term', 'birth_date', 'expected']);

function observedDays(dataset: Dataset): Observed | null {
  let from = Infinity;
  let until = -Infinity;
  const include = (days: Int32Array) => {
    for (const day of days) {
      if (day === NO_DAY) continue;
      if (day < from) from = day;
      if (day > until) until = day;
    }
  };
  if (dataset.transactions?.day) include(dataset.transactions.day);
  for (const records of Object.values(dataset.records)) {
    if (records.role === 'spend') continue;
    for (const [field, days] of Object.entries(records.day)) if (!NOT_OBSERVED.has(field)) include(days);
  }
  return until === -Infinity ? null : { from, until };
}

function availableFields(dataset: Dataset): Set<string> {
  const available = new Set<string>();
  const columns = dataset.transactions;
  if (columns) {
    available.add('transactions');
    const present = {
      customer: columns.customer,
      date: columns.day,
      order: columns.order,
      product: columns.product,
      category: columns.category,
      channel: columns.channel,
      department: columns.department,
      quantity: columns.quantity,
      amount: columns.hasAmount || null,
      cost: columns.profit,
    };
    for (const [field, column] of Object.entries(present)) if (column) available.add(`transactions.${field}`);
    if (!hasOnlySales(columns)) available.add('transactions.returns');
  }
  for (const records of Object.values(dataset.records)) {
    available.add(records.role);
    for (const field of [...Object.keys(records.text), ...Object.keys(records.day), ...Object.keys(records.number)])
      available.add(`${records.role}.${field}`);
  }
  const { surveys } = dataset.records;
  if (surveys?.text['customer'] && surveys.day['date'] && isPromoterScale(scaleOf(surveys)))
    available.add('surveys.nps_band');
  if (dataset.unification) available.add('customers.sources');
  return available;
}
