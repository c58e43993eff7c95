import { AppError } from '../../domain/errors';
import { MONEY_SCALE } from '../../domain/money';
import { RFM_MEASURES, type OwnCuts } from '../../facts/rfm';

const NUMERAL = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/**
 * Reads cuts as the user writes them: four numbers that do not fall, `;` between them; '' for the quantiles. What is
 * measured is an integer (days, purchases, 1/10,000 of money), so a cut between two of them is the lower one.
 * Throws `cuts-invalid`.
 */
export function ownCuts(texts: Readonly<Record<(typeof RFM_MEASURES)[number], string>>): OwnCuts {
  return RFM_MEASURES.map((measure) => {
    const written = texts[measure].trim();
    if (written === '') return null;
    const parts = written.split(';').map((part) => part.trim());
    const cuts = parts.map((part) => Math.floor(Number(part) * (measure === 'monetary' ? MONEY_SCALE : 1)));
    const rises = cuts.every((cut, at) => at === 0 || cuts[at - 1] <= cut);
    if (cuts.length !== 4 || !parts.every((part) => NUMERAL.test(part)) || !rises)
      throw new AppError('cuts-invalid', { measure, cuts: written });
    return cuts;
  });
}
