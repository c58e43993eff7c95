import fc from 'fast-check';
import { NO_DAY } from '../../../src/domain/calendar';
import type { Dataset, RecordTable, TextColumn } from '../../../src/domain/columns';
import { FUNNEL_STAGES, STATED_STAGES } from '../../../src/domain/lifecycle';
import type { MetricId } from '../../../src/metrics/metric-id';
import * as catalog from '../../../src/metrics/catalog';
import type { AnyOptions, OptionSpec } from '../../../src/metrics/metric';
import { arbitraryLines, datasetOf, type Line } from '../../support/histories';

const PEOPLE = ['1', '2', '3', '10', '55', '56'];

const textColumn = (values: readonly (string | null)[]): TextColumn => {
  const distinct = [...new Set(values.filter((value) => value !== null))];
  return {
    codes: Int32Array.from(values, (value) => (value === null ? -1 : distinct.indexOf(value))),
    values: distinct,
  };
};
const recordTable = (role: RecordTable['role'], rows: number, parts: Partial<RecordTable>): RecordTable => ({
  role,
  rows,
  file: new Int32Array(rows),
  line: Int32Array.from({ length: rows }, (_, row) => row + 2),
  text: {},
  day: {},
  number: {},
  attributes: [],
  ...parts,
});

interface Person {
  readonly customer: string;
  readonly stage: string | null;
  readonly days: readonly (number | null)[];
}
interface Touch {
  readonly customer: string;
  readonly stage: string | null;
  readonly day: number;
  readonly channel?: string | null;
}

/** Customers with stages of their own, and dated steps of prospects and customers. */
export function withStages(dataset: Dataset, people: readonly Person[], touches: readonly Touch[]): Dataset {
  const customers = recordTable('customers', people.length, {
    text: {
      customer: textColumn(people.map((one) => one.customer)),
      stage: textColumn(people.map((one) => one.stage)),
    },
    day: Object.fromEntries(
      STATED_STAGES.slice(0, 2).map((stage, at) => [
        `${stage}_on`,
        Int32Array.from(people, (one) => one.days[at] ?? NO_DAY),
      ]),
    ),
  });
  const interactions = recordTable('interactions', touches.length, {
    text: {
      customer: textColumn(touches.map((one) => one.customer)),
      stage: textColumn(touches.map((one) => one.stage)),
      channel: textColumn(touches.map((one) => one.channel ?? null)),
    },
    day: { date: Int32Array.from(touches, (one) => one.day) },
  });
  return {
    ...dataset,
    records: { ...(people.length ? { customers } : {}), ...(touches.length ? { interactions } : {}) },
  };
}

export interface Contract {
  readonly customer: string;
  readonly start: number | null;
  readonly endOfTerm: number | null;
  readonly endedOn: number | null;
  readonly strategy: string | null;
  readonly churned?: string | null;
}

/** Customers under contract. */
export function withContracts(dataset: Dataset, contracts: readonly Contract[]): Dataset {
  if (contracts.length === 0) return dataset;
  const days = (of: (one: Contract) => number | null) => Int32Array.from(contracts, (one) => of(one) ?? NO_DAY);
  const table = recordTable('contracts', contracts.length, {
    text: {
      customer: textColumn(contracts.map(({ customer }) => customer)),
      strategy: textColumn(contracts.map(({ strategy }) => strategy)),
      churned: textColumn(contracts.map(({ churned }) => churned ?? null)),
    },
    day: {
      start: days(({ start }) => start),
      end_of_term: days(({ endOfTerm }) => endOfTerm),
      ended_on: days(({ endedOn }) => endedOn),
    },
  });
  return { ...dataset, records: { ...dataset.records, contracts: table } };
}

interface Tenure {
  readonly customer: string;
  readonly tenure: number;
  readonly churned: string | null;
}

/** Customers whose file tells how long they have been there, not since when. */
export function withTenures(dataset: Dataset, tenures: readonly Tenure[]): Dataset {
  if (tenures.length === 0) return dataset;
  const table = recordTable('contracts', tenures.length, {
    text: {
      customer: textColumn(tenures.map(({ customer }) => customer)),
      churned: textColumn(tenures.map(({ churned }) => churned)),
    },
    number: { tenure: Float64Array.from(tenures, ({ tenure }) => tenure) },
    tenureUnit: 'months',
  });
  return { ...dataset, records: { ...dataset.records, contracts: table } };
}

interface Paid {
  readonly day: number;
  readonly channel?: string | null;
  readonly amount: number;
}
interface Answer {
  /** Left out throughout: a survey that names nobody. */
  readonly customer?: string;
  readonly day: number;
  readonly score: number;
  readonly weight?: number;
  /** A column of the survey that no field claims. */
  readonly about?: string | null;
}

