import { array, fallback, literal, number, safeParse, string, type GenericSchema } from 'valibot';
import { AppError } from '../domain/errors';
import type { KeptSession } from '../domain/kept';
import { count } from '../schema/numbers';
import { openObject } from '../schema/objects';
import { checksumOf } from './checksum';
import type { Section } from './sections';
import { session } from './session-shape';

/** Raised whenever what is written changes in a way that an older version would misread. */
export const FORMAT = 1;

/** The manifest of a workspace. It is written last: new columns are in use only after it. */
export interface Manifest {
  readonly format: typeof FORMAT;
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly saved: number;
  readonly rows: number;
  readonly files: readonly string[];
  readonly columns: ColumnsFile;
  readonly session: KeptSession;
}

/** The one file that holds all columns. */
export interface ColumnsFile {
  readonly file: string;
  readonly sections: readonly Section[];
}

const MAX_NAME = 200;

/** What every format has, including those that this version cannot read. */
const anyFormat = openObject({ format: number(), name: fallback(string(), '') });
const format1: GenericSchema<unknown, Manifest> = openObject({
  format: literal(FORMAT),
  id: string(),
  name: string(),
  saved: count,
  rows: count,
  files: array(string()),
  columns: openObject({ file: string(), sections: array(openObject({ bytes: count, checksum: count })) }),
  session,
});

/** The manifest as text after its checksum, by which a write that was cut off is found. */
export function writeManifest(manifest: Manifest): Uint8Array {
  const json = JSON.stringify(manifest);
  return encode(`${checksumOf(encode(json)).toString(16)} ${json}`);
}

/** Null for a manifest that was cut off or damaged. Throws `workspace-newer` or `workspace-older` for another format. */
export function readManifest(text: string): Manifest | null {
  const space = text.indexOf(' ');
  const json = text.slice(space + 1);
  if (space < 1 || parseInt(text.slice(0, space), 16) !== checksumOf(encode(json))) return null;
  const value = parsed(json);
  const head = safeParse(anyFormat, value);
  if (!head.success) return null;
  const { format } = head.output;
  const name = head.output.name.slice(0, MAX_NAME);
  if (format > FORMAT) throw new AppError('workspace-newer', { name, format });
  if (format < FORMAT) throw new AppError('workspace-older', { name, format });
  const manifest = safeParse(format1, value, { abortEarly: true });
  return manifest.success ? manifest.output : null;
}

const encode = (text: string) => new TextEncoder().encode(text);

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
