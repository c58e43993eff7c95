import { bisectRight } from 'd3';
import type { Stage } from '../domain/lifecycle';

/** The fill of a step, and a text colour with enough contrast on it. */
export interface RampStep {
  readonly fill: string;
  readonly ink: string;
}

const RAMP_STEPS = 7;
const step = (ramp: 'seq' | 'div', index: number): RampStep => {
  const at = Math.max(0, Math.min(RAMP_STEPS - 1, index));
  return { fill: `var(--${ramp}-${at})`, ink: `var(--${ramp}-${at}-ink)` };
};

/** Seven steps from close to the background (0) to the full colour (6). */
export const sequential = (index: number): RampStep => step('seq', index);
/** Seven steps centred on "as expected" (3). */
export const diverging = (index: number): RampStep => step('div', index);

/** The step of a value, given the thresholds between steps, ascending. */
export const stepOf = (value: number, cuts: readonly number[]): number => bisectRight(cuts, value);

/** The colour of a stage; the text colour without a stage. */
export const hueOf = (stage: Stage | null): string => (stage ? `var(--${stage})` : 'var(--ink)');
