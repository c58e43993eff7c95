import type { Formatter } from '../../domain/format';
import type { Balance } from './balance';
import { inWords } from '../../domain/period-words';

/** The picture in a sentence, for who cannot see it. */
export function summaryOf(balance: Balance, format: Formatter): string {
  const { int } = format;
  const kept = balance.hasCategories
    ? ` Of ${int(balance.kept)} kept, ${int(balance.grew)} bought from a category new to them.`
    : ` ${int(balance.kept)} were kept.`;
  return (
    `Flow of ${format.plural(balance.known, 'customer')} in ${inWords(balance, format)}. ` +
    `${int(balance.start.buying)} buying and ${int(balance.start.away)} away at the start; ${int(balance.fresh)} new, ${int(balance.back)} won back; ` +
    `${int(balance.stopped)} stopped; ${int(balance.end.buying)} buying and ${int(balance.end.away)} away at the end.${kept}`
  );
}
