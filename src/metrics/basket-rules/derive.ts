import { leastCount, reaches } from '../../domain/decimal';
import { AppError } from '../../domain/errors';
import { compareUtf8 } from '../../domain/keys';
import { joinNames } from '../../domain/name-list';
import { conviction, leverage, lift, zhang } from '../../statistics/association-measures';
import { rulesOf, type AssociationRule } from '../../statistics/association-rules';
import { falseDiscoveryRates } from '../../statistics/benjamini-hochberg';
import { frequentItemsets, TooManyItemsets, type Itemset } from '../../statistics/frequent-itemsets';
import { fisherUpperTails } from '../../statistics/hypergeometric';
import type { Derive, MetricBase, MetricOptions } from '../metric';
import type { basketRules } from './definition';

/** More sets than this no one reads, and no browser holds. */
const MOST_ITEMSETS = 300_000;

interface NamedRule extends AssociationRule {
  readonly names: readonly string[];
  readonly antecedentText: string;
  readonly consequentText: string;
}

/** Rules out of the baskets, by the names of their sides. Throws `rules-too-many`. */
export const derive: Derive<typeof basketRules> = (base, context, options) => {
  const names = context.names(options.item);
  const n = base.n[0] ?? 0;
  const rules = rulesOf(search(base, options), n, (both, from) => reaches(both, from, options.min_confidence))
    .map((rule) => named(rule, names))
    .sort((a, b) => compareUtf8(a.antecedentText, b.antecedentText) || compareUtf8(a.consequentText, b.consequentText));
  const upperTail = fisherUpperTails(n);
  const p = Float64Array.from(rules, ({ both, from, to }) => upperTail(both, Math.min(from, to), Math.max(from, to)));
  const q = falseDiscoveryRates(p, rules.length);
  const column = (of: (rule: NamedRule) => number) => Float64Array.from(rules, of);
  const measure = (of: (pair: { n: number; from: number; to: number; both: number }) => number) =>
    column(({ both, from, to }) => of({ n, from, to, both }));
  return {
    antecedent: rules.map(({ antecedentText }) => antecedentText),
    consequent: rules.map(({ consequentText }) => consequentText),
    count: column(({ both }) => both),
    support: column(({ both }) => both / n),
    confidence: column(({ both, from }) => both / from),
    lift: measure(lift),
    leverage: measure(leverage),
    conviction: measure(conviction),
    zhang: measure(zhang),
    p_value: p,
    q_value: q,
    redundant: column(({ redundant }) => (redundant ? 1 : 0)),
    n: column(() => n),
    n_antecedent: column(({ from }) => from),
    n_consequent: column(({ to }) => to),
    items: rules.map(({ names: all }) => JSON.stringify(all)),
  };
};

function search(base: MetricBase<typeof basketRules>, options: MetricOptions<typeof basketRules>): Itemset[] {
  if (base.n.length === 0) return [];
  const least = Math.max(1, leastCount(options.min_support, base.n[0]));
  try {
    return frequentItemsets(base, least, options.max_items, MOST_ITEMSETS);
  } catch (error) {
    if (!(error instanceof TooManyItemsets)) throw error;
    throw new AppError('rules-too-many', { most: MOST_ITEMSETS, support: options.min_support });
  }
}

function named(rule: AssociationRule, names: readonly string[]): NamedRule {
  const antecedent = rule.antecedent.map((code) => names[code]).sort(compareUtf8);
  const consequentText = names[rule.consequent];
  return { ...rule, names: [...antecedent, consequentText], antecedentText: joinNames(antecedent), consequentText };
}
