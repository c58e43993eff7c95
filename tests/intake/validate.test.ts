import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseIsoDay } from '../../src/domain/calendar';
import { RETURN, SALE, VOID } from '../../src/domain/columns';
import { multiply, oneMinus, parseDecimal, toTenThousandths } from '../../src/domain/money';
import type { RoleMapping } from '../../src/domain/roles';
import { validateTransactions } from '../../src/intake/check/validate';
import { columnOf, tableFrom, tableOf, textsOf } from './validate-tables';

const validate = (drawing: string, mapping: RoleMapping) => validateTransactions(tableFrom(drawing), mapping, 0);
const BASE: RoleMapping = { customer: 'who', date: 'when', amount: 'paid' };
const one = (cells: Record<string, string>, extra: RoleMapping = {}) => {
  const row: Record<string, string> = { who: 'a', when: '2020-01-01', ...cells };
  const table = tableOf(Object.keys(row), [Object.values(row)]);
  const { columns, rejections } = validateTransactions(table, { customer: 'who', date: 'when', ...extra }, 0);
  return {
    amount: columns.amount[0],
    kind: columns.kind[0],
    profit: columns.profit?.[0],
    quantity: columns.quantity?.[0],
    rejections,
  };
};

describe('what a line is worth', () => {
  test('the amount as it stands, rounded once, half away from zero', () => {
    expect(one({ paid: '731.9399999999999' }, { amount: 'paid' }).amount).toBe(7319400);
    expect(one({ paid: '0.00005' }, { amount: 'paid' }).amount).toBe(1);
    expect(one({ paid: '-0.00005' }, { amount: 'paid' }).amount).toBe(-1);
    expect(one({ paid: '0.000049999999999999999999' }, { amount: 'paid' }).amount).toBe(0);
  });
  test('else quantity x price x (1 - discount), in decimals', () => {
    const price = { unit_price: 'each', quantity: 'n', discount: 'off' };
    expect(one({ n: '3', each: '1.005', off: '0.1' }, price).amount).toBe(27135);
    expect(one({ n: '3', each: '19.99', off: '15 %' }, price).amount).toBe(509745);
    expect(one({ n: '3', each: '19.99', off: '15' }, price).amount).toBe(509745);
    expect(one({ n: '3', each: '19.99', off: '' }, price).amount).toBe(599700);
    expect(one({ n: '0.333333333333', each: '0.3000000000001', off: '0' }, price).amount).toBe(1000);
  });
  test('a price alone is one piece', () => expect(one({ each: '2.5' }, { unit_price: 'each' }).amount).toBe(25000));
  test('the amount beats quantity x price', () =>
    expect(
      one(
        { n: '3', each: '2', off: '0.5', paid: '5' },
        { unit_price: 'each', quantity: 'n', discount: 'off', amount: 'paid' },
      ).amount,
    ).toBe(50000));

  test('the product of any three decimals is exact', () => {
    const decimals = (most: number) =>
      fc
        .tuple(fc.integer({ min: -most, max: most }), fc.integer({ min: 0, max: 9 }))
        .map(([digits, scale]) => `${digits}e-${scale}`);
    fc.assert(
      fc.property(decimals(1e9), decimals(1e9), fc.integer({ min: 0, max: 100000 }), (n, each, off) => {
        const plain = (text: string) => parseDecimal(text)!;
        const share = { coefficient: BigInt(off), scale: 5 };
        const exact = toTenThousandths(multiply(multiply(plain(n), plain(each)), oneMinus(share)));
        const line = one(
          { n, each, off: (off / 100000).toFixed(5) },
          { unit_price: 'each', quantity: 'n', discount: 'off' },
        );
        if (exact === null) expect(line.rejections).toMatchObject([{ reason: 'amount too large' }]);
        else expect(Math.abs(line.amount)).toBe(Math.abs(exact));
      }),
    );
  });
});

