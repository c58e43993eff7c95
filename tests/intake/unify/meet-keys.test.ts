import { describe, expect, test } from 'vitest';
import { assembleDataset } from '../../../src/intake/load/assemble';
import { mappingAs } from '../../../src/intake/understand/guess-mapping';
import { bareKey } from '../../../src/intake/unify/key-forms';
import { validateRecords, validateTransactions } from '../../../src/intake/check/validate';
import type { Treatments } from '../../../src/domain/treatment';
import { isGuestWord, isNoKey } from '../../../src/intake/words/nobody';
import { tableFrom, tableOf, textsOf } from '../validate-tables';

const SALES = { customer: 'customer', date: 'date', amount: 'amount' };
const salesOf = (keys: readonly string[], file = 'sales.csv') =>
  validateTransactions(
    tableOf(
      ['customer', 'date', 'amount'],
      keys.map((key, at) => [key, `2024-01-${String((at % 28) + 1).padStart(2, '0')}`, '10']),
      file,
    ),
    SALES,
    0,
  );
function listOf(drawing: string, mapping?: Record<string, string>, file = 'customers.csv') {
  const table = tableFrom(drawing, file);
  return validateRecords(table, 'customers', mapping ?? mappingAs(table, 'customers'), 0);
}
const keysOf = (
  parts: Parameters<typeof assembleDataset>[0],
  treatments: Treatments = {},
): { sales: (string | null)[]; said: [string, number][] } => {
  const { transactions, notices } = assembleDataset(parts, [], treatments);
  return {
    sales: [...new Set(textsOf(transactions!.customer))],
    said: notices.map(({ code, count }) => [code, count]),
  };
};

describe('spellings of one key', () => {
  test.each([
    ['12346.0', '12346'],
    ['12346,00', '12346'],
    ['="00123"', '00123'],
    ["'00123", '00123'],
    ['12,346', '12346'],
    ['C 100', 'C100'],
    ['Ann  Lee', 'Ann Lee'],
    [' Ann@X.example', 'ann@x.example'],
    ['mailto:Ann@x.example', 'ann@x.example'],
    ['１２３', '123'],
    ['C–100', 'C-100'],
    ['1003.203', '1003.203'],
    ["O'Brien", "O'Brien"],
  ])('%s is %s', (written, bare) => expect(bareKey(written)).toBe(bare));

  test.each([
    ['leading zeros that a spreadsheet dropped', ['123', '7'], '00123 | Ann\n 00007 | Bob', ['00123', '00007']],
    ['decimals that a data frame added', ['123.0', '7.0'], '123 | Ann\n 7 | Bob', ['123', '7']],
    ['both at once', ['123.0', '7.0'], '00123 | Ann\n 00007 | Bob', ['00123', '00007']],
    ['formulas', ['="00123"', "'00007"], '00123 | Ann\n 00007 | Bob', ['00123', '00007']],
    ['case', ['abc', 'x9'], 'ABC | Ann\n X9 | Bob', ['ABC', 'X9']],
  ])('are one customer, as the list of customers writes it: %s', (_, sold, listed, keys) => {
    const list = listOf(`id | name\n ${listed}`, { customer: 'id', name: 'name' });
    expect(keysOf([salesOf(sold), list])).toEqual({ sales: keys, said: [['keys_respelled', 2]] });
    expect(keysOf([salesOf(sold), list], { transactions: { keys: 'as_written' } }).sales).toEqual(sold);
  });

  test('e-mail addresses are one whatever their case, in a single file too, as most rows write it', () => {
    expect(keysOf([salesOf(['ann@x.example', 'Ann@X.example', 'ann@x.example'])]).sales).toEqual(['ann@x.example']);
  });

  test('that a list of customers gives to two people stay two', () => {
    const list = listOf('id | name\n 00123 | Ann\n 123 | Bob\n 0007 | Cid', { customer: 'id', name: 'name' });
    expect(keysOf([salesOf(['123', '00123', '7']), list]).sales).toEqual(['123', '00123', '7']);
  });

  test('that differ in case within one file are two, and then case means something everywhere', () => {
    const list = listOf('id | name\n 1aB | Ann\n 1AB | Bob\n 2cD | Cid', { customer: 'id', name: 'name' });
    expect(keysOf([salesOf(['1aB', '1AB', '2cd']), list]).sales).toEqual(['1aB', '1AB', '2cd']);
  });

  test('of two shops that number by themselves are not brought together', () => {
    const one = listOf('id | name\n 001 | Ann\n 002 | Bob\n 003 | Cid', { customer: 'id', name: 'name' }, 'one.csv');
    const two = listOf('id | name\n 1 | Dora\n 2 | Eve\n 3 | Finn', { customer: 'id', name: 'name' }, 'two.csv');
    expect(keysOf([salesOf(['001', '1', '2']), one, two]).sales).toEqual(['001', '1', '2']);
  });

  test('splitting a file changes nothing', () => {
    const keys = ['00123', '123', '123', 'Ann@x.example', 'ann@x.example', 'Guest', 'Guest'];
    const whole = assembleDataset([salesOf(keys)]).transactions!.customer;
    for (let at = 1; at < keys.length; at++) {
      const parts = [salesOf(keys.slice(0, at), 'one.csv'), salesOf(keys.slice(at), 'two.csv')];
      expect(textsOf(assembleDataset(parts).transactions!.customer)).toEqual(textsOf(whole));
    }
  });
});

