import { existsSync, openAsBlob, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { encodingNamed } from '../domain/encodings';
import { AppError, toWire } from '../domain/errors';
import { sentenceOf, sentenceOfNote } from '../domain/sentences';
import { understandTable } from '../intake/understand/guess-mapping';
import { readTables } from '../intake/read/read-file';
import type { RawTable } from '../intake/read/raw-table';
import { cellsOf } from '../intake/load/inspect';
import { csvOf } from './write-table';

const USAGE = 'usage: npm run read -- FILE [--sheet NAME] [--encoding NAME] --out TABLE.csv';

/** Writes one table as it was understood, and what was understood of it. Exit 0; 1 for an unusable file; 2 for wrong usage. */
export async function main(argv: string[]): Promise<number> {
  const parsed = parseUsage(argv);
  if (!parsed) {
    console.error(USAGE);
    return 2;
  }
  try {
    if (!existsSync(parsed.file) || !statSync(parsed.file).isFile())
      throw new AppError('file-missing', { file: parsed.file });
    const source = { name: basename(parsed.file), blob: await openAsBlob(parsed.file) };
    const { sheet, encoding } = parsed;
    const options = encoding ? { encoding } : {};
    const tables = await readTables(source, options);
    const table = sheet === undefined ? tables[0] : tables.find((one) => one.sheet === sheet);
    await writeTable(table ?? (await readTables(source, { ...options, sheet: sheet! }))[0], tables, parsed.out);
    return 0;
  } catch (error) {
    console.error(sentenceOf(toWire(error)));
    return 1;
  }
}

function parseUsage(argv: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: argv,
      allowPositionals: true,
      options: { sheet: { type: 'string' }, encoding: { type: 'string' }, out: { type: 'string' } },
    });
    if (positionals.length !== 1 || values.out === undefined) return null;
    const encoding = values.encoding === undefined ? undefined : encodingNamed(values.encoding);
    if (encoding === null) return null;
    return { file: positionals[0], sheet: values.sheet, encoding, out: values.out };
  } catch {
    return null;
  }
}

async function writeTable(table: RawTable, tables: readonly RawTable[], out: string): Promise<void> {
  await mkdir(dirname(out), { recursive: true });
  const rows = Array.from({ length: table.rows }, (_, row) => cellsOf(table, row));
  await writeFile(out, csvOf(table.header, rows));
  const json = out.slice(0, out.length - extname(out).length) + '.json';
  await writeFile(json, JSON.stringify(descriptionOf(table, tables), null, 2) + '\n');
}

function descriptionOf(table: RawTable, tables: readonly RawTable[]) {
  const understanding = understandTable(table);
  return {
    file: table.file,
    sheet: table.sheet,
    format: table.dialect.format,
    encoding: table.dialect.encoding,
    other_encodings: table.encodings?.others.map(({ encoding }) => encoding) ?? [],
    delimiter: table.dialect.delimiter,
    quote: table.dialect.quote,
    header_row: table.headerLine,
    sheets: tables.map(({ sheet }) => sheet).filter((sheet) => sheet !== null),
    rows: table.rows,
    set_aside: table.setAside,
    columns: understanding.columns.map(({ name, profile, confidence, evidence }) => ({
      name,
      type: profile.type,
      format: profile.type === 'day' ? (profile.dates[0]?.format ?? null) : null,
      decimal: profile.number?.decimal ?? null,
      blank: profile.blank,
      distinct: profile.distinct,
      confidence,
      evidence,
    })),
    ambiguous: [
      ...understanding.questions,
      ...understanding.idleQuestions,
      ...table.notes.map((note) => ({ ...note, says: sentenceOfNote(note) })),
    ],
  };
}