/** @param scale the scale that the file states; by default none */
export function withSpendAndSurveys(
  dataset: Dataset,
  spend: readonly Paid[],
  answers: readonly Answer[],
  scale?: string,
): Dataset {
  const paid = recordTable('spend', spend.length, {
    text: { channel: textColumn(spend.map(({ channel }) => channel ?? null)) },
    day: { date: Int32Array.from(spend, (one) => one.day) },
    number: { amount: Float64Array.from(spend, (one) => one.amount) },
  });
  const named = answers.some(({ customer }) => customer !== undefined);
  const weighted = answers.some(({ weight }) => weight !== undefined);
  const surveys = recordTable('surveys', answers.length, {
    text: named ? { customer: textColumn(answers.map(({ customer }) => customer ?? null)) } : {},
    day: { date: Int32Array.from(answers, (one) => one.day) },
    number: {
      score: Float64Array.from(answers, ({ score }) => score),
      ...(weighted ? { weight: Float64Array.from(answers, ({ weight }) => weight ?? NaN) } : {}),
    },
    attributes: [{ name: 'About', column: textColumn(answers.map(({ about }) => about ?? null)) }],
    ...(scale ? { scoreScale: scale } : {}),
  });
  return {
    ...dataset,
    records: {
      ...dataset.records,
      ...(spend.length ? { spend: paid } : {}),
      ...(answers.length ? { surveys } : {}),
    },
  };
}

interface Aim {
  readonly stage?: string | null;
  readonly level?: string | null;
  readonly metric: string;
  readonly target: number;
  readonly owner?: string | null;
}

/** Who answers for what. */
export function withTargets(dataset: Dataset, aims: readonly Aim[]): Dataset {
  if (aims.length === 0) return dataset;
  const column = (of: (aim: Aim) => string | null | undefined) => textColumn(aims.map((aim) => of(aim) ?? null));
  const targets = recordTable('targets', aims.length, {
    text: {
      stage: column(({ stage }) => stage),
      level: column(({ level }) => level),
      metric: column(({ metric }) => metric),
      owner: column(({ owner }) => owner),
    },
    number: { target: Float64Array.from(aims, ({ target }) => target) },
  });
  return { ...dataset, records: { ...dataset.records, targets } };
}

interface Stated {
  readonly customer: string;
  readonly category: string | null;
  readonly stated: number | null;
  readonly share: number | null;
  readonly rank: number | null;
}

/** What customers say of their spend with everyone: money, a share of it, a rank among four suppliers. */
export function withWallets(dataset: Dataset, wallets: readonly Stated[]): Dataset {
  if (wallets.length === 0) return dataset;
  const numbers = (of: (one: Stated) => number | null) => Float64Array.from(wallets, (one) => of(one) ?? NaN);
  const wallet = recordTable('wallet', wallets.length, {
    text: {
      customer: textColumn(wallets.map((one) => one.customer)),
      category: textColumn(wallets.map((one) => one.category)),
    },
    number: {
      stated: numbers(({ stated }) => stated && stated * 10_000),
      share: numbers(({ share }) => share),
      rank: numbers(({ rank }) => rank),
      suppliers: numbers(() => 4),
    },
  });
  return { ...dataset, records: { ...dataset.records, wallet } };
}

const day = fc.integer({ min: 19_640, max: 20_220 });
const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const stages = fc.tuple(
  fc.uniqueArray(
    fc.record({
      customer: fc.constantFrom(...PEOPLE),
      stage: nullable(fc.constantFrom(...FUNNEL_STAGES)),
      days: fc.tuple(nullable(day), nullable(day)),
    }),
    { maxLength: 5, selector: ({ customer }) => customer },
  ),
  fc.array(
    fc.record({
      customer: fc.constantFrom(...PEOPLE),
      stage: nullable(fc.constantFrom(...STATED_STAGES)),
      day,
      channel: nullable(fc.constantFrom('radio', 'mail', 'unknown', 'web')),
    }),
    { maxLength: 8 },
  ),
);

