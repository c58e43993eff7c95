import { contractStays } from '../../facts/stays';
import type { Members } from '../metric';
import type { retentionStrategies } from './definition';
import { strategiesOf } from './kernel';

/** Customers of a strategy: all, those who have left, or those who answered. */
export const members: Members<typeof retentionStrategies> = (facts, scope, _options, row, column) => {
  const strategies = strategiesOf(facts);
  const wanted = (facts.contracts?.strategy?.values.indexOf(String(row['strategy'])) ?? -1) + 1;
  const { ended } = contractStays(facts);
  const answered = new Set(facts.surveys?.scale === 10 ? facts.surveys.customer : []);
  const isListed = (c: number) => (column === 'ended' ? ended[c] === 1 : column === 'customers' || answered.has(c));
  return Int32Array.from(
    Array.from(strategies.keys()).filter((c) => strategies[c] === wanted && scope.customer[c] && isListed(c)),
  );
};
