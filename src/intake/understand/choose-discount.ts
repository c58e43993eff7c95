import { wordsOf } from '../words/words';
import { HELD } from './cross-checks';
import { countsOf } from '../values/read-columns';
import {
  orderLevel,
  type ChosenField,
  type ChosenFields,
  type Figure,
  type MoneyAlternative,
  type MoneyTable,
} from './money-table';

/** How money is taken off: a share of the price, money off the line, or money off the whole order. */
export interface DiscountChoice {
  readonly fields: ChosenFields;
  readonly alternatives: readonly MoneyAlternative[];
  /** Whether lines have a discount of their own that is not always 0. */
  readonly isLine: boolean;
  /** What is left of a line's gross amount. */
  readonly net: (gross: number, row: number) => number;
}

const NONE: DiscountChoice = { fields: {}, alternatives: [], isLine: false, net: (gross) => gross };
const SAYS_MONEY =
  /^(?:amount|\p{L}*betrag|rabattsumme|money|value|wert|montant|importe|importo|bedrag|valor|kwota|eur|usd|gbp|chf|total|金额|額)$/u;
const SAYS_SHARE = /^(?:percent|percentage|pct|prozent|rate|satz|rabattsatz|taux|tasa|率|share)$/;

/** Reads the column that is named as a discount; asks where its numbers could be per cent or money. */
export function chooseDiscount(table: MoneyTable, price: Figure | undefined): DiscountChoice {
  const named = table.named('discount');
  const orders = named.find(({ figure }) => !saysShare(figure) && isOfOrder(figure));
  const lines = named.find(({ figure }) => figure !== orders?.figure && !(orderLevel(figure) === 'first'));
  const ofOrder: ChosenFields = orders ? { order_discount: field(orders.figure, orders.score, {}) } : {};
  if (!lines) return { ...NONE, fields: ofOrder };
  const { figure, score } = lines;
  const kind = kindOf(figure);
  const as = (reading: 'share' | 'money'): ChosenFields => ({
    ...ofOrder,
    discount: field(figure, score, kind === 'share' && isPlainShare(figure) ? {} : { as: reading }),
  });
  const likelier = kind === 'open' ? 'share' : kind;
  return {
    fields: as(likelier),
    alternatives: kind === 'open' && price ? [question(figure, as)] : [],
    isLine: true,
    net: netOf(figure, likelier),
  };
}

const field = (figure: Figure, score: number, details: ChosenField['details']): ChosenField => ({
  index: figure.index,
  score,
  ...(details && Object.keys(details).length > 0 ? { details } : {}),
});

const OF_ORDER = /^(?:order|cart|basket|total|bestell|auftrag|commande|pedido|ordine|encomenda|zamowieni)/;

/** Its first row alone has it, or all rows have the same and the header says that it is the order's. */
function isOfOrder(figure: Figure): boolean {
  const level = orderLevel(figure);
  if (level === 'first') return true;
  const says = figure.words.some((word) => OF_ORDER.test(word));
  const { orders, alike, firstOnly } = figure.pattern ?? { orders: 0, alike: 0, firstOnly: 0 };
  return says && (level === 'every' || alike + firstOnly >= HELD * orders);
}

/** By its sign or its name; small sums of money off an order may all be below 1. */
const saysShare = ({ candidate: { column }, name, words }: Figure): boolean =>
  name.includes('%') ||
  column.values.some((value) => value.includes('%')) ||
  words.some((word) => SAYS_SHARE.test(word));

function kindOf({ candidate: { profile, column }, name }: Figure): 'share' | 'money' | 'open' {
  const counts = countsOf(column);
  const used = column.values.filter((_, code) => counts[code] > 0);
  if (used.some((value) => value.includes('%')) || name.includes('%')) return 'share';
  if (used.some((value) => /[€$£¥]/.test(value))) return 'money';
  const words = wordsOf(name);
  const { min, max } = profile.number!;
  if (words.some((word) => SAYS_SHARE.test(word))) return 'share';
  if (max <= 1 && min >= 0) return 'share';
  if (words.some((word) => SAYS_MONEY.test(word)) || max > 100 || min < 0) return 'money';
  return 'open';
}

/** Fractions of 1, or with a sign for per cent: nothing to say beside the column. */
const isPlainShare = ({ candidate: { profile, column } }: Figure): boolean =>
  profile.number!.max <= 1 || column.values.some((value) => value.includes('%'));

function netOf({ values, candidate }: Figure, kind: 'share' | 'money') {
  const isPercent = candidate.column.values.some((value) => value.includes('%')) || candidate.profile.number!.max <= 1;
  const scale = isPercent ? 1 : 100;
  return (gross: number, row: number): number => {
    const off = Number.isNaN(values[row]) ? 0 : values[row];
    return kind === 'money' ? gross - off : gross * (1 - off / scale);
  };
}

const question = (figure: Figure, as: (reading: 'share' | 'money') => ChosenFields): MoneyAlternative => ({
  code: 'discount_kind',
  column: figure.name,
  readings: [
    { answer: 'share', label: 'Per cent off', fields: as('share') },
    { answer: 'money', label: 'Money off', fields: as('money') },
  ],
});
