import { describe, expect, test } from 'vitest';
import type { AppError } from '../../src/domain/errors';
import type { RoleMapping } from '../../src/domain/roles';
import type { Treatment } from '../../src/domain/treatment';
import { validateChoices } from '../../src/intake/load/validate-choices';
import { parseMapping, parseTreatments } from '../../src/intake/understand/mapping/mapping';
import { tableFrom } from './validate-tables';

const MAPPING: RoleMapping = { customer: 'who', date: 'when', amount: 'paid', currency: 'cur' };
const lines = (...rows: string[]) =>
  `who | when | paid | cur\n${rows.map((row) => ` a | 2024-01-01 | ${row}`).join('\n')}`;

async function load(drawings: readonly string[], transactions: Treatment = {}, mapping: RoleMapping = MAPPING) {
  const tables = drawings.map((drawing, at) => ({
    table: tableFrom(drawing, `${at}.csv`),
    roles: [{ role: 'transactions' as const, mapping }],
  }));
  const { dataset, currencies } = await validateChoices(tables, { transactions });
  return {
    amounts: [...dataset.transactions!.amount].map((money) => money / 10_000),
    profits: [...(dataset.transactions!.profit ?? [])].map((money) => money / 10_000),
    currency: dataset.currency,
    rejected: dataset.rejections.map(({ file, line, value, reason }) => `${file}:${line} ${value} ${reason}`),
    currencies,
  };
}

describe('with rates', () => {
  test('each line is worth its amount times the rate of its currency', async () => {
    const { amounts, currency, rejected } = await load([lines('10 | USD', '10 | EUR', '-2.50 | eur', '3 | €')], {
      rates: { USD: '1', EUR: '1.09' },
    });
    expect(amounts).toEqual([10, 10.9, -2.725, 3.27]);
    expect(currency).toBe('USD');
    expect(rejected).toEqual([]);
  });
  test('the amount is rounded once, half away from zero, after the rate', async () => {
    // 1.23456 × 10 is 12.3456; rounded before, it would be 12.346. 0.00045 × 0.1 ends in a half of 1/10,000.
    const rates = { USD: '1', EUR: '10', GBP: '0.1' };
    expect(
      (await load([lines('1.23456 | EUR', '0.0005 | GBP', '-0.0005 | GBP', '0.0004 | GBP', '1 | USD')], { rates }))
        .amounts,
    ).toEqual([12.3456, 0.0001, -0.0001, 0, 1]);
  });
  test('quantity times price times rate is one product', async () => {
    const mapping = {
      customer: 'who',
      date: 'when',
      unit_price: 'price',
      quantity: 'n',
      discount: 'off',
      cost: 'cost',
      currency: 'cur',
    };
    // 3 × 0.00333 × 0.5 × 10 = 0.04995 → 0.05 (0.0500); with the price rounded first it would be 0.0495.
    const { amounts, profits } = await load(
      [
        'who | when | n | price | off | cost | cur\n a | 2024-01-01 | 3 | 0.00333 | 0.5 | 0.001 | EUR\n a | 2024-01-01 | 2 | 4 | 0.5 | 1 | USD',
      ],
      { rates: { USD: '1', EUR: '10' } },
      mapping,
    );
    expect(amounts).toEqual([0.05, 4]);
    expect(profits).toEqual([0.04, 3]);
  });
  test('a large amount keeps every digit', async () => {
    const { amounts } = await load([lines('90071992.5474 | EUR', '1 | USD')], {
      rates: { USD: '1', EUR: '1.000000000000000001' },
    });
    expect(amounts).toEqual([90071992.5474, 1]);
  });
  test('a currency without a rate is rejected, with that reason', async () => {
    const { amounts, rejected } = await load([lines('1 | USD', '2 | CHF', '3 | EUR')], {
      rates: { USD: '1', EUR: '2' },
    });
    expect(amounts).toEqual([1, 6]);
    expect(rejected).toEqual(['0.csv:3 CHF no exchange rate']);
  });
  test('signs beside the amounts name currencies too', async () => {
    const mapping = { customer: 'who', date: 'when', amount: 'paid' };
    const drawing = 'who | when | paid\n a | 2024-01-01 | $ 10\n a | 2024-01-01 | € 10\n a | 2024-01-02 | € 4';
    expect((await load([drawing], { rates: { USD: '1', EUR: '1.5' } }, mapping)).amounts).toEqual([10, 15, 6]);
  });
  test('a line that names no currency is in the commonest one, and takes its rate', async () => {
    const drawing = lines('1 | EUR', '2 | EUR', '3 |', '4 | USD');
    expect((await load([drawing], { rates: { USD: '1', EUR: '10' } })).amounts).toEqual([10, 20, 30, 4]);
    expect((await load([drawing], { rates: { USD: '1' } })).rejected).toEqual([
      '0.csv:2 EUR other currency',
      '0.csv:3 EUR other currency',
      '0.csv:4  other currency',
    ]);
  });
});

