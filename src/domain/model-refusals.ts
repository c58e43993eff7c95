/** Why a model of repeat buying gives no figure, in a sentence; codes as statistics/repeat-buying.ts has them. */
const SENTENCES: Readonly<Record<string, string>> = {
  too_few: 'Fewer than 30 customers have bought again: too few to tell buying from stopping.',
  not_converged: 'The fit came to no end: these purchases do not settle the model’s parameters.',
  degenerate:
    'No customer can be seen to stop: the fit lies on a ridge where its parameters may be anything. Ask for a longer period, or for the other model.',
  spend_by_frequency:
    'Who buys more often spends clearly more or less at a time: the model of spend takes it that the two are unrelated, so no value is given.',
  spend_without_mean: 'Spend differs so much between customers that the model of spend has no mean: no value is given.',
};
/** The sentence of a refusal; '' where nothing is refused. */
export const refusalSentence = (code: string): string => SENTENCES[code] ?? '';
