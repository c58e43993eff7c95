import { foldLetters } from '../words/words';
import { chooseAmount } from './choose-amount';
import { chooseDiscount } from './choose-discount';
import { choosePrice } from './choose-price';
import type { Check } from './cross-checks';
import { chosen, isRefund, type ChosenField, type Figure, type MoneyChoice, type MoneyTable } from './money-table';

const UNIT_COST = new Set('item|unit|each|per|pro|stuck|einzel|einkaufspreis|ek'.split('|').map(foldLetters));

/** Chooses how the money of a line is told: by an amount, by quantity and price, or by what the whole order came to. */
export function chooseMoney(table: MoneyTable): MoneyChoice {
  const [quantity] = table.named('quantity').filter(({ figure }) => isCount(figure));
  const price = choosePrice(table, quantity?.figure);
  const discount = chooseDiscount(table, price?.figure);
  const amount = chooseAmount(table, quantity?.figure, price, discount);
  const fields: Record<string, ChosenField> = {
    ...(quantity ? { quantity: chosen(quantity.figure, quantity.score) } : {}),
    ...amount.fields,
  };
  const taken = new Set(Object.values(fields).map(({ index }) => index));
  const refund = table.figures.find((one) => !taken.has(one.index) && isRefund(one));
  if (refund) fields['order_refund'] = chosen(refund, 0.8);
  addProfit(table, fields, taken, amount.lines);
  return { fields, alternatives: amount.alternatives };
}

/** Pieces are counted: a column of money is no quantity. */
const isCount = ({ words }: Figure): boolean =>
  !words.some((word) => /^(?:amount|betrag|price|preis|value|wert)$/.test(word));

/** What the seller paid, and what is left: a cost above the price on most rows is none. */
function addProfit(
  table: MoneyTable,
  fields: Record<string, ChosenField>,
  taken: Set<number>,
  lines: Float64Array | null,
) {
  const free = (field: 'cost' | 'margin') => table.named(field).find(({ figure }) => !taken.has(figure.index));
  const cost = free('cost');
  const below = cost && lines ? checkCosts(cost.figure.values, lines) : null;
  if (cost && !(below && below.of >= 10 && below.agree < below.of / 2)) {
    const isUnit = cost.figure.words.some((word) => UNIT_COST.has(word)) && fields['quantity'] !== undefined;
    fields['cost'] = chosen(cost.figure, cost.score, undefined, isUnit ? { times: 'quantity' } : {});
    taken.add(cost.figure.index);
    return;
  }
  const margin = free('margin');
  if (margin) fields['margin'] = chosen(margin.figure, margin.score);
}

function checkCosts(costs: Float64Array, lines: Float64Array): Check {
  let agree = 0;
  let of = 0;
  for (let i = 0; i < costs.length; i++) {
    if (!(lines[i] > 0) || Number.isNaN(costs[i])) continue;
    of++;
    if (Math.abs(costs[i]) <= lines[i] * 1.5) agree++;
  }
  return { agree, of };
}
