import { randomOf } from '../mutations';
import { figuresOfLedger, type Figures } from './figures';
import { ledgerFor, makeLedger, type Ledger } from './ledger';
import { readFiles, type WrittenFile } from './read-files';
import type { Form } from './write';

export interface Trial {
  readonly files: readonly WrittenFile[];
  readonly ledger: Ledger;
  readonly outcome: 'right' | 'asked' | 'wrong';
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
    const isOffered = questions.some(({ readings }) =>
      readings.some(({ totals }) => totals !== null && near(totals.net, wanted.net, slack)),
    );
    const outcome = questions.length > 0 && isOffered ? 'asked' : isRight && questions.length === 0 ? 'right' : 'wrong';
    const told = {
      wanted,
      figures,
      asks: questions.map(({ code, column, readings }) => [
        code,
        column,
        readings.map(({ answer, totals }) => [answer, totals?.net]),
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
