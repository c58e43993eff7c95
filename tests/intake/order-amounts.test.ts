import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RETURN, SALE, VOID } from '../../src/domain/columns';
import type { RoleMapping } from '../../src/domain/roles';
import { buildFacts } from '../../src/facts/build';
import { assembleDataset } from '../../src/intake/load/assemble';
import { proportion, spread } from '../../src/intake/check/spread';
import { validateTransactions, type ValidatedTransactions } from '../../src/intake/check/validate';
import { tableFrom, tableOf, textsOf } from './validate-tables';

const BASE: RoleMapping = { customer: 'who', date: 'when', order: 'no', product: 'what' };
const validate = (drawing: string, mapping: RoleMapping) =>
  validateTransactions(tableFrom(drawing), { ...BASE, ...mapping }, 0);
const moneyOf = ({ columns }: ValidatedTransactions) =>
  Array.from(columns.amount, (amount, i) => [columns.kind[i], amount / 10_000]);

function figuresOf(part: ValidatedTransactions) {
  const { kind, amount } = part.columns;
  let [gross, returned] = [0, 0];
  amount.forEach((one, i) => {
    if (kind[i] !== RETURN) gross += one;
    if (kind[i] !== SALE) returned += Math.abs(one);
  });
  const { orders } = buildFacts(assembleDataset([part]));
  return { gross, returned, purchases: orders.isPurchase.reduce((sum, one) => sum + one, 0) };
}

describe('money off a line', () => {
  const off = (cells: string, mapping: RoleMapping = {}) =>
    validate(`who | when | no | what | n | each | off\n a | 2024-01-01 | 1 | mug | ${cells}`, {
      quantity: 'n',
      unit_price: 'each',
      discount: { column: 'off', as: 'money' },
      ...mapping,
    });
  test('is taken off quantity x price exactly, and rounded once', () => {
    expect(moneyOf(off('1 | 200 | 20.00'))).toEqual([[SALE, 180]]);
    expect(moneyOf(off('3 | 0.00005 | 0.0001'))).toEqual([[SALE, 0.0001]]);
    expect(moneyOf(off('2 | 10 | -5'))).toEqual([[SALE, 15]]);
    expect(moneyOf(off('2 | 10 |'))).toEqual([[SALE, 20]]);
  });
  test('what is returned comes back at what was paid', () =>
    expect(moneyOf(off('-1 | 200 | 20'))).toEqual([[RETURN, -180]]));
  test('is refused where it is more than the whole', () =>
    expect(off('1 | 5 | 6').rejections).toMatchObject([{ column: 'discount', reason: 'discount above 100 %' }]));
});

describe('money in another unit', () => {
  test('cents are divided exactly', () =>
    expect(
      moneyOf(
        validate('who | when | no | what | paid\n a | 2024-01-01 | 1 | mug | 1999\n a | 2024-01-02 | 2 | mug | 0.5', {
          amount: { column: 'paid', per: 100 },
        }),
      ),
    ).toEqual([
      [SALE, 19.99],
      [SALE, 0.005],
    ]));
  test('a blank amount is 0 where the mapping says so', () => {
    const drawing = 'who | when | no | what | paid\n a | 2024-01-01 | 1 | mug |\n a | 2024-01-02 | 2 | mug | NULL';
    expect(moneyOf(validate(drawing, { amount: { column: 'paid', blank: 'zero' } }))).toEqual([
      [SALE, 0],
      [SALE, 0],
    ]);
    expect(validate(drawing, { amount: 'paid' }).rejections.length).toBe(2);
  });
});

