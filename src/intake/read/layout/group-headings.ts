import type { TextColumn } from '../../../domain/columns';
import { kindOf } from '../cell-kind';
import { nameOfTotal } from './closing-rows';
import type { RawTable, SetAside } from '../raw-table';

/** `Sales by Customer Detail`, `Umsatz nach Kunde`: what the groups of a report are. */
const GROUPED_BY = /(?:^|[\s_-])(?:by|nach|par|por|per|je)[\s_-]+(\p{L}[\p{L}/]*)/iu;
const SINGULAR: Readonly<Record<string, string>> = {
  kunden: 'Kunde',
  customers: 'Customer',
  clients: 'Client',
  clientes: 'Cliente',
  products: 'Product',
  items: 'Item',
};

/** Rows of which nearly all must hold numbers or dates where headings stand in a column that has values of its own. */
const TYPED = 0.95;

/**
 * A report in groups, as accounting programs print it: a row with the customer alone, his lines beneath, and mostly a row
 * `Total for ...`. The name of the group becomes a column of its rows; the headings are set aside. Any other table comes
 * through untouched.
 */
export function groupByHeadings(table: RawTable): RawTable {
  const place = table.rows > 2 ? soleText(table, 0) : -1;
  if (place < 0) return table;
  const heading = headingRows(table, place);
  const totals = totalsOf(table);
  if (!areGroups(table, place, heading, totals)) return table;
  const groups = nameGroups(table, place, heading, totals);
  const kept = Int32Array.from({ length: table.rows }, (_, row) => row).filter((row) => !heading[row]);
  const isBlank = kept.every((row) => table.columns[place].codes[row] < 0);
  const name = isBlank && !isUnnamed(table, place) ? table.header[place] : freeName(table, titleOf(table) ?? 'Group');
  const take = ({ codes, values }: TextColumn): TextColumn => ({ codes: kept.map((row) => codes[row]), values });
  const own = table.columns.map(take);
  const added = groups.map(take);
  const names = [name, ...groups.slice(1).map(() => freeName(table, `${name} part`))];
  const rest = <T>(list: readonly T[]): T[] => list.filter((_, column) => !isBlank || column !== place);
  return {
    ...table,
    header: [...names, ...rest(table.header)],
    columns: [...added, ...rest(own)],
    rows: kept.length,
    line: kept.map((row) => table.line[row]),
    setAside: [...table.setAside, ...headingsAside(table, place, heading)].sort((a, b) => a.line - b.line),
    notices: [
      ...(table.notices ?? []),
      {
        code: 'grouped_rows',
        file: table.file,
        count: table.rows - kept.length,
        column: name,
        values: groups[0].values.slice(0, 3),
      },
    ],
  };
}

/** The column of the one filled cell of a row, where it is a text; else -1. */
function soleText({ columns }: RawTable, row: number): number {
  let place = -1;
  for (let column = 0; column < columns.length; column++) {
    if (columns[column].codes[row] < 0) continue;
    if (place >= 0) return -1;
    place = column;
  }
  if (place < 0) return -1;
  const { codes, values } = columns[place];
  return kindOf(values[codes[row]]) === 'text' ? place : -1;
}

function headingRows(table: RawTable, place: number): Uint8Array {
  const heading = new Uint8Array(table.rows);
  for (let row = 0; row < table.rows; row++) if (soleText(table, row) === place) heading[row] = 1;
  return heading;
}

/** Of rows set aside as totals, by line: the group that each names, '' where it names none. */
const totalsOf = ({ setAside }: RawTable): ReadonlyMap<number, string> =>
  new Map(
    setAside.flatMap(({ line, reason, text }) =>
      reason === 'totals' ? [[line, nameOfTotal(text.split(' | ', 1)[0]) ?? '']] : [],
    ),
  );

