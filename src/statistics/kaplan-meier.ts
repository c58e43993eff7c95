import { Z95 } from './intervals';

/**
 * How many come under observation, have the event, or are lost from view at each time; times ascend. Who enters at a time
 * is at risk at it, and so is who leaves at it: ties of events and censorings take the events first. Without late
 * entry all enter at 0.
 */
export interface TimeCounts {
  readonly t: readonly number[];
  readonly entered: readonly number[];
  readonly events: readonly number[];
  readonly censored: readonly number[];
}

/** A time at which anyone left, by event or from view. */
export interface SurvivalStep {
  readonly t: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  /** S(t). */
  readonly survival: number;
  /** 95 %; NaN where S is 0 or 1 (METRICS rule 5). */
  readonly low: number;
  readonly high: number;
}

/**
 * Kaplan-Meier (E. L. Kaplan and P. Meier, JASA 53, 1958) with late entry: who enters later is at risk from then on.
 * The variance is Greenwood's (1926); the interval is symmetrical on the scale of log(-log S), as J. D. Kalbfleisch and
 * R. L. Prentice give it (The Statistical Analysis of Failure Time Data, 1980, section 1.3).
 * @returns a step for each time at which anyone left
 */
export function kaplanMeier({ t, entered, events, censored }: TimeCounts): SurvivalStep[] {
  const steps: SurvivalStep[] = [];
  let atRisk = 0;
  let survival = 1;
  let greenwood = 0;
  for (let at = 0; at < t.length; at++) {
    atRisk += entered[at];
    const left = events[at] + censored[at];
    if (left === 0) continue;
    if (events[at] > 0) {
      survival *= (atRisk - events[at]) / atRisk;
      greenwood += events[at] / (atRisk * (atRisk - events[at]));
    }
    const { low, high } = logLogInterval(survival, greenwood);
    steps.push({ t: t[at], atRisk, events: events[at], censored: censored[at], survival, low, high });
    atRisk -= left;
  }
  return steps;
}

/** S to the power exp(-+ z sqrt(V) / log S), where V is Greenwood's sum. */
function logLogInterval(survival: number, greenwood: number): { low: number; high: number } {
  if (!(survival > 0 && survival < 1)) return { low: NaN, high: NaN };
  const log = Math.log(survival);
  const half = (Z95 * Math.sqrt(greenwood)) / -log;
  return { low: Math.exp(log * Math.exp(half)), high: Math.exp(log * Math.exp(-half)) };
}

/** Equal to a half but for rounding. */
const isHalf = (value: number) => Math.abs(value - 0.5) < 1e-9;

/**
 * The first time at which a falling curve is at most a half; where it is exactly a half, the middle between that time
 * and the next at which it falls (R. G. Miller, Survival Analysis, 1981). NaN where the curve does not get there.
 * @param value the curve of a step: S or a bound of it; NaN stands for no value and is passed over
 */
export function medianOf(steps: readonly SurvivalStep[], value: (step: SurvivalStep) => number): number {
  const first = steps.findIndex((step) => value(step) < 0.5 || isHalf(value(step)));
  if (first < 0) return NaN;
  if (!isHalf(value(steps[first]))) return steps[first].t;
  const below = steps.slice(first + 1).find((step) => step.events > 0 && !isHalf(value(step)));
  return below ? (steps[first].t + below.t) / 2 : steps[first].t;
}

/**
 * The restricted mean: the area under S from 0 to tau. J. O. Irwin (1949); P. Royston and M. K. B. Parmar (2013).
 * @returns NaN where the curve ends above 0 before tau: nothing is known of what follows
 */
export function restrictedMean(steps: readonly SurvivalStep[], tau: number): number {
  let area = 0;
  let from = 0;
  let survival = 1;
  for (const step of steps) {
    if (step.t >= tau) break;
    area += survival * (step.t - from);
    from = step.t;
    survival = step.survival;
  }
  const last = steps[steps.length - 1];
  if (!last || (last.t < tau && last.survival > 0)) return NaN;
  return area + survival * (tau - from);
}

/** S at a time: 1 before the first step; the last value after the last step. */
export function survivalAt(steps: readonly SurvivalStep[], t: number): number {
  let survival = 1;
  for (const step of steps) {
    if (step.t > t) break;
    survival = step.survival;
  }
  return survival;
}
