import type { TextColumn } from '../../domain/columns';
import type { Assignment, Candidate } from './guess-fields';
import { headerScore } from '../words/header-score';
import { wordsOf } from '../words/words';
import type { Recipe } from './recipe';
import { sampleRows } from './row-sample';

/** A name of an item, not its code: `Product Name`, `Bezeichnung`. */
const NAME =
  /^(?:name|bezeichnung|artikelbezeichnung|produktbezeichnung|artikelname|produktname|titel|title|designation|désignation|nombre|nome|nom|naam|omschrijving|nazwa)$/;
const ITEM =
  /^(?:product|produkt|item|article|artikel|lineitem|material|sku|bezeichnung|artikelbezeichnung|produktbezeichnung|artikelname|produktname|produit|producto|articolo|prodotto)$/;
/** A code may be written with several names, and a name be given to several codes, on so many rows. */
export const ALIKE = 0.9;

/**
 * What an item is called where its code stands beside it, and the finer of two levels of categories: people know their goods by
 * name. Both columns stay; the other one is an attribute.
 */
export function choosePrecise(fields: Assignment, candidates: readonly Candidate[], recipe: Recipe | null): Assignment {
  if (recipe) return fields;
  const product = preciseProduct(fields, candidates);
  const category = preciseCategory(fields, candidates, product);
  return { ...fields, ...(product ? { product } : {}), ...(category ? { category } : {}) };
}

function preciseProduct(fields: Assignment, candidates: readonly Candidate[]) {
  const code = fields['product'];
  if (!code || isName(candidates[code.index])) return undefined;
  const taken = new Set(Object.values(fields).map(({ index }) => index));
  const named = candidates.find(
    (one) =>
      !taken.has(one.index) &&
      isName(one) &&
      one.profile.type === 'text' &&
      determines(candidates[code.index].column, one.column) >= ALIKE &&
      determines(one.column, candidates[code.index].column) >= ALIKE,
  );
  return named && { ...code, index: named.index, evidence: `the name of ${candidates[code.index].profile.name}` };
}

const isName = ({ profile }: Candidate): boolean => {
  const words = wordsOf(profile.name);
  return words.some((word) => NAME.test(word)) && words.some((word) => ITEM.test(word));
};

function preciseCategory(
  fields: Assignment,
  candidates: readonly Candidate[],
  product: Assignment[string] | undefined,
) {
  const broad = fields['category'];
  if (!broad) return undefined;
  const taken = new Set([...Object.values(fields), ...(product ? [product] : [])].map(({ index }) => index));
  const finer = candidates.find(
    ({ profile, column, index }) =>
      !taken.has(index) &&
      /^(?:sub|unter|sous|sotto)/.test(wordsOf(profile.name)[0] ?? '') &&
      headerScore(profile.name, 'transactions', 'category') >= 0.5 &&
      profile.distinct > candidates[broad.index].profile.distinct &&
      profile.distinct <= 500 &&
      determines(column, candidates[broad.index].column) >= ALIKE,
  );
  return (
    finer && { ...broad, index: finer.index, evidence: `a finer level of ${candidates[broad.index].profile.name}` }
  );
}

/** The share of sampled rows whose value of `other` is the usual one of their value of `column`. */
export function determines(column: TextColumn, other: TextColumn): number {
  const rows = sampleRows(column.codes.length);
  const counts = new Map<number, Map<number, number>>();
  let of = 0;
  for (const row of rows) {
    const [code, beside] = [column.codes[row], other.codes[row]];
    if (code < 0 || beside < 0) continue;
    of++;
    const held = counts.get(code) ?? new Map<number, number>();
    held.set(beside, (held.get(beside) ?? 0) + 1);
    counts.set(code, held);
  }
  let usual = 0;
  for (const held of counts.values()) usual += Math.max(...held.values());
  return of === 0 ? 0 : usual / of;
}
