import { moneyAtStake, withAnswer } from '../domain/answers';
import type { JoinAnswer } from '../domain/shape';
import type { AppError } from '../domain/errors';
import type { LoadReport } from '../domain/import';
import type { QuestionReading, ReadingTotals } from '../domain/questions';
import type { StatusMeaning } from '../domain/statuses';
import type { EngineLink } from './engine-link.svelte';
import { keyOfAsk, type Ask } from './table-asks.svelte';
import type { Shaping } from './shaping';
import type { Tables } from './tables.svelte';
import type { Work } from './work.svelte';

interface Workspace {
  readonly engine: EngineLink;
  readonly tables: Tables;
  readonly work: Work;
  readonly shaping: Shaping;
  readonly report: LoadReport | null;
  readonly busy: boolean;
  readonly error: AppError | null;
  load(): Promise<void>;
}

/** An answer that was counted, with what all files came to before it and after. */
export interface Change {
  /** What was said, as a sentence. */
  readonly said: string;
  readonly before: ReadingTotals;
  readonly after: ReadingTotals;
  /** As they were before it. */
  readonly tables: ReturnType<Tables['snapshot']>;
  /** As they are after it. */
  readonly inspected: Tables['inspected'];
}

/** What money or people depend on and only a person can tell: counted, asked, answered, taken back. */
export class Asking {
  /** Open questions with what each reading comes to, the most money first. */
  open = $state.raw<readonly Ask[]>([]);
  /** Asked for by hand, whether it was answered or not. */
  wanted = $state.raw<Ask | null>(null);
  #changes = $state.raw<readonly Change[]>([]);
  /** What the open questions were counted for: the same is not counted twice. */
  #counted = '';

  constructor(private readonly app: Workspace) {}

  clear(): void {
    this.open = [];
    this.wanted = null;
    this.#changes = [];
    this.#counted = '';
  }

  /** The last answer, while the tables that it was about are here. */
  get last(): Change | null {
    const last = this.#changes.at(-1) ?? null;
    return last?.inspected === this.app.tables.inspected ? last : null;
  }

  /** Counts the readings of what is open. A question on which neither money nor people depend is none. */
  async count(): Promise<void> {
    const asks = this.app.tables.openAsks.map((ask) => this.#asReadNow(ask));
    const signature = JSON.stringify([
      this.app.tables.timeZone,
      ...asks.map((ask) => [keyOfAsk(ask), ask.question.readings.map(({ roles }) => roles), this.#joinsNow(ask)]),
    ]);
    if (signature === this.#counted) return;
    this.#counted = signature;
    try {
      const counted = await this.#readingsOf(asks);
      if (this.#counted === signature)
        this.open = counted.sort((a, b) => moneyAtStake(b.question) - moneyAtStake(a.question));
    } catch {
      // The worker ended, or other files took the place of these: whoever ended it says so.
      if (this.#counted === signature) this.#counted = '';
    }
  }

  /** Asks a question anew, with what its readings come to; before they are counted it stands without. */
  async want(ask: Ask): Promise<void> {
    this.wanted = this.#asReadNow(ask);
    const wanted = this.wanted;
    const [counted] = await this.#readingsOf([wanted]).catch(() => []);
    if (counted && this.wanted === wanted) this.wanted = counted;
  }

  /** Whether tables belong together depends on how all of them are read. */
  #joinsNow({ question }: Ask): unknown {
    return question.join ? [this.app.tables.saidOfTables, this.app.tables.choices] : null;
  }

  async #readingsOf(asks: readonly Ask[]): Promise<Ask[]> {
    return [...(await this.#countedJoins(asks)), ...(await this.#countedTables(asks))];
  }

  async #countedJoins(asks: readonly Ask[]): Promise<Ask[]> {
    const { saidOfTables: said, choices, timeZone } = this.app.tables;
    const joins = asks.filter(({ question }) => question.join !== undefined);
    if (joins.length === 0) return [];
    const questions = joins.map(({ question }) => question);
    const counted = await this.app.engine.call('countJoins', { said, choices, asks: questions, timeZone });
    return counted.flatMap((question) => {
      const ask = joins.find((one) => keyOfAsk(one) === keyOfAsk({ table: one.table, question }));
      return ask ? [{ table: ask.table, question }] : [];
    });
  }

  async #countedTables(asks: readonly Ask[]): Promise<Ask[]> {
    const { timeZone } = this.app.tables;
    const counted = await Promise.all(
      this.app.tables.inspected.map(async (table) => {
        const own = asks.flatMap((ask) =>
          ask.table.id === table.id && ask.question.join === undefined ? [ask.question] : [],
        );
        if (own.length === 0) return [];
        const questions = await this.app.engine.call('countReadings', { table: table.id, asks: own, timeZone });
        return questions.map((question): Ask => ({ table, question }));
      }),
    );
    return counted.flat();
  }

  /** A question whose readings change nothing but what it is about. */
  #asReadNow({ table, question }: Ask): Ask {
    if (question.join) return { table, question };
    const roles = this.app.tables.rolesOf(table);
    const readings = question.readings.map((reading) => ({ ...reading, roles: withAnswer(roles, question, reading) }));
    return { table, question: { ...question, readings } };
  }

  answer(ask: Ask, reading: QuestionReading): Promise<void> {
    const { join } = ask.question;
    if (join)
      return this.change(`${ask.question.sentence} ${reading.label}.`, () => {
        this.app.tables.joins.answer(join, reading.answer as JoinAnswer);
        return this.app.shaping.follow();
      });
    const asked = this.app.tables.asked.find((one) => keyOfAsk(one) === keyOfAsk(ask)) ?? ask;
    const chosen = asked.question.readings.find(({ answer }) => answer === reading.answer) ?? reading;
    return this.change(`${ask.question.sentence} ${reading.label}.`, () => this.app.tables.answerAsk(asked, chosen));
  }

  chooseWord(table: string, column: string, word: string, meaning: StatusMeaning, said: string): Promise<void> {
    const held = this.app.tables.inspected.find(({ id }) => id === table);
    return held ? this.change(said, () => this.app.tables.chooseWord(held, column, word, meaning)) : Promise.resolve();
  }

  /** Reads the tables otherwise and counts them. Where they cannot be read so, they stay as they were. */
  async change(said: string, alter: () => void | Promise<void>): Promise<void> {
    const { report, tables } = this.app;
    const before = tables.snapshot();
    await alter();
    this.wanted = null;
    if (this.app.error === null) await this.app.load();
    if (this.app.error !== null || this.app.work.stopped) return this.#putBack(before);
    if (!report || !this.app.report) return;
    const { inspected } = tables;
    const change = { said, before: totalsOf(report), after: totalsOf(this.app.report), tables: before, inspected };
    this.#changes = [...this.#changes, change];
  }

  async #putBack(tables: ReturnType<Tables['snapshot']>): Promise<void> {
    const { inspected } = this.app.tables;
    this.app.tables.restore(tables);
    await this.app.shaping.settle(inspected);
  }

  /** Takes back the last answer. */
  async undo(): Promise<void> {
    const { last } = this;
    if (!last) return;
    this.#changes = this.#changes.slice(0, -1);
    await this.#putBack({ ...last.tables, changed: true });
    this.app.tables.rememberAnew();
    await this.app.load();
  }
}

const totalsOf = ({ summary }: LoadReport): ReadingTotals => ({
  net: summary.net,
  customers: summary.customers,
  buyers: summary.customers_with_purchases,
  purchases: summary.purchases,
  from: summary.observed_from,
  until: summary.observed_until,
});
