import { RECORD_RULES } from '../../domain/unification';
import type { Derive } from '../metric';
import type { unifiedCustomers } from './definition';

/** Codes to names, the score to a share, and how many customers each rule has. */
export const derive: Derive<typeof unifiedCustomers> = (base, context) => {
  const named = (codes: Float64Array, names: readonly string[]) => Array.from(codes, (code) => names[code]);
  const byRule = RECORD_RULES.map(() => new Set<number>());
  base.rule.forEach((rule, row) => byRule[rule].add(base.customer[row]));
  return {
    source: named(base.source, context.names('source')),
    source_key: named(base.source_key, context.names('source_key')),
    customer: named(base.customer, context.names('customer')),
    rule: named(base.rule, RECORD_RULES),
    score: base.score.map((millionths) => millionths / 1e6),
    customers: base.rule.map((rule) => byRule[rule].size),
  };
};
