import type { ColumnMapping, Role } from '../../domain/roles';
import type { Candidate, FieldGuess } from './guess-fields';
import { normaliseWord } from '../words/words';
import { isSecondBest, type Recipe } from './recipe';

/** How a recipe says that a column is read, as far as this table needs it. */
export function detailsOf(
  recipe: Recipe,
  role: Role,
  { field, index }: FieldGuess,
  candidates: readonly Candidate[],
): Partial<ColumnMapping> | undefined {
  const { first, beside, back, ...rest } = recipe.details?.[`${role}.${field}`] ?? {};
  const { column, profile } = candidates[index];
  const isList = first !== undefined && column.values.some((value) => value.includes(first));
  const sums = named(beside, candidates, (other) => other.profile.blank > 0);
  // A name in place of the address is always the other side's.
  const other = isSecondBest(recipe, profile.name) ? undefined : named(back, candidates, () => true);
  const details = {
    ...rest,
    ...(isList ? { first } : {}),
    ...(sums === undefined ? {} : { beside: sums }),
    ...(other === undefined ? {} : { back: other }),
  };
  return Object.keys(details).length > 0 ? details : undefined;
}

/** What the file calls a column that goes by one of these headers. */
const named = (
  headers: readonly string[] = [],
  candidates: readonly Candidate[],
  suits: (candidate: Candidate) => boolean,
): string | undefined =>
  candidates.find(
    (one) => headers.some((header) => normaliseWord(header) === normaliseWord(one.profile.name)) && suits(one),
  )?.profile.name;
