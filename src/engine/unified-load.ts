import type { Dataset } from '../domain/columns';
import type { Decision, ReviewPage, ReviewRequest, UnificationReport, UnifyChoices } from '../domain/unification';
import { reviewCounts, reviewPage, type Reviewed } from '../intake/unify/review';
import { unifyCustomers } from '../intake/unify/unify';
import type { LoadedData } from '../intake/load/validate-choices';

/** The same data under other choices; what was compared stands. */
export const underChoices = (data: LoadedData, choices: UnifyChoices): LoadedData => ({
  ...data,
  ...unifyCustomers(data.brought, data.compared, choices),
});

function reviewedOf(
  { dataset, brought, compared, clusters }: LoadedData,
  decisions: readonly Decision[],
): Reviewed | null {
  if (!compared || !clusters) return null;
  const { records } = compared;
  const names = firstNames(brought, records.recordOf, records.count);
  return {
    compared,
    clusters,
    decisions,
    customer: (record) => dataset.unification?.customer[record] ?? records.keys[record],
    name: (record) => names[record],
  };
}

/** Each record's name as the first of its rows has it: one column of names, or given name and surname. */
function firstNames({ records }: Pick<Dataset, 'records'>, recordOf: Int32Array, count: number): string[] {
  const names = new Array<string>(count).fill('');
  const { text } = records.customers!;
  const column = text['name'] ?? text['company'];
  for (let row = 0; column && row < recordOf.length; row++) {
    const [record, code] = [recordOf[row], column.codes[row]];
    if (record >= 0 && code >= 0 && names[record] === '') names[record] = column.values[code];
  }
  return names;
}

/** Null where there is nothing to bring together, nobody to ask about and no choice made. */
export function unificationReport(data: LoadedData, choices: UnifyChoices): UnificationReport | null {
  const reviewed = reviewedOf(data, choices.decisions);
  if (!reviewed || !data.compared || !data.clusters) return null;
  const counts = reviewCounts(reviewed);
  const { records } = data.compared;
  const isPlain = data.dataset.unification === undefined && counts.asked === 0 && choices.decisions.length === 0;
  if (isPlain) return null;
  return {
    sources: [...records.sources].sort(
      (a, b) => records.brought[records.sources.indexOf(a)] - records.brought[records.sources.indexOf(b)],
    ),
    records: records.count,
    customers: new Set(data.clusters.group).size,
    counts,
    choices,
  };
}

/** A stretch of the pairs to look at. */
export function reviewOf(data: LoadedData, decisions: readonly Decision[], request: ReviewRequest): ReviewPage {
  const reviewed = reviewedOf(data, decisions);
  return reviewed ? reviewPage(reviewed, request) : { counts: { asked: 0, merged: 0, decided: 0 }, pairs: [] };
}