describe('without rates', () => {
  test('the commonest currency of all files counts, alone', async () => {
    const { amounts, currency, rejected, currencies } = await load([
      lines('1 | EUR', '2 | USD'),
      lines('3 | USD', '4 |'),
    ]);
    expect(amounts).toEqual([2, 3, 4]);
    expect(currency).toBe('USD');
    expect(rejected).toEqual(['0.csv:2 EUR other currency']);
    expect([...currencies.rows]).toEqual([
      ['USD', 2],
      ['EUR', 1],
    ]);
    expect(currencies).toMatchObject({ unnamed: 1, common: 'USD' });
  });
  test('lines in one file or in two give the same', async () => {
    const rows = ['1 | EUR', '2 | USD', '3 | EUR', '4 | USD', '5 | USD'];
    const whole = await load([lines(...rows)]);
    for (let at = 1; at < rows.length; at++)
      expect((await load([lines(...rows.slice(0, at)), lines(...rows.slice(at))])).amounts).toEqual(whole.amounts);
  });
  test('files that name no currency have none', async () => {
    const { currency, amounts } = await load([lines('1 |', '2 |')]);
    expect({ currency, amounts }).toEqual({ currency: null, amounts: [1, 2] });
  });
});

describe('in a mapping file', () => {
  const of = (transactions: object) => ({ transactions: { customer: 'who', ...transactions } });
  test('duplicates and rates stand beside the fields', () => {
    const json = of({ duplicates: 'merge', rates: { USD: '1', eur: 1.09 } });
    expect(parseMapping(json)).toEqual({ transactions: { customer: 'who' } });
    expect(parseTreatments(json)).toEqual({ transactions: { duplicates: 'merge', rates: { USD: '1', EUR: '1.09' } } });
    expect(parseTreatments({ ...of({ duplicates: 'keep' }), customers: { customer: 'c' } })).toEqual({});
  });
  test('alone they leave the columns to be guessed', () =>
    expect(parseMapping({ transactions: { duplicates: 'merge' } })).toEqual({}));
  test.each([
    [{ duplicates: 'drop' }, 'transactions.duplicates'],
    [{ rates: 'USD' }, 'transactions.rates'],
    [{ rates: { USD: '1', EUR: '0' } }, 'transactions.rates.EUR'],
    [{ rates: { USD: '1', EUR: '-1' } }, 'transactions.rates.EUR'],
    [{ rates: { USD: '1', EUR: 'much' } }, 'transactions.rates.EUR'],
    [{ rates: { EUR: '1.09' } }, 'transactions.rates'],
  ])('%j is refused', (wrong, where) => {
    const refused = (() => {
      try {
        return parseTreatments(of(wrong));
      } catch (error) {
        return error as AppError;
      }
    })();
    expect(refused).toMatchObject({ code: 'mapping-invalid', details: { where } });
  });
});
