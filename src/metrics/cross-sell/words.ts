import type { Formatter } from '../../domain/format';
import type { PlotMark } from '../../charts/plot';
import type { Show } from './matrix';
import type { Pair, Pairs } from './pairs';

/** A cell in words: the pair, how many hold both, against chance or against those with the one. */
export function pairWords(
  pair: Pair,
  { level }: Pick<Pairs, 'level'>,
  show: Show,
  format: Formatter,
): Pick<PlotMark, 'title' | 'lines' | 'opens'> {
  const things = level === 'basket' ? 'baskets' : 'customers';
  const lines =
    show === 'confidence'
      ? [
          `${format.int(pair.both)} of ${format.int(pair.nFrom)} with ${pair.from} have ${pair.to}: ${format.share(pair.confidence)}`,
        ]
      : [
          `${format.int(pair.both)} ${things} with both, ${format.number(pair.expected, pair.expected < 10 ? 1 : 0)} by chance`,
          `Lift ${format.lift(pair.lift)}${pair.beyond === 0 ? ', within chance' : ''}`,
        ];
  return {
    title: show === 'confidence' ? `${pair.from} → ${pair.to}` : `${pair.from} and ${pair.to}`,
    lines,
    ...(pair.both > 0 ? { opens: `${format.int(pair.both)} ${things}` } : {}),
  };
}
