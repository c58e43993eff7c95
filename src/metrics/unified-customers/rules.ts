import { RECORD_RULES, type RecordRule } from '../../domain/unification';
import type { MetricTable, TableRow } from '../metric';
import type { unifiedCustomers } from './definition';

export const RULE_WORDS: Readonly<Record<RecordRule, string>> = {
  alone: 'alone',
  same_key: 'the same key',
  email: 'the same e-mail address',
  phone: 'the same telephone',
  tax_id: 'the same tax number',
  likeness: 'likeness in several fields',
  decision: 'your decision',
};

/** Records that came to their customers by one rule. */
export interface RuleRow {
  readonly rule: RecordRule;
  readonly records: number;
  readonly customers: number;
  readonly row: TableRow;
}

/** In the order of the rules; a rule that no record came by is left out. */
export function readRules(table: MetricTable<typeof unifiedCustomers>): RuleRow[] {
  return RECORD_RULES.flatMap((rule) => {
    const records = table.rule.filter((one) => one === rule).length;
    if (records === 0) return [];
    return [{ rule, records, customers: table.customers[table.rule.indexOf(rule)], row: { rule } }];
  });
}
