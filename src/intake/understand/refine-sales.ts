import type { TextColumn } from '../../domain/columns';
import type { StatusMeaning } from '../../domain/statuses';
import type { Assignment, Candidate, FieldGuess } from './guess-fields';
import type { RoleGuess } from './guess-roles';
import { countsOf } from '../values/read-columns';
import {
  looksLikeStatus,
  meaningOfUnknown,
  meaningsOf,
  type StatusColumn,
  type StatusContext,
  type StatusWord,
} from '../words/status-words';
import { chooseCustomer } from './choose-customer';
import { chooseMoney } from './choose-money';
import { choosePrecise } from './choose-levels';
import { MONEY_FIELDS, MoneyTable, type ChosenFields, type MoneyAlternative, type MoneyChoice } from './money-table';
import type { Recipe, WordReader } from './recipe';
import { withUnnamedMoney } from './unnamed-money';

/** A guess of sales whose columns were held against each other, with what only a person can tell. */
export interface RefinedSales {
  readonly guess: RoleGuess;
  readonly alternatives: readonly MoneyAlternative[];
  /** Words of statuses that are not known: taken for sales until somebody says otherwise. */
  readonly unknown: readonly { readonly column: string; readonly words: readonly string[]; readonly rows: number }[];
  /** Columns that may name the customer, which only a person can tell. */
  readonly customers: readonly Candidate[];
}

/** A kind of document is looked for first: `refund` as a kind takes money back, as a status it calls the row off. */
const STATUS_FIELDS = ['document_type', 'status', 'cancelled'] as const;

/**
 * Holds the columns of sales against each other: money by quantity x price and by the orders' totals, items by their names, and
 * what each status says of its rows. What a deal brings is told already, but for its status.
 */
export function refineSales(
  guess: RoleGuess,
  candidates: readonly Candidate[],
  recipe: Recipe | null,
  isDeals: boolean,
): RefinedSales {
  const levels = isDeals ? guess.fields : choosePrecise(guess.fields, candidates, recipe);
  const money = isDeals ? { fields: {}, alternatives: [] } : moneyOf(levels, candidates, recipe);
  const rest = isDeals ? levels : without(levels, MONEY_FIELDS);
  const named: Assignment = { ...rest, ...asGuesses(money.fields) };
  const customer = isDeals || recipe ? { guess: null, open: [] } : chooseCustomer(named, candidates);
  const withMoney = customer.guess ? withCustomer(named, customer.guess) : named;
  const context = isDeals ? 'deal' : (recipe?.context ?? (isPayments(withMoney, candidates) ? 'payment' : 'order'));
  const { fields, unknown } = withStatuses(withMoney, candidates, context, recipe);
  return { guess: { ...guess, fields }, alternatives: money.alternatives, unknown, customers: customer.open };
}

/** The column that names the customer fills no other field. */
const withCustomer = (fields: Assignment, customer: FieldGuess): Assignment => ({
  ...Object.fromEntries(Object.entries(fields).filter(([, { index }]) => index !== customer.index)),
  customer,
});

const without = (fields: Assignment, names: readonly string[]): Assignment =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => !names.includes(field)));

export const asGuesses = (fields: ChosenFields): Assignment =>
  Object.fromEntries(Object.entries(fields).map(([field, chosen]) => [field, { field, ...chosen }]));

function moneyOf(fields: Assignment, candidates: readonly Candidate[], recipe: Recipe | null) {
  const blocked = new Set(
    Object.entries(fields).flatMap(([field, { index }]) =>
      (MONEY_FIELDS as readonly string[]).includes(field) ? [] : [index],
    ),
  );
  const table = new MoneyTable(candidates, fields['order']?.index, blocked);
  if (!recipe) return withUnnamedMoney(withUnreadable(chooseMoney(table), fields, candidates), table);
  // What the system calls its columns is known; a header that is missing is looked for as in any file.
  const told = Object.entries(fields).filter(([field]) => (MONEY_FIELDS as readonly string[]).includes(field));
  const isWhole = told.some(([field]) => field === 'amount' || field === 'unit_price' || field === 'order_total');
  if (!isWhole) return withUnreadable(chooseMoney(table), fields, candidates);
  return { fields: Object.fromEntries(told), alternatives: [] };
}

/** A column named outright is taken though many of its cells cannot be read: those rows are rejected, not the column. */
function withUnreadable(money: MoneyChoice, fields: Assignment, candidates: readonly Candidate[]): MoneyChoice {
  if (money.fields['amount'] || money.fields['unit_price'] || money.fields['order_total']) return money;
  const damaged = (['amount', 'unit_price', 'quantity'] as const).flatMap((field) => {
    const guess = fields[field];
    return guess && candidates[guess.index].profile.number === null ? [[field, guess] as const] : [];
  });
  return { ...money, fields: { ...Object.fromEntries(damaged), ...money.fields } };
}

const PAYMENT =
  /\b(?:captured|charge|payout|card (?:brand|last4|type|funding)|statement descriptor|payment (?:intent|id|source)|payer|psp|gateway|seller message|amount refunded|balance transaction)\b/i;

