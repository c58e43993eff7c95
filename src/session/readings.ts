import { readingNow } from '../domain/answers';
import { openDatesOf, openMarksOf, withAnswers } from '../domain/column-answers';
import type { DateQuestion, InspectedTable, MarkQuestion, RoleReading, TableChoice } from '../domain/import';
import type { KeptTables } from '../domain/kept';
import type { TableQuestion } from '../domain/questions';
import { ROLES, type Role } from '../domain/roles';
import type { SaidOfTables, ShapeSuggestion } from '../domain/shape';
import type { TableForm } from '../domain/table-form';
import { isLeftOut, joinedTo } from '../domain/tables-in-view';
import { AS_WRITTEN } from '../domain/time-zone';
import { asksOf, isAnswered, isOpenAsk, type Ask } from './answers';
import { isApart, joinNow, misspelledJoins, openJoins, saidOfJoins } from './joins';
import { isDeclined, standingShapes } from './suggested-shapes';
import type { Tables } from './tables';

/** What follows from the tables: how each is read now, what is open, what is kept. */

export interface OpenQuestion {
  readonly table: InspectedTable;
  readonly question: DateQuestion;
}

export interface OpenMark {
  readonly table: InspectedTable;
  readonly question: MarkQuestion;
}

export interface ChosenReading {
  readonly table: InspectedTable;
  readonly roles: readonly RoleReading[];
}

export const isUnread = ({ unread }: Tables, { id }: InspectedTable): boolean => unread.includes(id);
export const isRecalled = ({ recalled }: Tables, { id }: InspectedTable): boolean => recalled.includes(id);

/** How a table is read now: as guessed, or as chosen, with the answers in it. */
export const rolesOf = ({ answers, roles }: Tables, table: InspectedTable): readonly RoleReading[] =>
  withAnswers(answers, table, roles[table.id] ?? table.roles);

/** With the purchases that deals are, whoever chose no role for them. */
export function countedRoles(tables: Tables, table: InspectedTable): readonly RoleReading[] {
  const roles = rolesOf(tables, table);
  const plays = (role: Role) => roles.some((one) => one.role === role);
  if (!plays('deals') || plays('transactions')) return roles;
  return [...roles, ...tables.wonDeals.flatMap((won) => (won.table === table.id ? won.roles : []))];
}

/** Tables whose reading was chosen by hand, in place of the guess. */
export const chosenReadings = ({ inspected, roles }: Tables): readonly ChosenReading[] =>
  inspected.flatMap((table) => (roles[table.id] ? [{ table, roles: roles[table.id] }] : []));

export const choicesOf = (tables: Tables): readonly TableChoice[] =>
  tables.inspected.map((table) => ({ table: table.id, roles: rolesOf(tables, table) }));
/** There is something to count. */
export const haveRoles = (tables: Tables): boolean => choicesOf(tables).some(({ roles }) => roles.length > 0);

/** A mapping file has all keys stay as they are written. */
export const areKeysAsWritten = ({ treatments }: Tables): boolean =>
  ROLES.some((role) => treatments[role]?.keys === 'as_written');

/** Forms and joins that are not yet followed or left aside. */
export const suggestionsOf = ({ shapes, joins, inspected }: Tables): readonly ShapeSuggestion[] => [
  ...standingShapes(shapes, inspected),
  ...misspelledJoins(joins),
];
/** Whether it is asked if this table belongs to another. */
export function isAskedAbout({ shapes, joins, inspected }: Tables, id: string): boolean {
  const asked = [...standingShapes(shapes, inspected), ...openJoins(joins).flatMap(({ join }) => join ?? [])];
  return asked.some(({ shape }) => shape.kind === 'join' && shape.with === id);
}

/** What was said of how tables belong together. */
export function saidOfTables(tables: Tables): SaidOfTables {
  const isByHand = (table: InspectedTable) =>
    tables.roles[table.id] !== undefined && !joinedTo(tables, table.id) && !isLeftOut(tables, table.id);
  const chosen = tables.inspected.filter((table) => isByHand(table) && !isRecalled(tables, table));
  return saidOfJoins(
    tables.joins,
    chosen.map(({ id }) => id),
  );
}

