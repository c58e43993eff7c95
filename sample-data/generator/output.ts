import type { CompanyTruth } from './measures/truth';

/** A file inside the company's folder. */
export interface OutputFile {
  path: string;
  bytes: Uint8Array;
}

export type Role =
  'transactions' | 'customers' | 'contracts' | 'interactions' | 'spend' | 'surveys' | 'wallet' | 'targets';

/** In the form of MAPPING.json: field names of METRICS.md section 2 in snake_case to the file's headers. */
export type FieldMapping = Record<string, string | Record<string, string>>;

export interface CatalogFile {
  path: string;
  role: Role;
  sheet?: string;
  /** Where several files fill one role, each brings its own. */
  mapping?: FieldMapping;
}

/** What the Start page reads of a company. A file that fills several roles is listed once for each. */
export interface CatalogEntry {
  id: string;
  name: string;
  sentence: string;
  files: CatalogFile[];
  mapping?: Partial<Record<Role, FieldMapping>>;
}

export interface Company {
  catalog: CatalogEntry;
  files: OutputFile[];
  truth: CompanyTruth;
}

export function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
}
