import type { Dataset, RecordTable, TextColumn } from '../../domain/columns';
import type { Notice } from '../../domain/notices';
import type { KeySpellings } from '../../domain/receipt';
import type { Treatments } from '../../domain/treatment';
import { countsOf } from '../values/read-columns';
import { personHeader } from '../words/person-headers';
import { customerColumns, renameValues, withCustomerColumns, type CustomerColumn } from './customer-columns';
import { joinsByOtherColumn } from './join-by-other-column';
import { respellings } from './key-forms';
import { keysOfNobody } from './nobody';

/** A dataset whose files name the same customers by the same keys, and what was done for it. */
export interface MetKeys<D> {
  readonly dataset: D;
  readonly notices: readonly Notice[];
  readonly spellings: KeySpellings | null;
}

type Brought = Pick<Dataset, 'transactions' | 'records' | 'files' | 'sources'>;

/**
 * Lets the keys of customers of all files meet (METRICS.md rules 9 and 17): keys that mean nobody are emptied, spellings of one
 * key become one, and keys that are another column of the list of customers are replaced by its key. A role whose keys are to
 * stay as they are written takes no part; one whose spellings are to stay apart takes part in all but the spellings.
 */
export function meetKeys<D extends Brought>(brought: D, treatments: Treatments = {}): MetKeys<D> {
  const spelled = (dataset: Brought, columns: readonly CustomerColumn[]) => inOneSpelling(dataset, columns, treatments);
  const steps = [withoutNobody, spelled, joinedByOther, (dataset: Brought) => unmet(dataset)];
  let dataset = brought;
  let spellings: KeySpellings | null = null;
  const notices: Notice[] = [];
  for (const step of steps) {
    const columns = customerColumns(dataset).filter(({ role }) => treatments[role]?.keys !== 'as_written');
    const done = step(dataset, columns);
    dataset = withCustomerColumns(dataset, done.changed);
    spellings ??= done.spellings ?? null;
    notices.push(...done.notices);
  }
  return { dataset, notices, spellings };
}

interface Step {
  readonly changed: readonly CustomerColumn[];
  readonly notices: readonly Notice[];
  readonly spellings?: KeySpellings;
}
const NOTHING: Step = { changed: [], notices: [] };

function withoutNobody(dataset: Brought, columns: readonly CustomerColumn[]): Step {
  const nobody = keysOfNobody(columns);
  if (nobody.size === 0) return NOTHING;
  const step = renamed(columns, (key) => (nobody.has(key) ? null : key));
  const tallies = tallyByFile(columns, (key) => nobody.has(key));
  const notices = [...tallies].map(([file, tally]): Notice => ({
    code: 'placeholder_customers',
    file: nameOf(dataset, file),
    count: tally.rows,
    values: [...tally.keys],
  }));
  return { changed: step, notices };
}

function inOneSpelling(dataset: Brought, columns: readonly CustomerColumn[], treatments: Treatments): Step {
  const together = columns.filter(({ role }) => treatments[role]?.keys !== 'spellings_apart');
  const nameOfRow = namesOf(dataset.records.customers);
  const same = respellings(together, nameOfRow);
  if (same.size > 0) {
    const notices = noticesOfSpellings(dataset, together, same, 'keys_respelled');
    const changed = renamed(together, (key) => same.get(key) ?? key);
    return { changed, notices, spellings: spellingsIn(same, true) };
  }
  // What is kept apart is still told, so that it can be taken as one again.
  const apart = together.length < columns.length ? respellings(columns, nameOfRow) : same;
  if (apart.size === 0) return NOTHING;
  const notices = noticesOfSpellings(dataset, columns, apart, 'keys_kept_apart');
  return { changed: [], notices, spellings: spellingsIn(apart, false) };
}

function noticesOfSpellings(
  dataset: Brought,
  columns: readonly CustomerColumn[],
  same: ReadonlyMap<string, string>,
  code: 'keys_respelled' | 'keys_kept_apart',
): Notice[] {
  return [...tallyByFile(columns, (key) => same.has(key))].map(([file, { keys }]) => ({
    code,
    file: nameOf(dataset, file),
    count: keys.size,
    values: [...keys].map((key) => `${key} = ${same.get(key)!}`),
  }));
}

const spellingsIn = (same: ReadonlyMap<string, string>, areOne: boolean): KeySpellings => ({
  customers: new Set(same.values()).size,
  example: [...same][0],
  areOne,
});

