import type { Assignment, Candidate, FieldGuess } from './guess-fields';
import { headerScore } from '../words/header-score';
import { ALIKE, determines } from './choose-levels';
import { ENOUGH_ORDERS } from './choose-price';
import { HELD, orderPattern } from './cross-checks';
import { sampleRows } from './row-sample';

/** Who bought, where no column is called the customer's. */
export interface CustomerChoice {
  readonly guess: FieldGuess | null;
  /** Columns that may name the customer, which only a person can tell. */
  readonly open: readonly Candidate[];
}

const LEAST = 0.5;
/** So many rows with one value or two do not tell customers apart. */
const ENOUGH_ROWS = 6;

/** `is_repeated_guest` says something of the guest, and nothing of who that is. */
const SAYS_WHETHER = /^(?:is|has|was|ist|hat|est|es|ha)[\s_-]/i;

/**
 * Looks for the customer among e-mails and names, for sales whose customer no header names outright. A column of one value names
 * everybody or nobody, and `Name` alone may be the item's: these are asked.
 */
export function chooseCustomer(fields: Assignment, candidates: readonly Candidate[]): CustomerChoice {
  if (fields['customer']) return { guess: null, open: [] };
  const product = fields['product'];
  const taken = new Set(Object.values(fields).map(({ index }) => index));
  const named = candidates
    .map((candidate) => ({ candidate, score: scoreOf(candidate) }))
    .filter(({ candidate, score }) => {
      const isFree = !taken.has(candidate.index) || candidate.index === product?.index;
      return score >= LEAST && isFree && !isNameOfItem(candidate, product, candidates);
    })
    .sort((a, b) => b.score - a.score || a.candidate.index - b.candidate.index);
  const best = named.find(({ candidate }) => tellsApart(candidate));
  if (!best) return { guess: null, open: named.map(({ candidate }) => candidate) };
  const { candidate, score } = best;
  const guess = { field: 'customer', index: candidate.index, score: Math.min(0.7, score) };
  if (candidate.index !== product?.index) return { guess, open: [] };
  return { guess: isOfOrders(candidate, fields, candidates) ? guess : null, open: [candidate] };
}

function scoreOf({ profile: { name, type } }: Candidate): number {
  if ((type !== 'text' && type !== 'integer') || SAYS_WHETHER.test(name.trim())) return 0;
  return Math.max(
    headerScore(name, 'transactions', 'customer'),
    0.9 * headerScore(name, 'customers', 'email'),
    type === 'text' ? 0.8 * headerScore(name, 'customers', 'name') : 0,
  );
}

/** What an item is called beside its code. */
function isNameOfItem(
  candidate: Candidate,
  product: FieldGuess | undefined,
  candidates: readonly Candidate[],
): boolean {
  if (!product || product.index === candidate.index) return false;
  const { profile, column } = candidates[product.index];
  return profile.distinct > 1 && candidate.profile.distinct > 1 && determines(column, candidate.column) >= ALIKE;
}

const tellsApart = ({ profile }: Candidate): boolean => profile.distinct > 2 || profile.rows < ENOUGH_ROWS;

/** The same on all rows of every order, as its buyer is and its items are not. */
function isOfOrders({ column }: Candidate, fields: Assignment, candidates: readonly Candidate[]): boolean {
  const order = fields['order'];
  if (!order) return false;
  const { codes } = candidates[order.index].column;
  const { orders, alike } = orderPattern(codes, column.codes, sampleRows(codes.length));
  return orders >= ENOUGH_ORDERS && alike >= HELD * orders;
}