describe('keys that mean nobody', () => {
  test.each(['#N/A', '#REF!', '#VALUE!', '#WERT!', '#NV', '#DIV/0!', '(blank)', 'NULL', 'n/a', '-', '(not set)'])(
    '%s always',
    (value) => expect(isNoKey(value)).toBe(true),
  );
  test.each([
    'Guest', 'GUEST CHECKOUT', 'guest user', 'Walk-in Customer', 'Laufkunde', 'Gast', 'Barverkauf', 'invité', 'Invitado',
    'ospite', 'convidado', 'gość', '散客', 'ゲスト', 'Público en general', 'Consumidor Final', 'Гость', 'Unbekannt', 'anonymous',
  ])('the word %s', (value) => expect(isGuestWord(value)).toBe(true)); // prettier-ignore
  test.each(['C1', 'Anna Guest', 'Gaston', 'A-100', 'ann@x.example'])('not %s', (value) =>
    expect([isNoKey(value), isGuestWord(value)]).toEqual([false, false]),
  );

  test('leave their lines without a customer, and are told', () => {
    expect(keysOf([salesOf(['C1', 'Guest', 'C2', 'Guest', '#REF!'])])).toEqual({
      sales: ['C1', null, 'C2'],
      said: [['placeholder_customers', 3]],
    });
  });
  test('a surname that is such a word is a customer who buys as the others do', () => {
    expect(keysOf([salesOf(['Miller', 'Guest', 'Smith', 'Miller'])]).sales).toEqual(['Miller', 'Guest', 'Smith']);
  });
  test('0 is the customer numbered 0, unless it buys far more than anybody', () => {
    const numbered = ['0', '1', '2', '3', '0', '1'];
    expect(keysOf([salesOf(numbered)]).sales).toEqual(['0', '1', '2', '3']);
    expect(keysOf([salesOf([...numbered, ...Array<string>(12).fill('0')])]).sales).toEqual([null, '1', '2', '3']);
  });
});

describe('a file that names customers by another column of the list', () => {
  const LIST =
    'id | email | code | city\n 7700 | a@x.example | K-9 | Ulm\n 7701 | B@x.example | K-7 | Bonn\n 7702 | c@x.example | K-3 | Ulm';
  const FIELDS = { customer: 'id', email: 'email', city: 'city' };
  test('is joined by e-mail, whoever else buys', () => {
    const { sales, said } = keysOf([salesOf(['a@x.example', 'b@x.example', 'new@x.example']), listOf(LIST, FIELDS)]);
    expect(sales).toEqual(['7700', '7701', 'new@x.example']);
    expect(said).toEqual([['joined_by_email', 2], ['keys_not_met', 1]]); // prettier-ignore
  });
  test('is joined by a unique column where nine in ten rows are found by it, and not below', () => {
    expect(keysOf([salesOf(['K-9', 'K-7', 'K-3']), listOf(LIST, FIELDS)]).sales).toEqual(['7700', '7701', '7702']);
    const half = ['K-9', 'K-7', 'K-3', 'K-1', 'K-2'];
    expect(keysOf([salesOf(half), listOf(LIST, FIELDS)])).toEqual({ sales: half, said: [['keys_not_met', 5]] });
  });
  test('is not joined by an address that two customers share', () => {
    const list = listOf('id | email\n 1 | shop@x.example\n 2 | shop@x.example', { customer: 'id', email: 'email' });
    expect(keysOf([salesOf(['shop@x.example']), list]).sales).toEqual(['shop@x.example']);
  });
});

test('keys that a spreadsheet has shortened are told by column', () => {
  expect(salesOf(['4.91764E+11', '4.91764E+11', '5.1E+10', 'C1']).notices).toEqual([
    {
      code: 'keys_in_scientific_notation',
      file: 'sales.csv',
      count: 2,
      column: 'customer',
      values: ['4.91764E+11', '5.1E+10'],
    },
  ]);
});

describe('a list of customers whose rows lack the key', () => {
  test('names them by what else they have, the birth date telling namesakes apart', () => {
    const { records, rejections } = listOf(
      `first_name | surname | dob        | city  | email
       Ann        | Lee     | 1980-01-02 | Ulm   | ann@x.example
       Bob        | Ray     | 1981-02-03 | Ulm   |
       Bob        | Ray     | 1990-02-03 | Ulm   |
                  |         |            | Bonn  |
       Guest      |         |            |       |`,
      { email: 'email', birth_date: 'dob', city: 'city' },
    );
    expect(textsOf(records.text['customer'])).toEqual(['ann@x.example', 'Bob Ray 1981-02-03', 'Bob Ray 1990-02-03']);
    expect(rejections.map(({ line, reason }) => [line, reason])).toEqual([
      [5, 'nothing names the customer'],
      [6, 'nothing names the customer'],
    ]);
  });
});
