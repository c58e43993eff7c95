import type { InspectedTable, RoleReading, TableChoice } from '../domain/import';
import type { KeptTables } from '../domain/kept';
import type { TableAdvice } from '../domain/questions';
import { ROLES, type DecimalMark, type Role } from '../domain/roles';
import type { LeftOut, ShapeSuggestion } from '../domain/shape';
import { AS_WRITTEN, type TimeZone } from '../domain/time-zone';
import type { Treatment, Treatments } from '../domain/treatment';
import { askAnew, keyOfAnswer, keyOfAsk, NO_ANSWERS, overrule, type Answers, type Ask } from './answers';
import { forgetJoins, NO_JOINS, spellJoin, type Joins } from './joins';
import { without } from './records';
import { declineGone, leaveAside, NO_SHAPES, type SuggestedShapes } from './suggested-shapes';

/** The files that were brought, how each is read, and what only a person can tell. */
export interface Tables {
  readonly inspected: readonly InspectedTable[];
  /** By table: chosen in place of what was guessed. */
  readonly roles: Readonly<Record<string, readonly RoleReading[]>>;
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
  /** Tables that nobody has chosen a role for and that are in no figure, with the table in which their money stands. */
  readonly leftOut: Readonly<Record<string, string | null>>;
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

/** The tables whose columns stand beside the rows of this one. */
export const joinedIn = (table: InspectedTable | undefined): string[] =>
  (table?.shapes ?? []).flatMap((shape) => (shape.kind === 'join' ? [shape.with] : []));

/** The table whose rows this one stands beside. */
export const joinedTo = ({ inspected }: Pick<Tables, 'inspected'>, id: string): InspectedTable | null =>
  inspected.find((table) => joinedIn(table).includes(id)) ?? null;

export const isLeftOut = ({ leftOut }: Tables, id: string): boolean => Object.hasOwn(leftOut, id);

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

/** A table in another form takes its place; a table that is joined now is not read on its own. */
export function reshapeTable(tables: Tables, table: InspectedTable): Tables {
  const before = tables.inspected.find(({ id }) => id === table.id);
  const inspected = tables.inspected.map((one) => (one.id === table.id ? table : one));
  // Several tables may have the columns of one.
  const freed = joinedIn(before).filter((id) => joinedTo({ inspected }, id) === null);
  return {
    ...tables,
    inspected,
    shapes: declineGone(tables.shapes, before, table),
    roles: {
      ...without(tables.roles, [table.id, ...freed]),
      ...Object.fromEntries(joinedIn(table).map((id) => [id, []])),
    },
    changed: true,
  };
}

/** Leaves tables out of all figures, unless somebody has chosen what they are. */
export function leaveOut(tables: Tables, leftOut: readonly LeftOut[]): Tables {
  const said = Object.fromEntries(leftOut.map(({ table, countedIn }) => [table, countedIn]));
  const isJoined = (id: string) => joinedTo(tables, id) !== null;
  const back = Object.keys(tables.leftOut).filter((id) => !Object.hasOwn(said, id) && !isJoined(id));
  const open = tables.inspected.filter(
    ({ id }) => Object.hasOwn(said, id) && !isJoined(id) && (tables.roles[id] === undefined || isLeftOut(tables, id)),
  );
  return {
    ...tables,
    leftOut: Object.fromEntries(open.map(({ id }) => [id, said[id]])),
    roles: { ...without(tables.roles, back), ...Object.fromEntries(open.map(({ id }) => [id, []])) },
  };
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
