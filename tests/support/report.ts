import { openAsBlob, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import Papa from 'papaparse';
import { parseIsoDay } from '../../src/domain/calendar';
import type { Dataset } from '../../src/domain/columns';
import type { Role } from '../../src/domain/roles';
import { chooseRole } from '../../src/intake/load/choose-roles';
import { writeReport, type ReportFiles } from '../../src/cli/write-report';
import { parseSettings } from '../../src/cli/report-options';
import { validateChoices } from '../../src/intake/load/validate-choices';
import { parseMapping } from '../../src/intake/understand/mapping/mapping';
import { readTables } from '../../src/intake/read/read-file';

export interface ReportRequest {
  readonly role: Role;
  readonly file: string;
  readonly sheet?: string;
  /** A mapping file's path, or the mapping; guessed without. */
  readonly map?: string | object;
  readonly set?: readonly string[];
  readonly until?: string;
}

/** The files of a report as text, each put together when it is first looked at. */
export type ReportText = Readonly<Record<string, string>>;
export function textOf(files: ReportFiles): ReportText {
  const made: Record<string, string> = {};
  return new Proxy(made, {
    get: (_, name: string) => (name in files ? (made[name] ??= [...files[name]].join('')) : undefined),
  });
}

/** What `npm run report` writes, in this process. */
export const reportOf = async (request: ReportRequest): Promise<ReportText> =>
  reportFrom(await datasetOfFile(request), request);

export const reportFrom = (dataset: Dataset, { set = [], until }: Pick<ReportRequest, 'set' | 'until'>): ReportText =>
  textOf(writeReport(dataset, parseSettings(set), until === undefined ? null : parseIsoDay(until)));

export async function datasetOfFile({ role, file, sheet, map }: ReportRequest): Promise<Dataset> {
  const tables = await readTables(
    { name: basename(file), blob: await openAsBlob(file) },
    sheet === undefined ? {} : { sheet },
  );
  const mapping =
    map === undefined ? {} : parseMapping(typeof map === 'string' ? JSON.parse(readFileSync(map, 'utf8')) : map);
  return (await validateChoices([chooseRole(tables, role, mapping)])).dataset;
}

export type Row = Readonly<Record<string, string>>;
export const parseTable = (text: string): Row[] =>
  Papa.parse<Row>(text, { header: true, skipEmptyLines: true, delimiter: ',' }).data;

/** Columns that name a row of each table; the first column where none is listed. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  lifecycle_funnel: ['reading', 'stage'],
  cohort_retention: ['cohort', 'period'],
  cohort_value: ['cohort', 'period'],
  survival: ['stratum', 't'],
  survival_tests: ['test', 'subject'],
  cross_sell: ['level', 'from', 'to'],
  share_of_customer: ['quintile', 'grade'],
  basket_rules: ['antecedent', 'consequent'],
};
const MONEY = new Set(['net', 'profit', 'monetary']);

const isNumber = (text: string) => text !== '' && Number.isFinite(Number(text));

/**
 * Equal as texts; money within half of its last place; other numbers within 1e-9 of each other, relatively; intervals within
 * 1e-7, since the reference cuts the normal quantile to 1.959964.
 */
function sameCell(column: string, expected: string, actual: string): boolean {
  if (!isNumber(expected) || !isNumber(actual)) return expected.toLowerCase() === actual.toLowerCase();
  const [a, b] = [Number(expected), Number(actual)];
  if (MONEY.has(column)) return Math.abs(a - b) <= 0.00005 + 1e-12 * Math.abs(a);
  const tolerance = column.startsWith('ci_') ? 1e-7 : 1e-9;
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), 1e-9) + 1e-12;
}

/** Every difference between two tables of one metric, as a line each; none where they agree. */
export function differences(metric: string, expected: readonly Row[], actual: readonly Row[]): string[] {
  const columns = Object.keys(expected[0] ?? {});
  const keys = KEYS[metric] ?? columns.slice(0, 1);
  const nameOf = (row: Row) =>
    keys.map((key) => (isNumber(row[key]) ? String(Number(row[key])) : row[key])).join(' | ');
  const found = new Map(actual.map((row) => [nameOf(row), row]));
  const lines: string[] = [];
  if (found.size !== expected.length) lines.push(`${expected.length} rows expected, ${found.size} found`);
  for (const row of expected) {
    const other = found.get(nameOf(row));
    if (!other) lines.push(`${nameOf(row)}: missing`);
    else
      for (const column of columns)
        if (!keys.includes(column) && !sameCell(column, row[column], other[column]))
          lines.push(`${nameOf(row)}, ${column}: ${row[column]} expected, ${other[column]} found`);
  }
  return lines;
}
