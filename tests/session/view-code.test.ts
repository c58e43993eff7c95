import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Filter } from '../../src/domain/filter';
import type { LoadReport } from '../../src/domain/import';
import { chosen } from '../../src/metrics/choices';
import { choices } from '../../src/metrics/cross-sell/choices';
import { decodeView, encodeView, PAGES, shareable } from '../../src/session/view-code';

const text = fc.string({ maxLength: 40 });
const values = fc.array(text, { minLength: 1, maxLength: 4 });
const day = fc.option(fc.integer({ min: -20_000, max: 40_000 }));
const clause = fc.oneof(
  fc.record({ kind: fc.constant('window' as const), from: day, until: day }),
  fc.record({
    kind: fc.constantFrom('customer' as const, 'line' as const),
    field: text.filter((field) => field !== 'customer'),
    values,
  }),
) as fc.Arbitrary<Filter[number]>;
const optionsBy = (...names: string[]) =>
  fc.dictionary(
    fc.constantFrom(...names),
    fc.dictionary(fc.constantFrom('unit', 'by', 'tau'), fc.oneof(text, fc.integer(), fc.constant(null)), {
      minKeys: 1,
      noNullPrototype: true,
    }),
    { noNullPrototype: true },
  );
const view = fc.record(
  {
    page: fc.constantFrom(...PAGES),
    sample: fc.constantFrom('shop', 'mobile-operator'),
    options: optionsBy('cohort_retention', 'survival'),
    choices: optionsBy('cohort_retention', 'cross_sell'),
    filter: fc.array(clause, { maxLength: 4 }),
  },
  { requiredKeys: ['page', 'options', 'choices', 'filter'] },
);

test('a view comes back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(view, async (given) => {
      const code = await encodeView(given);
      expect(code).toMatch(/^#1\.[\w-]+$/);
      expect(await decodeView(code)).toEqual(given);
    }),
    { numRuns: 60 },
  );
});

test('anything else is no address, and does no harm', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), async (rest) => {
      expect(await decodeView(`#1.${rest}`)).toBeNull();
    }),
    { numRuns: 60 },
  );
  for (const wrong of ['', '#', '#2.abc', '#1.', '#1.AAAA', `#1.${'A'.repeat(20_000)}`, '#nowhere'])
    expect(await decodeView(wrong)).toBeNull();
});

test('a page alone can be named', async () => {
  expect(await decodeView('#retention')).toEqual({ page: 'retention', options: {}, choices: {}, filter: [] });
});

test('an address from before there were choices, and one whose choices are none', async () => {
  const plain = { page: 'growth', options: {}, filter: [] } as const;
  const code = await encodeView({ ...plain, choices: {} });
  expect(await encodeView({ ...plain, choices: { cross_sell: {} } })).toBe(code);
  expect(await decodeView(code)).toEqual({ ...plain, choices: {} });
  const wrong = await encodeView({ ...plain, choices: { cross_sell: { show: {} as string } } });
  expect(await decodeView(wrong)).toBeNull();
});
test('a choice that a chart does not have is its first look', () => {
  expect(chosen(choices, { show: 'count', order: 'nothing', items: 12 })).toEqual({
    show: 'count',
    order: 'likeness',
    items: '18',
  });
  expect(chosen(choices, { show: 'toString' }).show).toBe('lift');
});

test('an address that unpacks to too much is refused', async () => {
  const code = await encodeView({
    page: 'data',
    options: {},
    choices: {},
    filter: [{ kind: 'line', field: 'product', values: ['a'.repeat(200_000)] }],
  });
  expect(await decodeView(code)).toBeNull();
});

describe('what may be shared', () => {
  const report = {
    facets: [
      {
        kind: 'customer',
        field: 'Region',
        values: [
          { value: 'North', count: 200 },
          { value: 'Sark', count: 1 },
        ],
        more: 0,
      },
      { kind: 'customer', field: 'Contact', values: [{ value: 'Ada Lovelace', count: 1 }], more: 0 },
      { kind: 'line', field: 'category', values: [{ value: 'Tea', count: 50 }], more: 0 },
    ],
  } as unknown as LoadReport;

  test('never who the customers are', () => {
    const filter: Filter = [
      { kind: 'customer', field: 'customer', values: ['C10004'] },
      { kind: 'customer', field: 'Contact', values: ['Ada Lovelace'] },
      { kind: 'customer', field: 'Region', values: ['Sark'] },
      { kind: 'customer', field: 'Region', values: ['North', 'Sark'] },
      { kind: 'customer', field: 'Nowhere', values: ['x'] },
    ];
    expect(shareable(filter, report)).toEqual([]);
  });
  test('days, fifths and the labels of categories, without who set them', () => {
    const filter: Filter = [
      { kind: 'window', from: 19_000, until: null, source: 'lifecycle_flow' },
      { kind: 'customer', field: 'value_quintile', values: ['1'] },
      { kind: 'customer', field: 'Region', values: ['North'], source: 'x' },
      { kind: 'customer', field: 'has_bought_category', values: ['Tea'] },
    ];
    expect(shareable(filter, report)).toEqual(filter.map(({ source: _, ...clause }) => clause));
  });
  test('an address in use holds no word of a chosen customer', async () => {
    const filter = shareable([{ kind: 'customer', field: 'customer', values: ['C10004'] }], report);
    const code = await encodeView({ page: 'customers', options: {}, choices: {}, filter });
    expect(await decodeView(code)).toEqual({ page: 'customers', options: {}, choices: {}, filter: [] });
  });
});
