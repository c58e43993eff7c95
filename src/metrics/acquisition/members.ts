import { creditsOf, isWon, TOUCH_MODELS, touchStarts } from '../../facts/touches';
import type { Members } from '../metric';
import type { acquisition } from './definition';

/** Customers with a part of the credit at a channel. */
export const members: Members<typeof acquisition> = (facts, scope, _options, row) => {
  const wanted = facts.touchChannels.indexOf(String(row['channel']));
  const chosen = TOUCH_MODELS.findIndex((model) => model === row['model']);
  const starts = touchStarts(facts);
  const found: number[] = [];
  for (let c = 0; c < facts.customers.count; c++) {
    if (!isWon(facts, scope, c)) continue;
    let isListed = false;
    creditsOf(facts, starts, c, (model, channel) => {
      isListed ||= model === chosen && channel === wanted;
    });
    if (isListed) found.push(c);
  }
  return Int32Array.from(found);
};