describe('sales, returns and void lines', () => {
  const fields = { quantity: 'n', amount: 'paid', cost: 'cost', cancelled: 'off' };
  test.each<[string, Record<string, string>, number, number, number]>([
    ['a sale', { n: '2', paid: '10', cost: '4', off: '' }, SALE, 100000, 60000],
    ['its cost may be written below zero', { n: '2', paid: '10', cost: '-4', off: 'no' }, SALE, 100000, 60000],
    ['free of charge', { n: '1', paid: '0', cost: '4', off: '' }, SALE, 0, -40000],
    ['a negative quantity', { n: '-2', paid: '10', cost: '4', off: '' }, RETURN, -100000, -60000],
    ['a negative amount', { n: '2', paid: '-10', cost: '-4', off: '' }, RETURN, -100000, -60000],
    ['both', { n: '-2', paid: '-10', cost: '4', off: 'yes' }, RETURN, -100000, -60000],
    ['called off', { n: '2', paid: '10', cost: '4', off: 'yes' }, VOID, 100000, 0],
    ['called off for nothing', { n: '2', paid: '0', cost: '4', off: 'storniert' }, VOID, 0, 0],
    ['without a cost', { n: '2', paid: '10', cost: '', off: '' }, SALE, 100000, 100000],
  ])('%s', (_, cells, kind, amount, profit) => expect(one(cells, fields)).toMatchObject({ kind, amount, profit }));

  test('a margin is taken as recorded', () => {
    expect(one({ paid: '10', m: '-3.5' }, { amount: 'paid', margin: 'm' }).profit).toBe(-35000);
    expect(one({ paid: '-10', m: '-3.5' }, { amount: 'paid', margin: 'm' }).profit).toBe(-35000);
  });
  test('a returned piece of no price is no negative zero', () =>
    expect(Object.is(one({ n: '-1', each: '0' }, { quantity: 'n', unit_price: 'each' }).amount, 0)).toBe(true));
  test('without any amount every line is a sale of 0', () => {
    const { columns } = validate('order | item\n 1 | milk\n 1 | bread', { order: 'order', product: 'item' });
    expect(columns).toMatchObject({
      hasAmount: false,
      day: null,
      second: null,
      customer: null,
      profit: null,
      quantity: null,
    });
    expect([...columns.amount, ...columns.kind]).toEqual([0, 0, SALE, SALE]);
  });
});

describe('rejected lines', () => {
  const DRAWING = `
    who | when       | paid
    a   | 2020-02-28 | 1
    b   | 2020-02-30 | 2
    c   |            | 3
    d   | 2020-03-01 | free
    e   | 2020-03-01 |
        | 2020-03-01 | 6
    f   | 2020-03-02 | 99999999999999`;
  const found = validate(DRAWING, {
    ...BASE,
    date: { column: 'when', format: 'YYYY-MM-DD' },
    amount: { column: 'paid', decimal: '.' },
  });

  test('each with its line, field, value and reason', () => {
    expect(found.rejections).toEqual([
      { file: 'lines.csv', line: 3, column: 'date', value: '2020-02-30', reason: 'not a date' },
      { file: 'lines.csv', line: 4, column: 'date', value: '', reason: 'blank date' },
      { file: 'lines.csv', line: 5, column: 'amount', value: 'free', reason: 'not a number' },
      { file: 'lines.csv', line: 6, column: 'amount', value: '', reason: 'blank amount' },
      { file: 'lines.csv', line: 8, column: 'amount', value: '99999999999999', reason: 'amount too large' },
    ]);
  });
  test('the others are loaded, an unknown customer too', () => {
    expect(textsOf(found.columns.customer)).toEqual(['a', null]);
    expect([...found.columns.line]).toEqual([2, 7]);
    expect([...found.columns.day!]).toEqual(['2020-02-28', '2020-03-01'].map(parseIsoDay));
    expect(found.columns.customer!.values).toEqual(['a']);
  });
  test('and all are counted', () =>
    expect(found.balance).toEqual({
      name: 'lines.csv',
      role: 'transactions',
      rows_read: 7,
      rows_loaded: 2,
      rows_rejected: 5,
      rows_merged: 0,
      rows_set_aside: 0,
      reasons: { 'not a date': 1, 'blank date': 1, 'not a number': 1, 'blank amount': 1, 'amount too large': 1 },
    }));

  test('a price needs its quantity', () => {
    expect(one({ n: '', each: '2' }, { quantity: 'n', unit_price: 'each' }).rejections).toMatchObject([
      { column: 'quantity', reason: 'blank quantity' },
    ]);
    expect(one({ n: '1', each: '' }, { quantity: 'n', unit_price: 'each' }).rejections).toMatchObject([
      { column: 'unit_price', reason: 'blank price' },
    ]);
  });
  test('a discount above the whole price is none', () => {
    const { rejections } = validate(
      'who | when | each | off\n a | 2020-01-01 | 5 | 0.5\n a | 2020-01-02 | 5 | 0.2\n a | 2020-01-03 | 5 | 7',
      { customer: 'who', date: 'when', unit_price: 'each', discount: 'off' },
    );
    expect(rejections).toMatchObject([{ line: 4, column: 'discount', value: '7', reason: 'discount above 100 %' }]);
  });
  test('beside an amount a bad quantity or cost is left empty', () => {
    const { columns, leftEmpty } = validate(
      'who | when | paid | n | cost\n a | 2020-01-01 | 5 | two | 1\n a | 2020-01-02 | 5 | 2 | ?',
      { ...BASE, quantity: 'n', cost: 'cost' },
    );
    expect([...columns.quantity!]).toEqual([NaN, 20000]);
    expect([...columns.profit!]).toEqual([40000, 50000]);
    expect(leftEmpty).toMatchObject([
      { line: 2, column: 'quantity', value: 'two' },
      { line: 3, column: 'cost', value: '?' },
    ]);
  });
  test('a wholly unreadable column is flagged', () => {
    const { suspicious, balance } = validate('who | when | paid\n a | soon | 1\n b | later | 2\n c | 2020-01-01 | 3', {
      ...BASE,
      date: { column: 'when', format: 'YYYY-MM-DD' },
    });
    expect(suspicious).toEqual([
      { file: 'lines.csv', role: 'transactions', field: 'date', column: 'when', reason: 'not a date', rows: 2, of: 3 },
    ]);
    expect(balance.rows_loaded).toBe(1);
  });
  test('currencies are never added together', () => {
    const { rejections, currency } = validate(
      'who | when | paid | cur\n a | 2020-01-01 | 1 | EUR\n a | 2020-01-01 | 1 | USD\n a | 2020-01-02 | 1 | EUR\n a | 2020-01-02 | 1 |',
      { ...BASE, currency: 'cur' },
    );
    expect(rejections).toMatchObject([{ line: 3, column: 'currency', value: 'USD', reason: 'other currency' }]);
    expect(currency).toBe('EUR');
    expect(
      validate('who | when | paid\n a | 2020-01-01 | € 1\n a | 2020-01-01 | 2 €\n a | 2020-01-02 | $3', BASE),
    ).toMatchObject({ currency: 'EUR', rejections: [{ value: '$3' }] });
  });
});

