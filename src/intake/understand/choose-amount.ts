import { writtenCount } from '../../domain/written-numbers';
import { foldLetters } from '../words/words';
import { NO_CHECK, checkOrders, checkRows, firstByOrder, isHeld, sumsByOrder } from './cross-checks';
import type { DiscountChoice } from './choose-discount';
import { orderDiscountOf } from './order-discount';
import { holdsExtras, sumsOfSome, withoutExtras } from './goods-amounts';
import {
  ORDER_WORDS,
  chosen,
  figureOf,
  isRefund,
  orderLevel,
  type ChosenFields,
  type Figure,
  type MoneyAlternative,
  type MoneyChoice,
  type MoneyTable,
} from './money-table';

import { ENOUGH_ORDERS, type Price } from './choose-price';

const CLOSE = 0.85;

export interface AmountChoice extends MoneyChoice {
  /** What the lines come to, for the checks of cost and margin. */
  readonly lines: Float64Array | null;
}

export function chooseAmount(
  table: MoneyTable,
  quantity: Figure | undefined,
  price: Price | null,
  discount: DiscountChoice,
): AmountChoice {
  const gross = price && table.lines(quantity, price.figure);
  const found = table
    .named('amount')
    .filter(({ figure }) => figure !== price?.figure && figure !== quantity && !isRefund(figure));
  const level = (figure: Figure) => {
    const check = gross ? checkRows(figure.values, (i) => gross[i]) : NO_CHECK;
    return isHeld(check) ? null : isOrders(figure) ? orderLevel(figure) : null;
  };
  const extras = found.length > 0 ? sumsOfSome(table.extras()) : [];
  // Beside prices the total tells what was paid with tax and shipping, against which refunds are held.
  const withExtras = gross
    ? found.filter(
        ({ figure }) => level(figure) === null && holdsExtras(figure, (i) => discount.net(gross[i], i), extras),
      )
    : [];
  const goods = price ? found : withoutExtras(found, extras);
  const ofOrders = goods.filter((one) =>
    withExtras.includes(one) ? one.figure.pattern?.orders === 0 : level(one.figure) !== null,
  );
  const ofLines = goods.filter((one) => !ofOrders.includes(one) && !withExtras.includes(one));
  const total = bestOrderTotal(table, ofOrders, gross);
  const orderFields = total ? { order_total: chosen(total.figure, total.score, total.evidence) } : {};
  const off =
    gross && total ? discountOfTotal(table, total.figure, gross, discount, extras, [price?.figure, quantity]) : {};
  const byPrice: ChosenFields | null = price && {
    unit_price: chosen(price.figure, price.score, price.evidence),
    ...('order_discount' in off ? off : discount.fields),
    ...orderFields,
  };
  const kinds = 'order_discount' in off ? [] : withFields(discount.alternatives, byPrice ?? {});
  if (ofLines.length > 0)
    return amongLines(ofLines, {
      price,
      gross,
      discount: { ...discount, alternatives: kinds },
      byPrice,
      orderFields,
      hasExtras: extras.length > 0,
    });
  if (byPrice) return { fields: byPrice, alternatives: kinds, lines: gross };
  if (!total) return { fields: discount.fields, alternatives: [], lines: null };
  return ordersAlone(total, orderFields);
}

/** What is taken off whole orders where the lines do not add up to their totals; nothing where it is known already. */
function discountOfTotal(
  table: MoneyTable,
  total: Figure,
  gross: Float64Array,
  discount: DiscountChoice,
  extras: readonly Float64Array[],
  others: readonly (Figure | undefined)[],
): ChosenFields {
  if ('order_discount' in discount.fields) return {};
  const taken = new Set([total, ...others].flatMap((figure) => (figure ? [figure.index] : [])));
  const net = gross.map((value, row) => discount.net(value, row));
  const ofLines = discount.isLine ? new Set([...taken, discount.fields['discount'].index]) : taken;
  const own = orderDiscountOf(table, total, net, extras, ofLines);
  if (own) return { ...discount.fields, order_discount: own };
  // What is named as a discount may be the whole order's.
  const instead = discount.isLine ? orderDiscountOf(table, total, gross, extras, taken) : null;
  return instead ? { order_discount: instead } : {};
}

/** A question about one column, with what all its readings have of the others. */
const withFields = (alternatives: readonly MoneyAlternative[], fields: ChosenFields): MoneyAlternative[] =>
  alternatives.map((one) => ({
    ...one,
    readings: one.readings.map((reading) => ({ ...reading, fields: { ...fields, ...reading.fields } })),
  }));

/** Only totals of orders: each counts once. Where the header does not say so and few orders show it, that is asked. */
function ordersAlone(total: Price, fields: ChosenFields): AmountChoice {
  const says = total.figure.words.some((word) => ORDER_WORDS.has(word)) || orderLevel(total.figure) === 'first';
  const asRows = { amount: { ...fields['order_total'] } };
  const readings = [
    { answer: 'order', label: 'Once for each order', fields },
    { answer: 'line', label: 'On every line', fields: asRows },
  ];
  const alternatives: MoneyAlternative[] = says
    ? []
    : [{ code: 'amount_of_order', column: total.figure.name, readings }];
  return { fields, alternatives, lines: null };
}

/** Whether a figure that stands alike on all rows of its orders is the order's: by its header, or by how many orders show it. */
const isOrders = (figure: Figure): boolean =>
  orderLevel(figure) === 'first' ||
  figure.words.some((word) => ORDER_WORDS.has(word)) ||
  (figure.pattern?.orders ?? 0) >= ENOUGH_ORDERS;

