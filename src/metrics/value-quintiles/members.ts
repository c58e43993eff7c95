import { quintilesBy } from '../../facts/quintiles';
import type { Members } from '../metric';
import type { valueQuintiles } from './definition';

export const members: Members<typeof valueQuintiles> = (facts, scope, { by }, row) => {
  const quintile = quintilesBy(facts, by);
  const wanted = Number(row['quintile']);
  const all = Int32Array.from(quintile, (_, customer) => customer);
  return all.filter((customer) => scope.customer[customer] && quintile[customer] === wanted);
};
