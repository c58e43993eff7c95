import type { Facts } from '../../facts/facts';
import { goneDays } from '../../facts/gone';
import { FLOWS, scanFlows, unitsInView } from '../../facts/unit-flow';
import { defineComputation, type Kernel, type Members, type MetricOptions } from '../metric';
import { lifecycleFlow } from './definition';
import { derive } from './derive';
import sql from './query.sql?raw';

/** The lapse, where nobody has chosen one, is a figure of the whole file. */
const resolve = (facts: Facts, options: MetricOptions<typeof lifecycleFlow>): MetricOptions<typeof lifecycleFlow> => ({
  ...options,
  lapse_days: options.lapse_days ?? goneDays(facts),
});

/** Base `lost` is -1 where no lapse is known: nobody has bought on two days, and none was chosen. */
const kernel: Kernel<typeof lifecycleFlow> = (facts, scope, options) => {
  const { unit, lapse_days: lapse } = resolve(facts, options);
  const units = unitsInView(facts, scope, unit);
  const row = new Map(units.map((index, at) => [index, at]));
  const counts = Object.fromEntries(FLOWS.map((flow) => [flow, new Float64Array(units.length)])) as Record<
    (typeof FLOWS)[number],
    Float64Array
  >;
  scanFlows(facts, scope, unit, lapse, (flow, index) => {
    const at = row.get(index);
    if (at !== undefined) counts[flow][at]++;
  });
  if (lapse === null) counts.lost.fill(-1);
  return { month: Float64Array.from(units), ...counts };
};

const members: Members<typeof lifecycleFlow> = (facts, scope, options, row, column) => {
  const { unit, lapse_days: lapse } = resolve(facts, options);
  const wanted = Number(row['month']);
  const found: number[] = [];
  scanFlows(facts, scope, unit, lapse, (flow, index, customer) => {
    if (flow === column && index === wanted) found.push(customer);
  });
  return Int32Array.from(found);
};

export default defineComputation(lifecycleFlow, { sql, kernel, members, resolve, derive });
