import type { Members } from '../metric';
import type { kpiTree } from './definition';

export const members: Members<typeof kpiTree> = ({ orders }, scope, _options, row) => {
  const wanted = Number(row['month']);
  const found = new Set<number>();
  for (let order = 0; order < orders.known; order++)
    if (scope.purchase[order] === 1 && orders.month[order] === wanted) found.add(orders.customer[order]);
  return Int32Array.from(found).sort();
};
