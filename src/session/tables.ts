import { keyOfAnswer, NO_ANSWERS, type Answers } from '../domain/column-answers';
import type { InspectedTable, RoleReading, TableChoice } from '../domain/import';
import type { KeptTables } from '../domain/kept';
import type { TableAdvice } from '../domain/questions';
import { without } from '../domain/records';
import { ROLES, type DecimalMark, type Role } from '../domain/roles';
import type { ShapeSuggestion } from '../domain/shape';
import { inOtherForm, joinedIn, type TablesInView } from '../domain/tables-in-view';
import { AS_WRITTEN, type TimeZone } from '../domain/time-zone';
import type { Treatment, Treatments } from '../domain/treatment';
import { askAnew, keyOfAsk, overrule, type Ask } from './answers';
import { forgetJoins, NO_JOINS, spellJoin, type Joins } from './joins';
import { declineGone, leaveAside, NO_SHAPES, type SuggestedShapes } from './suggested-shapes';

/** The files that were brought, how each is read, and what only a person can tell. */
export interface Tables extends TablesInView {
  readonly inspected: readonly InspectedTable[];
  readonly answers: Answers;
  readonly shapes: SuggestedShapes;
  readonly joins: Joins;
  /** How the rows of each role are treated as a whole. */
  readonly treatments: Treatments;
  /** Where stamps that name an instant are moved to. */
  readonly timeZone: TimeZone;
  /** Tables of an opened workspace: their files were not read anew, so they stay as they were read then. */
  readonly unread: readonly string[];
  /** Read as files of their shape were the last time. */
  readonly recalled: readonly string[];
  /** Purchases that were made of the deals in a table. */
  readonly wonDeals: readonly TableChoice[];
  /** Something was changed since it was loaded. */
  readonly changed: boolean;
}

export const NO_TABLES: Tables = {
  inspected: [],
  roles: {},
  answers: NO_ANSWERS,
  shapes: NO_SHAPES,
  joins: NO_JOINS,
  treatments: {},
  timeZone: AS_WRITTEN,
  unread: [],
  recalled: [],
  leftOut: {},
  wonDeals: [],
  changed: false,
};

/** What is remembered of files with the same headers. */
export interface Recalled {
  /** By table, where that is not how it was guessed. */
  readonly roles: Readonly<Record<string, readonly RoleReading[]>>;
  readonly answers: Answers;
}
export const NOTHING_RECALLED: Recalled = { roles: {}, answers: NO_ANSWERS };

export type TreatmentChange = { readonly [Key in keyof Treatment]: Treatment[Key] | undefined };

/** A table of the same id takes the place of the earlier one. */
export function addTables(tables: Tables, added: readonly InspectedTable[], recalled: Recalled): Tables {
  const ids = added.map(({ id }) => id);
  const here = tables.inspected.map(({ id }) => id);
  const found = Object.keys(recalled.roles);
  return {
    ...tables,
    inspected: [
      ...tables.inspected.map((one) => added.find(({ id }) => id === one.id) ?? one),
      ...added.filter(({ id }) => !here.includes(id)),
    ],
    roles: { ...without(tables.roles, ids), ...recalled.roles },
    answers: askAnew(tables.answers, added, recalled.answers),
    unread: tables.unread.filter((id) => !ids.includes(id)),
    recalled: [...tables.recalled.filter((id) => !ids.includes(id)), ...found],
    changed: true,
  };
}

/** A table in another form takes its place; what it had and has no more was taken back. */
export function reshapeTable(tables: Tables, table: InspectedTable): Tables {
  const before = tables.inspected.find(({ id }) => id === table.id);
  return { ...inOtherForm(tables, table), shapes: declineGone(tables.shapes, before, table), changed: true };
}

/** What the engine says of forms and of how tables belong together. */
export const takeAdvice = (tables: Tables, { joins, shapes, asked }: TableAdvice): Tables => ({
  ...tables,
  shapes: { ...tables.shapes, all: shapes },
  joins: { ...tables.joins, done: joins, asked },
});

