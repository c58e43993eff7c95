import type { ChoiceSpecs } from '../choices';

export const choices = {
  interval: { label: 'interval', words: { shown: '95%', none: 'none' }, initial: 'shown' },
} as const satisfies ChoiceSpecs;
