import type { ChoiceSpecs } from '../chart-props';

export const choices = {
  interval: { label: 'interval', words: { shown: '95%', none: 'none' }, initial: 'shown' },
} as const satisfies ChoiceSpecs;
