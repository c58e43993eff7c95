import type { Samples } from './samples';

interface Row {
  readonly what: string;
  readonly against: string;
  /** Names of samples. */
  readonly ours: string;
  readonly theirs: string;
  /** Ours / theirs, of PERFORMANCE.md; null where it has none. */
  readonly goal: number | null;
}

const question = (what: string, name: string, goal: number): Row[] => [
  { what, against: 'DuckDB star', ours: `counts ${name}`, theirs: `star ${name}`, goal },
  { what: '', against: 'DuckDB plain', ours: `counts ${name}`, theirs: `plain ${name}`, goal: null },
  {
    what: '  and all that its chart is given',
    against: 'DuckDB star',
    ours: `charts ${name}`,
    theirs: `star ${name}`,
    goal: null,
  },
];

const ROWS: readonly Row[] = [
  {
    what: 'cold start to the first query',
    against: 'DuckDB start',
    ours: 'ours query',
    theirs: 'theirs query',
    goal: 0.12,
  },
  {
    what: 'cold page, file chosen, to the first retention triangle',
    against: 'start + read_csv + query',
    ours: 'ours first triangle',
    theirs: 'theirs first triangle',
    goal: 0.35,
  },
  {
    what: 'the same, and SQLite filled and queryable',
    against: 'the same',
    ours: 'ours first triangle and fill',
    theirs: 'theirs first triangle',
    goal: 0.7,
  },
  {
    what: 'CSV bytes to facts',
    against: 'read_csv, types given',
    ours: 'ours read',
    theirs: 'theirs read',
    goal: 0.65,
  },
  {
    what: 'CSV bytes to SQLite too',
    against: 'read_csv, types given',
    ours: 'ours read and fill',
    theirs: 'theirs read',
    goal: 1,
  },
  ...question('retention triangle', 'triangle', 0.05),
  ...question('Kaplan-Meier by five strata', 'survival', 0.05),
  ...question('cross-sell, 50 categories, by customer', 'categoriesByCustomer', 0.03),
  ...question('cross-sell, 500 products, by order', 'productsByOrder', 0.03),
  ...question('value quintiles', 'quintiles', 0.04),
  ...question('value curve', 'curve', 0.04),
  ...question('a brush: filter, then all six again', 'brush', 0.045),
  { what: 'peak memory: facts only', against: 'read_csv', ours: 'ours memory', theirs: 'theirs memory', goal: 0.65 },
  {
    what: 'peak memory: with SQLite',
    against: 'read_csv',
    ours: 'ours memory filled',
    theirs: 'theirs memory',
    goal: 0.9,
  },
];

const HEAD = ['what', 'against', 'ratio', 'goal', '', 'ours', 'theirs'];

/** The table as Markdown, aligned so that it reads as plain text too. Rows that nothing was measured for are left out. */
export function tableOf(samples: Samples): string {
  const cells = ROWS.flatMap((row) => {
    const ours = samples.median(row.ours);
    const theirs = samples.median(row.theirs);
    const ratio = samples.ratio(row.ours, row.theirs);
    if (ours === null || theirs === null || ratio === null) return [];
    const unit = row.ours.includes('memory') ? 'MB' : 'ms';
    const verdict = row.goal === null ? '' : ratio <= row.goal ? 'met' : `${(ratio / row.goal).toFixed(1)} x`;
    const goal = row.goal === null ? '' : `<= ${row.goal}`;
    return [[row.what, row.against, figure(ratio), goal, verdict, amount(ours, unit), amount(theirs, unit)]];
  });
  const widths = HEAD.map((head, column) => Math.max(head.length, 3, ...cells.map((row) => row[column].length)));
  const line = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [line(HEAD), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...cells.map(line)].join('\n');
}

const figure = (ratio: number) => ratio.toFixed(ratio < 0.1 ? 3 : 2);
const amount = (value: number, unit: string) => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ${unit}`;
