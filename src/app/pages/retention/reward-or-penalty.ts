import type { Formatter } from '../../../domain/format';
import type { contractCliff } from '../../../metrics/contract-cliff/definition';
import type { Finding, MetricTable } from '../../../metrics/metric';
import type { survival } from '../../../metrics/survival/definition';
import type { ViewOf } from '../../panel/load-view';

/** The `tells` of the two metrics' views that are used here. */
export type Told = ViewOf<'survival'>['tells'] & ViewOf<'contract_cliff'>['tells'];

/** Customers at risk below which the strategies are not compared. */
const ENOUGH = 30;

/**
 * Compares the two strategies in one sentence: the rate of leaving in the month after the term over that before it, and the
 * share that is left at the last time at which enough of both are at risk.
 * @param curves survival by strategy
 */
export function rewardOrPenalty(
  told: Told,
  curves: MetricTable<typeof survival> | null,
  cliffs: MetricTable<typeof contractCliff> | null,
  format: Formatter,
): Finding | null {
  const { readCliffs, shareAt, timeWords } = told;
  const { reward, penalty } = pairOf(told, curves);
  const cliff = (strategy: string) =>
    cliffs
      ? readCliffs(cliffs).find((one) => one.strategy === strategy && (one.after?.atRisk ?? 0) >= ENOUGH)
      : undefined;
  const [rewarded, held] = [cliff('reward'), cliff('penalty')];
  const parts: (string | { strong: string })[] = [];
  if (rewarded && held && !Number.isNaN(rewarded.ratio) && !Number.isNaN(held.ratio))
    parts.push({
      strong: `In the month after the term ${format.number(held.ratio, 1)} times as many leave as in a month before where leaving costs a penalty, ${format.number(rewarded.ratio, 1)} times as many where staying is rewarded`,
    });
  const last = reward && penalty ? lastShared(told, reward, penalty) : NaN;
  if (reward && penalty && !Number.isNaN(last)) {
    const left = `${format.share(shareAt(reward, last))} of the rewarded are left after ${timeWords(last, curves!.unit[0], format.int)}, ${format.share(shareAt(penalty, last))} of those held by a penalty`;
    parts.push(parts.length > 0 ? `; ${left}.` : { strong: `${left}.` });
  } else if (parts.length > 0) parts.push('.');
  if (parts.length === 0) return null;
  const n = (count: number | undefined, word: string) => (count === undefined ? [] : [`${format.int(count)} ${word}`]);
  return {
    words: parts,
    n: `n = ${[...n(reward?.n ?? rewarded?.after?.atRisk, 'rewarded'), ...n(penalty?.n ?? held?.after?.atRisk, 'under a penalty')].join(', ')}`,
  };
}

type Curve = ReturnType<Told['readCurves']>[number];
function pairOf(
  { readCurves }: Told,
  curves: MetricTable<typeof survival> | null,
): { reward?: Curve; penalty?: Curve } {
  const all = curves ? readCurves(curves) : [];
  const find = (name: string) => all.find((curve) => curve.name === name);
  const [reward, penalty] = [find('reward'), find('penalty')];
  return { ...(reward ? { reward } : {}), ...(penalty ? { penalty } : {}) };
}

/** The last time at which enough customers of both strategies are at risk. */
function lastShared({ atRiskAt }: Told, one: Curve, other: Curve): number {
  const enough = one.points.filter(({ t, atRisk }) => atRisk >= ENOUGH && atRiskAt(other, t) >= ENOUGH);
  return enough[enough.length - 1]?.t ?? NaN;
}

/** Reservations that apply to the comparison. */
export function warnings(told: Told, curves: MetricTable<typeof survival> | null, format: Formatter): string[] {
  const { crossing, timeWords } = told;
  const { reward, penalty } = pairOf(told, curves);
  const said = ['Customers chose their contract, or were offered it: the difference is not all the strategy’s doing.'];
  if (reward && penalty) {
    const crossed = crossing(reward, penalty);
    const day = (t: number) => timeWords(t, curves!.unit[0], format.int);
    if (crossed)
      said.push(
        `The curves cross: ${crossed.firstAbove === 'one' ? 'more of the rewarded' : 'more of those held by a penalty'} are left early on (from ${day(crossed.first)}), fewer in the end. Which is better depends on the time that is looked at.`,
      );
  }
  for (const [curve, word] of [
    [reward, 'with a reward'],
    [penalty, 'under a penalty'],
  ] as const)
    if (curve && curve.n < ENOUGH) said.push(`Only ${format.plural(curve.n, 'customer')} ${word}: too few to compare.`);
  return said;
}
