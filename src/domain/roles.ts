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
] as const;
export type Role = (typeof ROLES)[number];

/** How a field's text is read. */
export type FieldType = 'text' | 'key' | 'day' | 'money' | 'number' | 'share' | 'flag' | 'stage';

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
    cancelled: 'flag',
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
  /** The text that means yes. */
  readonly yes?: string;
}
/** Each row of the file is an order of its own. */
export interface EachRow {
  readonly each: 'row';
}
export type FieldMapping = string | ColumnMapping | EachRow;
export type RoleMapping = Readonly<Record<string, FieldMapping>>;
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
