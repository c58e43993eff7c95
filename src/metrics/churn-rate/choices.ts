import type { ChoiceSpecs } from '../choices';

export const choices = {
  denominator: {
    label: 'of',
    words: { start: 'those at the start', average: 'the mean of start and end' },
    initial: 'start',
  },
} as const satisfies ChoiceSpecs;