function joinedByOther(dataset: Brought, columns: readonly CustomerColumn[]): Step {
  const { customers } = dataset.records;
  if (!customers || !columns.some(({ role }) => role === 'customers')) return NOTHING;
  const { renames, joined } = joinsByOtherColumn(customers, columns);
  const changed = columns.flatMap((one): CustomerColumn[] => {
    if (one.role === 'customers') return [];
    const column = renamedByFile(one, renames);
    return column === one.column ? [] : [{ ...one, column }];
  });
  const notices = joined.map(({ file, header, isEmail, count, of }): Notice => ({
    code: isEmail ? 'joined_by_email' : 'joined_by_column',
    file: nameOf(dataset, file),
    column: header,
    count,
    of,
  }));
  return { changed, notices };
}

/** How many customers of each file are not in the list of customers, where there is one. */
function unmet(dataset: Brought): Step {
  const [list, ...others] = customerColumns(dataset);
  const columns = others.map((one) => (one.field === 'company' ? whereNobodyElse(one, others) : one));
  if (list?.role !== 'customers') return NOTHING;
  const counts = countsOf(list.column);
  const known = new Set(list.column.values.filter((_, code) => counts[code] > 0));
  const missing = tallyByFile(columns, (key) => !known.has(key));
  if (missing.size === 0) return NOTHING;
  const all = tallyByFile(columns, () => true);
  const notices = [...missing].map(([file, { keys }]): Notice => ({
    code: 'keys_not_met',
    file: nameOf(dataset, file),
    count: keys.size,
    of: all.get(file)!.keys.size,
    values: [...keys],
  }));
  return { changed: [], notices };
}

/** A deal is its contact's; only where it names none is it its company's (METRICS.md section 2). */
function whereNobodyElse(company: CustomerColumn, columns: readonly CustomerColumn[]): CustomerColumn {
  const contact = columns.find(({ role, field }) => role === company.role && field === 'customer')?.column;
  if (!contact) return company;
  const codes = company.column.codes.map((code, row) => (contact.codes[row] < 0 ? code : -1));
  return { ...company, column: { ...company.column, codes } };
}

const nameOf = ({ sources, files }: Brought, file: number): string => sources?.[file] ?? files[file].name;

/** The name beside each row of the list of customers, from its name or from given name and surname. */
function namesOf(customers: RecordTable | undefined): (row: number) => string {
  if (!customers) return () => '';
  const own = customers.text['name'];
  const columns = own ? [own] : customers.attributes.filter(({ name }) => isNamePart(name)).map((one) => one.column);
  return (row) =>
    columns
      .map(({ codes, values }) => (codes[row] < 0 ? '' : values[codes[row]]))
      .join(' ')
      .trim();
}
const isNamePart = (header: string): boolean => ['given', 'surname'].includes(personHeader(header) ?? '');

const renamed = (columns: readonly CustomerColumn[], rename: (key: string) => string | null): CustomerColumn[] =>
  columns.flatMap((one) => {
    const column = renameValues(one.column, rename);
    return column === one.column ? [] : [{ ...one, column }];
  });

/** Each row's key as its own file renames it. */
function renamedByFile(
  { column, file }: CustomerColumn,
  renames: ReadonlyMap<number, ReadonlyMap<string, string>>,
): TextColumn {
  const values = [...column.values];
  const index = new Map(values.map((value, code) => [value, code]));
  const codeOf = (value: string): number => {
    const known = index.get(value);
    if (known !== undefined) return known;
    index.set(value, values.length);
    return values.push(value) - 1;
  };
  const byFile = new Map(
    [...renames].map(([one, to]) => [
      one,
      column.values.map((value, code) => (to.has(value) ? codeOf(to.get(value)!) : code)),
    ]),
  );
  if (byFile.size === 0 || !file.some((one) => byFile.has(one))) return column;
  const codes = column.codes.map((code, row) => (code < 0 ? -1 : (byFile.get(file[row])?.[code] ?? code)));
  return { codes, values };
}

interface Tally {
  rows: number;
  readonly keys: Set<string>;
}

/** Rows and distinct keys of each file for which the test holds; each distinct key is tested once. */
function tallyByFile(columns: readonly CustomerColumn[], test: (key: string) => boolean): Map<number, Tally> {
  const tallies = new Map<number, Tally>();
  for (const { column, file } of columns) {
    const passes = Uint8Array.from(column.values, (value) => (test(value) ? 1 : 0));
    if (!passes.includes(1)) continue;
    // Rows of a file stand together, so a key is mostly added once.
    const addedFor = new Int32Array(column.values.length).fill(-1);
    for (let row = 0; row < file.length; row++) {
      const code = column.codes[row];
      if (code < 0 || !passes[code]) continue;
      let tally = tallies.get(file[row]);
      if (!tally) tallies.set(file[row], (tally = { rows: 0, keys: new Set() }));
      tally.rows++;
      if (addedFor[code] === file[row]) continue;
      addedFor[code] = file[row];
      tally.keys.add(column.values[code]);
    }
  }
  return tallies;
}
