import type { Formatter } from '../../domain/format';
import type { Stage } from '../../domain/lifecycle';
import { sumCells, type Balance } from './balance';
import { FEW } from '../metric';
import { netBefore, netNow } from './bridge';
import { beforeWords, inWords } from '../../domain/period-words';

/** A figure at the head of the page, what it changed by and on what base, and its n. */
export interface HeadlineFigure {
  readonly name: string;
  readonly stage: Stage | null;
  readonly value: string;
  /** `▲ 51`; empty where there is nothing to compare with. */
  readonly change: string;
  /** `up` or `down` for its colour; the sign says it too. */
  readonly way: 'up' | 'down' | 'same';
  readonly base: string;
  readonly n: string;
}

/** `704 of 804 known customers bought in 2022, 51 more than in 2021: 11 were new, 120 came back, 80 stopped.` */
export function balanceSentence(balance: Balance, format: Formatter): string {
  const { int } = format;
  const change = balance.end.buying - balance.start.buying;
  const then = beforeWords(balance, format);
  const against =
    change === 0
      ? `as many as in ${then}`
      : `${int(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'} than in ${then}`;
  return (
    `${int(balance.end.buying)} of ${format.plural(balance.known, 'known customer')} bought in ${inWords(balance, format)}, ${against}: ` +
    `${int(balance.fresh)} ${balance.fresh === 1 ? 'was' : 'were'} new, ${int(balance.back)} came back, ${int(balance.stopped)} stopped.`
  );
}

const EMPTY = { change: '', way: 'same', base: '' } as const;

/** The six figures; changes are against the period before. Without profit its place is left out. */
export function headlineFigures(balances: readonly Balance[], format: Formatter, hasProfit: boolean): HeadlineFigure[] {
  const [now, before] = balances;
  if (!now) return [];
  const then = `on ${beforeWords(now, format)}`;
  const changed = (
    value: number,
    earlier: number | undefined,
    write: (size: number) => string,
  ): Pick<HeadlineFigure, 'change' | 'way' | 'base'> => {
    if (earlier === undefined || Number.isNaN(earlier) || Number.isNaN(value)) return EMPTY;
    if (value === earlier) return { change: 'unchanged', way: 'same', base: then };
    return {
      change: `${value > earlier ? '▲' : '▼'} ${write(Math.abs(value - earlier))}`,
      way: value > earlier ? 'up' : 'down',
      base: then,
    };
  };
  /** Amounts change in percent, on a base above zero. */
  const percent = (value: number, earlier: number) =>
    earlier > 0 ? changed(value, earlier, (size) => format.share(size / earlier)) : EMPTY;
  const [net, netThen] = [netNow(now), netBefore(now)];
  const [profit, profitThen] = [sumCells(now, 'profitNow'), sumCells(now, 'profitBefore')];
  const each = (sum: number, customers: number) => (customers > 0 ? sum / customers : NaN);
  const rate = (balance: Balance | undefined) =>
    balance && balance.start.buying >= FEW ? balance.kept / balance.start.buying : NaN;
  const buying = `n = ${format.int(now.end.buying)}`;
  return [
    {
      name: 'Customers buying',
      stage: null,
      value: format.int(now.end.buying),
      ...changed(now.end.buying, now.start.buying, format.int),
      n: `of ${format.int(now.known)} known`,
    },
    ...(hasProfit
      ? [
          {
            name: 'Profit',
            stage: 'selection' as const,
            value: format.money(profit),
            ...percent(profit, profitThen),
            n: buying,
          },
        ]
      : []),
    {
      name: 'New customers',
      stage: 'acquisition',
      value: format.int(now.fresh),
      ...changed(now.fresh, before?.fresh, format.int),
      n: `n = ${format.int(now.fresh)}`,
    },
    {
      name: 'Kept',
      stage: 'retention',
      value: now.start.buying > 0 ? format.share(now.kept / now.start.buying) : '–',
      ...changed(rate(now), before ? rate(before) : undefined, format.points),
      n: `${format.int(now.kept)} of ${format.int(now.start.buying)}`,
    },
    {
      name: 'Net sales per customer',
      stage: 'growth',
      value: format.money(each(net, now.end.buying)) || '–',
      ...percent(each(net, now.end.buying), each(netThen, now.start.buying)),
      n: buying,
    },
    { name: 'Net sales', stage: null, value: format.money(net), ...percent(net, netThen), n: 'of known customers' },
  ];
}