/** All that was asked of the tables, answered or not. */
export const askedOf = (tables: Tables): readonly Ask[] => [
  ...tables.inspected.flatMap(asksOf),
  ...asksAbout(tables, tables.joins.asked),
];
/** What money or people may depend on and nobody has answered; how much, counting says. */
export const openAsks = (tables: Tables): readonly Ask[] => [
  ...tables.inspected.flatMap(asksOf).filter((ask) => isOpenAsk(tables.answers, ask, rolesOf(tables, ask.table))),
  ...asksAbout(tables, openJoins(tables.joins)),
];
/** With those of dates and marks, which are asked before anything is counted. */
export const everyAsk = (tables: Tables): readonly Ask[] => [
  ...tables.inspected.flatMap((table) => (table.asks ?? []).map((question) => ({ table, question }))),
  ...asksAbout(tables, tables.joins.asked),
];
const asksAbout = ({ inspected }: Tables, questions: readonly TableQuestion[]): Ask[] =>
  questions.flatMap((question) => {
    const table = inspected.find(({ id }) => id === question.table);
    return table ? [{ table, question }] : [];
  });

/** The reading by which a table is read now; null where it is read in none of these ways. */
export const answerNow = (tables: Tables, { table, question }: Ask): string | null =>
  question.join ? joinNow(tables.joins, question) : (readingNow(rolesOf(tables, table), question)?.answer ?? null);

/** Questions about dates, answered or not. */
export const dateQuestions = ({ inspected }: Pick<Tables, 'inspected'>): readonly OpenQuestion[] =>
  inspected.flatMap((table) => table.questions.map((question) => ({ table, question })));
export const markQuestions = ({ inspected }: Pick<Tables, 'inspected'>): readonly OpenMark[] =>
  inspected.flatMap((table) => table.markQuestions.map((question) => ({ table, question })));
/** Questions about columns that are used and have no answer yet. */
export const openDates = (tables: Tables): readonly OpenQuestion[] =>
  tables.inspected.flatMap((table) =>
    openDatesOf(tables.answers, table, rolesOf(tables, table)).map((question) => ({ table, question })),
  );
export const openMarks = (tables: Tables): readonly OpenMark[] =>
  tables.inspected.flatMap((table) =>
    openMarksOf(tables.answers, table, rolesOf(tables, table)).map((question) => ({ table, question })),
  );
/** The files cannot say everything: somebody is to be asked before they are counted. */
export const mustAsk = (tables: Tables): boolean => openDates(tables).length > 0 || openMarks(tables).length > 0;

/** What a mapping file tells of the form of tables: an encoding, joins, months turned into rows, and what was taken back. */
export function formsOf(tables: Tables): readonly TableForm[] {
  const open = tables.inspected.filter((table) => !isUnread(tables, table));
  return open.flatMap((table): TableForm[] => {
    const { id, shapes } = table;
    const encoding = table.encodings?.read.encoding;
    const goesWithout = isDeclined(tables.shapes, id) || isApart(tables.joins, id);
    if (!encoding && shapes.length === 0 && !goesWithout) return [];
    const roles = rolesOf(tables, table).map(({ role }) => role);
    return [{ table: id, roles, ...(encoding ? { encoding } : {}), shapes }];
  });
}

/** As a workspace keeps them. */
export function keptTables(tables: Tables): KeptTables {
  const { inspected, answers, treatments, timeZone } = tables;
  const answered = inspected.filter((table) => isAnswered(answers, table));
  const deals = inspected.filter(({ id }) => tables.wonDeals.some(({ table }) => table === id));
  return {
    // Its file is not held when it is opened again, so nothing is left to choose.
    inspected: inspected.map(({ encodings: _, asks: __, ...table }) => table),
    roles: {
      ...tables.roles,
      ...Object.fromEntries(answered.map((table) => [table.id, rolesOf(tables, table)])),
      ...Object.fromEntries(deals.map((table) => [table.id, countedRoles(tables, table)])),
    },
    answers: answers.dates,
    marks: answers.marks,
    treatments,
    ...(timeZone === AS_WRITTEN ? {} : { timeZone }),
  };
}

/** The files by which a workspace is called until somebody names it. */
export function nameOfFiles(inspected: readonly InspectedTable[]): string {
  const files = inspected.map(({ file }) => file);
  return files.filter((file, at) => files.indexOf(file) === at).join(', ');
}
