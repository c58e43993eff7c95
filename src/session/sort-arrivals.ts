import { tableId, type InspectedTable } from '../domain/import';
import type { NamedBlob } from './samples';

/** A file that was read, and waits until the user has said what it is to those that are here. */
export interface Arrival {
  /** Under the name it is held by: its own, or one beside a file of the same name. */
  readonly file: NamedBlob;
  /** The name it came with. */
  readonly name: string;
  readonly tables: readonly InspectedTable[];
  /** Files here with the same columns, or of the same name: it may take their place. */
  readonly like: readonly string[];
  /** A file here that holds the very same rows. */
  readonly same: string | null;
}

/** Names that none of the files here has, where need be: `orders (2).csv`. */
export function namedApart(files: readonly NamedBlob[], taken: readonly string[]): NamedBlob[] {
  const used = new Set(taken);
  return files.map((file) => {
    const { name } = file;
    let free = name;
    const dot = name.lastIndexOf('.');
    for (let count = 2; used.has(free); count++)
      free = dot > 0 ? `${name.slice(0, dot)} (${count})${name.slice(dot)}` : `${name} (${count})`;
    used.add(free);
    return { ...file, name: free };
  });
}

export const sameHeader = (one: InspectedTable, other: InspectedTable): boolean =>
  one.header.length === other.header.length && one.header.every((name, at) => name === other.header[at]);

/**
 * Parts files that were read from those that must be asked about first.
 * @param files as they are held, beside the names they came with
 * @param found the tables of all of them
 * @param here what was here before
 */
export function sortArrivals(
  files: readonly { readonly file: NamedBlob; readonly name: string }[],
  found: readonly InspectedTable[],
  here: readonly InspectedTable[],
): { readonly added: readonly InspectedTable[]; readonly asked: readonly Arrival[] } {
  const added: InspectedTable[] = [];
  const asked: Arrival[] = [];
  for (const { file, name } of files) {
    const tables = found.filter((table) => table.file === file.name);
    const others = [...here, ...added];
    const twins = tables.map(({ sameAs }) => others.find(({ id }) => sameAs.includes(id)));
    const like = here.filter((other) => other.file === name || tables.some((table) => sameHeader(table, other)));
    const same = twins.every((twin) => twin !== undefined) ? (twins[0]?.file ?? null) : null;
    if (same !== null || like.length > 0)
      asked.push({ file, name, tables, like: [...new Set(like.map((other) => other.file))], same });
    else added.push(...tables);
  }
  return { added, asked };
}

/** The table as it is called after its file has been renamed. */
export const renamed = (table: InspectedTable, file: string): InspectedTable => ({
  ...table,
  file,
  id: tableId({ file, sheet: table.sheet }),
});
