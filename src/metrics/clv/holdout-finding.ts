import type { Formatter } from '../../domain/format';
import { refusalSentence } from '../../domain/model-refusals';
import { FEW, type Finding, type MetricTable } from '../metric';
import type { clvHoldout } from './definition';
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

/** Purchases that the model expected after the calibration, against those that came. */
export function finding(table: MetricTable<typeof clvHoldout>, _context: unknown, format: Formatter): Finding | null {
  const weeks = table.week.length;
  if (weeks === 0) return null;
  const n = `n = ${format.plural(weeks, 'week')}`;
  if (table.refusal[0]) return { words: [refusalSentence(table.refusal[0])], n };
  const [expected, actual] = [sum(table.expected), sum(table.actual)];
  if (weeks < FEW || !(actual > 0) || !(expected > 0)) return null;
  const off = Math.abs(actual / expected - 1);
  return {
    words: [
      { strong: `The model expected ${format.int(expected)} purchases, ${format.int(actual)} came` },
      off < 0.005 ? ', as good as the same.' : `: ${format.share(off, 0)} ${actual > expected ? 'more' : 'fewer'}.`,
    ],
    n,
  };
}