/** Now and then contracts that overlap, follow each other, end before they begin, or have left nobody knows when. */
const contract: fc.Arbitrary<Contract> = fc.record({
  customer: fc.constantFrom(...PEOPLE),
  start: fc.option(day, { freq: 8, nil: null }),
  endOfTerm: nullable(fc.integer({ min: 19_700, max: 20_300 })),
  endedOn: fc.option(day, { freq: 1, nil: null }),
  strategy: nullable(fc.constantFrom('reward', 'penalty', 'none', 'gold')),
  churned: fc.option(fc.constantFrom('yes', 'no'), { freq: 1, nil: null }),
});
const tenure: fc.Arbitrary<Tenure> = fc.record({
  customer: fc.constantFrom(...PEOPLE),
  tenure: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.constantFrom(2.5, NaN)),
  churned: nullable(fc.constantFrom('yes', 'no')),
});
const answersOf = <T extends object>(more: { readonly [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.array(
    fc.record({
      customer: fc.constantFrom(...PEOPLE),
      day,
      score: fc.oneof(fc.integer({ min: 0, max: 10 }), fc.constantFrom(60, 60.5, 61, 89, 90, 100)),
      about: nullable(fc.constantFrom('shop', 'service')),
      ...more,
    }),
    { maxLength: 6 },
  );
const records = fc.record({
  contracts: fc.array(contract, { maxLength: 10 }),
  tenures: fc.option(fc.array(tenure, { maxLength: 8 }), { freq: 1, nil: [] }),
  spend: fc.array(
    fc.record({
      day,
      amount: fc.integer({ min: 0, max: 1_000_000 }),
      channel: nullable(fc.constantFrom('radio', 'mail', 'TV')),
    }),
    { maxLength: 5 },
  ),
  scale: fc.constantFrom(undefined, '0-10', '1-5', '1-7', '0-100'),
  answers: fc.oneof(answersOf({}), answersOf({ weight: fc.constantFrom(0.25, 1, 1.5, NaN) })),
});

const wallets = fc.array(
  fc.record({
    customer: fc.constantFrom(...PEOPLE),
    category: nullable(fc.constantFrom('tea', 'cups', 'all', 'not sold', 'nor this')),
    stated: nullable(fc.integer({ min: 0, max: 60 })),
    share: nullable(fc.constantFrom(0, 0.25, 1, 1.07)),
    rank: nullable(fc.integer({ min: 0, max: 5 })),
  }),
  { maxLength: 6 },
);

const aims = fc.array(
  fc.record({
    stage: nullable(fc.constantFrom('Growth', 'elsewhere')),
    level: nullable(fc.constantFrom('management', 'operations')),
    metric: fc.constantFrom('nps', 'Retention rate', 'net_sales', 'joy'),
    target: fc.constantFrom(1, 60, NaN),
    owner: nullable(fc.constantFrom('Dora', 'Emil')),
  }),
  { maxLength: 3 },
);

/** Now and then a line has no day that can be believed; the first line keeps its own. */
const undated = fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }), { nil: [] });

const withoutDays = (lines: readonly Line[], rows: readonly number[]): Line[] =>
  lines.map((line, row) => (rows.includes(row) ? { ...line, day: NO_DAY } : line));

/** A history as of tests/support/histories.ts, at times with stages, prospects, contracts, spend, surveys, wallets and targets. */
export const arbitraryLifecycle: fc.Arbitrary<{ lines: Line[]; dataset: Dataset }> = fc
  .tuple(arbitraryLines, stages, records, wallets, aims, undated)
  .map(([dated, [people, touches], { contracts, tenures, spend, answers, scale }, stated, aimed, rows]) => {
    const lines = withoutDays(dated, rows);
    const staged = withWallets(
      withTargets(withSpendAndSurveys(withStages(datasetOf(lines), people, touches), spend, answers, scale), aimed),
      stated,
    );
    const dataset = tenures.length > 0 ? withTenures(staged, tenures) : withContracts(staged, contracts);
    return { lines, dataset };
  });

/** What a text option may say in random trials; a metric with another one must add it here. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  'feedback.by': ['', 'Colour', 'Group '],
  'lifecycle_funnel.steps': ['', 'aware;customer', 'understands; evaluates;repeat_customer', 'grown'],
  'lifecycle_funnel.by': ['', 'Colour', 'Group '],
  'rfm.recency_cuts': ['', '30;60;90.5;200'],
  'rfm.frequency_cuts': ['', '1;1;2;3'],
  'rfm.monetary_cuts': ['', '-5;0;12.5;1000'],
  'rfm_cuts.recency_cuts': ['', '30;60;90.5;200'],
  'rfm_cuts.frequency_cuts': ['', '1;1;2;3'],
  'rfm_cuts.monetary_cuts': ['', '-5;0;12.5;1000'],
  'retention_curve.by': ['', 'Colour', 'Group '],
  'share_by_segment.by': ['', 'Colour', 'Group '],
  'survival.by': ['', 'Colour', 'Colour;Group '],
  'survival_summary.by': ['', 'Colour'],
  'survival_tests.by': ['', 'Colour;Group '],
};

function arbitraryOption(name: string, spec: OptionSpec): fc.Arbitrary<string | number | null> {
  if (spec.type === 'one_of') return fc.constantFrom(...spec.values);
  if (spec.type === 'text') return fc.constantFrom(...TEXTS[name]);
  if (spec.type === 'day') return nullable(day);
  if (spec.type === 'decimal') return fc.constantFrom(spec.default, String(spec.min), String(spec.max), '0.3');
  const some = fc.integer({ min: spec.min, max: Math.min(spec.max, spec.min + 200) });
  return spec.default === null ? nullable(some) : some;
}

export const arbitraryOptions = (id: MetricId): fc.Arbitrary<AnyOptions> =>
  fc.record(
    Object.fromEntries(
      Object.entries(catalog[id].options).map(([name, spec]) => [
        name,
        arbitraryOption(`${id}.${name}`, spec as OptionSpec),
      ]),
    ),
  );