describe('amounts of an order', () => {
  const LINES = { quantity: 'n', unit_price: 'each' };
  test('a discount counts once, on its first row or on every row alike, and is spread exactly', () => {
    const of = (second: string) =>
      moneyOf(
        validate(
          `who | when | no | what | n | each | off
           a | 2024-01-01 | 1 | mug | 1 | 10 | 1.00
           a | 2024-01-01 | 1 | pot | 1 | 10 | ${second}
           a | 2024-01-01 | 1 | tea | 1 | 10 | ${second}`,
          { ...LINES, order_discount: 'off' },
        ),
      );
    const once = [
      [SALE, 9.66],
      [SALE, 9.67],
      [SALE, 9.67],
    ];
    expect(of('')).toEqual(once);
    expect(of('1.00')).toEqual(once);
  });
  test('a discount that differs between the rows of orders is the lines own, and that is said', () => {
    const found = validate(
      `who | when | no | what | n | each | off
       a | 2024-01-01 | 1 | mug | 1 | 10 | 1
       a | 2024-01-01 | 1 | pot | 1 | 10 | 2`,
      { ...LINES, order_discount: 'off' },
    );
    expect(moneyOf(found)).toEqual([
      [SALE, 9],
      [SALE, 8],
    ]);
    expect(found.notices).toMatchObject([{ code: 'order_amount_of_lines', column: 'off', count: 1 }]);
  });
  test('an order that is given back whole is void, tax and shipping left out', () =>
    expect(
      moneyOf(
        validate(
          `who | when | no | what | n | each | back  | all
           a | 2024-01-01 | 1 | mug | 1 | 10 | 45.50 | 45.50
           a | 2024-01-01 | 1 | pot | 1 | 30 |       |`,
          { ...LINES, order_refund: 'back', order_total: 'all' },
        ),
      ),
    ).toEqual([
      [VOID, 10],
      [VOID, 30],
    ]));
  test('a partial refund stands beside the lines of its order and gives back no goods and no cost', () => {
    const found = validate(
      `who | when | no | what | n | each | cost | back
       a | 2024-01-01 | 1 | mug | 1 | 10 | 4 | -5
       a | 2024-01-01 | 1 | pot | 1 | 30 | 9 |
       b | 2024-01-02 | 2 | pot | 1 | 30 | 9 |`,
      { ...LINES, cost: 'cost', order_refund: 'back' },
    );
    expect(moneyOf(found)).toEqual([
      [SALE, 10],
      [SALE, 30],
      [SALE, 30],
      [RETURN, -1.25],
      [RETURN, -3.75],
    ]);
    expect([...found.columns.profit!].map((money) => money / 10_000)).toEqual([6, 21, 21, -1.25, -3.75]);
    expect(found.columns.quantity![3]).toBeNaN();
    expect(textsOf(found.columns.product)).toEqual(['mug', 'pot', 'pot', 'mug', 'pot']);
    expect([...found.columns.line]).toEqual([2, 3, 4, 2, 3]);
    expect(found.balance.rows_loaded).toBe(3);
    expect(found.addedLines).toBe(2);
    expect(figuresOf(found)).toEqual({ gross: 700_000, returned: 50_000, purchases: 2 });
  });
  test('beside rows that are an order each the refund is of the same order', () => {
    const found = validate('who | when | no | what | paid | back\n a | 2024-01-01 | 1 | mug | 10 | 4', {
      order: { each: 'row' },
      amount: 'paid',
      order_refund: 'back',
    });
    expect(figuresOf(found)).toEqual({ gross: 100_000, returned: 40_000, purchases: 1 });
    expect(new Set(found.columns.order!.codes).size).toBe(1);
  });
  test('duplicates are merged with their refunds, and counted once', () => {
    const part = validate(
      `who | when | no | what | paid | back
       a | 2024-01-01 | 1 | mug | 10 | 4
       a | 2024-01-01 | 1 | mug | 10 | 4`,
      { order: { each: 'row' }, amount: 'paid', order_refund: 'back' },
    );
    expect(assembleDataset([part]).duplicates).toEqual({ transactions: 1 });
    const merged = assembleDataset([part], [], { transactions: { duplicates: 'merge' } });
    expect([...merged.transactions!.amount]).toEqual([100_000, -40_000]);
    expect(merged.files[0]).toMatchObject({ rows_read: 2, rows_loaded: 1, rows_merged: 1 });
  });
  test('what the order returns in rows of its own is not taken off twice', () =>
    expect(
      moneyOf(
        validate(
          `who | when | no | what | paid | back
           a | 2024-01-01 | 1 | mug | 10 | 6
           a | 2024-01-05 | 1 | mug | -4 | 6`,
          { amount: 'paid', order_refund: 'back' },
        ),
      ),
    ).toEqual([
      [SALE, 10],
      [RETURN, -4],
      [RETURN, -2],
    ]));
  test('a total is spread over the lines by quantity, else evenly, and used only where they have no price', () => {
    const drawing = `
      who | when | no | what | n | each | all
      a | 2024-01-01 | 1 | mug | 1 | 3 | 10
      a | 2024-01-01 | 1 | pot | 2 | 2 | 10
      b | 2024-01-02 | 2 | pot | 1 | 2 | 5`;
    const amounts = (mapping: RoleMapping) => moneyOf(validate(drawing, mapping)).map(([, amount]) => amount);
    expect(amounts({ order_total: 'all', quantity: 'n' })).toEqual([3.33, 6.67, 5]);
    expect(amounts({ order_total: 'all' })).toEqual([5, 5, 5]);
    expect(amounts({ order_total: 'all', quantity: 'n', unit_price: 'each' })).toEqual([3, 4, 2]);
  });
});

test('shares add up to what is spread, and no line gets more than it came to', () =>
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 2 ** 40 }), { minLength: 1, maxLength: 12 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (weights, part) => {
        const sum = weights.reduce((all, weight) => all + weight, 0);
        fc.pre(sum > 0);
        const money = Math.floor(sum * part);
        const shares = spread(money, weights, 1);
        expect(shares.reduce((all, share) => all + share, 0)).toBe(money);
        expect(shares.every((share, i) => share >= 0 && share <= weights[i])).toBe(true);
      },
    ),
  ));
