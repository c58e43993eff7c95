import fc from 'fast-check';
import { ANSWER_BANDS, SURVEY_ANSWER } from '../../src/domain/answer-bands';
import { dayFromCivil } from '../../src/domain/calendar';
import { RETURN, SALE, VOID, type Dataset, type TextColumn, type TransactionColumns } from '../../src/domain/columns';
import type { Filter, FilterClause } from '../../src/domain/filter';
import { MONEY_SCALE } from '../../src/domain/money';

/** One transaction line, written short. Money in whole currency units; null and undefined are blank. */
export interface Line {
  readonly customer?: string | null;
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly order?: string | null;
  readonly category?: string | null;
  readonly product?: string | null;
  readonly channel?: string | null;
  readonly department?: string | null;
  /** Negative on returns. */
  readonly amount?: number;
  readonly profit?: number;
  readonly quantity?: number;
  /** As METRICS rule 4 would say it when left out: a return if the amount is negative, else a sale. */
  readonly kind?: 'sale' | 'return' | 'void';
  /** Columns mapped to no field. */
  readonly attributes?: Readonly<Record<string, string | null>>;
}

const KINDS = { sale: SALE, return: RETURN, void: VOID } as const;

function textColumn(values: readonly (string | null | undefined)[]): TextColumn | null {
  if (values.every((value) => value === undefined)) return null;
  const distinct = [...new Set(values.filter((value) => value !== null && value !== undefined))];
  const index = new Map(distinct.map((value, code) => [value, code]));
  return {
    codes: Int32Array.from(values, (value) => (value === null || value === undefined ? -1 : index.get(value)!)),
    values: distinct,
  };
}

function numberColumn(values: readonly (number | undefined)[], otherwise: number): Float64Array | null {
  if (values.every((value) => value === undefined)) return null;
  return Float64Array.from(values, (value) => (value === undefined ? otherwise : Math.round(value * MONEY_SCALE)));
}

/** Validated columns out of a few literal lines. A field that no line names is not mapped. */
export function datasetOf(lines: readonly Line[]): Dataset {
  const amount = numberColumn(
    lines.map((line) => line.amount),
    0,
  );
  const profit = numberColumn(
    lines.map((line) => line.profit),
    0,
  );
  const names = [...new Set(lines.flatMap((line) => Object.keys(line.attributes ?? {})))];
  const transactions: TransactionColumns = {
    rows: lines.length,
    file: new Int32Array(lines.length),
    line: Int32Array.from(lines, (_, row) => row + 2),
    customer: textColumn(lines.map((line) => line.customer)),
    order: textColumn(lines.map((line) => line.order)),
    eachRow: false,
    day: Int32Array.from(lines, (line) => line.day),
    second: null,
    product: textColumn(lines.map((line) => line.product)),
    category: textColumn(lines.map((line) => line.category)),
    channel: textColumn(lines.map((line) => line.channel)),
    department: textColumn(lines.map((line) => line.department)),
    currency: null,
    quantity: numberColumn(
      lines.map((line) => line.quantity),
      NaN,
    ),
    amount: amount ?? new Float64Array(lines.length),
    hasAmount: amount !== null,
    profit:
      profit && Float64Array.from(profit, (value, row) => (lines[row].profit === undefined ? amount![row] : value)),
    kind: Uint8Array.from(lines, (line) => KINDS[line.kind ?? ((line.amount ?? 0) < 0 ? 'return' : 'sale')]),
    attributes: names.flatMap((name) => {
      const column = textColumn(lines.map((line) => line.attributes?.[name]));
      return column ? [{ name, column }] : [];
    }),
  };
  const balance = {
    rows_read: lines.length,
    rows_loaded: lines.length,
    rows_rejected: 0,
    rows_merged: 0,
    rows_set_aside: 0,
  };
  return {
    transactions,
    records: {},
    files: [{ name: 'lines.csv', role: 'transactions', ...balance, reasons: {} }],
    rejections: [],
    currency: null,
  };
}

const FIRST_DAY = dayFromCivil(2023, 11, 20);
const CUSTOMERS = ['1', '2', '3', '10', '20', '100'];
const CATEGORIES = ['tea', 'cups', "o'clock", ''];
const PRODUCTS = ['green', 'black', 'white'];

/** Few prices, so that returns often weigh up what was sold exactly. */
const price = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, 5, 5, 10) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 400 }).map((n) => n / 4) },
);
/** Kinds and signs of amounts that belong together. */
const money = fc.oneof(
  { weight: 6, arbitrary: price.map((amount) => ({ kind: 'sale' as const, amount })) },
  { weight: 3, arbitrary: price.map((amount) => ({ kind: 'return' as const, amount: 0 - amount })) },
  { weight: 1, arbitrary: price.map((amount) => ({ kind: 'void' as const, amount })) },
);
const orBlank = <T>(arbitrary: fc.Arbitrary<T>, weight = 6) =>
  fc.oneof({ weight, arbitrary }, { weight: 1, arbitrary: fc.constant(null) });

