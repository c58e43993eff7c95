import { fragmentsOf, type Fragment } from '../../facts/fragments';
import type { Members } from '../metric';
import type { fragmentation } from './definition';

const COUNTED: Readonly<Record<string, (fragment: Fragment) => boolean>> = {
  customers: () => true,
  shared_with_other_sources: ({ sources }) => sources > 1,
  profit_rank_changed: ({ rankChanged }) => rankChanged,
};

export const members: Members<typeof fragmentation> = (facts, scope, _, row, column) => {
  const source = facts.unified?.sources.indexOf(String(row['source']));
  const listed = fragmentsOf(facts, scope).filter((one) => one.source === source && COUNTED[column](one));
  return Int32Array.from(listed, ({ customer }) => customer).sort();
};
