import type { JoinSuggestion, LeftOut, Shape } from '../../domain/shape';
import { joinDecider, type DecidedJoins, type PlannedTable } from '../shape/decide-joins';
import { suggestForms } from '../shape/suggest-forms';
import type { JoinDecisions } from '../shape/sure-joins';

/** What the values of some tables say of their forms, on the page as in a report. */
export interface FormPlanner {
  /** Forms of one table each. */
  readonly forms: ReturnType<typeof suggestForms>;
  /** The joins under what somebody has said of pairs of tables. */
  readonly decide: (decided: JoinDecisions) => DecidedJoins;
}

export const planForms = (tables: readonly PlannedTable[]): FormPlanner => ({
  forms: suggestForms(tables),
  decide: joinDecider(tables),
});

/** What is done to tables that no form speaks of, and those that are in no figure. */
export interface FormPlan {
  readonly forms: readonly { readonly table: string; readonly shape: Shape }[];
  readonly joins: readonly JoinSuggestion[];
  readonly leftOut: readonly LeftOut[];
}

/** A table with the form that it has; nothing else is done to one whose whole form was given. */
export interface PlannedForm {
  readonly id: string;
  readonly shapes: readonly Shape[];
  readonly isGiven: boolean;
}

/** The form in which each table is loaded: what was done to it alone comes before its joins, which are done as they are decided now. */
export const formsUnder = (
  tables: readonly PlannedForm[],
  { forms, joins }: Pick<FormPlan, 'forms' | 'joins'>,
): ReadonlyMap<string, readonly Shape[]> =>
  new Map(tables.map((table) => [table.id, table.isGiven ? table.shapes : formOf(table, forms, joins)]));

function formOf({ id, shapes }: PlannedForm, forms: FormPlan['forms'], joins: FormPlan['joins']): readonly Shape[] {
  const own = forms.flatMap((one) => (one.table === id ? [one.shape] : []));
  const wanted = joins.flatMap((join) => (join.table === id ? [join.shape] : []));
  const standing = shapes.filter(({ kind }) => kind === 'join');
  if (own.length === 0 && sameShapes(standing, wanted)) return shapes;
  return [...shapes.filter(({ kind }) => kind !== 'join'), ...own, ...wanted];
}

export const sameShapes = (one: readonly Shape[], other: readonly Shape[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
