import { readingNow, withAnswer } from '../domain/answers';
import type { InspectedTable, RoleReading } from '../domain/import';
import type { QuestionReading, TableQuestion } from '../domain/questions';
import { Answers } from './answers.svelte';
import type { Settings } from './settings.svelte';

/** A question about one table. */
export interface Ask {
  readonly table: InspectedTable;
  readonly question: TableQuestion;
}

export const keyOfAsk = ({ table, question }: Ask): string => `${table.id}\u001f${topicOf(question)}`;
const topicOf = ({ code, column, join }: TableQuestion): string =>
  [code, column ?? '', ...(join ? [join.shape.with] : [])].join('\u001f');

/** These are asked before anything is counted, with a picture of each reading (`InspectedTable.questions`, `markQuestions`). */
const ASKED_FIRST: ReadonlySet<TableQuestion['code']> = new Set([
  'date_order',
  'calendar',
  'fiscal_start',
  'decimal_mark',
]);

/** What was answered about tables whose columns can be taken for more than one thing. */
export class TableAsks {
  readonly #answers: Answers<string>;

  constructor(private readonly settings: Settings) {
    this.#answers = new Answers({
      recall: (header, topic) => settings.readingAnswer(header, topic),
      // Remembered with what was counted by it, so that what is taken back is forgotten as well.
      remember: () => undefined,
    });
  }

  /** By table and topic, for taking back. */
  get given(): Readonly<Record<string, string>> {
    return this.#answers.given;
  }
  set given(given: Readonly<Record<string, string>>) {
    this.#answers.given = given;
  }

  /** Tables that are read anew are asked again, but for what was answered the last time. */
  ask(tables: readonly InspectedTable[]): void {
    this.#answers.ask(
      tables.flatMap((table) =>
        this.of(table).map(({ question }) => ({
          table,
          column: topicOf(question),
          readings: question.readings.map(({ answer }) => answer),
        })),
      ),
    );
  }

  of(table: InspectedTable): Ask[] {
    const asks = (table.asks ?? []).filter(({ code }) => !ASKED_FIRST.has(code));
    return asks.map((question) => ({ table, question }));
  }

  give({ table, question }: Ask, reading: QuestionReading): void {
    this.#answers.give(table, topicOf(question), reading.answer);
  }

  isAnswered(table: InspectedTable): boolean {
    return this.of(table).some((ask) => this.#answered(ask) !== null);
  }

  /** The roles of a table with its answers in them. */
  applied(table: InspectedTable, roles: readonly RoleReading[]): readonly RoleReading[] {
    return this.of(table).reduce((read, ask) => {
      const reading = this.#answered(ask);
      return reading ? withAnswer(read, ask.question, reading) : read;
    }, roles);
  }

  /** An answer that was overruled by hand is none any more. */
  overrule(table: InspectedTable, roles: readonly RoleReading[]): void {
    const stale = this.of(table).filter((ask) => {
      const reading = this.#answered(ask);
      return reading && readingNow(roles, ask.question)?.answer !== reading.answer;
    });
    for (const ask of stale) this.#answers.takeBack(table, topicOf(ask.question));
  }

  /** Not answered, and read as it was guessed. */
  isOpen(ask: Ask, roles: readonly RoleReading[]): boolean {
    return (
      roles.length > 0 &&
      this.#answered(ask) === null &&
      readingNow(roles, ask.question)?.answer === ask.question.readings[0].answer
    );
  }

  remember(table: InspectedTable): void {
    for (const ask of this.of(table))
      this.settings.rememberReading(table.header, topicOf(ask.question), this.#answered(ask)?.answer ?? null);
  }

  #answered({ table, question }: Ask): QuestionReading | null {
    const answer = this.#answers.of(table, topicOf(question));
    return question.readings.find((reading) => reading.answer === answer) ?? null;
  }
}
