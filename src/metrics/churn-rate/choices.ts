import type { ChoiceSpecs } from '../chart-props';
import type { AnyOptions } from '../metric';

export const choices = {
  denominator: {
    label: 'of',
    words: { start: 'those at the start', average: 'the mean of start and end' },
    initial: 'start',
  },
} as const satisfies ChoiceSpecs;

/** What leavers are a share of, for the sentence as for the picture. */
export const denominatorIn = ({ denominator }: AnyOptions): keyof typeof choices.denominator.words =>
  denominator === 'average' ? denominator : choices.denominator.initial;
