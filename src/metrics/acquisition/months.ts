/** The longest payback that is looked for. */
export const MOST_MONTHS = 60;
const YEAR = 365;

/** Days since the first purchase at which a month ends: twelve months are 365 days. */
export const lastOffset = (month: number): number => Math.ceil((YEAR * month) / 12) - 1;

/** The month, from 1 on, of so many days since the first purchase; days before it count as its own. */
export const monthOfOffset = (days: number): number => Math.floor((12 * Math.max(0, days)) / YEAR) + 1;
