import { lapseDays } from '../../facts/lapse';
import { FLOWS, scanFlows, unitsInView } from '../../facts/unit-flow';
import type { Kernel, MetricOptions } from '../metric';
import type { Facts } from '../../facts/facts';
import type { lifecycleFlow } from './definition';

/** The lapse, where nobody has chosen one, is a figure of the whole file. */
export const resolve = (
  facts: Facts,
  options: MetricOptions<typeof lifecycleFlow>,
): MetricOptions<typeof lifecycleFlow> => ({
  ...options,
  lapse_days: options.lapse_days ?? lapseDays(facts),
});

/** Base `lost` is -1 where no lapse is known: nobody has bought on two days, and none was chosen. */
export const kernel: Kernel<typeof lifecycleFlow> = (facts, scope, options) => {
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
