import { FORMS_OF_NONE } from './forms/generic';
import { FORMS_OF_SYSTEMS } from './forms';
import { tryForm, type Outcome, type Trial } from './try-form';
import type { Form } from './write';

export interface Tally {
  readonly trials: number;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** What was read otherwise than it was meant, without a question. */
  readonly wrong: readonly string[];
  /** Of files in the form of a known system that it was not known to be. */
  readonly unknown: number;
}

/** Tries each ledger in one form of the list, or in all of them. */
export async function tryLedgers(
  forms: readonly Form[],
  seed: number,
  ledgers: number,
  inAll = false,
  onTrial: (trial: Trial, form: Form, seed: number) => void = () => undefined,
): Promise<Tally> {
  const tally = {
    trials: 0,
    counts: { right: 0, 'right, asked': 0, asked: 0, wrong: 0 },
    wrong: [] as string[],
    unknown: 0,
  };
  for (let at = 0; at < ledgers; at++)
    for (const form of inAll ? forms : [forms[at % forms.length]]) {
      const trial = await tryForm(form, seed + at);
      onTrial(trial, form, seed + at);
      tally.trials++;
      if (trial.outcome === 'wrong') tally.wrong.push(`${form.name}, seed ${seed + at}: ${trial.story}`);
      tally.counts[trial.outcome]++;
      if (!trial.isKnown) tally.unknown++;
    }
  return tally;
}

/** All forms of all ledgers, for the soak: whether none was read wrongly in silence. */
export async function soakLedgers(ledgers: number, seed: number): Promise<boolean> {
  const started = performance.now();
  const wrong: string[] = [];
  console.log(
    ['', 'equal', 'equal, asked', 'other, asked', 'other', 'not known']
      .map((cell, at) => (at === 0 ? cell.padEnd(52) : cell.padStart(13)))
      .join(''),
  );
  for (const form of [...FORMS_OF_SYSTEMS, ...FORMS_OF_NONE]) {
    const tally = await tryLedgers([form], seed, ledgers);
    wrong.push(...tally.wrong);
    const { counts, unknown } = tally;
    console.log(
      [form.name, ...Object.values(counts), unknown]
        .map((cell, at) => (at === 0 ? String(cell).padEnd(52) : String(cell).padStart(13)))
        .join(''),
    );
  }
  console.log(`${ledgers} ledgers in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  for (const one of wrong.slice(0, 20)) console.log(`FAULT ${one}`);
  return wrong.length === 0;
}
