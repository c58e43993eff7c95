import type { ColumnMapping, Role } from '../../domain/roles';
import type { StatusMeaning } from '../../domain/statuses';
import { normaliseWord } from '../words/words';
import type { Lexicon } from '../words/status-lexicon';
import type { StatusContext } from '../words/status-words';

/**
 * What a word of a system's own says of its row; null where it says what it usually does.
 * @param all the words of the column
 */
export type WordReader = (word: string, all: readonly string[]) => StatusMeaning | null;

/**
 * What a well-known system writes. It is evidence like any other: it names columns, and the values must still suit the fields.
 * One small file a system, in `recipes/`.
 */
export interface Recipe {
  readonly id: string;
  /** As the user knows it: `Shopify orders export`. */
  readonly name: string;
  /** Where its headers are documented in public. */
  readonly source: string;
  /** Headers by which it is recognised; alternatives of another language or version are other fingerprints. */
  readonly fingerprints: readonly (readonly string[])[];
  /** For each role the headers of its fields, the first that is there counts. The first role is the main one. */
  readonly roles: { readonly [R in Role]?: Readonly<Record<string, readonly string[]>> };
  /** Of these headers those that fill their field only where nothing better names it: an e-mail in place of a number. */
  readonly secondBest?: readonly string[];
  /** Headers that sound like a field and are none. */
  readonly ignored?: readonly string[];
  /** What its statuses speak of. */
  readonly context?: StatusContext;
  /** Which of day and month it writes first, where the values leave it open. */
  readonly dayOrder?: 'DD' | 'MM';
  /** By status field of transactions: words that mean here what they do not mean elsewhere. */
  readonly words?: Readonly<Record<string, WordReader>>;
  /** By `role.field`: how the column is read where its values do not say it. */
  readonly details?: Readonly<Record<string, RecipeDetails>>;
}

/** Other columns by the headers that each language has for them. */
export interface RecipeDetails extends Omit<Partial<ColumnMapping>, 'beside' | 'back'> {
  readonly beside?: readonly string[];
  readonly back?: readonly string[];
}

export interface RecipeMatch {
  readonly recipe: Recipe;
  /** Share of the fingerprint's headers that are there. */
  readonly share: number;
}

/** One header in ten may be called otherwise, or be missing: of a short fingerprint one. */
const LEAST_SHARE = 0.8;

/** The recipe whose fingerprint the header holds best; null where none fits. */
export function matchRecipe(header: readonly string[], recipes: readonly Recipe[]): RecipeMatch | null {
  const present = new Set(header.map(normaliseWord));
  let best: (RecipeMatch & { readonly size: number }) | null = null;
  for (const recipe of recipes)
    for (const fingerprint of recipe.fingerprints) {
      const found = fingerprint.filter((name) => present.has(normaliseWord(name))).length;
      const share = found / fingerprint.length;
      const enough = share >= LEAST_SHARE || (fingerprint.length <= 5 && found >= fingerprint.length - 1 && found >= 3);
      if (enough && (!best || found > best.size)) best = { recipe, share, size: found };
    }
  return best && { recipe: best.recipe, share: best.share };
}

const TOLD = 1.5;
const SECOND_BEST = 0.44;
/** Of a score: whether a recipe says outright what the column is. */
export const isTold = (score: number): boolean => score > 1;

/**
 * How well a recipe knows a header for a field: above what any header earns by itself, or below what one earns that names the
 * field outright, where the recipe's is only second best. 0: the header is another field's; null: the recipe does not know it.
 */
export function scoreInRecipe(recipe: Recipe, role: Role, field: string, header: string): number | null {
  const fields = recipe.roles[role] ?? {};
  const place = (fields[field] ?? []).findIndex((one) => isSame(one, header));
  if (place >= 0) return (holds(recipe.secondBest, header) ? SECOND_BEST : TOLD) - place / 100;
  return Object.values(fields).some((headers) => holds(headers, header)) ? 0 : null;
}

export const isIgnored = ({ ignored }: Recipe, header: string): boolean => holds(ignored, header);

export const isSecondBest = ({ secondBest }: Recipe, header: string): boolean => holds(secondBest, header);

const isSame = (a: string, b: string): boolean => normaliseWord(a) === normaliseWord(b);
const holds = (headers: readonly string[] = [], header: string): boolean => headers.some((one) => isSame(one, header));

/**
 * Reads words from lists, compared without case, accents and signs.
 * @param otherwise what all other words say; by default what they usually do
 */
export function wordsOf(lists: Partial<Lexicon>, otherwise: StatusMeaning | null = null): WordReader {
  const meanings = new Map<string, StatusMeaning>();
  for (const [meaning, words] of Object.entries(lists) as [StatusMeaning, string][])
    for (const word of words.split('|')) meanings.set(normaliseWord(word), meaning);
  return (word) => meanings.get(normaliseWord(word)) ?? otherwise;
}
