import type { Formatter } from '../../domain/format';
import { FEW, type Finding, type MetricOptions, type MetricTable } from '../metric';
import { readCurve, readGroups } from './curve';
import type { retentionCurve } from './definition';

/** The first period, and the last for which enough are old enough. */
export function finding(
  table: MetricTable<typeof retentionCurve>,
  _context: unknown,
  format: Formatter,
  { unit, mode }: MetricOptions<typeof retentionCurve>,
): Finding | null {
  const points = readCurve(table);
  const first = points[0];
  if (!first || first.period !== 1) return null;
  const n = `n = ${format.int(first.eligible)}`;
  if (first.few)
    return {
      words: [
        `${format.plural(first.eligible, 'customer')} ${first.eligible === 1 ? 'is' : 'are'} too few for a finding.`,
      ],
      n,
    };
  const later = mode === 'on_or_after' ? ' or later' : '';
  const when =
    unit === '30d'
      ? `30 to 59 days after the first purchase${later}`
      : `in the ${unit} after the first purchase${later}`;
  const subject = { strong: `${format.share(first.rate)} bought ${mode === 'on' ? 'again ' : ''}${when}` };
  const full = points.filter(({ thin, eligible }) => !thin && eligible >= FEW);
  const last = full[full.length - 1];
  if (!last || last.period < 3) return { words: [subject, '.'], n };
  const where = unit === '30d' ? `after ${30 * last.period} days` : `in ${unit} ${last.period}`;
  return { words: [subject, `, ${format.share(last.rate)} ${where}.`], n };
}

/** The first period where most come back, against where fewest do. */
export function groupsFinding(
  table: MetricTable<typeof retentionCurve>,
  _context: unknown,
  format: Formatter,
  { unit, mode }: MetricOptions<typeof retentionCurve>,
): Finding | null {
  const groups = readGroups(table)
    .filter(({ n, points }) => n >= 30 && points[0].period === 1)
    .sort((a, b) => b.points[0].rate - a.points[0].rate);
  if (groups.length < 2) return null;
  const [most, least] = [groups[0], groups[groups.length - 1]];
  const name = (group: typeof most) => (group.name === '' ? 'those without a value' : `“${group.name}”`);
  const later = mode === 'on_or_after' ? ' or later' : '';
  const when =
    unit === '30d'
      ? `30 to 59 days after the first purchase${later}`
      : `in the ${unit} after the first purchase${later}`;
  const subject = { strong: `Of ${name(most)} ${format.share(most.points[0].rate)} bought again ${when}` };
  return {
    words: [subject, `, of ${name(least)} ${format.share(least.points[0].rate)}.`],
    n: `n = ${format.int(most.n)} and ${format.int(least.n)}`,
  };
}
