/** What both sides are asked. Data without returns: every order is a purchase. */
export const QUESTIONS = [
  'triangle',
  'survival',
  'categoriesByCustomer',
  'productsByOrder',
  'quintiles',
  'curve',
] as const;
/** Days without a purchase after which a customer has lapsed. */
export const LAPSE_DAYS = 90;
export type Question = (typeof QUESTIONS)[number];

/** First and last day in view, as days since 1970-01-01; null for all. */
export type Days = { readonly from: number; readonly until: number } | null;

/**
 * An answer as sorted lines of text, the same for both sides:
 * - triangle: cohort month, period, customers active;
 * - survival: channel of the customer's latest line, days since the first purchase, customers at risk, who lapsed, who were lost
 *   from view;
 * - pairs: item, item after it by name, how many hold both, the one, the other; by customer also how many held the one, or
 *   the other, on an earlier day;
 * - quintiles: quintile, customers, net and profit in cents, categories held, added up over the customers;
 * - curve: hundredth, customers and profit in cents of the best hundredths up to it.
 */
export type Answer = readonly string[];

export interface Pair {
  readonly from: string;
  readonly to: string;
  readonly both: number;
  readonly fromFirst: number;
  readonly toFirst: number;
}

/** @param holders how many hold each item */
export function pairLines(question: Question, pairs: readonly Pair[], holders: ReadonlyMap<string, number>): Answer {
  const lines = pairs
    .filter(({ from, to, both }) => from < to && both > 0)
    .map(({ from, to, both, fromFirst, toFirst }) => {
      const counts = [both, holders.get(from), holders.get(to)];
      return [from, to, ...(question === 'categoriesByCustomer' ? [...counts, fromFirst, toFirst] : counts)].join('|');
    });
  return lines.sort();
}

export const numberLines = (rows: readonly (readonly number[])[]): Answer => rows.map((row) => row.join('|')).sort();

/** Null where the answers are equal, else the first line that only one of them has. */
export function difference(ours: Answer, theirs: Answer): string | null {
  if (ours.length === 0 || theirs.length === 0) return `${ours.length} lines and ${theirs.length}`;
  const at = ours.findIndex((line, index) => line !== theirs[index]);
  if (at >= 0) return `${ours[at]} and ${theirs[at] ?? 'nothing'}`;
  return ours.length === theirs.length ? null : `nothing and ${theirs[ours.length]}`;
}
