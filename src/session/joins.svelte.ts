import type { InspectedTable } from '../domain/import';
import type { TableQuestion } from '../domain/questions';
import { pairOf, type JoinAnswer, type JoinSuggestion, type SaidOfTables } from '../domain/shape';
import type { Settings } from './settings.svelte';

type Spelled = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** How tables belong together: what is done, what is asked, and what somebody has said of it. Each by `pairOf`. */
export class Joins {
  /** As they are done by the rule that a report follows too. */
  done = $state.raw<readonly JoinSuggestion[]>([]);
  /** Answered or not. */
  asked = $state.raw<readonly TableQuestion[]>([]);
  #answers = $state.raw<Readonly<Record<string, JoinAnswer>>>({});
  /** Taken apart by hand, with the table that is without the other's columns now. */
  #undone = $state.raw<Readonly<Record<string, string>>>({});
  #spelled = $state.raw<Spelled>({});
  /** Tables whose form a mapping file has given. */
  #formed = $state.raw<readonly string[]>([]);

  constructor(
    private readonly settings: Settings,
    private readonly inspected: () => readonly InspectedTable[],
  ) {}

  /** @param chosen tables of which somebody has chosen what they hold */
  said(chosen: readonly string[]): SaidOfTables {
    return {
      answers: this.#answers,
      undone: Object.keys(this.#undone),
      spelled: this.#spelled,
      formed: this.#formed,
      chosen,
    };
  }

  /** Not answered. */
  get open(): readonly TableQuestion[] {
    return this.asked.filter(({ join }) => join !== undefined && this.#answers[keyOf(join)] === undefined);
  }

  /** How two tables are read now. */
  answerNow({ join, readings }: TableQuestion): string | null {
    if (!join) return null;
    if (this.#undone[keyOf(join)] !== undefined) return 'apart';
    return this.#answers[keyOf(join)] ?? readings[0].answer;
  }

  answer(join: JoinSuggestion, answer: JoinAnswer): void {
    this.#answers = { ...this.#answers, [keyOf(join)]: answer };
    this.#undone = without(this.#undone, [keyOf(join)]);
  }

  /** The join by which a table has the columns of another, is not to be done any more. */
  takeApart(table: string, other: string): void {
    const join = this.done.find((one) => one.table === table && one.shape.with === other);
    if (!join) return;
    this.#answers = without(this.#answers, [keyOf(join)]);
    this.#undone = { ...this.#undone, [keyOf(join)]: table };
  }

  /** Joins in which some rows name a key by another spelling, and nobody has said what to do about it. */
  get misspelled(): readonly JoinSuggestion[] {
    return this.done.filter((join) => join.spellings.length > 0 && this.#spelled[keyOf(join)] === undefined);
  }
  isDone(join: JoinSuggestion): boolean {
    return this.done.includes(join);
  }
  /** @param same spellings with the key that each means; none leaves them as they are */
  spell(join: JoinSuggestion, same: Readonly<Record<string, string>>): void {
    this.#spelled = { ...this.#spelled, [keyOf(join)]: same };
  }

  /** Whether somebody has said that a table goes without another's columns. */
  isApart(table: string): boolean {
    const answered = this.asked.some(
      ({ join }) => join !== undefined && join.table === table && this.#answers[keyOf(join)] === 'apart',
    );
    return answered || Object.values(this.#undone).includes(table);
  }

  form(tables: readonly string[]): void {
    this.#formed = [...this.#formed, ...tables.filter((id) => !this.#formed.includes(id))];
  }
  isFormed(table: string): boolean {
    return this.#formed.includes(table);
  }

  /** Takes up how the same question was answered for files of the same headers. Whether there is any such answer. */
  recall(asked: readonly TableQuestion[]): boolean {
    const found = asked.flatMap((question): [string, JoinAnswer][] => {
      const { join } = question;
      if (!join || this.#answers[keyOf(join)] !== undefined || this.#undone[keyOf(join)] !== undefined) return [];
      const answer = this.#remembered(question, (header, topic) => this.settings.readingAnswer(header, topic));
      return answer === 'joined' || answer === 'apart' ? [[keyOf(join), answer]] : [];
    });
    this.#answers = { ...this.#answers, ...Object.fromEntries(found) };
    return found.length > 0;
  }
  /** The answers that were counted are those that are remembered. */
  remember(): void {
    for (const question of this.asked)
      this.#remembered(question, (header, topic) =>
        this.settings.rememberReading(header, topic, (question.join && this.#answers[keyOf(question.join)]) ?? null),
      );
  }

  forget(tables: readonly string[]): void {
    const isGone = ({ from, table, shape }: JoinSuggestion) =>
      tables.some((id) => id === from || id === table || id === shape.with);
    const gone = Object.keys({ ...this.#answers, ...this.#undone, ...this.#spelled }).filter((pair) =>
      pair.split('\u001f').some((id) => tables.includes(id)),
    );
    this.asked = this.asked.filter(({ join }) => join !== undefined && !isGone(join));
    this.done = this.done.filter((join) => !isGone(join));
    this.#answers = without(this.#answers, gone);
    this.#undone = without(this.#undone, gone);
    this.#spelled = without(this.#spelled, gone);
    this.#formed = this.#formed.filter((id) => !tables.includes(id));
  }

  /** For taking back what a piece of work has changed. */
  snapshot() {
    return {
      done: this.done,
      asked: this.asked,
      answers: this.#answers,
      undone: this.#undone,
      spelled: this.#spelled,
      formed: this.#formed,
    };
  }
  restore(kept: ReturnType<Joins['snapshot']>): void {
    this.done = kept.done;
    this.asked = kept.asked;
    this.#answers = kept.answers;
    this.#undone = kept.undone;
    this.#spelled = kept.spelled;
    this.#formed = kept.formed;
  }
  clear(): void {
    this.restore({ done: [], asked: [], answers: {}, undone: {}, spelled: {}, formed: [] });
  }

  /** Names of files change from month to month, their headers do not. */
  #remembered<T>({ join, column }: TableQuestion, use: (header: readonly string[], topic: string) => T): T | null {
    const headerOf = (id: string | undefined) => {
      const table = this.inspected().find((one) => one.id === id);
      return table?.fileHeader ?? table?.header;
    };
    const [own, theirs] = [headerOf(join?.table), headerOf(join?.shape.with)];
    return own && theirs ? use(own, ['join', column ?? '', ...theirs].join('\u001f')) : null;
  }
}

const keyOf = ({ from, shape }: JoinSuggestion): string => pairOf(from, shape.with);

const without = <T>(record: Readonly<Record<string, T>>, keys: readonly string[]): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
