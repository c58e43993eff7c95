import { itemsByOrder } from '../../facts/order-sums';
import type { Members } from '../metric';
import type { basketRules } from './definition';
import { resolve } from './kernel';

/** Purchases in view that hold both sides of a rule, one of them, or anything at all. */
export const members: Members<typeof basketRules> = (facts, scope, options, row, column) => {
  const field = resolve(facts, options).item;
  const { start, item } = itemsByOrder(facts, scope, field);
  const names = facts.lines[field]?.values ?? [];
  const all = (JSON.parse(String(row['items'])) as string[]).map((name) => names.indexOf(name));
  const sides: Readonly<Partial<Record<typeof column, readonly number[]>>> = {
    n: [],
    n_antecedent: all.slice(0, -1),
    n_consequent: all.slice(-1),
    count: all,
  };
  const wanted = sides[column] ?? all;
  const orders = Int32Array.from({ length: facts.orders.count }, (_, order) => order);
  return orders.filter((order) => {
    if (!scope.purchase[order]) return false;
    const held = item.subarray(start[order], start[order + 1]);
    return wanted.every((code) => held.includes(code));
  });
};
