import { existsSync, openAsBlob, statSync } from 'node:fs';
import { mkdir, mkdtemp, readFile as readText, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseIsoDay } from '../domain/calendar';
import { AppError, toWire } from '../domain/errors';
import { ROLES, type Mapping, type Role } from '../domain/roles';
import { sentenceOf } from '../domain/sentences';
import { encodingInForms, type TableForm } from '../domain/table-form';
import { AS_WRITTEN, TIME_ZONE_KEY, type TimeZone } from '../domain/time-zone';
import type { Treatments } from '../domain/treatment';
import { NO_CHOICES } from '../domain/unification';
import { parseMapping, parseTimeZone, parseTreatments } from '../intake/understand/mapping/mapping';
import { parseForms } from '../intake/understand/mapping/parse-forms';
import * as catalog from '../metrics/catalog';
import { chooseRole, guessRolesOf, mappingOfChoices, type BroughtTable } from '../intake/load/choose-roles';
import { takeCurrencyFilter } from './currency-filter';
import { writeReport, type ReportFiles } from './write-report';
import { countTables, formBrought, readFile } from '../intake/load/load';
import { parseSettings, resolveBreakdowns, resolveHeaders, wrongUsage, type ReportOptions } from './report-options';
import { findingsOf } from '../engine/quality/findings-of';
import { tellQuality } from './told-quality';
import { tellUnderstood } from '../intake/load/understood';

const USAGE =
  'usage: npm run report -- --transactions FILE [--customers FILE] [--contracts FILE] [--interactions FILE] [--spend FILE]\n' +
  '  [--surveys FILE] [--wallet FILE] [--targets FILE] [--deals FILE] [--auto FILE] [--strict] [--map MAPPING.json]\n' +
  '  [--until YYYY-MM-DD] [--set metric.option=value]... --out DIR';

interface Usage {
  readonly sources: readonly { readonly role: Role | null; readonly path: string }[];
  readonly map: string | undefined;
  readonly until: number | null;
  readonly options: ReportOptions;
  readonly strict: boolean;
  readonly out: string;
}

const OPEN_QUESTION = 3;

/** Exit 0; 1 for an unusable file, with one clear line; 2 for wrong usage, an unknown option among them; 3 under `--strict` while a question is open. */
export async function main(argv: string[]): Promise<number> {
  try {
    const usage = parseUsage(argv);
    const { mapping, treatments, forms, ...given } =
      usage.map === undefined ? NO_MAPPING : await readMapping(usage.map);
    const brought: BroughtTable[] = [];
    for (const { role, path } of usage.sources) brought.push(...(await bring(role, path, mapping, forms)));
    const timeZone = usage.options.timeZone ?? given.timeZone;
    const dealCustomer = usage.options.dealCustomer ?? null;
    const tables = formBrought(brought, { forms, mapping, timeZone, dealCustomer });
    const roles = tables.flatMap((one) => one.roles);
    const metrics = resolveBreakdowns(usage.options.metrics, roles);
    const named = resolveHeaders(usage.options.filter, roles, new Set(tables.flatMap(({ table }) => table.header)));
    const counted = takeCurrencyFilter(named, tables, treatments);
    const data = await countTables(tables, { treatments: counted.treatments, unify: NO_CHOICES, timeZone });
    const understood = tellUnderstood(tables, timeZone);
    const notices = [
      ...tables.flatMap(({ table, understanding }) => [...(table.notices ?? []), ...(understanding?.notices ?? [])]),
      ...data.brought.notices,
    ];
    const quality = tellQuality(
      findingsOf(data),
      notices,
      data.dataset.currency,
      data.dataset.files.map(({ name }) => name),
    );
    const { rules } = usage.options;
    const options = { metrics, filter: counted.filter, timeZone, ...(rules ? { rules } : {}) };
    const notes = { duplicates: data.duplicates, quality, understood };
    const files = writeReport(data.dataset, options, usage.until, notes);
    const zoneUsed = timeZone === AS_WRITTEN ? {} : { [TIME_ZONE_KEY]: timeZone };
    const mappingUsed =
      JSON.stringify({ ...mappingOfChoices(tables, treatments, brought), ...zoneUsed }, null, 1) + '\n';
    await writeAll(usage.out, { ...files, 'mapping.json': [mappingUsed] });
    return usage.strict && understood.questions.length > 0 ? OPEN_QUESTION : 0;
  } catch (error) {
    const wire = toWire(error);
    console.error(sentenceOf(wire));
    if (wire.code === 'wrong-usage' || wire.code === 'unknown-filter-field') {
      console.error(USAGE);
      return 2;
    }
    return 1;
  }
}

