import { SURVEY_ANSWER } from '../../domain/answer-bands';
import { fieldName, ROLE_NAMES } from '../../domain/field-names';
import type { Role } from '../../domain/roles';
import type { PageId } from '../../session/view-code';

export const PAGE_NAMES: Readonly<Record<PageId, string>> = {
  start: 'Start',
  'life-cycle': 'Life cycle',
  selection: 'Selection',
  acquisition: 'Acquisition',
  retention: 'Retention',
  growth: 'Growth',
  accountability: 'Accountability',
  customers: 'Customers',
  data: 'Data',
  sql: 'SQL',
};

const roleOf = (need: string) => need.split('.')[0];
const placeOf = (need: string) =>
  roleOf(need) === 'transactions' ? '' : ` (in a file of ${ROLE_NAMES[roleOf(need) as Role] ?? roleOf(need)})`;

/** What would fill a need, each as the user would say it; the file it would stand in is said once where it is the same for all. */
export function needNames(alternatives: readonly string[]): string[] {
  return alternatives.map((need, at) => {
    const next = alternatives[at + 1];
    const isSaidLater = next !== undefined && roleOf(next) === roleOf(need);
    return fieldName(roleOf(need), need.split('.')[1]) + (isSaidLater ? '' : placeOf(need));
  });
}
/** What all the needs are about, where it is one thing other than sales: `survey answers`. */
export function needSubject(needs: readonly string[]): string | null {
  const [role, ...others] = new Set(needs.map(roleOf));
  return role === undefined || role === 'transactions' || others.length > 0 ? null : (ROLE_NAMES[role as Role] ?? null);
}

/** Facets that the whole file fixes, and fields of lines, as the filter names them. */
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
