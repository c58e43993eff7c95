import type { ChoiceSpecs } from '../chart-props';
import type { AnyOptions } from '../metric';

export const choices = {
  model: {
    label: 'credit to',
    words: { last: 'the last contact', first: 'the first contact', linear: 'all contacts alike' },
    initial: 'last',
  },
} as const satisfies ChoiceSpecs;

/** Which contacts get the credit, for the sentence as for the picture. */
export const creditIn = ({ model }: AnyOptions): keyof typeof choices.model.words =>
  model === 'first' || model === 'linear' ? model : choices.model.initial;
