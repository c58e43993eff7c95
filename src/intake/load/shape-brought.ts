import { AppError } from '../../domain/errors';
import { tableId } from '../../domain/import';
import type { Mapping } from '../../domain/roles';
import { matchForms, type TableForm } from '../../domain/table-form';
import type { TimeZone } from '../../domain/time-zone';
import type { PlannedTable } from '../shape/decide-joins';
import type { JoinDecisions } from '../shape/sure-joins';
import type { BroughtTable } from './choose-roles';
import { askJoins } from './join-questions';
import { planForms, type FormPlan } from './plan-forms';
import { readInForm, type NamedBrought } from './read-in-form';

/**
 * Brings tables into the form that a mapping names. Where it names none, tables whose role was left to the guess are joined to
 * those that name their rows, and months are turned into rows where nothing else would make sales of them, as on the page. A
 * table that is left over is left out, and the first of the others says so; throws `no-role` where there is no other.
 * @param zone where stamps that name an instant are moved to
 */
export function shapeBrought(
  tables: readonly BroughtTable[],
  forms: readonly TableForm[] = [],
  mapping: Mapping = {},
  zone?: TimeZone,
): BroughtTable[] {
  const named = withForms(tables, forms);
  const planned = named.map(
    ({ id, brought: { table, roles, by }, form }): PlannedTable & { by: BroughtTable['by'] } => ({
      id,
      table,
      roles: roles.map(({ role }) => role),
      isOpen: form === undefined,
      isGuessed: by === 'guess',
      by,
    }),
  );
  const open = new Set(planned.flatMap(({ id, isOpen, by }) => (isOpen && by !== 'map' ? [id] : [])));
  const planner = planForms(planned);
  const needed = planner.forms.filter((form) => form.needed && open.has(form.table));
  const planUnder = (decided: JoinDecisions): FormPlan => {
    const { done, leftOut } = planner.decide(decided);
    return { forms: needed, joins: done, leftOut };
  };
  const readUnder = (decided: JoinDecisions) => readInForm(named, planUnder(decided), mapping);
  const read = readUnder(new Map());
  if (read.length === 0 && tables.length > 0)
    throw new AppError('no-role', { file: tables[0].table.file, found: tables[0].table.header });
  const questions = askJoins(planner.decide(new Map()).asked, named, read, readUnder, zone);
  if (questions.length === 0) return read;
  return [{ ...read[0], joinQuestions: questions }, ...read.slice(1)];
}

/** Two files of one name are told apart by their place; the first has the form of that name. */
function withForms(tables: readonly BroughtTable[], forms: readonly TableForm[]): NamedBrought[] {
  const ids = tables.map(({ table }) => tableId(table));
  const unique = ids.map((id, i) => (ids.indexOf(id) === i ? id : `${id}\u001f${i}`));
  const matched = matchForms(
    forms,
    tables.map(({ table, roles }, i) => ({
      id: unique[i],
      header: table.header,
      roles: roles.map(({ role }) => role),
    })),
  );
  return tables.map((brought, i) => ({ id: unique[i], brought, form: matched.get(unique[i]) }));
}
