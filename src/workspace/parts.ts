import { boolean, exactOptional, number, parse, picklist, string, unknown } from 'valibot';
import type { Rejection, TextColumn } from '../domain/columns';
import { AppError } from '../domain/errors';
import type { KeptPart } from '../domain/kept';
import { fileBalance } from '../schema/accounts';
import { count } from '../schema/numbers';
import { dictionary, openObject } from '../schema/objects';
import { role as knownRole } from '../schema/roles';
import { readColumns, writeColumns, type KeptColumn } from './arrow-columns';
import { columnsFrom, columnsOf, metaOf } from './part-columns';

/** Written into every Arrow file for information; the format in the manifest decides. */
const ARROW_FORMAT = 1;
/** A part is kept as its columns, its rejections, and the values left empty. */
const SECTIONS_A_PART = 3;

/** Properties of a part besides its columns: the metadata of its Arrow file. */
const partMeta = openObject({
  format: number(),
  table: string(),
  role: knownRole,
  rows: count,
  balance: fileBalance,
  more: dictionary(unknown()),
  eachRow: exactOptional(boolean()),
  hasAmount: exactOptional(boolean()),
  tenureUnit: exactOptional(picklist(['days', 'weeks', 'months', 'years'])),
  scoreScale: exactOptional(string()),
});

/** Parts as sections, each made on demand. */
export function* writeParts(parts: readonly KeptPart[]): Generator<Uint8Array> {
  for (const { table, role, columns, balance, rejections, leftEmpty, fingerprints, more } of parts) {
    const { rows } = columns;
    const meta = { format: ARROW_FORMAT, table, rows, balance, more, ...metaOf(role, columns) };
    // Two 32-bit numbers per row are stored as one 64-bit number.
    const prints: KeptColumn = {
      name: 'fingerprint',
      kind: 'fingerprint',
      values: new BigUint64Array(fingerprints.slice().buffer),
    };
    yield writeColumns(meta, rows, [...columnsOf(columns), prints]);
    yield writeRejections(rejections);
    yield writeRejections(leftEmpty);
  }
}

/** The parts from their sections. Throws `workspace-damaged` where a section is not what it should be. */
export async function readParts(
  sections: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  name: string,
): Promise<KeptPart[]> {
  const parts: KeptPart[] = [];
  let held: Uint8Array[] = [];
  try {
    for await (const section of sections) {
      held.push(section);
      if (held.length < SECTIONS_A_PART) continue;
      parts.push(readPart(held));
      held = [];
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('workspace-damaged', { name }, { cause: error });
  }
  if (held.length > 0 || parts.length === 0) throw new AppError('workspace-damaged', { name });
  return parts;
}

function readPart([main, rejected, emptied]: readonly Uint8Array[]): KeptPart {
  const { meta, columns } = readColumns(main);
  const { table, role, rows, balance, more, eachRow = false, hasAmount = false, ...rest } = parse(partMeta, meta);
  if (balance.role !== role) throw new TypeError('no part');
  const prints = columns.find(({ kind }) => kind === 'fingerprint')?.values;
  if (!(prints instanceof BigUint64Array) || prints.length !== rows) throw new TypeError('no fingerprints');
  return {
    table,
    role,
    columns: columnsFrom({ ...rest, role, eachRow, hasAmount }, rows, columns),
    balance,
    rejections: readRejections(rejected),
    leftEmpty: readRejections(emptied),
    fingerprints: new Uint32Array(prints.buffer, prints.byteOffset, rows * 2),
    more,
  };
}

const REJECTION_TEXTS = ['file', 'column', 'value', 'reason'] as const;

function writeRejections(rejections: readonly Rejection[]): Uint8Array {
  const columns = REJECTION_TEXTS.map((name): KeptColumn => ({
    name,
    kind: 'field',
    values: coded(rejections.map((rejection) => rejection[name])),
  }));
  const line: KeptColumn = { name: 'line', kind: 'field', values: Int32Array.from(rejections, ({ line: at }) => at) };
  return writeColumns(null, rejections.length, [...columns, line]);
}

function coded(texts: readonly string[]): TextColumn {
  const codeOf = new Map<string, number>();
  const codes = Int32Array.from(texts, (text) => {
    const known = codeOf.get(text);
    if (known === undefined) codeOf.set(text, codeOf.size);
    return known ?? codeOf.size - 1;
  });
  return { codes, values: [...codeOf.keys()] };
}

function readRejections(section: Uint8Array): Rejection[] {
  const { columns } = readColumns(section);
  const of = new Map(columns.map(({ name, values }) => [name, values]));
  const line = of.get('line');
  if (!(line instanceof Int32Array)) throw new TypeError('no lines');
  const [file, column, value, reason] = REJECTION_TEXTS.map((name) => {
    const texts = of.get(name);
    if (!texts || !('codes' in texts)) throw new TypeError(`no ${name}`);
    return (row: number) => texts.values[texts.codes[row]] ?? '';
  });
  return Array.from(line, (at, row) => ({
    file: file(row),
    line: at,
    column: column(row),
    value: value(row),
    reason: reason(row),
  }));
}
