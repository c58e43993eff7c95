/** Calendar units in which a business is read, from the smallest. */
export const PERIODS = ['week', 'month', 'quarter', 'year'] as const;
export type Period = (typeof PERIODS)[number];

/** Days of the longest period of each unit. */
export const LONGEST_PERIOD: Readonly<Record<Period, number>> = { week: 7, month: 31, quarter: 92, year: 366 };

/**
 * When a customer counts as gone (METRICS.md rule 15): by contract, by a rule that the file's gaps give, or after so many days
 * without a purchase.
 */
export type GoneAfter = 'auto' | 'contract' | 'pooled_gaps' | number;

/** What is fixed for the whole workspace, whatever is looked at. */
export interface WorkspaceRules {
  readonly period: 'auto' | Period;
  readonly goneAfter: GoneAfter;
}
export const DEFAULT_RULES: WorkspaceRules = { period: 'auto', goneAfter: 'auto' };

/** The longest time without a purchase that can be chosen. */
export const MOST_GONE_DAYS = 36_600;

/** Reads `auto`, `contract`, `pooled_gaps` or a number of days; null for anything else. */
export function parseGoneAfter(text: string): GoneAfter | null {
  if (text === 'auto' || text === 'contract' || text === 'pooled_gaps') return text;
  const days = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  return days >= 1 && days <= MOST_GONE_DAYS ? days : null;
}

/** Reads `auto` or a period; null for anything else. */
export const parsePeriod = (text: string): 'auto' | Period | null =>
  text === 'auto' ? text : (PERIODS.find((period) => period === text) ?? null);

const A_YEAR = 365;
const HALF_A_YEAR = 183;

/** Another sensible number of days without a purchase, to see how far a figure rests on the one in use: a year, or half of one. */
export const otherGoneDays = (days: number): number => (Math.abs(days - A_YEAR) < 31 ? HALF_A_YEAR : A_YEAR);
