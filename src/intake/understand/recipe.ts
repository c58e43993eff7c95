import type { Role } from '../../domain/roles';
import { normaliseWord } from '../words';
import type { StatusContext } from '../words/status-words';

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
  /** Headers that sound like a field and are none. */
  readonly ignored?: readonly string[];
  /** What its statuses speak of. */
  readonly context?: StatusContext;
  /** Each row is an order of its own. */
  readonly eachRow?: boolean;
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

/** The field that a recipe gives a header in a role, with how early the header stands among the field's; null for none. */
export function recipeField(recipe: Recipe, role: Role, header: string): { field: string; place: number } | null {
  const name = normaliseWord(header);
  for (const [field, headers] of Object.entries(recipe.roles[role] ?? {})) {
    const place = headers.findIndex((one) => normaliseWord(one) === name);
    if (place >= 0) return { field, place };
  }
  return null;
}

export const isIgnored = ({ ignored = [] }: Recipe, header: string): boolean => {
  const name = normaliseWord(header);
  return ignored.some((one) => normaliseWord(one) === name);
};