/** Money that went through a till's or a bank's hands: what failed there or was called off was never paid. */
export function isPayments(fields: Assignment, candidates: readonly Candidate[]): boolean {
  if (fields['quantity'] || fields['unit_price']) return false;
  return candidates.some(({ profile }) => PAYMENT.test(profile.name.replaceAll('_', ' ')));
}

function withStatuses(
  fields: Assignment,
  candidates: readonly Candidate[],
  context: StatusContext,
  recipe: Recipe | null,
): { fields: Assignment; unknown: RefinedSales['unknown'] } {
  const found: Record<string, FieldGuess> = { ...without(fields, STATUS_FIELDS) };
  const unknown: RefinedSales['unknown'][number][] = [];
  const used = new Set<number>();
  for (const field of STATUS_FIELDS) {
    const guess = fields[field] ?? (recipe ? undefined : besideFields(field, found, candidates));
    if (!guess || used.has(guess.index)) continue;
    const { column, profile } = candidates[guess.index];
    const own = fields[field] && recipe?.words?.[field];
    const as = field === 'document_type' ? 'document' : context;
    const status = profile.type === 'day' || own ? null : looksLikeStatus(column.values, countsOf(column), as);
    // Yes and no are no words of a status, while `paid` and `refunded` are.
    const isWords = profile.type !== 'day' && (profile.type !== 'flag' || status !== null);
    if (!own && isWords && (!status || (!status.changesFigures && field !== 'status'))) continue;
    if (field === 'document_type' && status && !isDocument(status)) continue;
    if (context !== 'deal' && status && !hasSale(status.words)) continue;
    const words = own ? ownWords(column, own, as) : status?.words;
    found[field] = { ...guess, field, details: { ...guess.details, ...(words ? { words: meantBy(words, as) } : {}) } };
    used.add(guess.index);
    if (field === 'document_type' && found['category']?.index === guess.index) delete found['category'];
    const odd = words?.filter(({ meaning }) => meaning === null) ?? [];
    if (odd.length > 0) unknown.push(unknownOf(profile.name, odd));
  }
  return { fields: found, unknown };
}

const unknownOf = (column: string, odd: readonly StatusWord[]): RefinedSales['unknown'][number] => ({
  column,
  words: odd.map(({ word }) => word),
  rows: odd.reduce((sum, { rows }) => sum + rows, 0),
});

/** What the words of a known system say, first as it uses them, then as they are usually meant. */
function ownWords({ values, codes }: TextColumn, own: WordReader, context: StatusContext): StatusWord[] {
  const counts = countsOf({ values, codes });
  const used = values.flatMap((word, code) => (word !== '' && counts[code] > 0 ? [{ word, rows: counts[code] }] : []));
  const all = used.map(({ word }) => word);
  const usual = meaningsOf(all, context);
  return used.map(({ word, rows }, i) => ({ word, rows, meaning: own(word, all) ?? usual[i] }));
}

/** A kind of document by most of its words: `type` of an item is none. */
const isDocument = ({ words }: StatusColumn): boolean =>
  words.filter(({ meaning }) => meaning !== null).length * 2 > words.length &&
  words.some(({ meaning }) => meaning === 'return' || meaning === 'no_sale') &&
  hasSale(words);

/** Where nothing would be left, the words speak of something else: a category `Fee` calls no row off. */
const hasSale = (words: StatusColumn['words']): boolean =>
  words.some(({ meaning }) => meaning === 'sale' || meaning === null);

/** As a mapping holds them, those that are not known among them. */
const meantBy = (words: readonly StatusWord[], context: StatusContext): Record<string, StatusMeaning> =>
  Object.fromEntries(words.map(({ word, meaning }) => [word, meaning ?? meaningOfUnknown(context)]));

/** A header that names its field no more than roughly: `type` may be a category, and may be a kind of document. */
const NAMED = 0.7;

/** A status may be mapped to something else as well, as a `type` to a category, or be called what no field is. */
function besideFields(
  field: string,
  fields: Readonly<Record<string, FieldGuess>>,
  candidates: readonly Candidate[],
): FieldGuess | undefined {
  if (field === 'cancelled') return undefined;
  const taken = new Set(Object.values(fields).map(({ index }) => index));
  for (const { profile, column, index } of candidates) {
    if (profile.distinct > 40 || (profile.type !== 'text' && profile.type !== 'flag')) continue;
    const isLoose = fields['category']?.index === index && fields['category'].score < NAMED;
    if (taken.has(index) && !isLoose) continue;
    const status = looksLikeStatus(column.values, countsOf(column), field === 'document_type' ? 'document' : 'order');
    if (!status?.changesFigures || status.knownRows < 0.8 * status.rows) continue;
    if (!status.words.some(({ meaning }) => meaning === 'sale')) continue;
    if (field === 'document_type' && !(isDocument(status) && status.words.some(({ meaning }) => meaning === 'return')))
      continue;
    return { field, index, score: 0.5 };
  }
  return undefined;
}
