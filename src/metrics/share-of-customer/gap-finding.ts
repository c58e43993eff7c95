import type { Formatter } from '../../domain/format';
import { FEW, type Finding, type MetricTable } from '../metric';
import type { shareBySegment, walletGap } from './definition';
import { readSegments } from './shares';
/** So many of the largest gaps are added up. */
const LARGEST = 10;

/** What the customers with the largest gaps spend elsewhere, of what all measured ones do; of the best grade. */
export function gapFinding(table: MetricTable<typeof walletGap>, _context: unknown, format: Formatter): Finding | null {
  const [grade] = table.grade;
  const gaps = Array.from(table.gap).filter((_, row) => table.grade[row] === grade);
  if (gaps.length < FEW) return null;
  const all = gaps.reduce((sum, gap) => sum + gap, 0);
  const n = `n = ${format.int(gaps.length)}`;
  if (all <= 0) return null;
  if (gaps.length < 2 * LARGEST) return { words: [{ strong: `${format.money(all)} goes elsewhere` }, '.'], n };
  const largest = gaps.slice(0, LARGEST).reduce((sum, gap) => sum + gap, 0);
  return {
    words: [
      { strong: `The ${LARGEST} with the largest gap spend ${format.money(largest)} elsewhere` },
      `, ${format.share(largest / all)} of what all measured customers do.`,
    ],
    n,
  };
}

/** The segment with the largest gap. */
export function segmentsFinding(
  table: MetricTable<typeof shareBySegment>,
  _context: unknown,
  format: Formatter,
  { by }: { readonly by: string },
): Finding | null {
  const read = readSegments(table);
  const known = read?.segments.filter(({ group, customers }) => group !== '' && customers >= FEW) ?? [];
  if (!read || known.length < 2) return null;
  const n = `n = ${format.int(read.segments.reduce((sum, { customers }) => sum + customers, 0))}`;
  const name = (group: string) => (by === '' ? group.replaceAll('_', ' ') : group);
  if (read.grade === 'proxy') {
    const [most] = [...known].sort((a, b) => b.share - a.share);
    return {
      words: [
        { strong: `“${name(most.group)}” hold ${format.share(most.share, 0)} of our categories, more than any other` },
        '; what they buy elsewhere is not known.',
      ],
      n,
    };
  }
  const [{ group, gap, share }] = known;
  return {
    words: [
      { strong: `“${name(group)}” spend ${format.money(gap)} elsewhere, more than any other` },
      `; they give us ${format.share(share, 0)} of their business.`,
    ],
    n,
  };
}