/** What one line adds to its order; most lines stand on the order's first day. */
const detail = fc
  .tuple(
    money,
    fc.record({
      later: fc.oneof(
        { weight: 5, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 }) },
      ),
      category: orBlank(fc.constantFrom(...CATEGORIES)),
      product: orBlank(fc.constantFrom(...PRODUCTS)),
      channel: orBlank(fc.constantFrom('shop', 'web')),
      profit: fc.integer({ min: -40, max: 40 }),
      quantity: fc.integer({ min: 0, max: 5 }),
      attributes: fc.record({
        Colour: orBlank(fc.constantFrom('red', 'blue')),
        'Group ': orBlank(fc.constantFrom('a', 'b')),
      }),
    }),
  )
  .map(([amounts, rest]) => ({ ...rest, ...amounts }));

const order = fc
  .tuple(
    fc.record({
      customer: orBlank(fc.constantFrom(...CUSTOMERS)),
      order: orBlank(
        fc.integer({ min: 1, max: 25 }).map((n) => `o${n}`),
        3,
      ),
    }),
    fc.oneof(fc.integer({ min: 0, max: 540 }), fc.constantFrom(0, 10, 11, 41, 102, 103, 406, 407)),
    fc.array(detail, { minLength: 1, maxLength: 4 }),
  )
  .map(([whose, day, details]) =>
    details.map(({ later, ...rest }): Line => ({ ...whose, ...rest, day: FIRST_DAY + day + later })),
  );

/**
 * A small history: few customers and orders over 18 months, returns, cancelled lines, unknown customers, blank and odd
 * categories, amounts of 0, orders that span days. At least one line, so that every field of `arbitraryFilter` is there.
 */
export const arbitraryLines: fc.Arbitrary<Line[]> = fc
  .tuple(order, fc.array(order, { maxLength: 20 }), fc.boolean())
  .map(([[first, ...more], others, hasCost]) => {
    const known = { ...first, customer: '1', attributes: { Colour: 'red', 'Group ': 'a' } };
    const lines = [known, ...more, ...others.flat()];
    return hasCost ? lines : lines.map(({ profit: _, ...rest }) => rest);
  });
export const arbitraryDataset: fc.Arbitrary<Dataset> = arbitraryLines.map(datasetOf);

const someOf = (values: readonly string[]) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: 3 });
const months = ['24286', '24287', '24288', '24290', '24295'];

const clause: fc.Arbitrary<FilterClause> = fc.oneof(
  fc.record({ kind: fc.constant('customer' as const), field: fc.constant('cohort_month'), values: someOf(months) }),
  fc.record({
    kind: fc.constant('customer' as const),
    field: fc.constant('value_quintile'),
    values: someOf(['0', '1', '2', '3', '4', '5']),
  }),
  fc.record({
    kind: fc.constant('customer' as const),
    field: fc.constant('rfm_segment'),
    values: someOf(['champions', 'loyal', 'lost', 'at_risk', 'hibernating', 'new', 'no such']),
  }),
  fc.record({
    kind: fc.constant('customer' as const),
    field: fc.constant(SURVEY_ANSWER),
    values: someOf([...ANSWER_BANDS[10], ...ANSWER_BANDS[5], 'no such']),
  }),
  fc.record({ kind: fc.constant('customer' as const), field: fc.constant('customer'), values: someOf(CUSTOMERS) }),
  fc.record({
    kind: fc.constant('customer' as const),
    field: fc.constant('has_bought_category'),
    values: someOf(CATEGORIES),
  }),
  fc.record({
    kind: fc.constant('customer' as const),
    field: fc.constant('has_bought_product'),
    values: someOf([...PRODUCTS, '']),
  }),
  fc.record({
    kind: fc.constant('customer' as const),
    field: fc.constantFrom('Colour', 'COLOUR'),
    values: someOf(['red', 'blue', '']),
  }),
  fc.record({ kind: fc.constant('line' as const), field: fc.constant('category'), values: someOf(CATEGORIES) }),
  fc.record({
    kind: fc.constant('line' as const),
    field: fc.constant('product'),
    values: someOf([...PRODUCTS, '', 'never sold']),
  }),
  fc.record({ kind: fc.constant('line' as const), field: fc.constant('channel'), values: someOf(['shop', 'web', '']) }),
  fc.record({
    kind: fc.constant('line' as const),
    field: fc.constantFrom('colour', 'group '),
    values: someOf(['red', 'a', '']),
  }),
  fc.record({
    kind: fc.constant('window' as const),
    from: fc.option(fc.integer({ min: -20, max: 400 }).map((n) => FIRST_DAY + n)),
    until: fc.option(fc.integer({ min: 100, max: 560 }).map((n) => FIRST_DAY + n)),
  }),
);

/** Up to three clauses, several of one field at times. */
export const arbitraryFilter: fc.Arbitrary<Filter> = fc.array(clause, { maxLength: 3 });
