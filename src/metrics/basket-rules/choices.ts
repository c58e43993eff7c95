import type { ChoiceSpecs } from '../choices';

export const choices = {
  order: { label: 'order by', words: { lift: 'lift', confidence: 'confidence', count: 'baskets' }, initial: 'lift' },
  sides: { label: 'left side', words: { all: 'any', one: 'one item', many: 'several items' }, initial: 'all' },
  kept: { label: 'rules', words: { useful: 'that add something', all: 'all' }, initial: 'useful' },
} as const satisfies ChoiceSpecs;
