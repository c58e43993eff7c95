import type { ColumnMapping, Role } from '../../domain/roles';
import type { Candidate, FieldGuess } from '../guess-fields';
import type { Recipe } from './recipe';

/** How a recipe says that a column is read, as far as this table needs it. */
export function detailsOf(
  recipe: Recipe,
  role: Role,
  { field, index }: FieldGuess,
  candidates: readonly Candidate[],
): Partial<ColumnMapping> | undefined {
  const { first, beside, ...rest } = recipe.details?.[`${role}.${field}`] ?? {};
  const isList = first !== undefined && candidates[index].column.values.some((value) => value.includes(first));
  const sums = candidates.find(({ profile }) => profile.name === beside && profile.blank > 0);
  const details = { ...rest, ...(isList ? { first } : {}), ...(sums ? { beside } : {}) };
  return Object.keys(details).length > 0 ? details : undefined;
}
