import { decodeFirstView, type FirstView } from '../bridge/first-view';
import { AppError } from '../domain/errors';
import type { BroughtFile } from '../domain/import';
import type { SampleCompany } from '../domain/sample-company';

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

/** What the first page of the first sample shows, as it was counted when the site was built; null where it was not. */
export async function firstView(): Promise<FirstView | null> {
  try {
    return decodeFirstView(await (await fetched(`${FIRST_SAMPLE}/first-view.json`)).text());
  } catch {
    // It only saves a wait.
    return null;
  }
}
