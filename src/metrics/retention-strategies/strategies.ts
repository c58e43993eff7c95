const LABELS: Readonly<Record<string, string>> = {
  reward: 'Rewarded for staying',
  penalty: 'Penalty for leaving',
  none: 'Neither',
  '': 'No strategy stated',
};
export const strategyLabel = (strategy: string): string => LABELS[strategy] ?? strategy;

const WORDS: Readonly<Record<string, string>> = {
  reward: 'a rewarded customer',
  penalty: 'a customer held by a penalty',
  none: 'a customer with neither',
  '': 'a customer without a stated strategy',
};
export const customerWords = (strategy: string): string => WORDS[strategy] ?? `a customer with “${strategy}”`;
