import type { Formatter } from '../../domain/format';
import { FEW, type Finding, type MetricTable } from '../metric';
import { readBalances, sumCells, type Balance } from './balance';
import type { customerBalance } from './definition';
import { beforeWords, inWords, lengthWords, periodBefore } from '../../domain/period-words';
import { bridgeSteps, netBefore, netNow } from './bridge';

type Table = MetricTable<typeof customerBalance>;
type Find = (table: Table, context: unknown, format: Formatter) => Finding | null;
const tooFew = (n: number, format: Formatter): Finding => ({
  words: [`${format.plural(n, 'customer')} ${n === 1 ? 'is' : 'are'} too few for a finding.`],
  n: `n = ${format.int(n)}`,
});
const nOf = (n: number, format: Formatter) => `n = ${format.int(n)}`;

/** The balance of the latest period: silent without customers, and without enough of them. */
const about =
  (
    balanceOf: (balances: readonly Balance[]) => number,
    say: (balances: readonly Balance[], format: Formatter) => Finding | null,
  ): Find =>
  (table, _context, format) => {
    const balances = readBalances(table);
    if (balances.length === 0) return null;
    const n = balanceOf(balances);
    if (n === 0) return null;
    return n < FEW ? tooFew(n, format) : say(balances, format);
  };

export const finding: Find = about(
  ([latest]) => latest.known,
  ([latest], format) => {
    const { int } = format;
    const came = latest.fresh + latest.back;
    return {
      words: [
        `${int(latest.start.buying)} were buying at the start. `,
        {
          strong: `${int(came)} came, ${int(latest.stopped)} stopped, ${int(latest.end.buying)} are buying at the end`,
        },
        `; each of the ${int(latest.known)} known at the end stands once in every column after the first.`,
      ],
      n: nOf(latest.known, format),
    };
  },
);

const LARGEST: Readonly<Record<string, { up: string; down: string }>> = {
  stopped: { up: 'returns of customers who stopped', down: 'customers who stopped' },
  kept: { up: 'customers kept', down: 'customers kept, who bought less' },
  back: { up: 'customers won back', down: 'returns of customers won back' },
  new: { up: 'new customers', down: 'returns of new customers' },
  away: { up: 'returns that did not come again', down: 'returns of customers away' },
};

export const bridgeFinding: Find = about(
  ([latest]) => latest.start.buying + latest.fresh + latest.back,
  ([latest], format) => {
    const change = netNow(latest) - netBefore(latest);
    const n = nOf(latest.start.buying + latest.fresh + latest.back, format);
    if (change === 0) return { words: ['Net sales did not change.'], n };
    const rose = change > 0;
    const part = bridgeSteps(latest).reduce((a, b) => ((rose ? b.change > a.change : b.change < a.change) ? b : a));
    const base = netBefore(latest);
    const percent = base > 0 ? ` (${format.share(Math.abs(change) / base)})` : '';
    return {
      words: [
        `Net sales ${rose ? 'rose' : 'fell'} by `,
        { strong: format.money(Math.abs(change)) + percent },
        rose
          ? `; the largest part came from ${LARGEST[part.id].up}.`
          : `; the largest part went with ${LARGEST[part.id].down}.`,
      ],
      n,
    };
  },
);

/** Of those who were buying before, by what they were worth. */
export const keptByWorthFinding: Find = about(
  ([latest]) => latest.start.buying,
  ([latest], format) => {
    const kept = (group: 'best' | 'middle' | 'loss') => {
      const all = sumCells(latest, 'customers', { group: [group] });
      return { all, share: sumCells(latest, 'customers', { group: [group], state: ['same', 'grew'] }) / all };
    };
    const best = kept('best');
    const loss = kept('loss');
    const other =
      loss.all >= FEW ? { ...loss, words: 'those who cost us money' } : { ...kept('middle'), words: 'the middle' };
    if (best.all < FEW || other.all < FEW) return null;
    return {
      words: [
        { strong: `${format.share(best.share)} of the best fifth bought again` },
        `, against ${format.share(other.share)} of ${other.words}.`,
      ],
      n: nOf(latest.start.buying, format),
    };
  },
);

export const newCustomersFinding: Find = about(
  (balances) => balances.reduce((sum, { fresh }) => sum + fresh, 0),
  (balances, format) => {
    const [latest, before] = balances;
    const n = nOf(
      balances.reduce((sum, { fresh }) => sum + fresh, 0),
      format,
    );
    const now = inWords(latest, format);
    const then = beforeWords(latest, format);
    const counts = balances.map(({ fresh }) => fresh);
    const newcomers = format.plural(latest.fresh, 'new customer');
    if (!before) return { words: [{ strong: `${newcomers} in ${now}` }, '.'], n };
    const falling = counts.every((count, i) => i === 0 || counts[i - 1] < count);
    const rising = counts.every((count, i) => i === 0 || counts[i - 1] > count);
    if (counts.length > 2 && (falling || rising)) {
      return {
        words: [
          `New customers ${falling ? 'fell' : 'rose'} every ${lengthWords(latest)}, `,
          { strong: `to ${format.int(latest.fresh)} in ${now}` },
          '.',
        ],
        n,
      };
    }
    if (latest.fresh === before.fresh)
      return { words: [{ strong: `${newcomers} in ${now}` }, `, as many as in ${then}.`], n };
    return { words: [{ strong: `${newcomers} in ${now}` }, `, after ${format.int(before.fresh)} in ${then}.`], n };
  },
);

export const keptRateFinding: Find = about(
  ([latest]) => latest.start.buying,
  ([latest, before], format) => {
    const share = latest.kept / latest.start.buying;
    const after =
      before && before.start.buying >= FEW
        ? `, after ${format.share(before.kept / before.start.buying)} the ${lengthWords(latest)} before`
        : '';
    return {
      words: [
        { strong: `${format.share(share)} of the buyers of ${inWords(periodBefore(latest), format)} bought again` },
        `${after}.`,
      ],
      n: nOf(latest.start.buying, format),
    };
  },
);

export const newCategoryFinding: Find = about(
  ([latest]) => (latest.hasCategories ? latest.kept : 0),
  ([latest, before], format) => {
    const after =
      before && before.kept >= FEW
        ? `, after ${format.share(before.grew / before.kept)} the ${lengthWords(latest)} before`
        : '';
    return {
      words: [
        { strong: `${format.share(latest.grew / latest.kept)} of those kept bought from a category new to them` },
        `${after}.`,
      ],
      n: nOf(latest.kept, format),
    };
  },
);