test('a proportion is rounded half up to the unit', () => {
  expect(proportion(100, 100, 300, 1)).toBe(33);
  expect(proportion(500_000, 400_000, 455_000, 100)).toBe(439_600);
});

/** Orders in cents, as an independent plain computation sees them. */
interface Order {
  readonly lines: readonly (readonly [quantity: number, cents: number])[];
  readonly status: 'paid' | 'refunded' | 'failed' | 'cancelled';
  readonly off: number;
  readonly back: number;
  readonly beside: number;
  readonly returned: number;
}
const order: fc.Arbitrary<Order> = fc.record({
  lines: fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 0, max: 5_000 })), {
    minLength: 1,
    maxLength: 4,
  }),
  status: fc.constantFrom('paid', 'paid', 'paid', 'refunded', 'failed', 'cancelled'),
  off: fc.constantFrom(0, 0, 99, 1_000),
  back: fc.constantFrom(0, 0, 0.3, 1),
  beside: fc.constantFrom(0, 495),
  returned: fc.constantFrom(0, 0, 0.5),
});
const cents = (money: number) => (money / 100).toFixed(2);
const goodsOf = ({ lines, off }: Order) => {
  const sum = lines.reduce((all, [quantity, each]) => all + quantity * each, 0);
  return sum - Math.min(off, sum);
};
const totalOf = (one: Order) => goodsOf(one) + one.beside;
const refundOf = (one: Order) => Math.floor(totalOf(one) * one.back);
/** A row of its own that returns something; of orders that stand only. */
const returnOf = (one: Order) => (one.status === 'paid' ? Math.floor(goodsOf(one) * one.returned) : 0);

function expected(orders: readonly Order[]) {
  let [gross, returned, purchases] = [0, 0, 0];
  for (const one of orders) {
    if (one.status === 'failed') continue;
    const goods = goodsOf(one);
    gross += goods;
    if (one.status !== 'paid') {
      returned += goods;
      continue;
    }
    const part = totalOf(one) > 0 ? Math.floor((2 * refundOf(one) * goods + totalOf(one)) / (2 * totalOf(one))) : 0;
    const back = returnOf(one) + Math.max(0, Math.min(part, goods) - returnOf(one));
    returned += back;
    if (!(goods > 0 && back >= goods)) purchases++;
  }
  return { gross: gross * 100, returned: returned * 100, purchases };
}

const HEADER = ['no', 'who', 'when', 'state', 'off', 'back', 'all', 'what', 'n', 'each', 'kind'];
const MAPPING: RoleMapping = {
  ...BASE,
  status: 'state',
  quantity: { column: 'n' },
  unit_price: { column: 'each', decimal: '.' },
  order_discount: { column: 'off', decimal: '.' },
  order_refund: { column: 'back', decimal: '.' },
  order_total: { column: 'all', decimal: '.' },
  document_type: 'kind',
};

function rowsOf(one: Order, no: number, isFirstOnly: boolean): string[][] {
  const head = [`c${no % 3}`, '2024-01-05', one.status, cents(one.off), cents(refundOf(one)), cents(totalOf(one))];
  const rows: string[][] = one.lines.map(([quantity, each], i) => [
    ...(i > 0 && isFirstOnly ? head.map(() => '') : head),
    `item ${i}`,
    String(quantity),
    cents(each),
    'sale',
  ]);
  if (returnOf(one) > 0)
    rows.push([...(isFirstOnly ? head.map(() => '') : head), 'item 0', '1', cents(returnOf(one)), 'refund']);
  return rows.map((row) => [`#${no}`, ...row]);
}

test('figures of random orders are those of a plain computation, however their amounts are written and sorted', () =>
  fc.assert(
    fc.property(
      fc.array(order, { minLength: 4, maxLength: 12 }),
      fc.boolean(),
      fc.func(fc.nat()),
      (orders, isFirstOnly, rank) => {
        fc.pre(orders.filter(({ lines }) => lines.length > 1).length > 1);
        const blocks = orders.map((one, no) => rowsOf(one, no, isFirstOnly));
        const read = (rows: readonly string[][]) => figuresOf(validateTransactions(tableOf(HEADER, rows), MAPPING, 0));
        expect(read(blocks.flat())).toEqual(expected(orders));
        const sorted = blocks.map((_, no) => no).sort((a, b) => rank(a) - rank(b) || a - b);
        expect(read(sorted.flatMap((no) => blocks[no]))).toEqual(expected(orders));
      },
    ),
    { numRuns: 60 },
  ));
