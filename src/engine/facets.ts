import { ANSWER_BANDS, SURVEY_ANSWER } from '../domain/answer-bands';
import type { TextColumn } from '../domain/columns';
import { LINE_FIELDS } from '../domain/filter';
import type { Facet } from '../domain/import';
import { RFM_SEGMENTS } from '../domain/rfm-segments';
import { scanBands } from '../facts/answer-bands';
import type { Facts } from '../facts/facts';
import { rfmSegments } from '../facts/rfm';

/** Values listed for each facet, the most frequent first. */
const LISTED = 300;
/** An attribute with more values than this is a description, not something to filter by. */
const TOO_MANY = 2_000;

/** What can be filtered by, with how many customers (or lines) have each value. */
export function facetsOf(facts: Facts): Facet[] {
  const facets: Facet[] = [];
  for (const { name, column } of facts.customers.attributes) {
    if (column.values.length <= TOO_MANY && column.values.length > 1) facets.push(facet('customer', name, column));
  }
  const segments = { codes: Int32Array.from(rfmSegments(facts)), values: RFM_SEGMENTS };
  if (segments.codes.some((code) => code >= 0)) facets.push(facet('customer', 'rfm_segment', segments));
  facets.push(...answerFacet(facts));
  const lines = facts.lines;
  for (const field of LINE_FIELDS) {
    const column = lines[field];
    if (column && column.values.length > 0) facets.push(facet('line', field, column));
  }
  return facets;
}

/** Customers by what they answered; one who answered in two bands counts in both. None where nobody is named. */
function answerFacet({ answers }: Facts): Facet[] {
  if (!answers) return [];
  const bands = ANSWER_BANDS[answers.scale].map(() => new Set<number>());
  scanBands(answers, (customer, band) => bands[band].add(customer));
  const values = ANSWER_BANDS[answers.scale].map((value, band) => ({ value, count: bands[band].size }));
  const some = values.filter(({ count }) => count > 0).reverse();
  return some.length === 0 ? [] : [{ kind: 'customer', field: SURVEY_ANSWER, values: some, more: 0 }];
}

/** More groups of answers are no picture. */
const MOST_GROUPS = 12;

/** Columns of the survey, by which answers can be told apart. */
export const answerFieldsOf = ({ answers }: Facts): string[] =>
  (answers?.attributes ?? [])
    .filter(({ column }) => {
      const groups = new Set(column.codes).size;
      return groups > 1 && groups <= MOST_GROUPS;
    })
    .map(({ name }) => name);

function facet(kind: Facet['kind'], field: string, column: TextColumn): Facet {
  const counts = new Int32Array(column.values.length);
  for (const code of column.codes) if (code >= 0) counts[code]++;
  const values = column.values.map((value, code) => ({ value, count: counts[code] })).filter(({ count }) => count > 0);
  values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return { kind, field, values: values.slice(0, LISTED), more: Math.max(0, values.length - LISTED) };
}
