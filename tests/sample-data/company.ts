import { openAsBlob, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mapping, Role, RoleMapping } from '../../src/domain/roles';
import { chooseRole, type BroughtTable } from '../../src/intake/load/choose-roles';
import { writeReport } from '../../src/cli/write-report';
import { parseSettings, resolveBreakdowns, resolveHeaders } from '../../src/cli/report-options';
import { validateChoices } from '../../src/intake/load/validate-choices';
import { readTables } from '../../src/intake/read/read-file';
import { textOf, type ReportText } from '../support/report';

const FOLDER = 'sample-data';

interface SampleFile {
  readonly path: string;
  readonly role: Role;
  readonly sheet?: string;
  readonly mapping?: RoleMapping;
}
interface Sample {
  readonly id: string;
  readonly files: readonly SampleFile[];
  readonly mapping?: Mapping;
}
export interface Truth {
  readonly id: string;
  readonly low: number;
  readonly high: number;
  readonly details?: Readonly<Record<string, number | string>>;
}

export const catalog = JSON.parse(readFileSync(join(FOLDER, 'catalog.json'), 'utf8')) as readonly Sample[];
const truthOf = (id: string) =>
  JSON.parse(readFileSync(join(FOLDER, id, 'truth.json'), 'utf8')) as {
    exact: Record<string, unknown>;
    truths: readonly Truth[];
  };
export const exactOf = (id: string) => truthOf(id).exact;

/** The truth that was planted under an id, with the bounds in which it must be found again. */
export function planted(company: string, id: string): Truth {
  const found = truthOf(company).truths.find((truth) => truth.id === id);
  if (!found) throw new Error(`${company} has no truth ${id}`);
  return found;
}

/** A company's files as they are chosen, with the catalogue's mapping or, as a new user would get them, guessed. */
export async function bringCompany(id: string, guessed: boolean): Promise<BroughtTable[]> {
  const sample = catalog.find((one) => one.id === id)!;
  const brought: BroughtTable[] = [];
  for (const { path, role, sheet, mapping } of sample.files) {
    const source = { name: path, blob: await openAsBlob(join(FOLDER, id, path)) };
    const tables = await readTables(source, sheet === undefined ? {} : { sheet });
    const given = mapping ?? sample.mapping?.[role];
    brought.push(chooseRole(tables, role, guessed || !given ? {} : { [role]: given }));
  }
  return brought;
}

const reports = new Map<string, Promise<ReportText>>();
/** The report of a company; asked for again within a file, it is the same. */
export function companyReport(id: string, settings: readonly string[] = []): Promise<ReportText> {
  const key = JSON.stringify([id, settings]);
  const report = reports.get(key) ?? reportAnew(id, settings);
  reports.set(key, report);
  return report;
}

async function reportAnew(id: string, settings: readonly string[]): Promise<ReportText> {
  const brought = await bringCompany(id, false);
  const { dataset } = await validateChoices(brought);
  const options = parseSettings(settings);
  const roles = brought.flatMap((table) => table.roles);
  return textOf(
    writeReport(
      dataset,
      { metrics: resolveBreakdowns(options.metrics, roles), filter: resolveHeaders(options.filter, roles) },
      null,
    ),
  );
}
