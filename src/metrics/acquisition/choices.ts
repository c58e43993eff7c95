import type { ChoiceSpecs } from '../choices';

export const choices = {
  model: {
    label: 'credit to',
    words: { last: 'the last contact', first: 'the first contact', linear: 'all contacts alike' },
    initial: 'last',
  },
} as const satisfies ChoiceSpecs;
