import { writtenCount } from '../../domain/written-numbers';
import type { ColumnMapping } from '../../domain/roles';
import type { Candidate } from './guess-fields';
import { headerScore } from '../words/header-score';
import { foldLetters, wordsOf } from '../words/words';
import { isExtra } from '../words/exclusions';
import { HELD, numbersAt, orderPattern, type Check, type OrderPattern } from './cross-checks';
import { sampleRows } from './row-sample';

/** How a field is filled, and what speaks for it. */
export interface ChosenField {
  readonly index: number;
  readonly score: number;
  readonly details?: Partial<ColumnMapping>;
  /** What a check found, in a few words with its figure. */
  readonly evidence?: string;
}
export type ChosenFields = Readonly<Record<string, ChosenField>>;

/** Another way to read the same columns, where only a person can tell. */
export interface MoneyAlternative {
  readonly code: 'amount_column' | 'amount_of_order' | 'discount_kind';
  readonly column: string;
  readonly readings: readonly { readonly answer: string; readonly label: string; readonly fields: ChosenFields }[];
}
export interface MoneyChoice {
  readonly fields: ChosenFields;
  readonly alternatives: readonly MoneyAlternative[];
}

/** Fields that this chooses together, since each is told by the others. */
export const MONEY_FIELDS = [
  'quantity',
  'unit_price',
  'amount',
  'discount',
  'cost',
  'margin',
  'order_discount',
  'order_refund',
  'order_total',
] as const;
type MoneyField = (typeof MONEY_FIELDS)[number];

const CENTS = new Set(
  ['cents', 'cent', 'centimes', 'centavos', 'centesimi', 'pence', 'groszy', 'minor', '分'].map(foldLetters),
);
const REFUND = new Set(
  'refund|refunded|refunds|erstattet|erstattung|erstattungsbetrag|ruckerstattung|ruckerstattungsbetrag|gutschrift|gutschriftsbetrag|rembourse|remboursement|reembolso|reembolsado|rimborso|rimborsato|terugbetaald|zwrot'
    .split('|')
    .map(foldLetters),
);
export const ORDER_WORDS = new Set(
  'order|orders|total|subtotal|invoice|cart|basket|bestellung|bestellwert|bestellsumme|auftragssumme|auftragswert|rechnungssumme|belegsumme|gesamtsumme|auftrag|rechnung|rechnungsbetrag|gesamt|gesamtbetrag|summe|zwischensumme|commande|pedido|ordine|bestelling|totaal|totaalbedrag|factuurbedrag|totale|zamowienie|订单|注文'
    .split('|')
    .map(foldLetters),
);

/** Not more columns of tax, shipping and the like are looked at. */
const MOST_EXTRAS = 5;
/** Below this a header names a column only roughly. */
const NAMED = 0.7;
export const LEAST = 0.3;

/** A column of numbers with its sampled values. */
export interface Figure {
  readonly candidate: Candidate;
  readonly index: number;
  readonly name: string;
  readonly words: readonly string[];
  readonly values: Float64Array;
  readonly pattern: OrderPattern | null;
}

/** What the columns of a table of sales say of its money, held against each other. */
export class MoneyTable {
  readonly rows: Int32Array;
  readonly figures: readonly Figure[];
  readonly order: Int32Array | null;

  constructor(
    readonly candidates: readonly Candidate[],
    orderIndex: number | undefined,
    readonly blocked: ReadonlySet<number>,
  ) {
    this.rows = sampleRows(candidates[0]?.column.codes.length ?? 0);
    this.order = orderIndex === undefined ? null : candidates[orderIndex].column.codes;
    this.figures = candidates.flatMap((candidate) => {
      const { profile, column, index } = candidate;
      const { number } = profile;
      const isDay = profile.type === 'day' && profile.dates[0].format !== 'excel';
      if (!number || isDay || blocked.has(index) || !speaksOfMoney(profile.name)) return [];
      const pattern = this.order && orderPattern(this.order, column.codes, this.rows);
      const values = numbersAt(column, number.decimal, this.rows);
      return [{ candidate, index, name: profile.name, words: wordsOf(profile.name), values, pattern }];
    });
  }

  /** Figures whose header names the field, the best first, without those that are always 0. */
  named(field: MoneyField, least = LEAST): { readonly figure: Figure; readonly score: number }[] {
    return this.figures
      .map((figure) => ({ figure, score: headerScore(figure.name, 'transactions', field) }))
      .filter(({ figure, score }) => score >= least && !isIdle(figure, score))
      .sort((a, b) => b.score - a.score || a.figure.index - b.figure.index);
  }
  /** By row what is paid beside the goods, a column each: tax, shipping, tips. Blank is 0. */
  extras(): Float64Array[] {
    return this.candidates
      .filter(
        ({ index, profile }) => profile.number !== null && !this.blocked.has(index) && isExtra(wordsOf(profile.name)),
      )
      .slice(0, MOST_EXTRAS)
      .map(({ column, profile }) => numbersAt(column, profile.number!.decimal, this.rows).map((value) => value || 0));
  }
  lines(quantity: Figure | undefined, price: Figure): Float64Array {
    return price.values.map((value, i) => value * (quantity ? quantity.values[i] : 1));
  }
}

/** Sparse: reading a column costs, so only those whose header speaks of money or pieces are read. */
function speaksOfMoney(name: string): boolean {
  const said = (field: MoneyField) => headerScore(name, 'transactions', field) >= LEAST;
  return MONEY_FIELDS.some(said) || wordsOf(name).some((word) => REFUND.has(word) || ORDER_WORDS.has(word));
}

/** Always 0 or blank, or the same in every row without saying outright that it is an amount. */
export function isIdle({ candidate: { profile } }: Figure, score: number): boolean {
  const { min, max } = profile.number!;
  return (min === 0 && max === 0) || (min === max && profile.rows >= 20 && score < NAMED);
}

/** `every`: the same on all rows of an order, so that it is the order's; `first`: on its first row only. */
export function orderLevel(figure: Figure): 'every' | 'first' | null {
  const { pattern } = figure;
  if (!pattern || pattern.orders === 0) return null;
  if (pattern.firstOnly >= HELD * pattern.orders) return 'first';
  if (pattern.orders < 2 || pattern.distinct < 2) return null;
  return pattern.alike >= HELD * pattern.orders ? 'every' : null;
}

export const chosen = (
  figure: Figure,
  score: number,
  evidence?: string,
  details: Partial<ColumnMapping> = {},
): ChosenField => {
  const cents = figure.words.some((word) => CENTS.has(word)) ? { per: 100 } : {};
  const all = { ...cents, ...details };
  return {
    index: figure.index,
    score,
    ...(evidence === undefined ? {} : { evidence }),
    ...(Object.keys(all).length > 0 ? { details: all } : {}),
  };
};

/** Money given back, by its header. */
export const isRefund = (figure: Figure): boolean =>
  figure.words.some((word) => REFUND.has(word)) && !isIdle(figure, 1) && figure.candidate.profile.number!.max > 0;

export const figureOf = ({ agree, of }: Check) => `${writtenCount(agree)} of ${writtenCount(of)}`;
