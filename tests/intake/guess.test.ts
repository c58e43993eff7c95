import { describe, expect, test } from 'vitest';
import { understandTable } from '../../src/intake/understand/guess-mapping';
import { headerScore } from '../../src/intake/words/header-score';
import { mappingOf, parseMapping } from '../../src/intake/understand/mapping/mapping';
import { AppError } from '../../src/domain/errors';
import { tableFrom, tableOf } from './validate-tables';

const guess = (drawing: string) => mappingOf([understandTable(tableFrom(drawing))]);

describe('headers', () => {
  test.each([
    ['Kunden-Nr.', 'customer'],
    ['KUNDENNUMMER', 'customer'],
    ['CustomerID', 'customer'],
    ['customer_id', 'customer'],
    ['Rechnungsdatum', 'date'],
    ['order_date', 'date'],
    ['Beleg-Nr', 'order'],
    ['InvoiceNo', 'order'],
    ['Artikelnummer', 'product'],
    ['Warengruppe', 'category'],
    ['Stückzahl', 'quantity'],
    ['Stueckzahl', 'quantity'],
    ['Einzelpreis', 'unit_price'],
    ['Umsatz (EUR)', 'amount'],
    ['Betrag', 'amount'],
    ['Belegsumme', 'amount'],
    ['Rabatt', 'discount'],
    ['Wareneinsatz', 'cost'],
    ['Deckungsbeitrag', 'margin'],
    ['Währung', 'currency'],
    ['Waehrung', 'currency'],
    ['Vertriebskanal', 'channel'],
    ['Storniert', 'cancelled'],
  ])('%s names %s', (header, field) => expect(headerScore(header, 'transactions', field)).toBeGreaterThanOrEqual(0.5));

  test.each([
    ['Order Priority', 'order'],
    ['first_name', 'product'],
    ['Discounted', 'discount'],
    ['Productivity', 'product'],
  ])('%s does not name %s', (header, field) => expect(headerScore(header, 'transactions', field)).toBeLessThan(0.5));
});

describe('transactions', () => {
  test("of a till whose receipt total stands on each line take it as the order's total", () => {
    const { transactions } = guess(`
      Kunde | Datum      | Beleg-Nr | Artikel | Belegsumme
      K1    | 03.01.2024 | 1        | Tasse   | 12,50
      K1    | 03.01.2024 | 1        | Teller  | 12,50
      K2    | 04.01.2024 | 2        | Tasse   | 8,00
      K1    | 09.02.2024 | 3        | Tasse   | 22,10
      K1    | 09.02.2024 | 3        | Krug    | 22,10
    `);
    expect(transactions).toMatchObject({ order: 'Beleg-Nr', product: 'Artikel', order_total: 'Belegsumme' });
    expect(transactions).not.toHaveProperty('amount');
  });

  test('of customers who bought once each, where a customer, a day and an amount are all that is told', () => {
    expect(
      guess(`
        Kunde   | Datum      | Betrag
        Müller  | 05.01.2024 | 10,50
        Schäfer | 26.01.2024 | 3,20
        Groß    | 27.01.2024 | 3,20`),
    ).toEqual({
      transactions: { customer: 'Kunde', date: { column: 'Datum', format: 'DD.MM.YYYY' }, amount: 'Betrag' },
    });
  });
  test('a German export', () => {
    const mapping = guess(`
      Kunden-Nr | Belegdatum | Beleg | Artikel | Warengruppe | Menge | Umsatz
      4711      | 24.12.2023 | B1    | Tee     | Getränke    | 2     | 1.234,50
      4712      | 02.01.2024 | B2    | Kaffee  | Getränke    | 1     | 3,99
      4711      | 03.01.2024 | B3    | Brot    | Backwaren   | 1     | 2,10`);
    expect(mapping).toEqual({
      transactions: {
        customer: 'Kunden-Nr',
        date: { column: 'Belegdatum', format: 'DD.MM.YYYY' },
        order: 'Beleg',
        product: 'Artikel',
        category: 'Warengruppe',
        quantity: 'Menge',
        amount: 'Umsatz',
      },
    });
  });

  test('an amount makes discount and price idle; without one they count', () => {
    const withAmount =
      'Customer | Date | Qty | Price | Discount | Amount\n a | 2020-01-01 | 2 | 5.5 | 0.1 | 9.9\n a | 2020-01-02 | 1 | 5.5 | 0 | 5.5';
    expect(guess(withAmount).transactions).toEqual({
      customer: 'Customer',
      date: 'Date',
      quantity: 'Qty',
      amount: 'Amount',
    });
    expect(guess(withAmount.replace('Amount', 'Memo')).transactions).toEqual({
      customer: 'Customer',
      date: 'Date',
      quantity: 'Qty',
      unit_price: 'Price',
      discount: 'Discount',
    });
  });

  test('an order total on the first line only gives way to prices and quantities', () => {
    const mapping = guess(
      'Order ID | Customer | Date | Total | Qty | Price\n 1 | a | 2020-01-01 | 12 | 2 | 1.5\n 1 | a | 2020-01-01 | | 9 | 1\n 2 | b | 2020-01-02 | 3 | 1 | 3',
    );
    expect(mapping.transactions).toMatchObject({ quantity: 'Qty', unit_price: 'Price' });
    expect(mapping.transactions).not.toHaveProperty('amount');
  });

  test('the day of the order, not of its shipping', () => {
    const mapping = guess(
      'Customer | Ship Date | Date of order | Order Date | Sales\n a | 2020-01-03 | x | 2020-01-01 | 1.5\n a | 2020-01-04 | y | 2020-01-02 | 2.5',
    );
    expect(mapping.transactions!['date']).toBe('Order Date');
  });

  test('a status column says of each of its words what it makes of the row', () => {
    const mapping = guess(
      'Order ID | Customer | Order Date | Status | Amount\n 1 | a | 2020-01-01 | Shipped | 1.5\n 2 | a | 2020-01-02 | Cancelled | 2.5\n 3 | b | 2020-01-02 | On Hold | 2.5',
    );
    expect(mapping.transactions!['status']).toEqual({
      column: 'Status',
      words: { Shipped: 'sale', Cancelled: 'void', 'On Hold': 'no_sale' },
    });
  });

  test('baskets without customer or date', () => {
    expect(guess('transaction | item\n 1 | milk\n 1 | bread\n 2 | milk').transactions).toEqual({
      order: 'transaction',
      product: 'item',
    });
  });

  test('a file without a header is told by its values', () => {
    const rows = Array.from({ length: 60 }, (_, i) => [
      String(i % 25),
      `1997${String((i % 12) + 1).padStart(2, '0')}15`,
      String((i % 3) + 1),
      `${i}.99`,
    ]);
    const table = { ...tableOf(['column 1', 'column 2', 'column 3', 'column 4'], rows), headerLine: 0 };
    const understanding = understandTable(table);
    expect(mappingOf([understanding]).transactions).toEqual({
      customer: 'column 1',
      date: { column: 'column 2', format: 'YYYYMMDD' },
      quantity: 'column 3',
      amount: 'column 4',
    });
    expect(understanding.columns.every(({ confidence }) => confidence === 'look')).toBe(true);
  });
});

