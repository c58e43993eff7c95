import { isCommonStrategy, strategyLabel, strategyWords } from '../../domain/strategy-words';

/** A group within a sentence. */
export function groupWords(by: string, group: string): string {
  if (group === '') return 'those without a value';
  return by === 'strategy' && isCommonStrategy(group) ? strategyWords(group).many : `“${group}”`;
}

/** A group beside its bar. */
export function groupLabel(group: string, by: string): string {
  if (by === '') return 'all who answered';
  if (by === 'strategy' && isCommonStrategy(group)) return strategyLabel(group);
  return group === '' ? 'no value' : group;
}
