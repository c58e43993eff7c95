import { array, exactOptional, parse, string, type GenericSchema } from 'valibot';
import { decodeFirstView, type FirstView } from '../bridge/first-view';
import { AppError } from '../domain/errors';
import type { BroughtFile } from '../domain/import';
import { ROLES } from '../domain/roles';
import type { SampleCompany } from '../domain/sample-company';
import { openObject, type EntriesOf } from '../schema/objects';
import { role, roleMapping } from '../schema/roles';

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

const company = openObject({
  id: string(),
  name: string(),
  sentence: string(),
  files: array(
    openObject({
      path: string(),
      role,
      sheet: exactOptional(string()),
      mapping: exactOptional(roleMapping),
    } satisfies EntriesOf<SampleCompany['files'][number]>),
  ),
  mapping: exactOptional(openObject(Object.fromEntries(ROLES.map((one) => [one, exactOptional(roleMapping)])))),
} satisfies EntriesOf<SampleCompany>);
const companies: GenericSchema<unknown, readonly SampleCompany[]> = array(company);

/** Throws `sample-unreachable` where the text is no catalogue: a network's own page may stand in its place. */
export function parseCatalog(text: string): readonly SampleCompany[] {
  try {
    return parse(companies, JSON.parse(text));
  } catch (cause) {
    throw new AppError('sample-unreachable', { path: 'catalog.json' }, { cause });
  }
}

let catalog: Promise<readonly SampleCompany[]> | null = null;
export function sampleCatalog(): Promise<readonly SampleCompany[]> {
  catalog ??= fetched('catalog.json')
    .then(async (response) => parseCatalog(await response.text()))
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

/** What the first page of the first sample shows, as it was counted when the site was built; null where it was not. */
export async function firstView(): Promise<FirstView | null> {
  try {
    return decodeFirstView(await (await fetched(`${FIRST_SAMPLE}/first-view.json`)).text());
  } catch {
    // It only saves a wait.
    return null;
  }
}
