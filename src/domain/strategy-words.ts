/** The name of a retention strategy beside its mark, and of its customers within a sentence. */
interface StrategyWords {
  readonly label: string;
  readonly one: string;
  readonly many: string;
}

const WORDS: Readonly<Record<string, StrategyWords>> = {
  reward: { label: 'Rewarded for staying', one: 'a rewarded customer', many: 'rewarded customers' },
  penalty: { label: 'Penalty for leaving', one: 'a customer held by a penalty', many: 'customers held by a penalty' },
  none: { label: 'Neither', one: 'a customer with neither', many: 'customers with neither' },
  '': { label: 'No strategy stated', one: 'a customer without a stated strategy', many: 'customers' },
};

/** One of the three strategies that metrics know. */
export const isCommonStrategy = (strategy: string): boolean => strategy !== '' && Object.hasOwn(WORDS, strategy);

/** The words for one of the three strategies, or for another that a file names. */
export const strategyWords = (strategy: string): StrategyWords =>
  Object.hasOwn(WORDS, strategy)
    ? WORDS[strategy]
    : { label: strategy, one: `a customer with “${strategy}”`, many: `customers with “${strategy}”` };
export const strategyLabel = (strategy: string): string => strategyWords(strategy).label;