describe('columns', () => {
  test('a mapped date may be counted as Excel does, whatever its header', () =>
    expect([
      ...validate('who | x | paid\n a | 43831 | 1\n a | 43900 | 1', { ...BASE, date: 'x' }).columns.day!,
    ]).toEqual(['2020-01-01', '2020-03-10'].map(parseIsoDay)));

  test('times are kept, and stamps keep the day that is written in them', () => {
    const { columns } = validate('who | when | paid\n a | 2020-01-01T23:30:00-02:00 | 1\n a | 2020-01-02 | 1', BASE);
    expect([...columns.day!]).toEqual([parseIsoDay('2020-01-01'), parseIsoDay('2020-01-02')]);
    expect([...columns.second!]).toEqual([84600, -1]);
    expect(validate('who | when | paid\n a | 2020-01-01 | 1', BASE).columns.second).toBeNull();
  });
  test('keys stay as they are written; NULL is nobody', () =>
    expect(
      textsOf(
        validate('who | when | paid\n 12583.0 | 2020-01-01 | 1\n 007 | 2020-01-01 | 1\n NULL | 2020-01-01 | 1', BASE)
          .columns.customer,
      ),
    ).toEqual(['12583.0', '007', null]));
  test('columns of no field stay as attributes', () => {
    const { columns } = validate(
      'who | when | paid | Region | Segment\n a | 2020-01-01 | 1 | North |\n b | 2020-01-02 | 1 | South | Home',
      BASE,
    );
    expect(columns.attributes.map(({ name, column }) => [name, textsOf(column)])).toEqual([
      ['Region', ['North', 'South']],
      ['Segment', [null, 'Home']],
    ]);
  });
  test('each row may be an order', () =>
    expect(
      validate('who | when | paid\n a | 2020-01-01 | 1', { ...BASE, order: { each: 'row' } }).columns,
    ).toMatchObject({ eachRow: true, order: null }));
});

