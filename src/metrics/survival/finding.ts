import type { Formatter } from '../../domain/format';
import { FEW, type Finding, type MetricOptions, type MetricTable } from '../metric';
import { crossingWords } from './crossing';
import { byLoss, halfGone, longestOf, readCurves, shareAt, stratumWords, timeWords, type Curve } from './curves';
import type { survival, survivalSummary, survivalTests } from './definition';
import { NPS_BAND } from '../../domain/answer-bands';
import { attributesIn } from './strata';
import { isUneven } from './uneven';
const COMPARED_FROM = 30;
const BY_CHANCE = 0.05;

/** When half are gone where most leave, and how many are then left where fewest do. */
export function finding(
  table: MetricTable<typeof survival>,
  _context: unknown,
  format: Formatter,
  { by }: MetricOptions<typeof survival>,
): Finding | null {
  const curves = readCurves(table).filter(({ n }) => n >= FEW);
  if (curves.length === 0) return null;
  // Strata of a few customers are drawn, but nothing is held against them.
  const large = curves.filter(({ n }) => n >= COMPARED_FROM);
  const ordered = byLoss(large.length > 0 ? large : curves);
  const worst = ordered[0];
  const count = (of: (curve: Curve) => number) => format.int(curves.reduce((sum, curve) => sum + of(curve), 0));
  const n = `n = ${count((curve) => curve.n)}, ${count(({ left }) => left)} left`;
  const unit = table.unit[0];
  const short = (value: number) => format.number(value, Number.isInteger(value) ? 0 : 1);
  const time = (t: number) => timeWords(t, unit, short);
  const half = halfGone(worst);
  const at = Number.isNaN(half) ? Math.min(...ordered.map(longestOf)) : half;
  const others = ordered.slice(1).sort((a, b) => shareAt(b, at) - shareAt(a, at));
  const best = others.length > 0 ? others[0] : null;
  const crossed = crossingWords(ordered, by, unit, format);
  const end = attributesIn(by).includes(NPS_BAND) ? ', counted from the survey.' : '.';
  const rest = best
    ? `; of ${stratumWords(by, best.name)} ${format.share(shareAt(best, at))} are still here then${end}${crossed}`
    : end;
  if (Number.isNaN(half)) {
    const share = `${format.share(shareAt(worst, at))} of ${stratumWords(by, worst.name)} are still here after ${time(at)}`;
    return { words: [{ strong: share }, rest], n };
  }
  if (half === 0 && table.source[0] === 'purchases') {
    const share = `${format.share(1 - shareAt(worst, 0))} of ${stratumWords(by, worst.name)} bought once only`;
    return { words: [{ strong: share }, rest], n };
  }
  const [low, high] = [halfGone(worst, (point) => point.low), halfGone(worst, (point) => point.high)];
  const interval = Number.isNaN(low)
    ? ''
    : Number.isNaN(high)
      ? ` (95%: from ${short(low)})`
      : ` (95%: ${short(low)}–${short(high)})`;
  return {
    words: [{ strong: `Half of ${stratumWords(by, worst.name)} are gone after ${time(half)}` }, interval, rest],
    n,
  };
}

/** The mean stay within the time that all have seen, where it is longest and where shortest. */
export function summaryFinding(
  table: MetricTable<typeof survivalSummary>,
  _context: unknown,
  format: Formatter,
  { by }: MetricOptions<typeof survivalSummary>,
): Finding | null {
  const rows = table.stratum
    .map((name, row) => ({ name, n: table.n[row], mean: table.rmst[row] }))
    .filter(({ n, mean }) => n >= FEW && !Number.isNaN(mean))
    .sort((a, b) => b.mean - a.mean);
  if (rows.length === 0) return null;
  const [most, least] = [rows[0], rows[rows.length - 1]];
  const tau = timeWords(table.tau[0], table.unit[0], format.int);
  const mean = (row: typeof most) => format.number(row.mean, 1);
  const who = (row: typeof most) => (most === least && by === '' ? '' : ` for ${stratumWords(by, row.name)}`);
  const subject = { strong: `A stay is ${mean(most)} of the first ${tau} on average${who(most)}` };
  const rest = rows.length > 1 ? [`, ${mean(least)}${who(least)}.`] : ['.'];
  return { words: [subject, ...rest], n: `n = ${format.int(rows.reduce((sum, { n }) => sum + n, 0))}` };
}

/** Whether the strata differ by more than chance, and whether the gap is the same over time. */
export function testsFinding(
  table: MetricTable<typeof survivalTests>,
  _context: unknown,
  format: Formatter,
): Finding | null {
  const at = (test: string) => table.test.findIndex((name, row) => name === test && table.subject[row] === 'all');
  const row = at('logrank');
  if (row < 0 || Number.isNaN(table.statistic[row])) return null;
  const n = `χ² = ${format.number(table.statistic[row], 1)}, ${format.int(table.df[row])} df, ${format.pValue(table.p[row])}`;
  const differs = table.p[row] < BY_CHANCE;
  const subject = {
    strong: differs ? 'The curves differ by more than chance' : 'The curves differ by no more than chance',
  };
  return { words: [subject, `.${proportionWords(table)}`], n };
}

const proportionWords = (table: MetricTable<typeof survivalTests>) =>
  isUneven(table)
    ? ' The gap changes over time, so one hazard ratio does not tell it all; where curves cross, log-rank may miss what the tests that weigh by time find.'
    : '';
