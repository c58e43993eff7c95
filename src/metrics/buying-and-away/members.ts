import { scanStretches } from '../../facts/away';
import type { Members } from '../metric';
import type { buyingAndAway } from './definition';

export const members: Members<typeof buyingAndAway> = (facts, scope, { months }, row, column) => {
  const month = Number(row['month']);
  const found: number[] = [];
  scanStretches(facts, scope, months, (customer, { from, until, buying, isNew }) => {
    const isIt =
      column === 'new' ? isNew && from === month : buying === (column === 'buying') && from <= month && month < until;
    if (isIt) found.push(customer);
  });
  return Int32Array.from(found);
};
