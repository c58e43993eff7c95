import { AppError } from '../domain/errors';
import type { KeptSession } from '../domain/kept';
import { checksumOf } from './checksum';
import type { Section } from './sections';
import { isSession } from './session-shape';

/** Raised whenever what is written changes in a way that an older version would misread. */
export const FORMAT = 1;

/** What belongs to a workspace: written last of all, it makes new columns count. */
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

/** The manifest as text, its checksum before it: a write that was cut off does not count. */
export function writeManifest(manifest: Manifest): Uint8Array {
  const json = JSON.stringify(manifest);
  return encode(`${checksumOf(encode(json)).toString(16)} ${json}`);
}

/** Null for what was cut off or damaged. Throws `workspace-newer` or `workspace-older` for another format. */
export function readManifest(text: string): Manifest | null {
  const space = text.indexOf(' ');
  const json = text.slice(space + 1);
  if (space < 1 || parseInt(text.slice(0, space), 16) !== checksumOf(encode(json))) return null;
  const value = parsed(json);
  if (!isRecord(value) || typeof value.format !== 'number') return null;
  const { format } = value;
  const name = typeof value.name === 'string' ? value.name.slice(0, MAX_NAME) : '';
  if (format > FORMAT) throw new AppError('workspace-newer', { name, format });
  if (format < FORMAT) throw new AppError('workspace-older', { name, format });
  return isManifest(value) ? value : null;
}

const encode = (text: string) => new TextEncoder().encode(text);

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isText = (value: unknown): value is string => typeof value === 'string';

function isManifest(value: Record<string, unknown>): value is Record<string, unknown> & Manifest {
  return (
    isText(value.id) &&
    isText(value.name) &&
    isCount(value.saved) &&
    isCount(value.rows) &&
    Array.isArray(value.files) &&
    value.files.every(isText) &&
    isColumns(value.columns) &&
    isSession(value.session)
  );
}

function isColumns(value: unknown): value is ColumnsFile {
  if (!isRecord(value) || !isText(value.file) || !Array.isArray(value.sections)) return false;
  return value.sections.every((one: unknown) => isRecord(one) && isCount(one.bytes) && isCount(one.checksum));
}
