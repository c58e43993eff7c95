import { answerOf as theirAnswer, DuckDb } from './duckdb';
import { answerOf as ourAnswer, Perennial } from './perennial';
import type { Schema } from './queries';
import { difference, type Days, type Question } from './questions';

/** What the page does when it is told to. All times are milliseconds. */
export interface Bench {
  /** From nothing to the first answered query. */
  coldQuery(side: Side): Promise<number>;
  /** From nothing, with a file chosen, to the first triangle. */
  coldTriangle(side: Side): Promise<{ start: number; read: number; triangle: number }>;
  /** After `coldTriangle`: SQLite filled and asked. */
  database(lines: number): Promise<{ start: number; fill: number }>;
  /** Both sides started and filled, and the star built. */
  prepare(): Promise<void>;
  /** Null where both sides give the same answer. */
  compare(question: Question, schema: Schema, days: Days): Promise<string | null>;
  ask(question: Question, by: By): Promise<number>;
  /** All questions on what a filter leaves. */
  brush(questions: readonly Question[], by: By, days: NonNullable<Days>): Promise<number>;
}
export type Side = 'ours' | 'theirs';
/** `counts`: ours as far as SQL answers it. `charts`: ours with all that is derived for the charts. */
export type By = 'counts' | 'charts' | Schema;

declare global {
  interface Window {
    bench: Bench;
  }
}

const ours = new Perennial();
const theirs = new DuckDb();

function chosenFile(): File {
  const file = document.querySelector<HTMLInputElement>('#file')!.files?.[0];
  if (!file) throw new Error('no file is chosen');
  return file;
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

window.bench = {
  coldQuery: (side) => time(() => (side === 'ours' ? ours.startDatabase() : theirs.start())),

  async coldTriangle(side) {
    const file = chosenFile();
    if (side === 'ours') {
      const start = await time(() => ours.start());
      const read = await time(() => ours.read(file));
      return { start, read, triangle: await time(() => ours.ask('triangle', null)) };
    }
    const start = await time(() => theirs.start());
    const read = await time(() => theirs.read(file));
    return { start, read, triangle: await time(() => theirs.ask('triangle', 'plain', null)) };
  },

  database: async (lines) => ({
    start: await time(() => ours.startDatabase()),
    fill: await time(() => ours.fillDatabase(lines)),
  }),

  async prepare() {
    const file = chosenFile();
    ours.startCounting();
    await ours.read(file);
    await theirs.start();
    await theirs.read(file);
    await theirs.makeStar();
  },

  async compare(question, schema, days) {
    const our = ourAnswer(question, await ours.ask(question, days));
    const names = await theirs.namesOf(question, schema);
    return difference(our, theirAnswer(question, await theirs.ask(question, schema, days), names));
  },

  ask: (question, by) => time(() => answer(question, by, null)),

  brush: (questions, by, days) =>
    time(async () => {
      // All charts of a page ask at once; the worker answers one after another.
      if (by === 'plain' || by === 'star') await theirs.brush(questions, by, days);
      else await Promise.all(questions.map((question) => answer(question, by, days)));
    }),
};

function answer(question: Question, by: By, days: Days): Promise<unknown> {
  if (by === 'counts') return ours.count(question, days);
  return by === 'charts' ? ours.ask(question, days) : theirs.ask(question, by, days);
}
