import { readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { formatDay, formatUnit, parseIsoDay, type CalendarUnit } from '../../../src/domain/calendar';
import type { Dataset } from '../../../src/domain/columns';
import { optionValue } from '../../../src/cli/report-options';
import * as catalog from '../../../src/metrics/catalog';
import type { MetricId } from '../../../src/metrics/metric-id';
import type { AnyOptions, OptionSpec, TableColumn } from '../../../src/metrics/metric';
import { datasetOf, type Line } from '../../support/histories';
import { unifiedCompany } from '../../intake/unify/made-customers';
import { withContracts, withSpendAndSurveys, withStages, withTargets, withWallets, type Contract } from './arbitrary';
import type { Asked } from './ask';

type Row = Readonly<Record<string, string>>;

/** The worked example of a metric's about.md: its data, and the rows that they must give. */
export interface WorkedExample {
  readonly dataset: Dataset;
  readonly options: AnyOptions;
  readonly result: readonly Row[];
  /** Whether the result lists only some of the rows. */
  readonly some: boolean;
}

/** Metrics that share the about.md of another one. Blocks marked with their ids are theirs; one kind of theirs hides the common one. */
const SHARED: Readonly<Record<string, string>> = {
  survival_summary: 'survival',
  survival_tests: 'survival',
  clv_contract: 'survival',
  cross_sell_pairs: 'cross-sell',
  cross_sell_field: 'cross-sell',
  share_by_segment: 'share-of-customer',
  wallet_gap: 'share-of-customer',
  capability_portfolio: 'scorecard',
};

/** Metrics that have a text of their own in the folder of another one. */
const OWN: Readonly<Record<string, string>> = {
  clv_model: 'clv/about-model.md',
  clv_holdout: 'clv/about-holdout.md',
  clv_conditional: 'clv/about-conditional.md',
  rfm_cuts: 'rfm/about-cuts.md',
  next_offer_holdout: 'next-offer/about-holdout.md',
};

interface Block {
  readonly kind: string;
  readonly mark: string | undefined;
  readonly rows: readonly Row[];
}

function aboutOf(id: string): string {
  const place = OWN[id] ?? `${(SHARED[id] ?? id).replaceAll('_', '-')}/about.md`;
  return readFileSync(path.resolve(import.meta.dirname, '../../../src/metrics', place), 'utf8');
}

/** The blocks of a metric: its own where there are any that hold data, else the common ones. */
function blocksOf(id: string, text: string): Block[] {
  const matches = [...text.matchAll(/^```csv (\w+)(?: (\w+))?\n([\s\S]*?)^```$/gm)];
  const all = matches.map(([, kind, mark, rows]): Block => ({ kind, mark, rows: parse(rows) }));
  const own = all.filter(({ mark }) => mark === id);
  const common = all.filter(({ mark }) => mark === undefined || mark === 'some');
  const isData = ({ kind }: Block) =>
    ['lines', 'contracts', 'interactions', 'spend', 'surveys', 'targets'].includes(kind);
  const inherited = own.some(isData) ? [] : common.filter((block) => SHARED[id] === undefined || isData(block));
  return [...own, ...inherited];
}

export async function workedExample(id: string): Promise<WorkedExample | null> {
  const text = aboutOf(id);
  const blocks = blocksOf(id, text);
  const rowsOf = (kind: string) => blocks.filter((block) => block.kind === kind).flatMap((block) => block.rows);
  const data = rowsOf('lines').length + rowsOf('contracts').length;
  if (data === 0 || rowsOf('result').length === 0) return null;
  const touches = rowsOf('interactions').map((row) => ({
    customer: row['customer'],
    stage: row['stage'] ?? null,
    ...(row['channel'] ? { channel: row['channel'] } : {}),
    day: dayOf(row['date']),
  }));
  const lines = rowsOf('lines').map(lineOf);
  const files = [...text.matchAll(/^```csv customers (\S+)\n([\s\S]*?)^```$/gm)];
  const dataset =
    files.length > 0
      ? await unifiedCompany(lines, Object.fromEntries(files.map(([, name, rows]) => [name, parse(rows)])))
      : withTargets(
          withWallets(
            withContracts(
              withSpendAndSurveys(
                withStages(datasetOf(lines), [], touches),
                rowsOf('spend').map(paidOf),
                rowsOf('surveys').map(answerOf),
              ),
              rowsOf('contracts').map(contractOf),
            ),
            rowsOf('wallet').map(walletOf),
          ),
          rowsOf('targets').map(aimOf),
        );
  return {
    dataset,
    result: rowsOf('result'),
    some: blocks.some(({ kind, mark }) => kind === 'result' && mark === 'some'),
    options: optionsOf(id, rowsOf('options').at(0) ?? {}),
  };
}

/** As the command line would read them. */
function optionsOf(id: string, written: Row): AnyOptions {
  const specs = catalog[id as MetricId].options as Readonly<Record<string, OptionSpec>>;
  return Object.fromEntries(
    Object.entries(written).map(([name, value]) => [name, optionValue(name, specs[name], value)]),
  );
}

const parse = (text: string): Row[] => Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
const dayOf = (text: string) => {
  const day = parseIsoDay(text);
  if (day === null) throw new Error(`${text} is no day`);
  return day;
};

const contractOf = (row: Row): Contract => ({
  customer: row['customer'],
  start: dayOf(row['start']),
  endOfTerm: row['end_of_term'] ? dayOf(row['end_of_term']) : null,
  endedOn: row['ended_on'] ? dayOf(row['ended_on']) : null,
  strategy: row['strategy'] || null,
});

const aimOf = (row: Row) => ({
  stage: row['stage'] || null,
  level: row['level'] || null,
  metric: row['metric'],
  target: Number(row['target']),
  owner: row['owner'] || null,
});

const paidOf = (row: Row) => ({
  day: dayOf(row['date']),
  channel: row['channel'],
  amount: Number(row['amount']) * 10_000,
});

const answerOf = (row: Row) => ({
  customer: row['customer'],
  day: dayOf(row['date']),
  score: Number(row['score']),
});

const walletOf = (row: Row) => ({
  customer: row['customer'],
  category: row['category'] || null,
  stated: row['stated'] ? Number(row['stated']) : null,
  share: row['share'] ? Number(row['share']) : null,
  rank: row['rank'] ? Number(row['rank']) : null,
});

const lineOf = (row: Row): Line => ({
  customer: row['customer'] || null,
  day: dayOf(row['day']),
  order: row['order'],
  ...(row['category'] === undefined ? {} : { category: row['category'] || null }),
  amount: Number(row['amount']),
  ...(row['profit'] === undefined ? {} : { profit: Number(row['profit']) }),
});

/** A cell of a result as about.md writes it: numbers to the digits that the example gives. */
export function cellAsWritten(asked: Asked, column: string, row: number, example: string): string {
  const value = asked.table[column][row];
  if (typeof value === 'string') return value;
  if (Number.isNaN(value)) return '';
  const kind: TableColumn = asked.definition.table[column];
  if (kind === 'day') return formatDay(value);
  if (kind === 'flag') return value ? 'true' : 'false';
  if (kind === 'month') return formatUnit('month', value);
  if (kind === 'week') return formatUnit('week', value);
  if (kind === 'unit')
    return formatUnit(
      ((asked.options['unit'] as string) === '30d' ? 'month' : asked.options['unit']) as CalendarUnit,
      value,
    );
  const digits = example.split('.')[1]?.length ?? 0;
  return (kind.startsWith('money') ? value / 10_000 : value).toFixed(digits).replace(/^-(0(\.0*)?)$/, '$1');
}
