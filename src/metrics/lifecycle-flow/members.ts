import { scanFlows } from '../../facts/unit-flow';
import type { Members } from '../metric';
import type { lifecycleFlow } from './definition';
import { resolve } from './kernel';

export const members: Members<typeof lifecycleFlow> = (facts, scope, options, row, column) => {
  const { unit, lapse_days: lapse } = resolve(facts, options);
  const wanted = Number(row['month']);
  const found: number[] = [];
  scanFlows(facts, scope, unit, lapse, (flow, index, customer) => {
    if (flow === column && index === wanted) found.push(customer);
  });
  return Int32Array.from(found);
};