describe('other roles', () => {
  test('customers with a date for each stage', () => {
    expect(
      guess(
        'Customer ID | Name | E-mail | Geburtsdatum | Aware on | Evaluation date\n 1 | A | a@x.example | 31.12.1970 | 2020-01-01 | 2020-02-01\n 2 | B | b@x.example | 01.01.1980 | 2020-01-05 |',
      ),
    ).toEqual({
      customers: {
        customer: 'Customer ID',
        name: 'Name',
        email: 'E-mail',
        birth_date: { column: 'Geburtsdatum', format: 'DD.MM.YYYY' },
        aware_on: 'Aware on',
        evaluates_on: 'Evaluation date',
      },
    });
  });

  test('contracts and customers in one file; the term is no tenure', () => {
    const mapping = guess(`
      Kundennummer | Name | Vertragsbeginn | Vertragsende | Gekündigt am | Laufzeit (Monate) | Bindung
      1 | A | 01.01.2020 | 31.12.2021 |            | 24 | Prämie
      2 | B | 15.01.2020 | 14.01.2021 | 20.02.2021 | 12 | keine`);
    expect(Object.keys(mapping)).toEqual(['customers', 'contracts']);
    expect(mapping.contracts).toMatchObject({
      customer: 'Kundennummer',
      start: { column: 'Vertragsbeginn' },
      end_of_term: { column: 'Vertragsende' },
      ended_on: { column: 'Gekündigt am' },
      strategy: 'Bindung',
    });
    expect(mapping.contracts).not.toHaveProperty('tenure');
  });

  test('a column named amount or date outright is taken while any of it can be read: the other lines are rejected, not the column', () => {
    const lines = guess(`
      customer | date       | order | amount
      1        | 2024-01-05 | a     | 10.50
      1        | unknown    | b     | pending
      2        | 2024-02-07 | c     | 3.25
      2        | 2024-02-09 | d     | n. a.`);
    expect(lines.transactions).toMatchObject({ customer: 'customer', date: 'date', amount: 'amount' });
    const words = guess(`
      customer | date       | order | amount
      1        | 2024-01-05 | a     | few
      1        | 2024-01-06 | b     | many
      2        | 2024-02-07 | c     | 3.25`);
    expect(words.transactions).toMatchObject({ amount: 'amount' });
    const none = guess(`
      customer | date       | order | amount
      1        | 2024-01-05 | a     | few
      1        | 2024-01-06 | b     | many`);
    expect(none.transactions ?? {}).not.toHaveProperty('amount');
  });

  test('tenure takes its unit from the header or its size', () => {
    const unitOf = (header: string, value: string) =>
      guess(`customerID | ${header} | Churn\n a | ${value} | Yes\n b | 3 | No`).contracts!['tenure'];
    expect(unitOf('tenure', '72')).toMatchObject({ unit: 'months' });
    expect(unitOf('tenure', '1500')).toMatchObject({ unit: 'days' });
    expect(unitOf('tenure_weeks', '72')).toMatchObject({ unit: 'weeks' });
  });

  test.each([
    [
      'spend',
      'Monat | Kanal | Ausgaben\n 2023-01 | TV | 100\n 2023-02 | Radio | 50',
      { date: { column: 'Monat', format: 'YYYY-MM' }, channel: 'Kanal', amount: 'Ausgaben' },
    ],
    [
      'surveys',
      'Kundennummer | Befragt am | Weiterempfehlung (0-10)\n 1 | 2024-11-04 | 9\n 2 | 2024-11-05 | 3\n 2 | 2024-11-06 | 10',
      { customer: 'Kundennummer', date: 'Befragt am', score: 'Weiterempfehlung (0-10)' },
    ],
    [
      'interactions',
      'Customer | Date | Stage | Channel\n 1 | 2024-11-04 | Lead | radio\n 1 | 2024-11-05 | Trial | mobile',
      { customer: 'Customer', date: 'Date', stage: 'Stage', channel: 'Channel' },
    ],
    [
      'wallet',
      'Customer | Category | Share of wallet\n 1 | Food | 45\n 1 | Toys | 100',
      { customer: 'Customer', category: 'Category', share: 'Share of wallet' },
    ],
    [
      'targets',
      'Stage | Level | Metric | Target | Owner\n retention | management | churn rate | 0.05 | Ada\n growth | operations | lift | 2 | Bob',
      { stage: 'Stage', level: 'Level', metric: 'Metric', target: 'Target', owner: 'Owner' },
    ],
  ])('%s', (role, drawing, mapping) => expect(guess(drawing)).toEqual({ [role]: mapping }));

  test('a table about nothing here says so', () => {
    expect(understandTable(tableFrom('sales_agent | manager\n Anna | Dustin'))).toMatchObject({
      roles: [],
      questions: [{ kind: 'no-role', found: ['sales_agent', 'manager'] }],
    });
  });
});

