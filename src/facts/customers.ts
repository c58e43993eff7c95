import { NO_DAY } from '../domain/calendar';
import type { Dataset, RecordTable, TextColumn, TransactionColumns } from '../domain/columns';
import { FUNNEL_STAGES, STATED_STAGES, type FunnelStage } from '../domain/lifecycle';
import type { CustomerAttribute, CustomerFacts, StageEntries } from './facts';
import { compareUtf8, sortKeys } from '../domain/keys';

/** Every customer that any file names, in the order of METRICS rule 12. */
export interface CustomerKeys {
  readonly ids: readonly string[];
  indexOf(id: string): number | undefined;
}

/** What names the customer of a row: the mapped key, else what else tells people apart. */
const keyOf = ({ text }: RecordTable): TextColumn | undefined =>
  text['customer'] ?? text['email'] ?? text['phone'] ?? text['name'];

const keyColumns = (dataset: Dataset): TextColumn[] =>
  [
    dataset.transactions?.customer,
    dataset.records.customers && keyOf(dataset.records.customers),
    dataset.records.contracts?.text['customer'],
    dataset.records.interactions?.text['customer'],
    dataset.records.surveys?.text['customer'],
    dataset.records.wallet?.text['customer'],
  ].filter((column) => column !== undefined && column !== null);

export function collectCustomers(dataset: Dataset): CustomerKeys {
  const distinct = new Set<string>();
  for (const column of keyColumns(dataset)) {
    const used = new Uint8Array(column.values.length);
    for (let row = 0; row < column.codes.length; row++) if (column.codes[row] >= 0) used[column.codes[row]] = 1;
    column.values.forEach((value, code) => used[code] && distinct.add(value));
  }
  const ids = sortKeys([...distinct]);
  const index = new Map(ids.map((id, position) => [id, position]));
  return { ids, indexOf: (id) => index.get(id) };
}

/** The customer of each row, -1 where blank. */
export function customerOfRows(column: TextColumn | null | undefined, keys: CustomerKeys, rows: number): Int32Array {
  if (!column) return new Int32Array(rows).fill(-1);
  const byCode = Int32Array.from(column.values, (value) => keys.indexOf(value) ?? -1);
  return column.codes.map((code) => (code < 0 ? -1 : byCode[code]));
}

/** Fields of a customers file that people filter by. */
const FACET_FIELDS = [
  'segment',
  'region',
  'city',
  'postcode',
  'company',
  'channel',
  'campaign',
  'department',
  'strategy',
  'interval',
];

/** One value a customer, by name; the first row of a file that has one wins. */
class AttributeTable {
  readonly #columns = new Map<string, { codes: Int32Array; values: string[]; index: Map<string, number> }>();
  constructor(readonly customers: number) {}

  /** A header makes an attribute, even where every value is blank: a filter may name it. */
  #column(name: string) {
    let column = this.#columns.get(name);
    if (!column) {
      column = { codes: new Int32Array(this.customers).fill(-1), values: [], index: new Map() };
      this.#columns.set(name, column);
    }
    return column;
  }
  set(name: string, customer: number, value: string): void {
    const column = this.#column(name);
    if (column.codes[customer] >= 0) return;
    let code = column.index.get(value);
    if (code === undefined) {
      code = column.values.length;
      column.index.set(value, code);
      column.values.push(value);
    }
    column.codes[customer] = code;
  }
  addColumn(name: string, column: TextColumn, customerOf: Int32Array): void {
    this.#column(name);
    for (let row = 0; row < customerOf.length; row++) {
      if (customerOf[row] >= 0 && column.codes[row] >= 0)
        this.set(name, customerOf[row], column.values[column.codes[row]]);
    }
  }
  addNames(names: readonly string[]): void {
    for (const name of names) this.#column(name);
  }
  get(name: string): TextColumn | null {
    return this.#columns.get(name) ?? null;
  }
  all(except: readonly string[]): CustomerAttribute[] {
    return [...this.#columns].filter(([name]) => !except.includes(name)).map(([name, column]) => ({ name, column }));
  }
}

const NAME_HEADERS = /^(customer|client|kunden?)?[ _-]*name$|^kunde$/i;

/**
 * A customer's attributes: from the customers and contracts files, and from columns of the transactions that no field
 * claims. Of several values in the lines, the one on the latest line counts (ties: the first by UTF-8 bytes).
 */
export function customerAttributes(dataset: Dataset, keys: CustomerKeys, customerOfLine: Int32Array) {
  const table = new AttributeTable(keys.ids.length);
  for (const records of [dataset.records.customers, dataset.records.contracts]) {
    if (!records) continue;
    const customerOf = customerOfRows(keyOf(records), keys, records.rows);
    for (const field of ['name', 'email', ...FACET_FIELDS]) {
      if (records.text[field]) table.addColumn(field, records.text[field], customerOf);
    }
    for (const { name, column } of records.attributes) table.addColumn(name, column, customerOf);
  }
  if (dataset.transactions) {
    table.addNames(dataset.transactions.attributes.map(({ name }) => name));
    addLatest(table, dataset.transactions, customerOfLine);
  }
  const named = table.get('name') ? 'name' : table.all([]).find(({ name }) => NAME_HEADERS.test(name))?.name;
  return {
    names: named ? table.get(named) : null,
    nameField: named ?? null,
    emails: table.get('email'),
    attributes: table.all(['name', 'email', ...(named ? [named] : [])]),
  };
}

