import { randomOf } from '../mutations';
import type { ReadingTotals } from '../../../src/domain/questions';
import { figuresOfLedger, type Figures } from './figures';
import { ledgerFor, makeLedger, type Ledger } from './ledger';
import { readFiles, type WrittenFile } from './read-files';
import type { Form } from './write';

/** Equal to the ledger or not, and whether a question says so: only `wrong` is unequal in silence. */
export type Outcome = 'right' | 'right, asked' | 'asked' | 'wrong';

export interface Trial {
  readonly files: readonly WrittenFile[];
  readonly ledger: Ledger;
  readonly outcome: Outcome;
  readonly isKnown: boolean;
  /** What was wrong; '' otherwise. */
  readonly story: string;
}

/** Writes a ledger in a form, reads it as the product does, and holds the figures against the ledger. */
export async function tryForm(form: Form, seed: number): Promise<Trial> {
  const ledger = ledgerFor(makeLedger(seed), form.holds);
  const random = randomOf(seed * 31 + form.name.length);
  const files = form.write(ledger, random);
  const wanted = (form.told ?? ((one) => one))(figuresOfLedger(ledger, form.grain), ledger);
  const slack = partRefunds(ledger);
  try {
    const { figures, questions, recipe, mapping } = await readFiles(files);
    const isKnown = form.recipe === recipe;
    const isRight = same(figures, wanted, slack);
    const offered = questions.flatMap(({ readings }) => readings.flatMap(({ totals }) => totals ?? []));
    const isOffered = isWanted(figures, offered, wanted, slack);
    const outcome = outcomeOf(isRight, questions.length > 0, isOffered);
    const told = {
      wanted,
      figures,
      asks: questions.map(({ code, column, readings }) => [
        code,
        column,
        readings.map(({ answer, totals }) => [answer, totals?.net, totals?.buyers, totals?.purchases]),
      ]),
      recipe,
      mapping,
    };
    return { files, ledger, outcome, isKnown, story: outcome === 'wrong' ? JSON.stringify(told) : '' };
  } catch (error) {
    return {
      files,
      ledger,
      outcome: 'wrong',
      isKnown: true,
      story: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

/** A question that does not offer what is meant is none: what was read is wrong. */
function outcomeOf(isRight: boolean, isAsked: boolean, isOffered: boolean): Outcome {
  if (!isAsked) return isRight ? 'right' : 'wrong';
  if (!isOffered) return 'wrong';
  return isRight ? 'right, asked' : 'asked';
}

/** Each figure is right as it was read, or by a reading that is offered: several questions may be open, each about one of them. */
function isWanted(read: Figures, offered: readonly ReadingTotals[], wanted: Figures, slack: number): boolean {
  const isNet = ({ net }: { readonly net: number }) => near(net, wanted.net, slack);
  const isPeople = (buyers: number, purchases: number) => buyers === wanted.customers && purchases === wanted.purchases;
  return (
    offered.some(isNet) &&
    (isPeople(read.customers, read.purchases) || offered.some(({ buyers, purchases }) => isPeople(buyers, purchases)))
  );
}

/** A part of an order with tax and shipping that was given back is rounded to cents, or finer. */
const partRefunds = ({ orders }: Ledger): number =>
  orders.filter(({ refund }) => refund && !refund.isWhole).length * 50;
const near = (a: number, b: number, slack: number) => Math.abs(a - b) <= slack;
const same = (a: Figures, b: Figures, slack: number): boolean =>
  near(a.net, b.net, slack) &&
  a.purchases === b.purchases &&
  a.customers === b.customers &&
  a.from === b.from &&
  a.until === b.until;
