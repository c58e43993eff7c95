import { NO_DAY } from '../../domain/calendar';
import type { TextColumn } from '../../domain/columns';
import { meaningOf } from '../words/status-words';

const LOST =
  /lost|disqualif|abandon|verloren|perdu|perdid|perso|persa|verlor|przegran|utracon|输|丢|失|closed(?! ?won)|cancel|reject|dead/i;

/** `won`, `lost` or `open`, as a word of a stage or status says it. */
export const dealState = (word: string): 'won' | 'lost' | 'open' =>
  meaningOf(word, 'deal') === 'sale' ? 'won' : LOST.test(word) ? 'lost' : 'open';

/**
 * The closing day of a deal that is still open is a plan, and no day on which anything has happened (METRICS.md rule 3): it moves
 * to `expected`.
 * @param day of the rows; both columns are changed in place
 */
export function planOpenDeals(text: Readonly<Record<string, TextColumn>>, day: Record<string, Int32Array>): void {
  const closed = day['closed'];
  const state = text['status'] ?? text['stage'];
  if (!closed || !state) return;
  const isOpen = state.values.map((word) => dealState(word) === 'open');
  const expected = (day['expected'] ??= new Int32Array(closed.length).fill(NO_DAY));
  for (let row = 0; row < closed.length; row++) {
    const code = state.codes[row];
    if (closed[row] === NO_DAY || (code >= 0 && !isOpen[code])) continue;
    expected[row] = closed[row];
    closed[row] = NO_DAY;
  }
}