/**
 * Writes beside the folder's earlier report and takes its place at the end: what fails half way leaves no half report,
 * and no table of an earlier one is left among the new.
 */
async function writeAll(out: string, files: ReportFiles): Promise<void> {
  await mkdir(out, { recursive: true });
  const unfinished = await mkdtemp(join(out, '.unfinished-'));
  try {
    for (const [name, pieces] of Object.entries(files)) await writeFile(join(unfinished, name), pieces);
    for (const id of Object.keys(catalog)) await rm(join(out, `${id}.csv`), { force: true });
    for (const name of Object.keys(files)) await rename(join(unfinished, name), join(out, name));
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

function parseUsage(argv: readonly string[]): Usage {
  const many = { type: 'string', multiple: true } as const;
  const one = { type: 'string' } as const;
  const roles = Object.fromEntries(ROLES.map((role) => [role, many])) as Record<Role, typeof many>;
  let values;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: { ...roles, auto: many, map: one, until: one, set: many, out: one, strict: { type: 'boolean' } },
    }));
  } catch (error) {
    throw wrongUsage(error instanceof Error ? error.message : String(error));
  }
  const given = values as Partial<Record<Role | 'auto' | 'set', string[]>> & {
    map?: string;
    until?: string;
    out?: string;
    strict?: boolean;
  };
  const sources = [
    ...ROLES.flatMap((role) => (given[role] ?? []).map((path) => ({ role, path }))),
    ...(given.auto ?? []).map((path) => ({ role: null, path })),
  ];
  if (sources.length === 0) throw wrongUsage('no file is given');
  if (given.out === undefined) throw wrongUsage('--out is missing');
  const until = given.until === undefined ? null : parseIsoDay(given.until);
  if (given.until !== undefined && until === null)
    throw wrongUsage(`--until wants a day such as 2024-01-31, not "${given.until}"`);
  return {
    sources,
    map: given.map,
    until,
    options: parseSettings(given.set ?? []),
    strict: given.strict === true,
    out: given.out,
  };
}

interface GivenMapping {
  readonly mapping: Mapping;
  readonly treatments: Treatments;
  readonly forms: readonly TableForm[];
  readonly timeZone: TimeZone;
}
const NO_MAPPING: GivenMapping = { mapping: {}, treatments: {}, forms: [], timeZone: AS_WRITTEN };

async function readMapping(path: string): Promise<GivenMapping> {
  let json: unknown;
  try {
    json = JSON.parse(await readText(path, 'utf8'));
  } catch (error) {
    throw new AppError('mapping-invalid', {
      where: basename(path),
      problem: error instanceof Error ? error.message : String(error),
    });
  }
  const timeZone = parseTimeZone(json);
  return { mapping: parseMapping(json), treatments: parseTreatments(json), forms: parseForms(json), timeZone };
}

/** `FILE#SHEET` names a sheet, unless a file is called just that. */
async function bring(
  role: Role | null,
  path: string,
  mapping: Mapping,
  forms: readonly TableForm[],
): Promise<BroughtTable[]> {
  const mark = existsSync(path) ? -1 : path.lastIndexOf('#');
  const file = mark < 0 ? path : path.slice(0, mark);
  if (!existsSync(file) || !statSync(file).isFile()) throw new AppError('file-missing', { file });
  const source = { name: basename(file), blob: await openAsBlob(file) };
  const encoding = encodingInForms(forms, source.name, role);
  const sheet = mark < 0 ? undefined : path.slice(mark + 1);
  const tables = await readFile({ ...source, ...(encoding ? { encoding } : {}) }, {}, undefined, sheet);
  return role === null ? guessRolesOf(tables) : [chooseRole(tables, role, mapping, forms)];
}
