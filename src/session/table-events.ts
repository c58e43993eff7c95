import type { Handlers, TableEvent } from './events';
import { leaveOut } from '../domain/tables-in-view';
import { answerJoin, giveForms, spellJoin, takeApart } from './joins';
import {
  addTables,
  answerDate,
  answerMark,
  answerQuestion,
  chooseRoles,
  declineSuggestion,
  moveTo,
  readAsGuessed,
  reshapeTable,
  spellKeys,
  takeAdvice,
  treatRows,
  type Tables,
} from './tables';

/** What each event makes of the tables. */
export const TABLE_EVENTS: Handlers<Tables, TableEvent> = {
  'tables-read': (tables, event) => addTables(tables, event.tables, event.recalled),
  'table-reshaped': (tables, { table }) => reshapeTable(tables, table),
  // Only once tables are left out is what is suggested told: what is done at once is no question.
  'tables-advised': (tables, { advice }) => takeAdvice(leaveOut(tables, advice.leftOut), advice),
  'suggestion-declined': (tables, { suggestion }) => declineSuggestion(tables, suggestion),
  'forms-given': (tables, event) => ({ ...tables, joins: giveForms(tables.joins, event.tables) }),
  'roles-chosen': (tables, { table, roles }) => chooseRoles(tables, table, roles),
  'reading-reset': (tables, { table }) => readAsGuessed(tables, table),
  treated: (tables, { role, change }) => treatRows(tables, role, change),
  'keys-spelled': (tables, { areOne }) => spellKeys(tables, areOne),
  'time-zone-chosen': (tables, { zone }) => moveTo(tables, zone),
  'date-answered': (tables, { table, column, format }) => answerDate(tables, table, column, format),
  'mark-answered': (tables, { table, column, mark }) => answerMark(tables, table, column, mark),
  'question-answered': (tables, { ask, reading }) => answerQuestion(tables, ask, reading.answer),
  'join-answered': (tables, { join, answer }) => ({ ...tables, joins: answerJoin(tables.joins, join, answer) }),
  'join-taken-apart': (tables, { table, other }) => ({ ...tables, joins: takeApart(tables.joins, table, other) }),
  'join-spelled': (tables, { join, same }) => ({ ...tables, joins: spellJoin(tables.joins, join, same) }),
  'tables-restored': (_, event) => event.tables,
};
