const STRATEGIES: Readonly<Record<string, string>> = {
  reward: 'rewarded customers',
  penalty: 'customers held by a penalty',
  none: 'customers with neither',
};

/** A group within a sentence. */
export function groupWords(by: string, group: string): string {
  if (group === '') return 'those without a value';
  return by === 'strategy' && group in STRATEGIES ? STRATEGIES[group] : `“${group}”`;
}

/** A group beside its bar. */
export const groupLabel = (group: string, by: string): string =>
  by === '' ? 'all who answered' : group === '' ? 'no value' : group;
