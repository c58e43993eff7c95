import type { Encoding } from '../domain/encodings';
import type { InspectedTable } from '../domain/import';
import type { Brought } from '../domain/load-answers';
import type { TableAdvice } from '../domain/questions';
import { renameColumns } from '../domain/shape';
import { encodingInForms, matchForms, type TableForm } from '../domain/table-form';
import type { Bringing } from './bringing';
import type { EngineLink } from './engine-link.svelte';
import { forRemembering, recalled } from './remembered-mapping';
import type { NamedBlob } from './samples';
import type { Settings } from './settings.svelte';
import { renamed } from './sort-arrivals';
import { chosenReadings, isUnread, rolesOf, type ChosenReading } from './readings';
import { recallTables } from './recall';
import type { SessionStore } from './store.svelte';
import type { Tables } from './tables';

/** The file as it is to be read from now on. */
export const inEncoding = (file: NamedBlob, encoding: Encoding, tables: Tables): NamedBlob => ({
  ...file,
  encoding,
  guessedHeader: file.guessedHeader ?? tables.inspected.find((table) => table.file === file.name)?.header ?? [],
});

/**
 * Puts tables that were read anew, under a name beside, in the place of those of their file. Letters may have changed in the
 * headers too, so what was chosen and done before is carried over by the places of columns.
 */
export async function takePlace(
  found: readonly InspectedTable[],
  file: string,
  store: SessionStore,
  engine: EngineLink,
  settings: Settings,
  bringing: Bringing,
): Promise<void> {
  const { tables } = store.session;
  const beside = found[0].file;
  const before = tables.inspected.filter((table) => table.file === file);
  const ids = before.map(({ id }) => id);
  const shaped = tables.inspected.filter(
    ({ id, shapes }) =>
      shapes.length > 0 &&
      (ids.includes(id) || shapes.some((shape) => shape.kind === 'join' && ids.includes(shape.with))),
  );
  const touched = new Set([...ids, ...shaped.map(({ id }) => id)]);
  const chosen = chosenReadings(tables).filter(({ table }) => touched.has(table.id));
  const headers = new Map(before.map(({ id, header, fileHeader }) => [id, fileHeader ?? header]));
  await engine.call('rename', { from: beside, to: file });
  const read = found.map((table) => renamed(table, file));
  store.dispatch({ type: 'tables-read', tables: read, recalled: recallTables(settings, read) });
  const anewById = (id: string) => store.session.tables.inspected.find((table) => table.id === id);
  const renaming = (id: string) => {
    const now = anewById(id)?.header ?? [];
    const then = headers.get(id) ?? now;
    return (name: string) => now[then.indexOf(name)] ?? name;
  };
  const names = new Map([...touched].map((id) => [id, renaming(id)]));
  const namesOf = (id: string) => names.get(id) ?? ((name: string) => name);
  const anew = shaped.map(({ id, shapes }) => [id, shapes.map((shape) => renameColumns(shape, id, namesOf))] as const);
  if (anew.length > 0) await bringing.form(Object.fromEntries(anew));
  for (const one of chosen) choose(one, store);
}

function choose({ table, roles }: ChosenReading, store: SessionStore): void {
  const now = store.session.tables.inspected.find(({ id }) => id === table.id);
  const anew = now && recalled(forRemembering(roles, table.header), now);
  if (anew) store.dispatch({ type: 'roles-chosen', table: now, roles: anew });
}

/** Tables, one of each file, whose text the forms would have in another encoding than it was read in. */
export function wantedEncodings(
  forms: readonly TableForm[],
  tables: Tables,
): { readonly table: InspectedTable; readonly encoding: Encoding }[] {
  const firsts = tables.inspected.filter(({ file }, at, all) => all.findIndex((one) => one.file === file) === at);
  return firsts.flatMap((table) => {
    const encoding = encodingInForms(forms, table.id, rolesOf(tables, table)[0]?.role ?? null);
    const isOther = table.encodings !== undefined && table.encodings.read.encoding !== encoding;
    return encoding !== null && isOther ? [{ table, encoding }] : [];
  });
}

/** Brings tables into the forms of a mapping file. The tables that they fit. */
export async function applyForms(
  forms: readonly TableForm[],
  store: SessionStore,
  bringing: Bringing,
): Promise<InspectedTable[]> {
  const { tables } = store.session;
  const matched = matchForms(
    forms,
    tables.inspected
      .filter((table) => !isUnread(tables, table))
      .map((table) => ({
        id: table.id,
        header: table.fileHeader ?? table.header,
        roles: rolesOf(tables, table).map(({ role }) => role),
      })),
  );
  const fitting = tables.inspected.filter(({ id }) => matched.has(id));
  store.dispatch({ type: 'forms-given', tables: fitting.map(({ id }) => id) });
  const others = fitting.flatMap(({ id, shapes: own }) => {
    const { shapes } = matched.get(id)!;
    return JSON.stringify(own) === JSON.stringify(shapes) ? [] : [[id, shapes] as const];
  });
  if (others.length > 0) await bringing.form(Object.fromEntries(others));
  return fitting;
}

/**
 * Reads files, and once more those of which somebody has chosen the encoding when files of the same shape were read the last time.
 * @returns the files as they were read, and their tables
 */
export async function readAsBefore(
  files: readonly NamedBlob[],
  read: (files: readonly NamedBlob[]) => Promise<Brought>,
  settings: Settings,
): Promise<{ files: readonly NamedBlob[]; found: readonly InspectedTable[]; advice: TableAdvice | null }> {
  const { tables: first, advice } = await read(files);
  const anew = files.flatMap((file): NamedBlob[] => {
    const table = first.find((one) => one.file === file.name);
    const encoding = table?.encodings ? settings.encoding(table.header) : null;
    if (!table || encoding === null || encoding === table.encodings?.read.encoding) return [];
    return [{ ...file, encoding, guessedHeader: table.header }];
  });
  if (anew.length === 0) return { files, found: first, advice };
  const again = await read(anew);
  const isAnew = (name: string) => anew.some((file) => file.name === name);
  return {
    files: files.map((file) => anew.find(({ name }) => name === file.name) ?? file),
    found: [...first.filter(({ file }) => !isAnew(file)), ...again.tables],
    advice: again.advice,
  };
}
