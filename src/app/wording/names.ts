import { SURVEY_ANSWER } from '../../domain/answer-bands';
import { fieldName, ROLE_NAMES } from '../../domain/field-names';
import type { Role } from '../../domain/roles';

const roleOf = (need: string) => need.split('.')[0];
const placeOf = (need: string) =>
  roleOf(need) === 'transactions' ? '' : ` (in a file of ${ROLE_NAMES[roleOf(need) as Role] ?? roleOf(need)})`;

/** The names of missing fields. The file that would hold them is named after the last of several fields of one role. */
export function needNames(alternatives: readonly string[]): string[] {
  return alternatives.map((need, at) => {
    const next = alternatives[at + 1];
    const isSaidLater = next !== undefined && roleOf(next) === roleOf(need);
    return fieldName(roleOf(need), need.split('.')[1]) + (isSaidLater ? '' : placeOf(need));
  });
}
/** The role of all missing fields, where it is a single one other than sales: `survey answers`; else null. */
export function needSubject(needs: readonly string[]): string | null {
  const [role, ...others] = new Set(needs.map(roleOf));
  return role === undefined || role === 'transactions' || others.length > 0 ? null : (ROLE_NAMES[role as Role] ?? null);
}

/** Names of facets and of fields of lines in the filter. */
const FACET_NAMES: Readonly<Record<string, string>> = {
  cohort_month: 'month of first purchase',
  value_quintile: 'worth, by fifths',
  rfm_segment: 'segment',
  has_bought_category: 'has bought from',
  has_bought_product: 'has bought',
  [SURVEY_ANSWER]: 'answer in a survey',
  customer: 'chosen customers',
  category: 'category',
  product: 'product',
  channel: 'sales channel',
  department: 'department',
};
export const facetName = (field: string): string => FACET_NAMES[field] ?? field;

const QUINTILES: Readonly<Record<string, string>> = {
  '1': 'best fifth',
  '2': 'second fifth',
  '3': 'middle fifth',
  '4': 'fourth fifth',
  '5': 'last fifth',
};
export const facetValue = (field: string, value: string): string => {
  if (field === 'rfm_segment') return value.replaceAll('_', ' ');
  if (field === SURVEY_ANSWER) return value.replace('-', '–');
  return field === 'value_quintile' ? (QUINTILES[value] ?? value) : value;
};
