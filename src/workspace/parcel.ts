import { AppError } from '../domain/errors';
import { isParcel, PARCEL_MARK, type KeptSession } from '../domain/kept';
import { FORMAT, readManifest, writeManifest } from './manifest';
import { totalOf, type Section } from './sections';

/** An exported workspace begins with eight letters, then the length of its manifest as eight hexadecimal digits. */
const HEAD = PARCEL_MARK.length + 8;
/** The largest manifest in bytes: it holds previews and mappings, but no rows. */
const MOST_MANIFEST = 64e6;

/** A workspace outside a store. */
export interface Parcel {
  readonly name: string;
  readonly rows: number;
  readonly files: readonly string[];
  readonly session: KeptSession;
  readonly sections: readonly Section[];
  readonly columns: Blob;
}

/** A workspace as one file: its manifest, then its columns as they are in the store. */
export function packParcel({ name, rows, files, session, sections, columns }: Parcel, saved: number): Blob {
  const manifest = writeManifest({
    format: FORMAT,
    id: 'exported',
    name,
    saved,
    rows,
    files,
    columns: { file: '', sections },
    session,
  });
  const head = PARCEL_MARK + manifest.byteLength.toString(16).padStart(8, '0');
  return new Blob([head, manifest as Uint8Array<ArrayBuffer>, columns], { type: 'application/octet-stream' });
}

/** Throws `workspace-damaged` for a file that is cut short, `workspace-newer` or `workspace-older` for another format. */
export async function unpackParcel(file: Blob, fileName: string): Promise<Parcel> {
  const damaged = new AppError('workspace-damaged', { name: fileName });
  const length = parseInt(await file.slice(PARCEL_MARK.length, HEAD).text(), 16);
  if (!(await isParcel(file)) || !(length > 0 && length < MOST_MANIFEST)) throw damaged;
  const manifest = readManifest(await file.slice(HEAD, HEAD + length).text());
  if (!manifest) throw damaged;
  const { name, rows, files, session, columns } = manifest;
  const blob = file.slice(HEAD + length);
  if (blob.size !== totalOf(columns.sections)) throw damaged;
  return { name, rows, files, session, sections: columns.sections, columns: blob };
}
