import type { Members } from '../metric';
import type { atRisk } from './definition';

/** The one customer of a row. */
export const members: Members<typeof atRisk> = (facts, _scope, _options, row) => {
  const at = facts.customers.ids.indexOf(String(row['customer']));
  return Int32Array.from(at < 0 ? [] : [at]);
};
