import type { Formatter } from '../../domain/format';
import { FEW, type DeriveContext, type Finding, type MetricOptions, type MetricTable } from '../metric';
import type { rfm } from './definition';
import { comparedDay, readMoves, readSegments, segmentWords } from './standings';
type RfmTable = MetricTable<typeof rfm>;

function tooFew(table: RfmTable, format: Formatter): Finding | null {
  const n = table.r.length;
  if (n === 0 || n >= FEW) return null;
  return {
    words: [`${format.plural(n, 'customer')} ${n === 1 ? 'is' : 'are'} too few for a finding.`],
    n: `n = ${format.int(n)}`,
  };
}

/** What the best two scores of recency and FM hold, and who of worth has gone quiet. */
export function finding(table: RfmTable, _context: unknown, format: Formatter): Finding | null {
  const few = tooFew(table, format);
  const n = table.r.length;
  if (few || n === 0) return few;
  const segments = readSegments(table);
  const net = segments.reduce((sum, segment) => sum + segment.net, 0);
  const champions = segments.find(({ segment }) => segment === 'champions');
  const quiet = segments.filter(({ segment }) => segment === 'cannot_lose' || segment === 'at_risk');
  const count = quiet.reduce((sum, { customers }) => sum + customers, 0);
  const worth = quiet.reduce((sum, segment) => sum + segment.net, 0);
  if (!champions || net <= 0) return null;
  const many = format.plural(champions.customers, 'champion');
  return {
    words: [
      { strong: `${many} brought ${format.share(champions.net / net)} of the net sales` },
      count > 0 ? `; ${format.int(count)} who were worth ${format.money(worth)} have gone quiet.` : '.',
    ],
    n: `n = ${format.int(n)}`,
  };
}

/** The largest segment. */
export function segmentsFinding(table: RfmTable, _context: unknown, format: Formatter): Finding | null {
  const few = tooFew(table, format);
  const n = table.r.length;
  if (few || n === 0) return few;
  const [largest] = readSegments(table).sort((a, b) => b.customers - a.customers);
  return {
    words: [
      { strong: `The largest segment is “${segmentWords(largest.segment)}”` },
      `: ${format.int(largest.customers)} of ${format.plural(n, 'customer')}.`,
    ],
    n: `n = ${format.int(n)}`,
  };
}

/** How many of those who were customers then stand elsewhere now. */
export function movesFinding(
  table: RfmTable,
  context: Pick<DeriveContext, 'observed'>,
  format: Formatter,
  options: Pick<MetricOptions<typeof rfm>, 'since'>,
): Finding | null {
  const few = tooFew(table, format);
  if (few) return few;
  const known = table.segment_before.filter((segment) => segment !== '').length;
  if (known < FEW) return null;
  const since = comparedDay(options, context);
  const moved = readMoves(table).reduce((sum, { customers }) => sum + customers, 0);
  return {
    words: [
      { strong: `${format.int(moved)} of ${format.plural(known, 'earlier customer')} changed segment` },
      since === null ? '.' : ` since ${format.day(since)}.`,
    ],
    n: `n = ${format.int(known)}`,
  };
}
