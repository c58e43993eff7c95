import { MONEY_SCALE } from '../../domain/money';
import { RFM_MEASURES } from '../../facts/rfm';
import type { Derive } from '../metric';
import type { rfmCuts } from './definition';

/** One row a measure: its cuts in days, purchases and currency units, and the customers between them. */
export const derive: Derive<typeof rfmCuts> = ({ customers, fifths }) => {
  const measures = RFM_MEASURES.filter((_, at) => at < customers.length / 5);
  const cut = (band: number) =>
    Float64Array.from(
      measures,
      (measure, at) => fifths[5 * at + band] / (5 * (measure === 'monetary' ? MONEY_SCALE : 1)),
    );
  const count = (band: number) => Float64Array.from(measures, (_, at) => customers[5 * at + band]);
  return {
    measure: measures,
    q20: cut(0),
    q40: cut(1),
    q60: cut(2),
    q80: cut(3),
    band_1: count(0),
    band_2: count(1),
    band_3: count(2),
    band_4: count(3),
    band_5: count(4),
  };
};
