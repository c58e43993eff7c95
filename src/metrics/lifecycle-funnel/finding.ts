import type { Formatter } from '../../domain/format';
import { FEW, type Finding, type MetricTable } from '../metric';
import type { lifecycleFunnel } from './definition';
import { readFunnel, STAGE_WORDS } from './stages';

/** The step that the fewest of those before took, in the reading that counts everyone who reached a stage at all. */
export function finding(
  table: MetricTable<typeof lifecycleFunnel>,
  _context: unknown,
  format: Formatter,
): Finding | null {
  const groups = readFunnel(table, 'reached');
  const rows = groups.size === 1 ? [...groups.values()][0] : undefined;
  const first = rows?.[0];
  if (!rows || !first || first.customers === 0) return null;
  const n = `n = ${format.int(first.customers)}`;
  if (first.customers < FEW) {
    return {
      words: [
        `${format.plural(first.customers, 'customer')} ${first.customers === 1 ? 'is' : 'are'} too few for a finding.`,
      ],
      n,
    };
  }
  const steps = rows
    .slice(1)
    .map((row, i) => ({ row, before: rows[i] }))
    .filter(({ before }) => before.customers >= FEW);
  if (steps.length === 0) return null;
  if (steps.every(({ row, before }) => row.customers === before.customers)) {
    return { words: [{ strong: `All ${format.int(first.customers)} took every step` }, '.'], n };
  }
  const narrowest = steps.reduce((least, step) => (step.row.ofPrevious < least.row.ofPrevious ? step : least));
  const { row, before } = narrowest;
  const of = `of the ${format.int(before.customers)} who ${STAGE_WORDS[before.stage]}`;
  const days =
    Number.isNaN(row.medianDays) || row.customers < FEW
      ? ''
      : row.medianDays === 0
        ? ', half of them on the same day'
        : `, half of them within ${format.plural(row.medianDays, 'day')}`;
  return {
    words: [
      `${of[0].toUpperCase()}${of.slice(1)}, `,
      { strong: `${format.share(row.ofPrevious)} ${STAGE_WORDS[row.stage]}` },
      `${days}${steps.length > 1 ? ': the narrowest step' : ''}.`,
    ],
    n,
  };
}