describe('what only a person can tell', () => {
  const lines = (dates: string[], ship: string[]) =>
    tableOf(
      ['Customer', 'Order Date', 'Ship Date', 'Amount'],
      dates.map((date, i) => ['a', date, ship[i], '1.50']),
    );

  test('day and month, with both readings', () => {
    const { questions, roles, columns } = understandTable(lines(['01/12/22', '02/12/22', '03/12/22'], ['', '', '']));
    expect(questions).toEqual([
      {
        kind: 'date-order',
        code: 'date_order',
        column: 'Order Date',
        example: '01/12/22',
        readings: [
          expect.objectContaining({ format: 'DD/MM/YY', days: 3, longestRun: 3 }),
          expect.objectContaining({ format: 'MM/DD/YY', days: 3, longestRun: 1 }),
        ],
      },
    ]);
    expect(roles[0].mapping['date']).toEqual({ column: 'Order Date', format: 'DD/MM/YY' });
    expect(columns[1]).toMatchObject({ confidence: 'look', evidence: 'both numbers are 12 or less in all 3 rows' });
  });

  test('shows a date that is another day under each reading', () => {
    const { questions } = understandTable(lines(['01/01/24', '02/02/24', '03/04/24'], ['', '', '']));
    expect(questions).toMatchObject([{ code: 'date_order', example: '03/04/24' }]);
  });

  test('another date column of the table may have the answer', () => {
    const { questions, roles } = understandTable(
      lines(['01/12/22', '02/12/22', '03/12/22'], ['12/14/22', '12/15/22', '12/16/22']),
    );
    expect(questions).toEqual([]);
    expect(roles[0].mapping['date']).toEqual({ column: 'Order Date', format: 'MM/DD/YY' });
  });

  test.each([
    ['cells that are no scores', ['0', '', '11', '10', 'abc', '-1', '7']],
    ['two answers', ['10', '0']],
  ])('a column called score is one, with %s', (_, scores) => {
    const { roles } = understandTable(
      tableOf(
        ['date', 'score'],
        scores.map((score) => ['2024-01-01', score]),
      ),
    );
    expect(roles[0]).toMatchObject({ role: 'surveys', mapping: { date: 'date', score: 'score' } });
  });
  test('thousands or decimals: other columns of the table tell', () => {
    const { questions, roles } = understandTable(
      tableFrom(`
        Kunde | Datum      | Menge | Einzelpreis
        1     | 31.01.2024 | 0,5   | 1,859
        2     | 01.02.2024 | 12    | 1,799`),
    );
    expect(questions).toEqual([]);
    expect(roles[0].mapping).toMatchObject({ quantity: 'Menge', unit_price: { column: 'Einzelpreis', decimal: ',' } });
  });
  test('thousands or decimals: other columns that contradict each other do not tell', () => {
    const { questions } = understandTable(
      tableFrom(`
        Kunde | Datum      | Menge | Gewicht | Einzelpreis
        1     | 31.01.2024 | 0,5   | 2.25    | 1.859
        2     | 01.02.2024 | 12    | 3       | 1.799`),
    );
    expect(questions).toMatchObject([{ kind: 'decimal-mark', column: 'Einzelpreis' }]);
  });
  test('thousands or decimals', () => {
    const { questions, roles } = understandTable(
      tableFrom('Customer | Date | Amount\n a | 2020-01-01 | 1.234\n a | 2020-01-02 | 5.678'),
    );
    expect(questions).toEqual([{ kind: 'decimal-mark', column: 'Amount', example: '1.234', readings: ['.', ','] }]);
    expect(roles[0].mapping['amount']).toEqual({ column: 'Amount', decimal: '.' });
  });

  test('evidence in plain words', () => {
    const { columns } = understandTable(
      tableFrom(
        'Customer ID | Order Date | Order ID | Sales | Quantity | Profit | Note\n a | 13/01/19 | 1 | 16.448 | 2 | -1.5 | \n b | 14/01/19 | 1 | 3.54 | 14 | 2.5 |\n | 15/01/19 | 2 | 0.444 | 1 | 1.5 |',
      ),
    );
    expect(columns.map(({ evidence, confidence }) => [evidence, confidence])).toEqual([
      ['2 values, 1 row blank', 'sure'],
      ['first number above 12 in 3 rows, second in none', 'sure'],
      ['2 values; 1 order names several customers', 'look'],
      ['0.444 to 16.448, point for decimals', 'sure'],
      ['whole numbers, 1 to 14', 'sure'],
      ['1 row below zero', 'sure'],
      ['always blank', 'unused'],
    ]);
  });
});

