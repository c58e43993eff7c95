import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AppError } from '../../src/domain/errors';
import { explain } from '../../src/domain/sentences';
import { parseMapping, parseTimeZone, parseTreatments } from '../../src/intake/understand/mapping/mapping';
import { parseForms } from '../../src/intake/understand/mapping/parse-forms';
import { damagedJson } from '../support/damaged-json';

const file = {
  transactions: {
    customer: 'Who',
    order: { each: 'row' },
    date: { column: 'When', format: 'DD.MM.YYYY' },
    price: { column: 'Price', decimal: ',', per: 100, blank: 'zero' },
    status: { column: 'Status', words: { paid: 'sale', failed: 'no_sale' } },
    duplicates: 'merge',
    keys: 'as_written',
    rates: { USD: '1', eur: 1.09 },
  },
  contracts: { customer: 'Who', tenure: { column: 'Months', unit: 'months' }, strategy: { column: 'S', reward: 'r' } },
  surveys: { duplicates: 'keep' },
  tables: [
    {
      table: 'lines.csv',
      roles: ['transactions'],
      encoding: 'windows-1250',
      shapes: [
        { join: 'orders.csv', column: 'order', key: 'id', same: { GTXPro: 'GTX Pro' } },
        { long: ['Jan'], name: 'date', value: 'amount' },
        { baskets: ['a', 'b'], items: 'headings', order: null, product: 'product' },
        { fill: ['Who'] },
      ],
    },
  ],
  time_zone: 'Europe/Berlin',
};
const refusalOf = (read: (json: unknown) => unknown, json: unknown): unknown => {
  try {
    read(json);
    return null;
  } catch (error) {
    return error;
  }
};

describe('a mapping file', () => {
  test('is read with the aliases and treatments that it may hold', () => {
    expect(parseMapping(file).transactions).toMatchObject({ order: { each: 'row' }, unit_price: { decimal: ',' } });
    expect(parseMapping(file)).not.toHaveProperty('surveys');
    expect(parseTreatments(file)).toEqual({
      transactions: { duplicates: 'merge', keys: 'as_written', rates: { USD: '1', EUR: '1.09' } },
    });
    expect(parseForms(file)[0].shapes.map(({ kind }) => kind)).toEqual(['join', 'long', 'baskets', 'fill']);
    expect(parseTimeZone(file)).toBe('Europe/Berlin');
  });

  test.each([parseMapping, parseTreatments, parseForms, parseTimeZone])(
    'whatever it holds, is read or refused in one short sentence that names the place (%o)',
    (read: (json: unknown) => unknown) => {
      fc.assert(
        fc.property(damagedJson(file), (json) => {
          const refusal = refusalOf(read, json);
          if (refusal === null) return;
          expect(refusal).toMatchObject({ code: 'mapping-invalid' });
          const { what } = explain(refusal as AppError);
          expect(what).toMatch(/^The mapping cannot be used( at .*)?: [^]+\.$/);
          expect((refusal as AppError<string, { problem: string }>).details.problem.length).toBeLessThan(500);
        }),
        { numRuns: 300 },
      );
    },
  );

  test.each<[(json: unknown) => unknown, unknown, string]>([
    [parseMapping, 7, 'The mapping cannot be used: not an object.'],
    [parseMapping, { kings: {} }, 'The mapping cannot be used at kings: unknown role.'],
    [parseMapping, { kings: { keys: 'matched' } }, 'The mapping cannot be used at kings: unknown role.'],
    [
      parseMapping,
      { transactions: { date: { column: 'd', format: 'soon' } } },
      'The mapping cannot be used at transactions.date.format: cannot be "soon".',
    ],
    [
      parseMapping,
      { transactions: { date: { format: 'soon' } } },
      'The mapping cannot be used at transactions.date.column: missing.',
    ],
    [
      parseMapping,
      { transactions: { status: { column: 's', words: { paid: 'perhaps' } } } },
      'The mapping cannot be used at transactions.status.words.paid: cannot be "perhaps".',
    ],
    [
      parseMapping,
      JSON.parse('{"transactions":{"__proto__":"x"}}'),
      'The mapping cannot be used at transactions.__proto__: unknown field.',
    ],
    [
      parseMapping,
      { transactions: { order: { each: 'row', column: 'x' } } },
      'The mapping cannot be used at transactions.order.each: only {"each": "row"} of order.',
    ],
    [
      parseTreatments,
      { customers: { rates: { EUR: 1 } } },
      'The mapping cannot be used at customers.rates: only transactions have rates.',
    ],
    [
      parseForms,
      { tables: [{ table: 'a', shapes: [{ baskets: ['x'], product: 'p' }] }] },
      'The mapping cannot be used at tables.0.shapes.0.items: neither "cells" nor "headings".',
    ],
    [
      parseTimeZone,
      { time_zone: 'Berlin' },
      'The mapping cannot be used at time_zone: cannot be "Berlin": as_written or a zone such as "Europe/Berlin".',
    ],
  ])('%o of %j says what is wrong and where', (read, json, sentence) => {
    expect(explain(refusalOf(read, json) as AppError).what).toBe(sentence);
  });

  test('a long or deep value is not repeated in full', () => {
    let deep: unknown = [];
    for (let depth = 0; depth < 20_000; depth++) deep = [deep];
    for (const unit of ['x'.repeat(1e5), deep])
      expect(
        explain(refusalOf(parseMapping, { contracts: { tenure: { column: 't', unit } } }) as AppError).what.length,
      ).toBeLessThan(160);
  });
});
