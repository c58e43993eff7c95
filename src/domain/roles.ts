import type { StatusMeaning } from './statuses';

/** What a file is about. One wide file may fill several roles at once. */
export const ROLES = [
  'transactions',
  'customers',
  'contracts',
  'interactions',
  'spend',
  'surveys',
  'wallet',
  'targets',
  'deals',
] as const;
export type Role = (typeof ROLES)[number];

/** How the text of a field is read. */
export type FieldType = 'text' | 'key' | 'day' | 'money' | 'number' | 'share' | 'flag' | 'stage' | 'status';

/** The fields of each role (snake_case, as in a mapping file) and how each is read. */
export const FIELDS = {
  transactions: {
    customer: 'key',
    date: 'day',
    order: 'key',
    product: 'text',
    category: 'text',
    quantity: 'number',
    unit_price: 'money',
    amount: 'money',
    discount: 'share',
    cost: 'money',
    margin: 'money',
    currency: 'text',
    channel: 'text',
    department: 'text',
    cancelled: 'status',
    /** The state of the order or payment, in the file's words. */
    status: 'status',
    /** What kind of document or movement the row is: an invoice, a credit note, a refund. */
    document_type: 'status',
    /** Money off the whole order: on its first row only, or on every row alike. */
    order_discount: 'money',
    /** Money refunded on the whole order. */
    order_refund: 'money',
    /** The total of the whole order. Used only where lines have no price of their own. */
    order_total: 'money',
  },
  customers: {
    customer: 'key',
    name: 'text',
    email: 'text',
    phone: 'text',
    postcode: 'text',
    city: 'text',
    region: 'text',
    company: 'text',
    birth_date: 'day',
    segment: 'text',
    acquired_on: 'day',
    channel: 'text',
    campaign: 'text',
    department: 'text',
    stage: 'stage',
    aware_on: 'day',
    understands_on: 'day',
    considers_on: 'day',
    pre_sale_on: 'day',
    evaluates_on: 'day',
  },
  contracts: {
    customer: 'key',
    start: 'day',
    end_of_term: 'day',
    ended_on: 'day',
    tenure: 'number',
    churned: 'flag',
    strategy: 'text',
    fee: 'money',
    interval: 'text',
    reason: 'text',
  },
  interactions: {
    customer: 'key',
    date: 'day',
    stage: 'stage',
    channel: 'text',
    campaign: 'text',
    department: 'text',
  },
  spend: { date: 'day', channel: 'text', amount: 'money' },
  surveys: { customer: 'key', date: 'day', score: 'number', comment: 'text', weight: 'number' },
  wallet: { customer: 'key', category: 'text', stated: 'money', share: 'share', rank: 'number', suppliers: 'number' },
  targets: { stage: 'text', level: 'text', metric: 'text', target: 'number', owner: 'text' },
  deals: {
    deal: 'key',
    /** The contact; where none is named, the company is the customer. */
    customer: 'key',
    company: 'key',
    opened: 'day',
    closed: 'day',
    /** When a deal that is open is planned to close. */
    expected: 'day',
    stage: 'text',
    /** won, lost or open, in the file's words. */
    status: 'status',
    amount: 'money',
    owner: 'text',
    channel: 'text',
    reason: 'text',
  },
} as const satisfies Record<Role, Record<string, FieldType>>;

/** The mark before the decimals. */
export type DecimalMark = '.' | ',';
/** How one field is filled: a column by name, or a column with how to read it. */
export interface ColumnMapping {
  readonly column: string;
  /** `YYYY-MM-DD`, `DD.MM.YYYY`, `MM/DD/YY`, `YYYYMMDD`, `excel`, ... */
  readonly format?: string;
  readonly decimal?: DecimalMark;
  readonly unit?: 'days' | 'weeks' | 'months' | 'years';
  /** Of a flag: the text that means yes. */
  readonly yes?: string;
  /** Of a status: the meaning of each word of the file. Words that are not here have their usual meaning. */
  readonly words?: Readonly<Record<string, StatusMeaning>>;
  /** Of a discount: a share of the price, or money off the line. By default the values decide. */
  readonly as?: 'share' | 'money';
  /** Of money: the value in the file is divided by this, 100 for cents. */
  readonly per?: number;
  /** Of money: a blank cell is an amount of 0, not a missing one. */
  readonly blank?: 'zero';
  /** Of a cost: the cost of one piece, which is multiplied by the quantity. */
  readonly times?: 'quantity';
  /** Of a text: a second column that is appended after a space, as the family name to the given name. */
  readonly and?: string;
  /** Of a key: the column that is used on rows where this one is blank, as the company of a deal without a contact. */
  readonly else?: string;
  /** Of a figure: it is used only on rows where this column is filled; on other rows it is a sum of rows. */
  readonly beside?: string;
  /** Of a customer: the column that names the customer on rows with an amount below 0, which are refunds. */
  readonly back?: string;
  /** Of a key: the separator of several keys in one cell, of which the first is used. */
  readonly first?: string;
  /** Of a score: the ends of its scale, `0-10`, `1-5`, `0-100`. */
  readonly scale?: string;
}
/** Each row of the file is an order of its own. */
export interface EachRow {
  readonly each: 'row';
}
export type FieldMapping = string | ColumnMapping | EachRow;
export type RoleMapping = Readonly<Record<string, FieldMapping>>;
/** A role that a table plays, and how. */
export interface RoleReading {
  readonly role: Role;
  readonly mapping: RoleMapping;
}
export type Mapping = { readonly [R in Role]?: RoleMapping };

/** As a mapping file holds it: of several files in one role the first is written. */
export function mappingOfRoles(readings: readonly { readonly role: Role; readonly mapping: RoleMapping }[]): Mapping {
  const mapping: { -readonly [R in Role]?: RoleMapping } = {};
  for (const { role, mapping: used } of readings) mapping[role] ??= used;
  return mapping;
}

export const isEachRow = (mapping: FieldMapping | undefined): mapping is EachRow =>
  typeof mapping === 'object' && 'each' in mapping;
export const columnOf = (mapping: FieldMapping | undefined): ColumnMapping | null =>
  mapping === undefined || isEachRow(mapping) ? null : typeof mapping === 'string' ? { column: mapping } : mapping;
