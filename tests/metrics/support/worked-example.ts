import { readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { formatDay, formatUnit, parseIsoDay, type CalendarUnit } from '../../../src/domain/calendar';
import type { Dataset } from '../../../src/domain/columns';
import type { TableColumn } from '../../../src/metrics/metric';
import { datasetOf, type Line } from '../../support/histories';
import { withStages } from './arbitrary';
import type { Asked } from './ask';

type Row = Readonly<Record<string, string>>;

/** The worked example of a metric's about.md: its data, and the rows that they must give. */
export interface WorkedExample {
  readonly dataset: Dataset;
  readonly result: readonly Row[];
  /** Whether the result lists only some of the rows. */
  readonly some: boolean;
}

export function workedExample(id: string): WorkedExample | null {
  const file = path.resolve(import.meta.dirname, '../../../src/metrics', id.replaceAll('_', '-'), 'about.md');
  const blocks = [...readFileSync(file, 'utf8').matchAll(/^```csv (\w+)( some)?\n([\s\S]*?)^```$/gm)];
  const rowsOf = (kind: string) => blocks.filter((block) => block[1] === kind).flatMap((block) => parse(block[3]));
  if (rowsOf('lines').length === 0 || rowsOf('result').length === 0) return null;
  const touches = rowsOf('interactions').map((row) => ({
    customer: row['customer'],
    stage: row['stage'],
    day: dayOf(row['date']),
  }));
  return {
    dataset: withStages(datasetOf(rowsOf('lines').map(lineOf)), [], touches),
    result: rowsOf('result'),
    some: blocks.some((block) => block[1] === 'result' && block[2] !== undefined),
  };
}

const parse = (text: string): Row[] => Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
const dayOf = (text: string) => {
  const day = parseIsoDay(text);
  if (day === null) throw new Error(`${text} is no day`);
  return day;
};

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
  return (kind === 'money' || kind === 'money_number' ? value / 10_000 : value)
    .toFixed(digits)
    .replace(/^-(0(\.0*)?)$/, '$1');
}
