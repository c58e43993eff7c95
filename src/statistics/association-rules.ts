import type { Itemset } from './frequent-itemsets';

/** Who holds all of `antecedent` holds `consequent` too: counts of baskets. */
export interface AssociationRule {
  readonly antecedent: readonly number[];
  readonly consequent: number;
  /** Baskets with all of both sides, with the antecedent, with the consequent. */
  readonly both: number;
  readonly from: number;
  readonly to: number;
  /** A proper sub-antecedent, the empty one too, has at least the confidence. */
  readonly redundant: boolean;
}

interface Fraction {
  readonly count: number;
  readonly of: number;
}
/** Products of two counts of baskets stay below 2^53. */
const isAtLeast = (a: Fraction, b: Fraction) => a.count * b.of >= b.count * a.of;

/**
 * Rules with one consequent out of frequent itemsets (sets before those that hold them), all that `keep` keeps by their
 * confidence both / from. Redundancy as of R. J. Bayardo, R. Agrawal and D. Gunopulos, Data Mining and Knowledge Discovery 4
 * (2000), against every shorter antecedent whether its rule is kept or not.
 * @param n baskets
 */
export function rulesOf(
  itemsets: readonly Itemset[],
  n: number,
  keep: (both: number, from: number) => boolean,
): AssociationRule[] {
  const places = new Map(itemsets.map(({ items }, place) => [items.join(), place]));
  /** By itemset and position in it: the best confidence for that item of the others or any subset of them. */
  const best: Fraction[][] = [];
  const rules: AssociationRule[] = [];
  itemsets.forEach(({ items, count }, place) => {
    const placeWithout = items.map((_, at) => places.get(items.filter((_, other) => other !== at).join()) ?? -1);
    best[place] = items.map((consequent, at) => {
      if (items.length === 1) return { count, of: n };
      const from = itemsets[placeWithout[at]].count;
      const own = { count, of: from };
      let shorter: Fraction | null = null;
      items.forEach((_, other) => {
        if (other === at) return;
        const candidate = best[placeWithout[other]][at < other ? at : at - 1];
        if (!shorter || isAtLeast(candidate, shorter)) shorter = candidate;
      });
      const redundant = isAtLeast(shorter!, own);
      if (keep(count, from)) {
        const antecedent = items.filter((_, other) => other !== at);
        rules.push({ antecedent, consequent, both: count, from, to: itemsets[places.get(String(consequent))!].count, redundant }); // prettier-ignore
      }
      return redundant ? shorter! : own;
    });
  });
  return rules;
}