function addLatest(
  table: AttributeTable,
  { attributes, day, second }: TransactionColumns,
  customerOf: Int32Array,
): void {
  for (const { name, column } of attributes) {
    const { codes, values } = column;
    const held = new Int32Array(table.customers).fill(-1);
    const time = new Float64Array(table.customers);
    for (let row = 0; row < codes.length; row++) {
      const customer = customerOf[row];
      const code = codes[row];
      if (customer < 0 || code < 0) continue;
      const at = day ? day[row] * 86_401 + (second ? second[row] + 1 : 0) : 0;
      const before = held[customer];
      if (
        before >= 0 &&
        (at < time[customer] || (at === time[customer] && compareUtf8(values[before], values[code]) <= 0))
      )
        continue;
      held[customer] = code;
      time[customer] = at;
    }
    held.forEach((code, customer) => code >= 0 && table.set(name, customer, values[code]));
  }
}

/** All that a filter or a breakdown may name: the attributes, and the names and addresses that are shown by themselves. */
export const namedAttributes = ({ attributes, names, nameField, emails }: CustomerFacts): CustomerAttribute[] => [
  ...attributes,
  ...(names && nameField !== null ? [{ name: nameField, column: names }] : []),
  ...(emails ? [{ name: 'email', column: emails }] : []),
];

interface Entry {
  readonly customer: number;
  readonly stage: number;
  readonly day: number;
}

function entriesOf(dataset: Dataset, keys: CustomerKeys): Entry[] {
  const entries: Entry[] = [];
  const { customers, interactions } = dataset.records;
  if (customers) {
    const customerOf = customerOfRows(keyOf(customers), keys, customers.rows);
    for (const stage of STATED_STAGES) {
      const days = customers.day[`${stage}_on`];
      if (!days) continue;
      for (let row = 0; row < customers.rows; row++) {
        if (customerOf[row] >= 0 && days[row] !== NO_DAY)
          entries.push({ customer: customerOf[row], stage: FUNNEL_STAGES.indexOf(stage), day: days[row] });
      }
    }
  }
  if (interactions?.text['stage'] && interactions.day['date']) {
    const customerOf = customerOfRows(interactions.text['customer'], keys, interactions.rows);
    const { codes, values } = interactions.text['stage'];
    // Once there are transactions, they alone make customers.
    const isBought = Boolean(dataset.transactions?.customer && dataset.transactions.day);
    const stages = isBought ? STATED_STAGES.length : FUNNEL_STAGES.length;
    for (let row = 0; row < interactions.rows; row++) {
      const stage = codes[row] < 0 ? -1 : FUNNEL_STAGES.indexOf(values[codes[row]] as FunnelStage);
      const day = interactions.day['date'][row];
      if (customerOf[row] >= 0 && stage >= 0 && stage < stages && day !== NO_DAY)
        entries.push({ customer: customerOf[row], stage, day });
    }
  }
  return entries.sort((a, b) => a.customer - b.customer || a.day - b.day || a.stage - b.stage);
}

/** Stated stages: dated entries, their first days, and stages held without a date. */
export function stageFacts(dataset: Dataset, keys: CustomerKeys) {
  const count = keys.ids.length;
  const entries = entriesOf(dataset, keys);
  const stageDay: Partial<Record<FunnelStage, Int32Array>> = {};
  const start = new Int32Array(count + 1);
  for (const { customer, stage, day } of entries) {
    const days = (stageDay[FUNNEL_STAGES[stage]] ??= new Int32Array(count).fill(NO_DAY));
    if (days[customer] === NO_DAY) days[customer] = day;
    start[customer + 1]++;
  }
  for (let customer = 0; customer < count; customer++) start[customer + 1] += start[customer];
  const stageEntries: StageEntries | null =
    entries.length === 0
      ? null
      : { start, stage: Uint8Array.from(entries, (e) => e.stage), day: Int32Array.from(entries, (e) => e.day) };
  return { stageDay, stageEntries, stageNow: stageNow(dataset.records.customers, keys) };
}

function stageNow(customers: RecordTable | undefined, keys: CustomerKeys): Int8Array | null {
  const column = customers?.text['stage'];
  if (!customers || !column) return null;
  const held = new Int8Array(keys.ids.length).fill(-1);
  const customerOf = customerOfRows(keyOf(customers), keys, customers.rows);
  for (let row = 0; row < customers.rows; row++) {
    if (customerOf[row] < 0 || column.codes[row] < 0) continue;
    const stage = FUNNEL_STAGES.indexOf(column.values[column.codes[row]] as FunnelStage);
    if (stage > held[customerOf[row]]) held[customerOf[row]] = stage;
  }
  return held;
}
