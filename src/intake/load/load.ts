import { openDatesOf, openMarksOf, withAnswers, type AskedTable } from '../../domain/column-answers';
import { Cancelled } from '../../domain/errors';
import type { BroughtFile, Progress, RoleReading } from '../../domain/import';
import type { LoadAnswers } from '../../domain/load-answers';
import type { TableAdvice } from '../../domain/questions';
import type { Mapping } from '../../domain/roles';
import type { Shape } from '../../domain/shape';
import { inOtherForm, leaveOut, type FormedTable, type TablesInView } from '../../domain/tables-in-view';
import type { TableForm } from '../../domain/table-form';
import type { TimeZone } from '../../domain/time-zone';
import type { RawTable } from '../read/raw-table';
import { readTables } from '../read/read-file';
import type { DealCustomer } from '../understand/sales-of-deals';
import type { BroughtTable } from './choose-roles';
import { askedOf, reshape, type Inspected } from './inspect';
import { formsUnder, sameShapes } from './plan-forms';
import { shapeBrought } from './shape-brought';
import {
  hearMessages,
  validateChoices,
  type ChosenTable,
  type LoadedData,
  type ValidatedTable,
} from './validate-choices';
import { withWonDeals } from './won-deals';

/**
 * The one order of a load, for the page, the samples, kept workspaces and the command line: `readFile`, then each table is
 * understood (`inspect`, or `guessRolesOf` and `chooseRole` where a role was named), brought into form (`formTables` under the
 * page's answers, `formBrought` under a mapping file's; both by `planForms`), asked about (`mustAsk`, `tellUnderstood`), and
 * counted (`countTables`: checked and brought to one customer each).
 */

export interface LoadControl {
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
}

/** The tables of a file, or of one of its sheets. */
export const readFile = (
  { name, blob, encoding }: BroughtFile,
  { signal }: Pick<LoadControl, 'signal'> = {},
  onprogress?: (progress: { readonly bytes: number; readonly rows: number }) => void,
  sheet?: string,
): Promise<RawTable[]> =>
  readTables(
    { name, blob },
    {
      ...(signal ? { signal } : {}),
      ...(encoding ? { encoding } : {}),
      ...(onprogress ? { onprogress } : {}),
      ...(sheet === undefined ? {} : { sheet }),
    },
  );

/** What a mapping file, or an option of a report, says of files. */
export interface GivenForms {
  readonly forms: readonly TableForm[];
  readonly mapping: Mapping;
  readonly timeZone: TimeZone;
  /** The customer of a deal, where somebody has said it. */
  readonly dealCustomer: DealCustomer | null;
}

/** The tables that a report counts, in their form and in their roles, the deals that were won as purchases. */
export const formBrought = (
  brought: readonly BroughtTable[],
  { forms, mapping, timeZone, dealCustomer }: GivenForms,
): BroughtTable[] => withWonDeals(shapeBrought(brought, forms, mapping, timeZone), dealCustomer);

/** Tables in view, each in the form and in the roles in which it is counted. */
export interface FormedTables {
  readonly held: readonly Inspected[];
  readonly view: TablesInView;
  /** Those in another form than in the answers, in the order in which they were brought into it. */
  readonly changed: readonly string[];
}

/** Where the tables stand that are brought into form. */
export interface TableStore {
  /** As it stands in its file. */
  readonly tableOf: (id: string) => RawTable | undefined;
  /** It was read since the tables in view were brought into form. */
  readonly isNew: (id: string) => boolean;
}

/**
 * Brings tables into the form that the answers give them or, where there is advice, into the one that their values ask for. Lets
 * waiting messages in between, so that a cancel is heard. The tables that are held stay as they are.
 */
