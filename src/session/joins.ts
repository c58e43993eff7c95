import type { TableQuestion } from '../domain/questions';
import { without } from '../domain/records';
import { pairOf, type JoinAnswer, type JoinSuggestion, type SaidOfTables } from '../domain/shape';

/** How tables belong together: what is done, what is asked, and what somebody has said of it. Each by `pairOf`. */
export interface Joins {
  /** As they are done by the rule that a report follows too. */
  readonly done: readonly JoinSuggestion[];
  /** Answered or not. */
  readonly asked: readonly TableQuestion[];
  readonly answers: Readonly<Record<string, JoinAnswer>>;
  /** Taken apart by hand, with the table that is without the other's columns now. */
  readonly undone: Readonly<Record<string, string>>;
  /** Spellings with the key that each means. */
  readonly spelled: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Tables whose form a mapping file has given. */
  readonly formed: readonly string[];
}

export const NO_JOINS: Joins = { done: [], asked: [], answers: {}, undone: {}, spelled: {}, formed: [] };

const keyOf = ({ from, shape }: JoinSuggestion): string => pairOf(from, shape.with);

/** @param chosen tables of which somebody has chosen what they hold */
export const saidOfJoins = (joins: Joins, chosen: readonly string[]): SaidOfTables => ({
  answers: joins.answers,
  undone: Object.keys(joins.undone),
  spelled: joins.spelled,
  formed: joins.formed,
  chosen,
});

/** Questions that are not answered. */
export const openJoins = (joins: Joins): readonly TableQuestion[] =>
  joins.asked.filter(({ join }) => join !== undefined && joins.answers[keyOf(join)] === undefined);

/** How two tables are read now. */
export function joinNow(joins: Joins, { join, readings }: TableQuestion): string | null {
  if (!join) return null;
  if (joins.undone[keyOf(join)] !== undefined) return 'apart';
  return joins.answers[keyOf(join)] ?? readings[0].answer;
}

export const joinAnswer = (joins: Joins, join: JoinSuggestion): JoinAnswer | null => joins.answers[keyOf(join)] ?? null;

/** Whether somebody has said how two tables belong together, by an answer or by hand. */
export const isJoinDecided = (joins: Joins, join: JoinSuggestion): boolean =>
  joins.answers[keyOf(join)] !== undefined || joins.undone[keyOf(join)] !== undefined;

export const answerJoin = (joins: Joins, join: JoinSuggestion, answer: JoinAnswer): Joins => ({
  ...joins,
  answers: { ...joins.answers, [keyOf(join)]: answer },
  undone: without(joins.undone, [keyOf(join)]),
});

/** The join that is done by which a table has the columns of another. */
export const joinBetween = (joins: Joins, table: string, other: string): JoinSuggestion | undefined =>
  joins.done.find((one) => one.table === table && one.shape.with === other);

/** The join by which a table has the columns of another is not to be done any more. */
export function takeApart(joins: Joins, table: string, other: string): Joins {
  const join = joinBetween(joins, table, other);
  if (!join) return joins;
  return {
    ...joins,
    answers: without(joins.answers, [keyOf(join)]),
    undone: { ...joins.undone, [keyOf(join)]: table },
  };
}

/** Joins in which some rows name a key by another spelling, and nobody has said what to do about it. */
export const misspelledJoins = (joins: Joins): readonly JoinSuggestion[] =>
  joins.done.filter((join) => join.spellings.length > 0 && joins.spelled[keyOf(join)] === undefined);

/** @param same spellings with the key that each means; none leaves them as they are */
export const spellJoin = (joins: Joins, join: JoinSuggestion, same: Readonly<Record<string, string>>): Joins => ({
  ...joins,
  spelled: { ...joins.spelled, [keyOf(join)]: same },
});

/** Whether somebody has said that a table goes without another's columns. */
export function isApart(joins: Joins, table: string): boolean {
  const answered = joins.asked.some(
    ({ join }) => join !== undefined && join.table === table && joins.answers[keyOf(join)] === 'apart',
  );
  return answered || Object.values(joins.undone).includes(table);
}

export const giveForms = (joins: Joins, tables: readonly string[]): Joins => ({
  ...joins,
  formed: [...joins.formed, ...tables.filter((id) => !joins.formed.includes(id))],
});

export function forgetJoins(joins: Joins, tables: readonly string[]): Joins {
  const isGone = ({ from, table, shape }: JoinSuggestion) =>
    tables.some((id) => id === from || id === table || id === shape.with);
  const gone = Object.keys({ ...joins.answers, ...joins.undone, ...joins.spelled }).filter((pair) =>
    pair.split('\u001f').some((id) => tables.includes(id)),
  );
  return {
    asked: joins.asked.filter(({ join }) => join !== undefined && !isGone(join)),
    done: joins.done.filter((join) => !isGone(join)),
    answers: without(joins.answers, gone),
    undone: without(joins.undone, gone),
    spelled: without(joins.spelled, gone),
    formed: joins.formed.filter((id) => !tables.includes(id)),
  };
}