export function declineSuggestion(tables: Tables, suggestion: ShapeSuggestion): Tables {
  if ('spellings' in suggestion && tables.joins.done.includes(suggestion))
    return { ...tables, joins: spellJoin(tables.joins, suggestion, {}) };
  return { ...tables, shapes: leaveAside(tables.shapes, suggestion) };
}

export function forgetTables(tables: Tables, ids: readonly string[]): Tables {
  const joined = tables.inspected.filter(({ id }) => ids.includes(id)).flatMap(joinedIn);
  const counted = Object.entries(tables.leftOut).flatMap(([id, other]) => (ids.includes(other ?? '') ? [id] : []));
  return {
    ...tables,
    leftOut: without(tables.leftOut, [...ids, ...counted]),
    inspected: tables.inspected.filter(({ id }) => !ids.includes(id)),
    roles: without(tables.roles, [...joined, ...counted]),
    joins: forgetJoins(tables.joins, ids),
    changed: true,
  };
}

/** The tables of an opened workspace. */
export const reopenTables = ({ answers, marks, inspected, roles, treatments, timeZone }: KeptTables): Tables => ({
  ...NO_TABLES,
  inspected,
  roles,
  treatments,
  timeZone: timeZone ?? AS_WRITTEN,
  answers: { dates: answers, marks, readings: {} },
  unread: inspected.map(({ id }) => id),
});

/** Somebody has chosen how a table is read. */
export const chooseRoles = (tables: Tables, table: InspectedTable, roles: readonly RoleReading[]): Tables => ({
  ...tables,
  roles: { ...tables.roles, [table.id]: roles },
  answers: overrule(tables.answers, table, roles),
  leftOut: without(tables.leftOut, [table.id]),
  recalled: tables.recalled.filter((id) => id !== table.id),
  changed: true,
});

/** Back to what the values themselves say. */
export const readAsGuessed = (tables: Tables, table: InspectedTable): Tables => ({
  ...tables,
  roles: without(tables.roles, [table.id]),
  recalled: tables.recalled.filter((id) => id !== table.id),
  changed: true,
});

/** Adds to how the rows of a role are treated; undefined takes a choice back. */
export function treatRows(tables: Tables, role: Role, change: TreatmentChange): Tables {
  const changed = Object.entries({ ...tables.treatments[role], ...change }).filter(
    ([, chosen]) => chosen !== undefined,
  );
  return { ...tables, treatments: { ...tables.treatments, [role]: Object.fromEntries(changed) }, changed: true };
}

/** Keys that differ only in how they are written are one customer, or each is one of its own. */
export const spellKeys = (tables: Tables, areOne: boolean): Tables =>
  ROLES.reduce((before, role) => treatRows(before, role, { keys: areOne ? undefined : 'spellings_apart' }), tables);

/** Moves stamps that name an instant to the clocks of a zone; `as_written` takes it back. */
export const moveTo = (tables: Tables, timeZone: TimeZone): Tables => ({ ...tables, timeZone, changed: true });

const withGiven = (tables: Tables, answers: Partial<Answers>): Tables => ({
  ...tables,
  answers: { ...tables.answers, ...answers },
  changed: true,
});
export const answerDate = (tables: Tables, table: InspectedTable, column: string, format: string): Tables =>
  withGiven(tables, { dates: { ...tables.answers.dates, [keyOfAnswer(table, column)]: format } });
export const answerMark = (tables: Tables, table: InspectedTable, column: string, mark: DecimalMark): Tables =>
  withGiven(tables, { marks: { ...tables.answers.marks, [keyOfAnswer(table, column)]: mark } });
export const answerQuestion = (tables: Tables, ask: Ask, answer: string): Tables =>
  withGiven(tables, { readings: { ...tables.answers.readings, [keyOfAsk(ask)]: answer } });

/** @param wonDeals how deals that were won were read as purchases */
export const tablesLoaded = (tables: Tables, wonDeals: readonly TableChoice[]): Tables => ({
  ...tables,
  wonDeals,
  changed: false,
});
