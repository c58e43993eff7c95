import { foldLetters } from './words';

/**
 * Words that say what a figure is not. `Tax Amount` names an amount and is none; `AnnualIncome` is money and no sale. A header
 * with such a word fills the field only where the word is part of what the field means.
 */
const TAX =
  'tax|taxes|vat|gst|hst|pst|mwst|ust|mehrwertsteuer|umsatzsteuer|steuer|tva|iva|btw|imposta|impuesto|imposto|podatek|税|税额|税金|消费税|消費税|duty|duties|levy|withholding';
const SHIPPING =
  'shipping|freight|delivery|postage|handling|versand|versandkosten|fracht|porto|livraison|port|envío|envio|spedizione|trasporto|verzending|verzendkosten|frete|dostawa|wysyłka|运费|邮费|快递费|送料|配送料|ship';
const FEES =
  'fee|fees|commission|gebühr|gebühren|provision|frais|comisión|comision|commissione|kosten|taxa|opłata|prowizja|手续费|佣金|手数料|surcharge|processing';
const TIPS = 'tip|tips|gratuity|trinkgeld|pourboire|propina|mancia|fooi|gorjeta|napiwek|小费|チップ';
const REFUNDS =
  'refund|refunded|refunds|returned|chargeback|erstattet|erstattung|rückerstattung|gutschrift|remboursé|remboursement|reembolso|reembolsado|rimborso|rimborsato|terugbetaling|terugbetaald|zwrot|退款|退款金额|返金|返金額|credit';
const DISCOUNTS =
  'discount|discounts|rabatt|nachlass|remise|réduction|descuento|sconto|korting|desconto|rabat|upust|coupon|voucher|gutschein|gift|promo|promotion|折扣|优惠|优惠券|割引|値引|クーポン|cupón|cupom|kupon|skonto';
const PERSONS =
  'income|einkommen|salary|gehalt|lohn|ingresos|reddito|inkomen|renda|dochód|收入水平|年収|age|alter|wealth|vermögen|balance|saldo|kontostand|limit|credit|score|budget|forecast|target|ziel|plan|quota';
const COSTS = 'cost|costs|cogs|kosten|einkauf|ek|einstand|coût|revient|coste|costo|custo|koszt|成本|原価|仕入';
const STOCK =
  'stock|inventory|bestand|lager|weight|gewicht|poids|peso|balance|outstanding|open|offen|due|tendered|change|deposit|rate|kurs|exchange|list|compare|msrp|uvp|original|before';

const words = (...lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.split('|')).map(foldLetters));

/** By field of transactions: what a header of it never says. */
const EXCLUDED: Readonly<Record<string, ReadonlySet<string>>> = {
  amount: words(TAX, SHIPPING, FEES, TIPS, REFUNDS, DISCOUNTS, PERSONS, COSTS, STOCK),
  unit_price: words(
    TAX,
    SHIPPING,
    FEES,
    TIPS,
    REFUNDS,
    DISCOUNTS,
    PERSONS,
    'weight|gewicht|compare|msrp|uvp|original|before',
  ),
  quantity: words(
    'refund|refunded|returned|returns|available|stock|inventory|bestand|lager|night|minimum|maximum|onhand|backordered',
  ),
  discount: words(TAX, 'code|codes|title|type|name|reason|description|gutscheincode'),
  cost: words(TAX, SHIPPING, FEES, 'marketing|ad|ads|werbe|unit currency'),
  margin: words('rate|quote|prozent|percent|pct|%'),
  order: words(
    'date|time|status|total|amount|priority|notes|count|quantity|discount|currency|type|source|channel|tax|fulfillment|note type|' +
      'line|zeile|position|row|ligne|riga|linea|regel|linha|wiersz',
  ),
};

/** A birth date, a shipping date and an update are days of something else than a sale. */
const EXCLUDED_DATES = words(
  'birth|geburts|geburt|dob|birthday|birthdate|naissance|nacimiento|nascita|nascimento|urodzenia|geboortedatum|geboorte|生年月日|出生|生日|誕生日|expiry|expires|expiration|gültig|valid|trial|warranty|license|next|previous',
);

/** Before or beside a word for a tax these say whether the figure holds it: `Amount excl. VAT` is an amount. */
const WITH_OR_WITHOUT = words(
  'excl|exkl|excluding|ex|incl|inkl|including|ohne|mit|zzgl|without|with|before|after|wo|net|netto|gross|brutto|hors|ht|ttc|hors taxe|sin|con|senza|zonder|sem|com|bez|zawiera|exclusive|inclusive',
);
const TAXES = words(TAX);
const EXTRAS = words(TAX, SHIPPING, FEES, TIPS);
const CHARACTERS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether a header says that it is something else than the field that it sounds like. */
export function isExcluded(field: string, headerWords: readonly string[]): boolean {
  const excluded = EXCLUDED[field];
  if (excluded === undefined) return false;
  const isTold = headerWords.some((word) => WITH_OR_WITHOUT.has(word));
  return headerWords.some((word) => {
    if (isTold && TAXES.has(word)) return false;
    return (
      excluded.has(word) || isCompoundOf(word, excluded) || (CHARACTERS.test(word) && holdsExcluded(word, excluded))
    );
  });
}

/** What a German compound ends in where it is money: `Erstattungsbetrag` is what was given back. */
const MONEY_END = /(?:s|n|en)?(?:betrag|summe|wert|anteil|hohe)$/;

function isCompoundOf(word: string, excluded: ReadonlySet<string>): boolean {
  const start = word.replace(MONEY_END, '');
  return (
    start !== word &&
    start.length >= 4 &&
    (excluded.has(start) || excluded.has(word.replace(/(?:betrag|summe|wert|anteil|hohe)$/, '')))
  );
}

/** Whether a header names what is paid beside the goods: tax, shipping, fees, tips. */
export function isExtra(headerWords: readonly string[]): boolean {
  const isTold = headerWords.some((word) => WITH_OR_WITHOUT.has(word));
  return headerWords.some((word) => (EXTRAS.has(word) || isCompoundOf(word, EXTRAS)) && !(isTold && TAXES.has(word)));
}

/** Words of Chinese and Japanese stand without blanks between them. */
function holdsExcluded(word: string, excluded: ReadonlySet<string>): boolean {
  for (const one of excluded) if (one.length >= 2 && CHARACTERS.test(one) && word.includes(one)) return true;
  return false;
}

/** Whether a date of this name is never the day of a sale. */
export const isOtherDay = (headerWords: readonly string[]): boolean =>
  headerWords.some((word) => EXCLUDED_DATES.has(word) || /^(?:birth|geburts|geboorte)/.test(word));
