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

const STRATEGY_LABELS: Readonly<Record<string, string>> = {
  reward: 'Rewarded for staying',
  penalty: 'Penalty for leaving',
  none: 'Neither',
};

/** A group beside its bar. */
export function groupLabel(group: string, by: string): string {
  if (by === '') return 'all who answered';
  if (by === 'strategy' && group in STRATEGY_LABELS) return STRATEGY_LABELS[group];
  return group === '' ? 'no value' : group;
}
