/** Why a model gives no figure, in a sentence; codes as statistics/repeat-buying.ts and shifted-beta-geometric.ts have them. */
const SENTENCES: Readonly<Record<string, string>> = {
  too_few: 'Fewer than 30 customers have bought again: too few to tell buying from stopping.',
  not_converged: 'The fit came to no end: these purchases do not settle the model’s parameters.',
  degenerate:
    'No customer can be seen to stop: the fit lies on a ridge where its parameters may be anything. Ask for a longer period, or for the other model.',
  spend_by_frequency:
    'Who buys more often spends clearly more or less at a time: the model of spend takes it that the two are unrelated, so no value is given.',
  too_few_ended:
    'Fewer than 30 contracts have ended, or at fewer than three renewals: too few to tell how the chance of leaving changes.',
  alike:
    'Customers are as alike in their chance of leaving as can be told: one rate of renewal says as much as a model.',
  spend_without_mean: 'Spend differs so much between customers that the model of spend has no mean: no value is given.',
};
/** The sentence for a refusal; '' where there is none. */
export const refusalSentence = (code: string): string => SENTENCES[code] ?? '';
