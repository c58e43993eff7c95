import { openAsBlob, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tableId, type RoleReading } from '../../src/domain/import';
import type { TableQuestion } from '../../src/domain/questions';
import type { Shape } from '../../src/domain/shape';
import { guessRolesOf, type BroughtTable } from '../../src/intake/load/choose-roles';
import { shapeBrought } from '../../src/intake/load/shape-brought';
import { readTables } from '../../src/intake/read/read-file';
import { rolesOf } from '../../src/session/readings';
import { dropOnPage } from '../support/page-state';
import { filesOfCase, sharedCase, sharedData } from '../support/shared-data';

/** How tables are read, and what is asked of how they belong together. */
interface Joined {
  readonly tables: Readonly<
    Record<string, { readonly shapes: readonly Shape[]; readonly roles: readonly RoleReading[] }>
  >;
  readonly asked: readonly object[];
}

const askedOf = (questions: readonly TableQuestion[]) =>
  questions
    .filter(({ code }) => code === 'join')
    .map(({ table, sentence, readings, join }) => ({
      table,
      with: join?.shape.with,
      sentence,
      readings: readings.map(({ answer, label, totals }) => ({ answer, label, totals })),
    }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

async function headless(paths: readonly string[]): Promise<Joined> {
  const brought: BroughtTable[] = [];
  for (const path of paths)
    brought.push(...guessRolesOf(await readTables({ name: basename(path), blob: await openAsBlob(path) })));
  const read = shapeBrought(brought);
  return {
    tables: Object.fromEntries(read.map(({ table, shapes = [], roles }) => [tableId(table), { shapes, roles }])),
    asked: askedOf(read.flatMap(({ joinQuestions = [] }) => joinQuestions)),
  };
}

async function onPage(paths: readonly string[]): Promise<Joined> {
  const page = await dropOnPage(paths);
  await page.asking.count();
  const { tables, questions } = page;
  const used = tables.inspected.filter((table) => rolesOf(tables, table).length > 0);
  return {
    tables: Object.fromEntries(used.map((one) => [one.id, { shapes: one.shapes, roles: rolesOf(tables, one) }])),
    asked: askedOf(questions.open.map(({ question }) => question)),
  };
}

/** Files that are refused are no tables. */
const REFUSED = ['hostile'];
const cases = readdirSync(sharedCase('.'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !REFUSED.includes(entry.name) && filesOfCase(entry.name).length > 1)
  .map(({ name }) => [name, filesOfCase(name)] as const);
const data = [
  ['maven_crm', ['sales_pipeline.csv', 'accounts.csv', 'products.csv', 'sales_teams.csv']],
  ['superstore_us', ['Sample - Superstore.xls']],
  [
    'smcrm_shared',
    ['customerRetentionTransactions.csv', 'customerRetentionDemographics.csv', 'acquisitionRetention.csv'],
  ],
  ['groceries', ['groceries_long.csv', 'groceries_baskets.csv']],
  ['febrl_1_4', ['dataset4a.csv', 'dataset4b.csv']],
  ['xeducation_leads', ['Lead Scoring.csv', 'Leads Data Dictionary.xlsx']],
] as const;
const sets = data.map(([name, files]) => [name, files.map((file) => sharedData(`${name}/${file}`))] as const);

describe('tables that were brought together are joined, and asked about, on the page as in a report', () => {
  test.each([...cases, ...sets])('%s', { timeout: 120_000 }, async (_, paths) => {
    expect(await onPage(paths)).toEqual(await headless(paths));
  });
});
