import { moneyAtStake, withAnswer } from '../domain/answers';
import type { InspectedTable, LoadReport } from '../domain/import';
import type { QuestionReading, ReadingTotals } from '../domain/questions';
import type { DecimalMark } from '../domain/roles';
import type { JoinAnswer } from '../domain/shape';
import type { StatusMeaning } from '../domain/statuses';
import { keyOfAsk, type Ask } from './answers';
import type { EngineLink } from './engine-link.svelte';
import type { Loading } from './loading';
import { askedOf, choicesOf, countedRoles, openAsks, rolesOf, saidOfTables } from './readings';
import { rememberAnew } from './recall';
import { lastChange } from './session';
import type { Settings } from './settings.svelte';
import type { Shaping } from './shaping';
import type { SessionStore } from './store.svelte';
import type { Tables } from './tables';
import { withWord } from './word-choice';
import type { Work } from './work.svelte';

/** What money or people depend on and only a person can tell: counted, asked, answered, taken back. */
export class Asking {
  constructor(
    private readonly store: SessionStore,
    private readonly engine: EngineLink,
    private readonly settings: Settings,
    private readonly work: Work,
    private readonly shaping: Shaping,
    private readonly loading: Loading,
  ) {}

  get #tables(): Tables {
    return this.store.session.tables;
  }

  /** Counts the readings of what is open. A question on which neither money nor people depend is none. */
  async count(): Promise<void> {
    const asks = openAsks(this.#tables).map((ask) => this.#asReadNow(ask));
    const what = JSON.stringify([
      this.#tables.timeZone,
      ...asks.map((ask) => [keyOfAsk(ask), ask.question.readings.map(({ roles }) => roles), this.#joinsNow(ask)]),
    ]);
    const isCounted = () => this.store.session.questions.counted === what;
    if (isCounted()) return;
    this.store.dispatch({ type: 'questions-counting', what });
    try {
      const counted = await this.#readingsOf(asks);
      const open = counted.sort((a, b) => moneyAtStake(b.question) - moneyAtStake(a.question));
      if (isCounted()) this.store.dispatch({ type: 'questions-counted', open });
    } catch {
      // The worker ended, or other files took the place of these: whoever ended it says so.
      if (isCounted()) this.store.dispatch({ type: 'questions-counting', what: null });
    }
  }

  /** Asks a question anew, with what its readings come to; before they are counted it stands without. Null asks none. */
  async want(ask: Ask | null): Promise<void> {
    const wanted = ask && this.#asReadNow(ask);
    this.store.dispatch({ type: 'question-wanted', ask: wanted });
    if (!wanted) return;
    const [counted] = await this.#readingsOf([wanted]).catch(() => []);
    if (counted && this.store.session.questions.wanted === wanted)
      this.store.dispatch({ type: 'question-wanted', ask: counted });
  }

  /** Whether tables belong together depends on how all of them are read. */
  #joinsNow({ question }: Ask): unknown {
    return question.join ? [saidOfTables(this.#tables), choicesOf(this.#tables)] : null;
  }

  async #readingsOf(asks: readonly Ask[]): Promise<Ask[]> {
    return [...(await this.#countedJoins(asks)), ...(await this.#countedTables(asks))];
  }

  async #countedJoins(asks: readonly Ask[]): Promise<Ask[]> {
    const { timeZone } = this.#tables;
    const joins = asks.filter(({ question }) => question.join !== undefined);
    if (joins.length === 0) return [];
    const [said, choices] = [saidOfTables(this.#tables), choicesOf(this.#tables)];
    const questions = joins.map(({ question }) => question);
    const counted = await this.engine.call('countJoins', { said, choices, asks: questions, timeZone });
    return counted.flatMap((question) => {
      const ask = joins.find((one) => keyOfAsk(one) === keyOfAsk({ table: one.table, question }));
      return ask ? [{ table: ask.table, question }] : [];
    });
  }

  async #countedTables(asks: readonly Ask[]): Promise<Ask[]> {
    const { timeZone, inspected } = this.#tables;
    const counted = await Promise.all(
      inspected.map(async (table) => {
        const own = asks.flatMap((ask) =>
          ask.table.id === table.id && ask.question.join === undefined ? [ask.question] : [],
        );
        if (own.length === 0) return [];
        const questions = await this.engine.call('countReadings', { table: table.id, asks: own, timeZone });
        return questions.map((question): Ask => ({ table, question }));
      }),
    );
    return counted.flat();
  }

  /** A question whose readings change nothing but what it is about. */
  #asReadNow({ table, question }: Ask): Ask {
    if (question.join) return { table, question };
    const roles = rolesOf(this.#tables, table);
    const readings = question.readings.map((reading) => ({ ...reading, roles: withAnswer(roles, question, reading) }));
    return { table, question: { ...question, readings } };
  }

  /** How a column of dates is read, now and for the next file of this header. */
  answerDate(table: InspectedTable, column: string, format: string): void {
    this.store.dispatch({ type: 'date-answered', table, column, format });
    this.settings.rememberDate(table.header, column, format);
  }
  answerMark(table: InspectedTable, column: string, mark: DecimalMark): void {
    this.store.dispatch({ type: 'mark-answered', table, column, mark });
    this.settings.rememberMark(table.header, column, mark);
  }

  answer(ask: Ask, reading: QuestionReading): Promise<void> {
    const { join, sentence } = ask.question;
    const said = `${sentence} ${reading.label}.`;
    if (join)
      return this.change(said, () => {
        this.store.dispatch({ type: 'join-answered', join, answer: reading.answer as JoinAnswer });
        return this.shaping.follow();
      });
    const asked = askedOf(this.#tables).find((one) => keyOfAsk(one) === keyOfAsk(ask)) ?? ask;
    const chosen = asked.question.readings.find(({ answer }) => answer === reading.answer) ?? reading;
    return this.change(said, () => this.store.dispatch({ type: 'question-answered', ask: asked, reading: chosen }));
  }

  /** What a word of a status says of its rows. */
  chooseWord(id: string, column: string, word: string, meaning: StatusMeaning, said: string): Promise<void> {
    const table = this.#tables.inspected.find((one) => one.id === id);
    if (!table) return Promise.resolve();
    const roles = withWord(countedRoles(this.#tables, table), column, word, meaning);
    return this.change(said, () => this.store.dispatch({ type: 'roles-chosen', table, roles }));
  }

  /** Reads the tables otherwise and counts them. Where they cannot be read so, they stay as they were. */
  async change(said: string, alter: () => void | Promise<void>): Promise<void> {
    const { report, tables } = this.store.session;
    await alter();
    this.store.dispatch({ type: 'question-wanted', ask: null });
    if (this.store.session.error === null) await this.loading.load();
    const after = this.store.session;
    if (after.error !== null || this.work.stopped) return this.#putBack(tables);
    if (!report || !after.report) return;
    const { inspected } = after.tables;
    const change = { said, before: totalsOf(report), after: totalsOf(after.report), tables, inspected };
    this.store.dispatch({ type: 'answer-counted', change });
  }

  async #putBack(tables: Tables): Promise<void> {
    this.store.dispatch({ type: 'tables-restored', tables });
    await this.shaping.settle();
  }

  /** Takes back the last answer. */
  async undo(): Promise<void> {
    if (!lastChange(this.store.session)) return;
    this.store.dispatch({ type: 'answer-undone' });
    await this.shaping.settle();
    rememberAnew(this.settings, this.#tables);
    await this.loading.load();
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