export async function formTables(
  held: readonly Inspected[],
  answers: LoadAnswers,
  advice: TableAdvice | null,
  { tableOf, isNew }: TableStore,
  signal?: AbortSignal,
): Promise<FormedTables> {
  const before = answers.tables.inspected;
  const forms = advice ? advisedForms(answers, advice) : givenForms(answers);
  const isStale = ({ id }: FormedTable) =>
    !isNew(id) && forms.get(id)!.some((shape) => shape.kind === 'join' && isNew(shape.with));
  const formed: Inspected[] = [];
  for (const one of held) {
    const shapes = forms.get(one.id)!;
    const stands = sameShapes(one.shapes, shapes) && !isStale(one);
    if (!stands) await hearMessages(signal);
    formed.push(stands ? one : reshape(one, shapes, tableOf));
  }
  await hearMessages(signal);
  const isAsked = (id: string) => answers.forms !== 'suggested' && Object.hasOwn(answers.forms, id);
  const changed = before.flatMap((one) => {
    const shapes = forms.get(one.id)!;
    if (sameShapes(shapes, one.shapes) && !isStale(one) && !isAsked(one.id)) return [];
    return [{ id: one.id, shapes, joins: isStale(one) || !sameShapes(joinsOf(shapes), joinsOf(one.shapes)) }];
  });
  // What one joins is read on its own no more, whatever form it has had before.
  const inOrder = [...changed.filter(({ joins }) => !joins), ...changed.filter(({ joins }) => joins)];
  const inForm = inOrder.reduce<TablesInView>(
    (view, { id, shapes }) => inOtherForm(view, { id, shapes }),
    answers.tables,
  );
  return {
    held: formed,
    view: advice ? leaveOut(inForm, advice.leftOut) : inForm,
    changed: inOrder.map(({ id }) => id),
  };
}

const givenForms = ({ tables, forms }: LoadAnswers): ReadonlyMap<string, readonly Shape[]> =>
  new Map(tables.inspected.map(({ id, shapes }) => [id, (forms !== 'suggested' && forms[id]) || shapes]));

/** Only a table to which nothing was done yet is brought into a form of its own unasked. */
function advisedForms({ tables, said, declined }: LoadAnswers, { shapes, joins }: TableAdvice) {
  const untouched = new Set(tables.inspected.flatMap((one) => (one.shapes.length === 0 ? [one.id] : [])));
  const isDeclined = (id: string, { kind }: Shape) => declined.some((one) => one.table === id && one.kind === kind);
  const forms = shapes.filter(
    ({ table, needed, shape }) => needed && shape.kind !== 'join' && untouched.has(table) && !isDeclined(table, shape),
  );
  const planned = tables.inspected.map(({ id, shapes: own }) => ({
    id,
    shapes: own,
    isGiven: said.formed.includes(id),
  }));
  return formsUnder(planned, { forms, joins });
}

const joinsOf = (shapes: readonly Shape[]): Shape[] => shapes.filter(({ kind }) => kind === 'join');

/** How a table is read: as guessed or as chosen, with the answers in it. */
const rolesOf = (one: Inspected, asked: AskedTable, { roles }: TablesInView, { columns }: LoadAnswers) =>
  withAnswers(columns, asked, roles[one.id] ?? one.understanding.roles.map(({ role, mapping }) => ({ role, mapping })));

/** Tables that play a role as they are read now. */
export function playedRoles(
  { held, view }: FormedTables,
  answers: LoadAnswers,
): ReadonlyMap<string, readonly RoleReading[]> {
  const read = held.map((one) => [one.id, rolesOf(one, askedOf(one), view, answers)] as const);
  return new Map(read.filter(([, roles]) => roles.length > 0));
}

/** Whether somebody must say first how columns are read, or what the tables are. */
export function mustAsk(formed: FormedTables, answers: LoadAnswers): boolean {
  const played = playedRoles(formed, answers);
  const isRead = Object.entries(answers.tables.roles).some(
    ([id, roles]) => roles.length > 0 && !formed.held.some((one) => one.id === id),
  );
  if (played.size === 0 && !isRead) return true;
  return formed.held.some((one) => {
    const [asked, roles] = [askedOf(one), played.get(one.id) ?? []];
    return openDatesOf(answers.columns, asked, roles).length + openMarksOf(answers.columns, asked, roles).length > 0;
  });
}

/** Checks tables in their roles, joins them into one dataset, and brings the customers of all files together. Throws `cancelled`. */
export const countTables = (
  tables: readonly (ChosenTable | ValidatedTable)[],
  { treatments, unify, timeZone }: Pick<LoadAnswers, 'treatments' | 'unify' | 'timeZone'>,
  { signal, progress }: LoadControl = {},
): Promise<LoadedData> =>
  validateChoices(
    tables,
    treatments,
    (step) => {
      if (signal?.aborted) throw new Cancelled();
      progress?.(step);
    },
    unify,
    timeZone,
  );
