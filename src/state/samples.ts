import { AppError } from '../domain/errors';
import type { BroughtFile, InspectedTable, RoleReading } from '../domain/import';
import { columnOf, type FieldMapping, type Mapping, type Role, type RoleMapping } from '../domain/roles';

/** A sample company as its catalogue tells it. */
export interface SampleCompany {
  readonly id: string;
  readonly name: string;
  readonly sentence: string;
  /** A file that fills several roles is listed once for each. */
  readonly files: readonly SampleFile[];
  readonly mapping?: Mapping;
}
interface SampleFile {
  readonly path: string;
  readonly role: Role;
  readonly sheet?: string;
  /** Where several files fill one role, each brings its own. */
  readonly mapping?: RoleMapping;
}
export interface NamedBlob extends BroughtFile {
  /** Of its first table, as it was before an encoding was chosen: by it the choice is remembered. */
  readonly guessedHeader?: readonly string[];
}

/** The company that is shown to who comes without data. */
export const FIRST_SAMPLE = 'shop';

const addressOf = (path: string) => new URL(`sample-data/${path}`, document.baseURI);

async function fetched(path: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(addressOf(path));
  } catch (cause) {
    throw new AppError('sample-unreachable', { path }, { cause });
  }
  if (!response.ok) throw new AppError('sample-unreachable', { path });
  return response;
}

let catalog: Promise<readonly SampleCompany[]> | null = null;
export function sampleCatalog(): Promise<readonly SampleCompany[]> {
  catalog ??= fetched('catalog.json')
    .then((response) => response.json() as Promise<readonly SampleCompany[]>)
    .catch((error: unknown) => {
      catalog = null;
      throw error;
    });
  return catalog;
}

/** A company's files, from this site's own folder. */
export async function sampleFiles(company: SampleCompany): Promise<NamedBlob[]> {
  const paths = [...new Set(company.files.map(({ path }) => path))];
  return Promise.all(
    paths.map(async (path) => ({ name: path, blob: await (await fetched(`${company.id}/${path}`)).blob() })),
  );
}

/** How the catalogue reads a table. Formats that it leaves out are as the values show them. */
export function sampleRoles(company: SampleCompany, table: InspectedTable): RoleReading[] {
  const guessed = new Map(
    table.roles
      .flatMap(({ mapping }) => Object.values(mapping))
      .flatMap((field) => columnOf(field) ?? [])
      .map((column) => [column.column, column]),
  );
  const withFormat = (field: FieldMapping): FieldMapping =>
    typeof field === 'string' ? (guessed.get(field) ?? field) : field;
  return company.files
    .filter(({ path, sheet }) => path === table.file && (sheet === undefined || sheet === table.sheet))
    .flatMap(({ role, mapping }): RoleReading[] => {
      const told = mapping ?? company.mapping?.[role];
      if (!told) return table.roles.filter((one) => one.role === role);
      return [
        { role, mapping: Object.fromEntries(Object.entries(told).map(([name, field]) => [name, withFormat(field)])) },
      ];
    });
}
