import type { RawTable } from '../read/raw-table';
import { headerScore } from '../words/header-score';
import { normaliseWord, wordsOf } from '../words/words';

/** Words that say that a column identifies, and not what. */
const IDENTIFIERS = new Set(
  'id ids key keys no nr num number nummer numer numero code kod fk pk sk ref reference uuid guid oid'.split(' '),
);
const IDENTIFIER_END = /(?:uuid|guid|code|key|num|nummer|id|no|nr)$/;
/** Headings that any table has, whatever it is about. */
const ANYWHERE = new Set(
  'name title titel type typ status state stage description beschreibung note notes comment comments index row line zeile position pos date datum time created updated modified'
    .split(' ')
    .map(normaliseWord),
);
const KEY_FIELDS = ['order', 'product'] as const;

/** What a heading identifies: `order_id`, `OrderID` and `orderid` are of the order, `id` of nothing that it says. */
function stemOf(header: string): readonly string[] {
  const words = wordsOf(header).filter((word) => !IDENTIFIERS.has(word));
  if (words.length !== 1) return words;
  const [word] = words;
  const stem = word.replace(IDENTIFIER_END, '');
  return stem.length >= 3 ? [stem] : words;
}

/** Whether a heading says that it identifies, but not what: `id`, `No.`, `key`. */
export const namesNothing = (header: string): boolean => stemOf(header).length === 0;

/** Whether a table is called by what a heading identifies: `products` by `product_id`. */
export function isCalledBy(table: RawTable, header: string): boolean {
  const stem = stemOf(header);
  const words = wordsOfTable(table);
  return stem.length > 0 && stem.every((word) => words.some((own) => areOneWord(word, own)));
}

/** One word in singular and plural: `order` and `orders`, `category` and `categories`, `Bestellung` and `Bestellungen`. */
function areOneWord(one: string, other: string): boolean {
  if (one === other) return true;
  const shorter = Math.min(one.length, other.length);
  if (shorter < 3 || Math.abs(one.length - other.length) > 3) return false;
  let common = 0;
  while (common < shorter && one[common] === other[common]) common++;
  return common === shorter || (shorter >= 5 && common === shorter - 1 && /(?:ies|ies?|y|e|a)$/.test(one + other));
}

/** The words by which a table is called, without the ending of its file. */
const wordsOfTable = ({ file, sheet }: RawTable): readonly string[] => wordsOf(sheet ?? file.replace(/\.[^.]+$/, ''));

/**
 * Whether the headings say that a column names rows of another table by its key: `order_id` the `id` of `orders`, one heading
 * for both, or two words for an order or a product. Equal headings that name nothing (`id` and `id`) say nothing.
 */
export function namesKey(header: string, other: RawTable, key: string): boolean {
  const [stem, keyStem] = [stemOf(header), stemOf(key)];
  if (stem.length === 0) return false;
  if (normaliseWord(header) === normaliseWord(key)) return !stem.every((word) => ANYWHERE.has(word));
  const isFieldOfBoth = KEY_FIELDS.some(
    (field) => headerScore(header, 'transactions', field) >= 0.7 && headerScore(key, 'transactions', field) >= 0.7,
  );
  if (isFieldOfBoth && keyStem.length > 0) return true;
  const table = wordsOfTable(other);
  const isOwnKey = keyStem.every((word) => [...table, ...stem].some((own) => areOneWord(word, own)));
  return isCalledBy(other, header) && isOwnKey && keyStem.every((word) => !ANYWHERE.has(word));
}