describe('a mapping file', () => {
  test('is read back as it was written', () => {
    const mapping = guess('Kunde | Datum | Umsatz\n 1 | 24.12.2023 | 1,5\n 1 | 25.12.2023 | 2,5');
    expect(parseMapping(JSON.parse(JSON.stringify(mapping)))).toEqual(mapping);
  });

  test('may use the names of METRICS.md', () => {
    expect(
      parseMapping({
        customers: { key: 'No', aware: 'First seen' },
        spend: { month: 'Month', amount: 'Spend' },
        transactions: { order: { each: 'row' } },
      }),
    ).toEqual({
      customers: { customer: 'No', aware_on: 'First seen' },
      spend: { date: 'Month', amount: 'Spend' },
      transactions: { order: { each: 'row' } },
    });
  });

  test.each<[unknown, string]>([
    [null, ''],
    [[], ''],
    [{ sales: {} }, 'sales'],
    [{ transactions: 'x' }, 'transactions'],
    [{ transactions: { buyer: 'x' } }, 'transactions.buyer'],
    [{ transactions: { toString: 'x' } }, 'transactions.toString'],
    [{ transactions: { customer: 7 } }, 'transactions.customer'],
    [{ transactions: { customer: '' } }, 'transactions.customer'],
    [{ transactions: { date: { format: 'DD.MM.YYYY' } } }, 'transactions.date.column'],
    [{ transactions: { date: { column: 'd', format: 'soon' } } }, 'transactions.date.format'],
    [{ transactions: { amount: { column: 'a', decimal: ';' } } }, 'transactions.amount.decimal'],
    [{ transactions: { amount: { column: 'a', colour: 'red' } } }, 'transactions.amount.colour'],
    [{ transactions: { date: { each: 'row' } } }, 'transactions.date.each'],
  ])('%j is refused at %j', (json, where) => {
    expect(() => parseMapping(json)).toThrow(AppError);
    try {
      parseMapping(json);
    } catch (error) {
      expect(error).toMatchObject({ code: 'mapping-invalid', details: { where } });
    }
  });
});
