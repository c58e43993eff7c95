import { writtenCount } from '../../domain/written-numbers';
import type { Candidate, FieldGuess } from './guess-fields';
import { orderPattern } from './cross-checks';
import { sampleRows } from './row-sample';

/** Columns that must stand on first rows alone before a key is taken for the order's. */
const ENOUGH = 2;
const MOST = 0.98;
/** Not more columns are tried as the key, nor held against one. */
const MOST_KEYS = 30;
const MOST_GAPPY = 100;

/**
 * The column that numbers the orders, where no header says so: its value comes back on rows next to each other, and other columns
 * are filled on the first of these rows alone; or, among nested records, it is the record's own id beside the items' columns.
 */
export function orderByBlocks(candidates: readonly Candidate[]): FieldGuess | null {
  return nestedId(candidates) ?? headRows(candidates);
}

function headRows(candidates: readonly Candidate[]): FieldGuess | null {
  const rows = sampleRows(candidates[0]?.column.codes.length ?? 0);
  const gappy = candidates.filter(({ profile }) => profile.blank > 0 && profile.type !== 'empty').slice(0, MOST_GAPPY);
  if (gappy.length < ENOUGH) return null;
  const keys = candidates.filter(
    ({ profile }) =>
      profile.blank === 0 &&
      (profile.type === 'text' || profile.type === 'integer') &&
      profile.distinct > 1 &&
      profile.distinct < profile.rows,
  );
  let best: { readonly key: Candidate; readonly columns: number } | null = null;
  for (const key of keys.slice(0, MOST_KEYS)) {
    const heads = gappy.filter(({ column }) => {
      const { orders, firstOnly } = orderPattern(key.column.codes, column.codes, rows);
      return orders > 0 && firstOnly >= MOST * orders;
    });
    if (heads.length >= ENOUGH && (!best || heads.length > best.columns)) best = { key, columns: heads.length };
  }
  if (!best) return null;
  const evidence = `${writtenCount(best.columns)} columns are filled on its first row only`;
  return { field: 'order', index: best.key.index, score: 0.8, evidence };
}

/** `id` beside `line_items.sku` and `line_items.price`. */
function nestedId(candidates: readonly Candidate[]): FieldGuess | null {
  const prefixes = new Map<string, number>();
  for (const { profile } of candidates) {
    const [prefix, ...rest] = profile.name.split('.');
    if (rest.length > 0) prefixes.set(prefix, (prefixes.get(prefix) ?? 0) + 1);
  }
  const isNested = [...prefixes].some(
    ([prefix, count]) => count >= 2 && /item|line|position|product|artikel|article/i.test(prefix),
  );
  if (!isNested) return null;
  const id = candidates.find(({ profile }) => /^(?:_?id|number|name|code|key)$/i.test(profile.name) && !profile.unique);
  return id && id.profile.blank === 0
    ? { field: 'order', index: id.index, score: 0.7, evidence: 'the id of each record' }
    : null;
}
