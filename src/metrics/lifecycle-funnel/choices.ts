import type { ChoiceSpecs } from '../choices';

export const choices = {
  reading: {
    label: 'counted as',
    words: { reached: 'reached at all', in_order: 'reached in order' },
    initial: 'reached',
  },
} as const satisfies ChoiceSpecs;