/** The total that holds most: of several, one that is not below its lines. */
function bestOrderTotal(
  table: MoneyTable,
  found: readonly { readonly figure: Figure; readonly score: number }[],
  gross: Float64Array | null,
): Price | null {
  const subtotals = new Set(['subtotal', 'sub', 'zwischensumme'].map(foldLetters));
  const isSubtotal = ({ words }: Figure) => words.some((word) => subtotals.has(word));
  // A refund holds tax and shipping too, so it is held against the total that does as well.
  const best = [...found].sort(
    (a, b) => Number(isSubtotal(a.figure)) - Number(isSubtotal(b.figure)) || b.score - a.score,
  )[0];
  if (!best) return null;
  const sums = gross && table.order ? sumsByOrder(table.order, table.rows, gross) : null;
  const check = sums ? checkOrders(firstByOrder(table.order!, table.rows, best.figure.values), sums) : NO_CHECK;
  const evidence = isHeld(check) ? `the lines add up to it in ${figureOf(check)} orders` : evidenceOfRows(best.figure);
  return { figure: best.figure, score: Math.max(best.score, 0.75), evidence };
}

function evidenceOfRows(figure: Figure): string {
  const orders = figure.pattern?.orders ?? 0;
  if (orders === 0) return 'the price with tax and shipping';
  const rows = orderLevel(figure) === 'first' ? 'on the first row only' : 'the same on all rows';
  return `${rows} of ${writtenCount(orders)} orders`;
}

interface Beside {
  readonly price: Price | null;
  readonly gross: Float64Array | null;
  readonly discount: DiscountChoice;
  readonly byPrice: ChosenFields | null;
  readonly orderFields: ChosenFields;
  /** Tax, shipping or tips stand beside amounts that may hold them. */
  readonly hasExtras: boolean;
}

/** Among amounts of lines the one that quantity x price confirms, else the one named best; asked where two come to different sums. */
function amongLines(
  found: readonly { readonly figure: Figure; readonly score: number }[],
  { price, gross, discount, byPrice, orderFields, hasExtras }: Beside,
): AmountChoice {
  const checked = found.map(({ figure, score }) => {
    const net = gross && checkRows(figure.values, (i) => discount.net(gross[i], i));
    const plain = gross && checkRows(figure.values, (i) => gross[i]);
    return { figure, score, net: net ?? NO_CHECK, plain: plain ?? NO_CHECK };
  });
  const confirmed = checked.find(({ net }) => isHeld(net));
  // Before discount: what is left of the price after it is the amount.
  if (!confirmed && byPrice && discount.isLine && checked.some(({ plain }) => isHeld(plain)))
    return { fields: byPrice, alternatives: discount.alternatives, lines: gross };
  const best = confirmed ?? checked[0];
  const evidence =
    confirmed && price
      ? `equals quantity x price${discount.isLine ? ' less discount' : ''} in ${figureOf(confirmed.net)} rows`
      : undefined;
  const fields: ChosenFields = {
    amount: chosen(best.figure, confirmed ? Math.max(0.9, best.score) : best.score, evidence),
    ...('order_discount' in discount.fields && !confirmed ? {} : pick(discount.fields, 'order_discount')),
    ...orderFields,
  };
  const alternatives = confirmed ? [] : rivals(best, checked, fields, { byPrice, gross, hasExtras });
  return { fields, alternatives, lines: best.figure.values };
}

const pick = (fields: ChosenFields, name: string): ChosenFields => (name in fields ? { [name]: fields[name] } : {});

/** Sums that differ by less than this are the same to whoever asks for a total. */
const SAME_SUM = 0.0005;

function rivals(
  best: { readonly figure: Figure; readonly score: number },
  found: readonly { readonly figure: Figure; readonly score: number }[],
  fields: ChosenFields,
  { byPrice, gross, hasExtras }: Pick<Beside, 'byPrice' | 'gross' | 'hasExtras'>,
): MoneyAlternative[] {
  const sum = total(best.figure.values);
  const differs = (other: number) => Math.abs(other - sum) > SAME_SUM * Math.max(1, Math.abs(sum));
  const others = found.filter(
    ({ figure, score }) =>
      figure !== best.figure &&
      (score >= CLOSE * best.score || (hasExtras && isBelow(figure, best.figure))) &&
      differs(total(figure.values)),
  );
  const product = byPrice && gross && (best.score < 1 || hasExtras) && differs(total(gross)) ? byPrice : null;
  if (others.length === 0 && !product) return [];
  const readings = [
    { answer: best.figure.name, label: best.figure.name, fields },
    ...others.map(({ figure, score }) => ({
      answer: figure.name,
      label: figure.name,
      fields: { ...fields, amount: chosen(figure, score) },
    })),
    ...(product ? [{ answer: 'quantity x price', label: 'Quantity x price', fields: product }] : []),
  ];
  return [{ code: 'amount_column', column: best.figure.name, readings }];
}

/** Nowhere more than the other, as an amount without tax and shipping is. */
const isBelow = (part: Figure, whole: Figure): boolean =>
  part.values.every((value, row) => !(value > whole.values[row] + 0.0051));

const total = (values: Float64Array): number => values.reduce((sum, one) => (Number.isNaN(one) ? sum : sum + one), 0);
