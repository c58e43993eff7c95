import { describe, expect, test } from 'vitest';
import { mappingAs, understandTable } from '../../src/intake/understand/guess-mapping';
import { tableOf } from './validate-tables';

/** Every third of twelve has left; what follows are columns by their headers, each cell by its row and whether it has left. */
function contracts(columns: Readonly<Record<string, (row: number, hasLeft: boolean) => string>>) {
  const rows = Array.from({ length: 12 }, (_, row) => Object.values(columns).map((cell) => cell(row, row % 3 === 0)));
  return tableOf(Object.keys(columns), rows, 'contracts.csv');
}
const KEY = { 'Customer ID': (row: number) => `C${row}` };
const DATED = {
  'Start Date': (row: number) => `2023-01-${10 + row}`,
  'Ended On': (row: number, hasLeft: boolean) => (hasLeft ? `2024-02-${10 + row}` : ''),
};
const TENURE = {
  tenure: (row: number) => String(row + 1),
  Churn: (_: number, hasLeft: boolean) => (hasLeft ? 'Yes' : 'No'),
};
const guessed = (table: ReturnType<typeof contracts>) =>
  understandTable(table).roles.find(({ role }) => role === 'contracts')?.mapping;

describe('what is paid, how often, and why somebody left', () => {
  test('fee, interval and reason by their headers', () => {
    const table = contracts({
      ...KEY,
      ...DATED,
      MRR: (row) => String(20 + row),
      'Billing Cycle': (row) => (row % 2 ? 'monthly' : 'yearly'),
      'Cancellation Reason': (row, hasLeft) => (hasLeft ? ['price', 'moved'][row % 2] : ''),
    });
    expect(guessed(table)).toMatchObject({ fee: 'MRR', interval: 'Billing Cycle', reason: 'Cancellation Reason' });
  });
  test('in German', () => {
    const table = contracts({
      Kundennummer: (row) => `K${row}`,
      Vertragsbeginn: (row) => `${10 + row}.01.2023`,
      'Gekündigt am': (row, hasLeft) => (hasLeft ? `${10 + row}.02.2024` : ''),
      Monatsbeitrag: (row) => `${20 + row},90`,
      Abrechnungszeitraum: (row) => (row % 2 ? 'monatlich' : 'jährlich'),
      Kündigungsgrund: (row, hasLeft) => (hasLeft ? ['Preis', 'Umzug'][row % 2] : ''),
    });
    expect(guessed(table)).toMatchObject({
      fee: 'Monatsbeitrag',
      interval: 'Abrechnungszeitraum',
      reason: 'Kündigungsgrund',
    });
  });
  test('a column that only those fill who left is their reason, whatever it is called', () => {
    const table = contracts({
      ...KEY,
      ...DATED,
      Notes: (row, hasLeft) => (hasLeft ? ['too dear', 'moved away'][row % 2] : ''),
    });
    expect(guessed(table)).toMatchObject({ reason: 'Notes' });
    const column = understandTable(table).columns.find(({ name }) => name === 'Notes');
    expect(column).toMatchObject({ confidence: 'look', evidence: 'only filled for those who left' });
  });
  test('a reason that those fill too who stayed is none', () => {
    const table = contracts({ ...KEY, ...DATED, Reason: (row) => ['price', 'advice'][row % 2] });
    expect(guessed(table)).not.toHaveProperty('reason');
  });
  test('without a start, what is paid stays a column like any other', () => {
    const table = contracts({ ...KEY, ...TENURE, MonthlyCharges: (row) => String(20 + row) });
    expect(guessed(table)).toEqual({ customer: 'Customer ID', tenure: expect.anything() as object, churned: 'Churn' });
    expect(mappingAs(table, 'contracts')).not.toHaveProperty('fee');
  });
});

describe('contracts whose rows name no customer', () => {
  test('a start and an end, or whether they left, make each row one', () => {
    expect(guessed(contracts(DATED))).toEqual({ start: 'Start Date', ended_on: 'Ended On' });
    expect(guessed(contracts({ 'Start Date': DATED['Start Date'], Churned: TENURE.Churn }))).toEqual({
      start: 'Start Date',
      churned: 'Churned',
    });
    expect(guessed(contracts(TENURE))).toMatchObject({ tenure: { column: 'tenure' }, churned: 'Churn' });
  });
  test('a price list or a booking is none', () => {
    const price = { Price: (row: number) => String(5 + row) };
    expect(guessed(contracts({ SKU: (row) => `A${row}`, ...price, ...DATED }))).toBeUndefined();
    expect(guessed(contracts({ Quantity: (row) => String(row + 1), ...price, ...DATED }))).toBeUndefined();
  });
});

test('the length of the commitment is offered as retention strategy, and not used', () => {
  const table = contracts({
    ...KEY,
    ...TENURE,
    Contract: (row) => ['Month-to-month', 'One year', 'Two year'][row % 3],
    PaymentMethod: (row) => ['Check', 'Card'][row % 2],
  });
  expect(guessed(table)).not.toHaveProperty('strategy');
  const columns = new Map(understandTable(table).columns.map((column) => [column.name, column]));
  expect(columns.get('Contract')).toMatchObject({
    guess: null,
    confidence: 'look',
    evidence: 'could be the retention strategy (the length of the commitment); not used until you choose it',
  });
  expect(columns.get('PaymentMethod')).toMatchObject({ confidence: 'unused' });
});
