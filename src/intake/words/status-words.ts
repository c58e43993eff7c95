import type { StatusMeaning } from '../../domain/statuses';
import { normaliseWord } from './words';
import { DEAL_WORDS, DOCUMENT_WORDS, ORDER_WORDS, PAYMENT_WORDS, type Lexicon } from './status-lexicon';

/** What a column of statuses speaks of: `cancelled` of an order is void, of a payment no sale. */
export const STATUS_CONTEXTS = ['order', 'payment', 'deal', 'document'] as const;
export type StatusContext = (typeof STATUS_CONTEXTS)[number];

/** A word of a status column, with its rows and what it says of them; null where it is not known. */
export interface StatusWord {
  readonly word: string;
  readonly rows: number;
  readonly meaning: StatusMeaning | null;
}

/** Of two parts of one status, or two statuses of one row, the one that counts: what never was a sale cannot be given back. */
const STRENGTH: Readonly<Record<StatusMeaning, number>> = { sale: 0, void: 1, return: 2, no_sale: 3 };
export const strongerMeaning = (a: StatusMeaning, b: StatusMeaning): StatusMeaning =>
  STRENGTH[b] > STRENGTH[a] ? b : a;

/** The later list wins, so that what a context says of a word replaces what the word means elsewhere. */
function dictionaryOf(...lexicons: readonly Lexicon[]): ReadonlyMap<string, StatusMeaning> {
  const meanings = new Map<string, StatusMeaning>();
  for (const lexicon of lexicons)
    for (const [meaning, words] of Object.entries(lexicon) as [StatusMeaning, string][])
      for (const word of words.split('|')) if (word !== '') meanings.set(normaliseWord(word), meaning);
  return meanings;
}

const DICTIONARIES: Readonly<Record<StatusContext, ReadonlyMap<string, StatusMeaning>>> = {
  order: dictionaryOf(ORDER_WORDS),
  payment: dictionaryOf(ORDER_WORDS, PAYMENT_WORDS),
  deal: dictionaryOf(DEAL_WORDS),
  document: dictionaryOf(DOCUMENT_WORDS),
};

/** WooCommerce's own prefix, and the number that puts stages in order: `wc-completed`, `03 - Proposal`, `4. Won`. */
const PREFIX = /^(?:wc-|\d{1,2}\s*[-.):]\s*)/i;
/** What follows is who, when or why: `Cancelled by customer`, `storniert am 3.4.`. */
const ASIDE = /\s+(?:by|due to|because|at|on|after|since|von|durch|am|wegen|par|por|da|door|przez)\s.*$/iu;
const PARTS = /\s+[-–—]\s+|\s*[:()[\],;/|]\s*|\s*[-–—]\s+/u;

/** What a status says of its row, in ten languages and the codes of well-known systems; null for a word that is not known. */
export function meaningOf(word: string, context: StatusContext): StatusMeaning | null {
  const bare = word.trim().replace(PREFIX, '');
  const dictionary = DICTIONARIES[context];
  const known = lookUp(bare, dictionary);
  if (known) return known;
  let found: StatusMeaning | null = null;
  for (const part of bare.split(PARTS)) {
    const meaning = lookUp(part, dictionary) ?? lookUp(part.replace(ASIDE, ''), dictionary);
    if (meaning) found = found ? strongerMeaning(found, meaning) : meaning;
  }
  return found;
}

const lookUp = (text: string, dictionary: ReadonlyMap<string, StatusMeaning>) =>
  /[\p{L}]/u.test(text) ? (dictionary.get(normaliseWord(text)) ?? null) : null;

/** What a word that is not known counts as: a sale, but a deal only once it is won. */
export const meaningOfUnknown = (context: StatusContext): StatusMeaning => (context === 'deal' ? 'no_sale' : 'sale');

/** Of each word of a column. Some words can only be told by the others beside them. */
export function meaningsOf(words: readonly string[], context: StatusContext): (StatusMeaning | null)[] {
  const normal = words.map((word) => normaliseWord(word.replace(PREFIX, '')));
  // Magento closes what was paid back; elsewhere what is closed is done. Beside `complete` it cannot be told.
  const isClosedUnclear = context === 'order' && normal.includes('complete') && normal.includes('closed');
  return words.map((word, i) => (isClosedUnclear && normal[i] === 'closed' ? null : meaningOf(word, context)));
}

const MOST_WORDS = 40;

/** What a column of statuses looks like, and as what it reads best. */
export interface StatusColumn {
  readonly context: StatusContext;
  readonly words: readonly StatusWord[];
  /** Rows whose word is known, of all filled rows. */
  readonly knownRows: number;
  readonly rows: number;
  /** Whether any row is not a plain sale. */
  readonly changesFigures: boolean;
}

/**
 * Whether a column with few distinct values holds statuses: most rows or words are known, in one of the contexts.
 * @param counts the rows of each value
 * @param context in which to read it; by default the one that knows the most rows
 * @returns null where it does not
 */
export function looksLikeStatus(
  values: readonly string[],
  counts: ArrayLike<number>,
  context?: StatusContext,
): StatusColumn | null {
  const used = values.flatMap((word, i) => (counts[i] > 0 && word !== '' ? [{ word, rows: counts[i] }] : []));
  if (used.length === 0 || used.length > MOST_WORDS) return null;
  const readings = (context ? [context] : STATUS_CONTEXTS).map((one) => readWords(used, one));
  const best = readings.reduce((a, b) => (b.knownRows > a.knownRows ? b : a));
  const knownWords = best.words.filter(({ meaning }) => meaning !== null).length;
  const isStatus = best.knownRows * 2 > best.rows || (best.changesFigures && knownWords * 2 >= used.length);
  return isStatus ? best : null;
}

function readWords(used: readonly { readonly word: string; readonly rows: number }[], context: StatusContext) {
  const meanings = meaningsOf(
    used.map(({ word }) => word),
    context,
  );
  const words = used.map(({ word, rows }, i): StatusWord => ({ word, rows, meaning: meanings[i] }));
  const sum = (some: readonly StatusWord[]) => some.reduce((total, { rows }) => total + rows, 0);
  return {
    context,
    words,
    knownRows: sum(words.filter(({ meaning }) => meaning !== null)),
    rows: sum(words),
    changesFigures: words.some(({ meaning }) => meaning !== null && meaning !== 'sale'),
  };
}
