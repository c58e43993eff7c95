import type { InspectedTable } from '../../src/domain/import';
import type { KeptSession } from '../../src/domain/kept';

const mapping = {
  order: { each: 'row' },
  customer: 'Who',
  date: { column: 'When', format: 'DD.MM.YYYY' },
  amount: { column: 'Amount', decimal: ',', per: 100, blank: 'zero' },
  status: { column: 'Status', words: { paid: 'sale', constructor: 'no_sale' } },
} as const;
const column = {
  format: null,
  rows: 1,
  blank: 0,
  distinct: 1,
  first: ['a'],
  confidence: 'sure',
  evidence: '',
} as const;
const table: InspectedTable = {
  id: 'till.csv',
  shapes: [
    { kind: 'join', with: 'orders.csv', column: 'order', withColumn: 'id', same: { a: 'b' } },
    { kind: 'long', columns: ['Jan'], nameHeader: 'date', valueHeader: 'value' },
    { kind: 'baskets', columns: ['a'], items: 'cells', orderHeader: null, productHeader: 'product' },
    { kind: 'fill', columns: ['Who'] },
  ],
  notes: ['a note'],
  sameAs: [],
  file: 'till.csv',
  sheet: null,
  bytes: 10,
  rows: 1,
  setAside: 0,
  header: ['Who', 'When'],
  headerLine: 1,
  dialect: 'comma-separated',
  columns: [
    { name: 'Who', type: 'text', ...column },
    { name: 'When', type: 'day', ...column, format: 'DD.MM.YYYY' },
  ],
  roles: [{ role: 'transactions', mapping }],
  questions: [
    {
      code: 'date_order',
      column: 'When',
      example: '1.2.2024',
      rows: 1,
      readings: [
        { format: 'DD.MM.YYYY', firstDay: 1, lastDay: 1, days: 1, longestRun: 1, histogram: [{ day: 1, rows: 1 }] },
      ],
    },
  ],
  markQuestions: [{ column: 'Amount', example: '1.234', rows: 1, readings: ['.', ','] }],
  preview: [['a', 'b']],
};

/** A session in which everything that may be kept is kept. */
export const fullSession: KeptSession = {
  tables: {
    inspected: [table],
    roles: { 'till.csv': [{ role: 'transactions', mapping }], constructor: [] },
    answers: { 'till.csv When': 'DD.MM.YYYY' },
    marks: { 'till.csv Amount': ',' },
    treatments: { transactions: { duplicates: 'merge', keys: 'as_written', rates: { EUR: '1' } } },
  },
  until: 19_000,
  view: {
    filter: [
      { kind: 'window', from: null, until: 19_000, source: 'lifecycle_flow' },
      { kind: 'customer', field: 'segment', values: ['a'] },
      { kind: 'line', field: 'product', values: ['b'] },
    ],
    options: { survival: { by: 'segment', tau: 12, cut: null } },
    choices: { cross_sell: { show: 'lift' } },
  },
  decisions: {
    rules: { period: 'quarter', goneAfter: 90 },
    unify: {
      decisions: [{ says: 'merge', one: { source: 'a', key: '1' }, other: { source: 'b', key: '1' } }],
      preference: 'source',
      preferred: null,
    },
  },
};
