import { validateChoices } from '../../src/intake/load/validate-choices';
import { understandTable } from '../../src/intake/understand/guess-mapping';
import type { RawTable } from '../../src/intake/read/raw-table';
import { readTables } from '../../src/intake/read/read-file';
import { AppError } from '../../src/domain/errors';
import { utils } from '@e965/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import {
  bookOf,
  deflate,
  packGzip,
  records,
  sheetOfRows,
  writeArrow,
  writeBook,
  writeParquet,
  writeSqlite,
} from './made-files';
import { concatenate, encode, writeZip, type Bytes } from './reading-files';

/** Small files of every kind, to be mutated. */
export async function seedFiles(): Promise<Readonly<Record<string, Bytes>>> {
  const csv =
    'Order;Customer;Day;Amount\n"A1";Ann;29.02.2024;1.234,56\nA2;"Bob; jr.";01.03.2024;-5,00\n\nA3;Cé;02.03.2024;7,1\nSumme;;;1.236,66\n';
  const book = bookOf({
    Orders: sheetOfRows(),
    Returns: utils.aoa_to_sheet([
      ['order', 'why'],
      ['A1', 'late'],
    ]),
  });
  return {
    'csv, utf-8': encode(csv),
    'csv, utf-16': encode(csv, 'utf-16le bom'),
    'csv, windows-1252': encode(csv, 'windows-1252'),
    tabs: encode(csv.replaceAll(';', '\t').replaceAll('\n', '\r\n')),
    xlsx: Uint8Array.from(
      await writeXlsx({
        sheets: [
          {
            name: 'S',
            rows: [
              ['a', 'b'],
              ['x', 1],
              [new Date(0), true],
            ],
          },
        ],
      }),
    ),
    xls: writeBook(book, 'biff8'),
    'xls, before 97': writeBook(book, 'biff5'),
    xlsb: writeBook(book, 'xlsb'),
    ods: writeBook(book, 'ods'),
    fods: writeBook(book, 'fods'),
    'xml of 2003': writeBook(book, 'xlml'),
    html: encode(
      '<html><body><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td colspan="2">x</td></tr></table></body></html>',
    ),
    json: encode(JSON.stringify(records())),
    'json lines': encode(
      records()
        .map((record) => JSON.stringify(record))
        .join('\n'),
    ),
    parquet: await writeParquet(),
    arrow: writeArrow('file'),
    'arrow stream': writeArrow('stream'),
    sqlite: await writeSqlite(),
    gzip: packGzip(encode(csv)),
    zip: writeZip([
      { name: 'a.csv', content: csv },
      { name: 'b.csv', packed: deflate(encode(csv)), claims: encode(csv).length },
    ]),
  };
}

/** Whole numbers below `below`. */
export type Random = (below: number) => number;

/** A small generator of 32 bits (mulberry32), so that a mutation can be made again from its number. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Bytes flipped, cut off, taken out, doubled, or spliced with those of another file. */
export function mutate(bytes: Bytes, other: Bytes, random: Random): Bytes {
  const made = bytes.slice();
  for (let times = random(3); times >= 0; times--) {
    const [from, length] = [random(made.length), 1 + random(Math.min(64, made.length))];
    switch (random(6)) {
      case 0:
        return made.slice(0, from);
      case 1:
        return concatenate([made.slice(0, from), made.slice(from + length)]);
      case 2:
        return concatenate([made.slice(0, from + length), made.slice(from)]);
      case 3:
        return concatenate([made.slice(0, from), other.slice(random(other.length))]);
      case 4:
        made.fill(random(256), from, from + length);
        break;
      default:
        for (let at = 0; at < length; at += 8) made[random(made.length)] ^= 1 << random(8);
    }
  }
  return made;
}

export interface Tried {
  /** `loaded`; `read` where no table seems to have a role; or the code of the refusal. */
  readonly outcome: string;
  /** Of the processor. */
  readonly milliseconds: number;
}

/**
 * Reads a mutated file as the product does. It loads, every record accounted for once, or is refused with a code that has
 * words; anything else is thrown.
 */
export async function tryFile(bytes: Bytes): Promise<Tried> {
  const started = process.cpuUsage();
  let outcome: string;
  try {
    const tables = await readTables({ name: 'file', blob: new Blob([bytes]) });
    for (const { rows, line, columns, header, setAside } of tables) {
      if (line.length !== rows || columns.length > header.length || columns.some(({ codes }) => codes.length !== rows))
        throw new Error('a row is not whole');
      const lines = [...line, ...setAside.map((record) => record.line)];
      if (new Set(lines).size !== rows + setAside.length) throw new Error('a record is counted twice or not at all');
      if (columns.some(({ codes, values }) => codes.some((code) => code >= values.length)))
        throw new Error('a cell without text');
    }
    outcome = await loadTables(tables);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    outcome = String(error.code);
  }
  const { user, system } = process.cpuUsage(started);
  return { outcome, milliseconds: (user + system) / 1000 };
}

/** Loads tables in the roles that they seem to have, and checks that every row of each is accounted for. */
async function loadTables(tables: readonly RawTable[]): Promise<'loaded' | 'read'> {
  const chosen = tables.flatMap((table) => {
    const roles = understandTable(table).roles.map(({ role, mapping }) => ({ role, mapping }));
    return roles.length > 0 ? [{ table, roles }] : [];
  });
  if (chosen.length === 0) return 'read';
  const { dataset } = await validateChoices(chosen);
  for (const file of dataset.files) {
    const { rows_read, rows_loaded, rows_rejected, rows_merged, rows_set_aside } = file;
    if (rows_read !== rows_loaded + rows_rejected + rows_merged + rows_set_aside)
      throw new Error(`the rows of ${file.name} do not add up`);
    if (Object.values(file.reasons).reduce((sum, count) => sum + count, 0) !== rows_read - rows_loaded)
      throw new Error(`the reasons of ${file.name} do not add up`);
  }
  const loaded = (role: string) =>
    dataset.files.filter((file) => file.role === role).reduce((sum, file) => sum + file.rows_loaded, 0);
  const { transactions, records } = dataset;
  if ((transactions?.rows ?? 0) !== loaded('transactions')) throw new Error('transactions are lost');
  for (const [role, table] of Object.entries(records))
    if (table.rows !== loaded(role)) throw new Error(`${role} are lost`);
  return 'loaded';
}
