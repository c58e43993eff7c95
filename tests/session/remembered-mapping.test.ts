import { describe, expect, test } from 'vitest';
import type { InspectedTable, RoleReading } from '../../src/domain/import';
import { forRemembering, recalled, rolesIn } from '../../src/session/remembered-mapping';

const HEADER = ['Kunde', 'Datum', 'Summe', 'Ware'];
/** A table of this header, as a guess read it. */
function table(header: readonly string[] = HEADER, format = 'DD.MM.YYYY'): InspectedTable {
  const column = (name: string) => ({
    name,
    type: name === 'Datum' ? ('day' as const) : ('text' as const),
    format: name === 'Datum' ? format : null,
    rows: 1,
    blank: 0,
    distinct: 1,
    first: [],
    confidence: 'sure' as const,
    evidence: '',
  });
  return {
    id: 'a.csv',
    file: 'a.csv',
    sheet: null,
    bytes: 1,
    rows: 1,
    setAside: 0,
    header,
    headerLine: 1,
    dialect: '',
    columns: header.map(column),
    roles: [{ role: 'transactions', mapping: { amount: { column: 'Summe', decimal: ',' } } }],
    questions: [],
    markQuestions: [],
    shapes: [],
    notes: [],
    sameAs: [],
    preview: [],
  };
}
const chosen: RoleReading[] = [
  {
    role: 'transactions',
    mapping: {
      customer: 'Kunde',
      date: { column: 'Datum', format: 'MM.DD.YYYY' },
      amount: { column: 'Summe', decimal: '.' },
      order: { each: 'row' },
    },
  },
  { role: 'contracts', mapping: { customer: 'Kunde', tenure: { column: 'Ware', unit: 'months' } } },
];

describe('a remembered mapping', () => {
  test('holds no word of the header', () => {
    const text = JSON.stringify(forRemembering(chosen, HEADER));
    for (const word of HEADER) expect(text).not.toContain(word);
  });

  test('comes back for the next file, with dates and decimals as that file writes them', () => {
    const back = recalled(forRemembering(chosen, HEADER), table(HEADER, 'YYYY-MM-DD'));
    expect(back).toEqual([
      {
        role: 'transactions',
        mapping: {
          customer: 'Kunde',
          date: { column: 'Datum', format: 'YYYY-MM-DD' },
          amount: { column: 'Summe', decimal: ',' },
          order: { each: 'row' },
        },
      },
      { role: 'contracts', mapping: { customer: 'Kunde', tenure: { column: 'Ware', unit: 'months' } } },
    ]);
  });

  test('of another version, or damaged, is no mapping', () => {
    expect(recalled([{ role: 'transactions', fields: { nonsense: { at: 0 }, customer: { at: 9 } } }], table())).toEqual(
      [{ role: 'transactions', mapping: {} }],
    );
    expect(recalled([{ role: 'transactions' }] as never, table())).toBeNull();
    expect(recalled([{ role: 'gardens', fields: {} }] as never, table())).toEqual([]);
  });
});

describe('a mapping file', () => {
  test('fills the roles whose columns a table has, and those only', () => {
    const roles = rolesIn(
      {
        transactions: { customer: 'Kunde', date: 'Datum', amount: { column: 'Summe', decimal: '.' } },
        customers: { customer: 'Kunde', name: 'Name' },
      },
      table(),
    );
    expect(roles).toEqual([
      {
        role: 'transactions',
        mapping: {
          customer: 'Kunde',
          date: { column: 'Datum', format: 'DD.MM.YYYY' },
          amount: { column: 'Summe', decimal: '.' },
        },
      },
    ]);
  });
});