describe('files unusable as a whole', () => {
  const refusal = (mapping: RoleMapping, drawing = 'who | when | paid\n a | 2020-01-01 | 1') => {
    try {
      validate(drawing, mapping);
    } catch (error) {
      return error;
    }
    return null;
  };
  test('a column that is not there', () =>
    expect(refusal({ ...BASE, amount: 'Umsatz' })).toMatchObject({
      code: 'mapping-column-missing',
      details: { file: 'lines.csv', column: 'Umsatz', found: ['who', 'when', 'paid'] },
    }));
  test('neither order nor customer and date', () =>
    expect(refusal({ amount: 'paid' })).toMatchObject({
      code: 'columns-missing',
      details: { role: 'transactions', missing: ['customer', 'date'], found: ['who', 'when', 'paid'] },
    }));
  test('a format that is none', () =>
    expect(refusal({ ...BASE, date: { column: 'when', format: 'soon' } })).toMatchObject({
      code: 'mapping-invalid',
      details: { where: 'transactions.date.format' },
    }));
  test('sums beyond 2^53', () =>
    expect(
      refusal(BASE, 'who | when | paid\n a | 2020-01-01 | 500000000000\n a | 2020-01-02 | -500000000000'),
    ).toMatchObject({ code: 'sum-too-large', details: { file: 'lines.csv' } }));
});

test('rows read = loaded + rejected + set aside, whatever the cells hold', () => {
  const cell = fc.constantFrom(
    '',
    '1',
    '-2.5',
    'x',
    '2020-01-01',
    '30.02.2020',
    '1.234',
    '€ 5',
    '$5',
    'yes',
    '1e300',
    'NULL',
  );
  const rows = fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { maxLength: 30 });
  const fields = [
    'customer',
    'date',
    'order',
    'amount',
    'unit_price',
    'quantity',
    'discount',
    'cost',
    'margin',
    'cancelled',
    'currency',
  ] as const;
  const mappings = fc.shuffledSubarray([...fields], { minLength: 0, maxLength: 3 });
  fc.assert(
    fc.property(rows, mappings, fc.nat(3), (cells, extra, blank) => {
      const names = ['c1', 'c2', 'c3', 'c4', 'c5'];
      const table = {
        ...tableOf(names, cells),
        setAside: Array.from({ length: blank }, (_, i) => ({ line: 100 + i, reason: 'blank' as const, text: '' })),
      };
      const mapping = Object.fromEntries([
        ['customer', 'c1'],
        ['date', 'c2'],
        ...extra.map((field, i) => [field, names[i + 2]]),
      ]) as RoleMapping;
      const { balance, columns, rejections } = validateTransactions(
        table,
        { customer: 'c1', date: 'c2', ...mapping },
        0,
      );
      expect(balance.rows_read).toBe(cells.length + blank);
      expect(balance.rows_read).toBe(
        balance.rows_loaded + balance.rows_rejected + balance.rows_merged + balance.rows_set_aside,
      );
      expect(balance.rows_loaded).toBe(columns.rows);
      expect(rejections.length).toBe(balance.rows_rejected);
      const aside = balance.rows_set_aside - blank;
      expect(aside).toBe((balance.reasons['no_line'] ?? 0) + (balance.reasons['no_sale'] ?? 0));
      expect(Object.values(balance.reasons).reduce((sum, n) => sum + n, 0)).toBe(
        balance.rows_rejected + balance.rows_set_aside,
      );
      expect(new Set([...columns.line, ...rejections.map(({ line }) => line)]).size).toBe(cells.length - aside);
      expect([...columns.amount].every(Number.isSafeInteger)).toBe(true);
      expect(columns.amount.every((amount, i) => (columns.kind[i] === RETURN ? amount <= 0 : amount >= 0))).toBe(true);
    }),
  );
});

test('a dictionary with unused and empty values changes nothing', () => {
  const table = tableFrom('who | when | paid\n a | 2020-01-01 | 1\n b | 2020-01-02 | 2');
  const column = columnOf(['a', 'b']);
  const odd = { codes: Int32Array.from([2, 1]), values: ['unused', 'b', 'a', ''] };
  const of = (who: typeof column) =>
    validateTransactions({ ...table, columns: [who, table.columns[1], table.columns[2]] }, BASE, 0).columns.customer;
  expect(of(odd)).toEqual(of(column));
});
