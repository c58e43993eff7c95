import { readTables } from '../../../src/intake/read/read-file';
import type { TableQuestion } from '../../../src/domain/questions';
import type { Mapping } from '../../../src/domain/roles';
import type { WorkspaceSummary } from '../../../src/domain/import';
import { mappingOfRoles } from '../../../src/domain/roles';
import type { Treatments } from '../../../src/domain/treatment';
import { guessRolesOf, type BroughtTable } from '../../../src/intake/load/choose-roles';
import { shapeBrought } from '../../../src/intake/load/shape-brought';
import { summarise } from '../../../src/facts/summary';
import { tellUnderstood } from '../../../src/intake/load/understood';
import { validateChoices } from '../../../src/intake/load/validate-choices';
import { withWonDeals } from '../../../src/intake/load/won-deals';
import { buildFacts } from '../../../src/facts/build';
import { scopeOf } from '../../../src/facts/scope';
import type { Figures } from './figures';

export interface WrittenFile {
  readonly name: string;
  readonly text: string;
}

/** What `npm run report -- --auto` finds in files. */
export interface ReadFiles {
  readonly figures: Figures;
  readonly summary: WorkspaceSummary;
  readonly questions: readonly TableQuestion[];
  readonly recipe: string | null;
  readonly mapping: Mapping;
}

export async function readFiles(files: readonly WrittenFile[], treatments: Treatments = {}): Promise<ReadFiles> {
  const brought: BroughtTable[] = [];
  for (const { name, text } of files) brought.push(...guessRolesOf(await readTables({ name, blob: new Blob([text]) })));
  const tables = withWonDeals(shapeBrought(brought), null);
  const { dataset } = await validateChoices(tables, treatments);
  const facts = buildFacts(dataset);
  const summary = summarise(facts, scopeOf(facts, []));
  const { questions, recipe } = tellUnderstood(tables);
  return {
    figures: {
      net: summary.net,
      purchases: summary.purchases,
      customers: summary.customers_with_purchases,
      from: summary.observed_from,
      until: summary.observed_until,
    },
    summary,
    questions,
    recipe,
    mapping: mappingOfRoles(tables.flatMap(({ roles }) => roles)),
  };
}
