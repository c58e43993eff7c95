import { describe, expect, test } from 'vitest';
import { moneyAtStake, readingNow, withAnswer } from '../../src/domain/answers';
import type { QuestionReading, ReadingTotals } from '../../src/domain/questions';
import type { RoleMapping } from '../../src/domain/roles';

const reading = (answer: string, mapping: RoleMapping, totals: ReadingTotals | null = null): QuestionReading => ({
  answer,
  label: answer,
  roles: [{ role: 'transactions', mapping }],
  totals,
});
const roles = (mapping: RoleMapping) => [{ role: 'transactions' as const, mapping }];
const BASE = { customer: 'C', date: 'D' };

describe('withAnswer', () => {
  const money = {
    readings: [
      reading('price', { ...BASE, unit_price: 'P', quantity: 'Q' }),
      reading('amount', { ...BASE, amount: 'T', quantity: 'Q' }),
    ],
  };

  test('changes only the fields in which the readings differ', () => {
    const now = roles({ ...BASE, unit_price: 'P', quantity: 'Q', channel: 'chosen by hand' });
    expect(withAnswer(now, money, money.readings[1])).toEqual(
      roles({ ...BASE, amount: 'T', quantity: 'Q', channel: 'chosen by hand' }),
    );
  });

  test('answers to two questions combine in any order', () => {
    const marks = {
      readings: [
        reading('.', { ...BASE, unit_price: 'P', quantity: { column: 'Q', decimal: '.' } }),
        reading(',', { ...BASE, unit_price: 'P', quantity: { column: 'Q', decimal: ',' } }),
      ],
    };
    const now = roles({ ...BASE, unit_price: 'P', quantity: 'Q' });
    const one = withAnswer(withAnswer(now, money, money.readings[1]), marks, marks.readings[1]);
    const other = withAnswer(withAnswer(now, marks, marks.readings[1]), money, money.readings[1]);
    const expected: RoleMapping = { ...BASE, amount: 'T', quantity: { column: 'Q', decimal: ',' } };
    expect(one).toEqual(roles(expected));
    expect(other).toEqual(roles(expected));
  });

  test('keeps the other details and words of a column that all readings share', () => {
    const words = {
      readings: (['sale', 'void'] as const).map((meaning) =>
        reading(meaning, { status: { column: 'S', words: { held: meaning, paid: 'sale' } } }),
      ),
    };
    const now = roles({ status: { column: 'S', words: { held: 'sale', paid: 'sale', lost: 'no_sale' } } });
    expect(withAnswer(now, words, words.readings[1])).toEqual(
      roles({ status: { column: 'S', words: { held: 'void', paid: 'sale', lost: 'no_sale' } } }),
    );
  });

  test('does not restore a role that the table no longer has', () => {
    expect(withAnswer([], money, money.readings[0])).toEqual([]);
  });
});

test('takes the whole reading where the question is what a table holds', () => {
  const sales = { role: 'transactions', mapping: { customer: 'C', date: 'D' } } as const;
  const contacts = { role: 'interactions', mapping: { customer: 'C', date: 'D' } } as const;
  const readings = [
    { answer: 'sales', label: '', roles: [sales], totals: null },
    { answer: 'contacts', label: '', roles: [contacts], totals: null },
  ];
  expect(withAnswer([sales], { readings }, readings[1])).toEqual([contacts]);
  expect(readingNow([contacts], { readings })?.answer).toBe('contacts');
});

describe('readingNow', () => {
  const as = {
    readings: [
      reading('money', { ...BASE, discount: { column: 'X', as: 'money' } }),
      reading('share', { ...BASE, discount: { column: 'X', as: 'share' } }),
    ],
  };
  test('is the reading whose contested fields the table has, whatever else is read', () => {
    const now = roles({ ...BASE, product: 'P', discount: { column: 'X', as: 'share' } });
    expect(readingNow(now, as)?.answer).toBe('share');
  });
  test('is null where another column was chosen for the field by hand', () => {
    const other = { readings: [reading('a', { amount: 'A' }), reading('b', { amount: 'B' })] };
    expect(readingNow(roles({ amount: 'C' }), other)).toBeNull();
  });
});

test('the stake of a question is the distance between its sums', () => {
  const totals = (net: number) => ({ net, customers: 1, buyers: 1, purchases: 1, from: null, until: null });
  expect(moneyAtStake({ readings: [reading('a', {}, totals(500)), reading('b', {}, totals(-100))] })).toBe(600);
  expect(moneyAtStake({ readings: [reading('a', {}), reading('b', {})] })).toBe(0);
});