function areGroups(table: RawTable, place: number, heading: Uint8Array, totals: ReadonlyMap<number, string>): boolean {
  const { codes, values } = table.columns[place];
  const count = heading.reduce((sum, one) => sum + one, 0);
  if (count * 2 > table.rows || heading[table.rows - 1]) return false;
  const names = new Set<string>();
  const kinds = { text: 0, other: 0, blank: 0 };
  const isText = values.map((value) => kindOf(value) === 'text');
  for (let row = 0; row < table.rows; row++) {
    const code = codes[row];
    if (heading[row]) names.add(values[code]);
    else if (code < 0) kinds.blank++;
    else if (isText[code]) kinds.text++;
    else kinds.other++;
  }
  const closed = new Set(totals.values());
  const confirmed = [...names].filter((name) => closed.has(name)).length;
  if (confirmed > 0 && confirmed >= names.size * 0.5) return true;
  if (names.size < 2 && titleOf(table) === null) return false;
  // A column with values of its own in some rows and none in others may just have gaps.
  if (kinds.text + kinds.other === 0) return true;
  return kinds.blank === 0 && kinds.other >= (kinds.text + kinds.other) * TYPED;
}

/** The names of each row's groups, the outermost first; a second one only where groups stand within groups. */
function nameGroups(
  table: RawTable,
  place: number,
  heading: Uint8Array,
  totals: ReadonlyMap<number, string>,
): TextColumn[] {
  const source = table.columns[place];
  const closed = new Set(totals.values());
  const ends = [...totals].sort((a, b) => a[0] - b[0]);
  const codeOf = new Map<string, number>();
  const outer = new Int32Array(table.rows).fill(-1);
  const inner = new Int32Array(table.rows).fill(-1);
  const open: string[] = [];
  const codeFor = (name: string | undefined): number => {
    if (name === undefined) return -1;
    if (!codeOf.has(name)) codeOf.set(name, codeOf.size);
    return codeOf.get(name)!;
  };
  let end = 0;
  for (let row = 0; row < table.rows; row++) {
    for (; end < ends.length && ends[end][0] < table.line[row]; end++) close(open, ends[end][1]);
    if (heading[row]) {
      // A group that no total closes ends where the next begins.
      if (open.length > 0 && !closed.has(open[open.length - 1])) open.pop();
      open.push(source.values[source.codes[row]]);
      continue;
    }
    outer[row] = codeFor(open[0]);
    inner[row] = open.length > 1 ? codeFor(open.slice(1).join(': ')) : -1;
  }
  const values = [...codeOf.keys()];
  const isNested = inner.some((code) => code >= 0);
  return [{ codes: outer, values }, ...(isNested ? [{ codes: inner, values }] : [])];
}

function close(open: string[], name: string): void {
  const at = name === '' ? open.length - 1 : open.lastIndexOf(name);
  if (at >= 0) open.length = at;
}

function headingsAside(table: RawTable, place: number, heading: Uint8Array): SetAside[] {
  const { codes, values } = table.columns[place];
  return Array.from(heading.keys())
    .filter((row) => heading[row])
    .map((row) => ({ line: table.line[row], reason: 'group_heading', text: values[codes[row]] }));
}

const isUnnamed = ({ header }: RawTable, column: number): boolean => header[column] === `column ${column + 1}`;

function freeName({ header }: RawTable, wanted: string): string {
  let name = wanted;
  for (let n = 2; header.includes(name); n++) name = `${wanted} (${n})`;
  return name;
}

/** What a title above the table, the sheet's name or the file's says that it is grouped by. */
function titleOf({ setAside, sheet, file }: RawTable): string | null {
  const titles = setAside.flatMap(({ reason, text }) => (reason === 'preamble' ? [text] : []));
  const spaced = (name: string): string => name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replace(/\.\w+$/, '');
  for (const title of [...titles, sheet ?? '', spaced(file)]) {
    const word = GROUPED_BY.exec(title)?.[1].replace(/\/$/, '');
    if (word === undefined) continue;
    return SINGULAR[word.toLowerCase()] ?? word[0].toUpperCase() + word.slice(1);
  }
  return null;
}
