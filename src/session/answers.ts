import { readingNow } from '../domain/answers';
import { answeredReading, askedLater, keyOfAnswer, topicOf, type Answers } from '../domain/column-answers';
import type { InspectedTable } from '../domain/import';
import type { QuestionReading, TableQuestion } from '../domain/questions';
import { without } from '../domain/records';
import type { RoleReading } from '../domain/roles';

/** A question about one table. */
export interface Ask {
  readonly table: InspectedTable;
  readonly question: TableQuestion;
}

export const keyOfAsk = ({ table, question }: Ask): string => keyOfAnswer(table, topicOf(question));
/** What is asked about one table once it was counted, answered or not. */
export const asksOf = (table: InspectedTable): Ask[] => askedLater(table).map((question) => ({ table, question }));

export const readingAnswer = (answers: Answers, { table, question }: Ask): QuestionReading | null =>
  answeredReading(answers, table, question);

export const isAnswered = (answers: Answers, table: InspectedTable): boolean =>
  asksOf(table).some((ask) => readingAnswer(answers, ask) !== null);

/** Not answered, and read as it was guessed. */
export const isOpenAsk = (answers: Answers, ask: Ask, roles: readonly RoleReading[]): boolean =>
  roles.length > 0 &&
  readingAnswer(answers, ask) === null &&
  readingNow(roles, ask.question)?.answer === ask.question.readings[0].answer;

/** Tables that are read anew are asked again, but for what was answered the last time. */
export function askAnew(answers: Answers, tables: readonly InspectedTable[], recalled: Answers): Answers {
  const dates = tables.flatMap((table) => table.questions.map(({ column }) => keyOfAnswer(table, column)));
  const marks = tables.flatMap((table) => table.markQuestions.map(({ column }) => keyOfAnswer(table, column)));
  const readings = tables.flatMap((table) => asksOf(table).map(keyOfAsk));
  return {
    dates: { ...without(answers.dates, dates), ...recalled.dates },
    marks: { ...without(answers.marks, marks), ...recalled.marks },
    readings: { ...without(answers.readings, readings), ...recalled.readings },
  };
}

/** An answer that was overruled by hand is none any more. */
export function overrule(answers: Answers, table: InspectedTable, roles: readonly RoleReading[]): Answers {
  const stale = asksOf(table).filter((ask) => {
    const reading = readingAnswer(answers, ask);
    return reading && readingNow(roles, ask.question)?.answer !== reading.answer;
  });
  return stale.length === 0 ? answers : { ...answers, readings: without(answers.readings, stale.map(keyOfAsk)) };
}
