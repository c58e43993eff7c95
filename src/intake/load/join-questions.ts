import { tableId } from '../../domain/import';
import type { QuestionReading, ReadingTotals, TableQuestion } from '../../domain/questions';
import { pairOf, type JoinAnswer, type JoinSuggestion } from '../../domain/shape';
import type { TimeZone } from '../../domain/time-zone';
import { calledBeside } from '../../domain/table-words';
import type { RawTable } from '../read/raw-table';
import { usedValues } from '../shape/key-columns';
import type { AskedJoin } from '../shape/suggest-joins';
import type { JoinDecisions } from '../shape/sure-joins';
import type { BroughtTable } from './choose-roles';
import { totalsOfSales } from './count-readings';
import type { NamedBrought } from './read-in-form';
import { withWonDeals } from './won-deals';

/**
 * What of some tables has to be asked: whether two belong together, where too few rows of the one are found in the other to be
 * sure and too many to say no (METRICS.md rule 17), and whether a list of what came back is taken off the sales. Totals are of
 * all sales that were brought.
 * @param read the tables under the readings that are used
 * @param readUnder the tables when it is decided otherwise
 * @param zone where stamps that name an instant are moved to
 */
export function askJoins(
  asked: readonly AskedJoin[],
  named: readonly NamedBrought[],
  read: readonly BroughtTable[],
  readUnder: (decided: JoinDecisions) => readonly BroughtTable[],
  zone?: TimeZone,
): TableQuestion[] {
  const tableOf = (id: string) => named.find((one) => one.id === id)!.brought.table;
  return asked.flatMap((one) => {
    const pair = pairOf(one.join.from, one.join.shape.with);
    const used = answerOf(one.isDone);
    const tablesUnder = (answer: JoinAnswer) => (answer === used ? read : readUnder(new Map([[pair, answer]])));
    return countJoin(questionOfJoin(one, tableOf), tablesUnder, zone);
  });
}

/** A question whose readings are not counted yet; the first is the one that is used. */
export function questionOfJoin({ join, isDone }: AskedJoin, tableOf: (id: string) => RawTable): TableQuestion {
  const used = answerOf(isDone);
  const reading = (answer: JoinAnswer): QuestionReading => ({
    answer,
    label: (isOfMarks(join) ? MARK_LABELS : LABELS)[answer],
    roles: [],
    totals: null,
  });
  return {
    code: 'join',
    table: named(join.table),
    column: join.shape.column,
    sentence: isOfMarks(join) ? sentenceOfMarks(join) : sentenceOf(join, isDone),
    example: exampleOf(join, tableOf),
    readings: [reading(used), reading(used === 'joined' ? 'apart' : 'joined')],
    join,
  };
}

/**
 * Counts all sales under each answer. A list that changes neither money nor people is no question.
 * @returns one question or none
 */
export function countJoin(
  question: TableQuestion,
  tablesUnder: (answer: JoinAnswer) => readonly BroughtTable[],
  zone?: TimeZone,
): TableQuestion[] {
  const readings = question.readings.map((reading): QuestionReading => {
    const tables = tablesUnder(reading.answer as JoinAnswer);
    const own = tables.find(({ table }) => tableId(table) === question.table);
    return { ...reading, roles: own?.roles ?? [], totals: totalsOf(tables, zone) };
  });
  const [used, other] = readings.map(({ totals }) => JSON.stringify(totals));
  return question.join && isOfMarks(question.join) && used === other ? [] : [{ ...question, readings }];
}

const answerOf = (isDone: boolean): JoinAnswer => (isDone ? 'joined' : 'apart');

const isOfMarks = ({ marksSales, isUnsure }: JoinSuggestion): boolean => marksSales && !isUnsure;

const LABELS = { joined: 'They belong together', apart: 'Each stands on its own' } as const;
const MARK_LABELS = { joined: 'Yes, take them off', apart: 'No, leave them in' } as const;

function sentenceOf({ from, shape, rows, rowsFound }: JoinSuggestion, isDone: boolean): string {
  const [own, theirs] = namesOf(from, shape.with);
  return (
    `${count(rowsFound)} of ${count(rows)} rows of ${own} name a row of ${theirs} by “${shape.column}”. ` +
    `Do the two belong together? Until you say so they are read ${isDone ? 'together' : 'each on its own'}.`
  );
}

function sentenceOfMarks({ from, shape, keysNamed, brings }: JoinSuggestion): string {
  const [own, theirs] = namesOf(from, shape.with);
  const says = brings.map((name) => `“${name}”`).join(', ');
  return `${theirs} lists ${count(keysNamed)} of the orders in ${own} by “${shape.column}”, with ${says}. Are they taken off your sales?`;
}

/** A value by which the two meet. */
function exampleOf({ from, shape }: JoinSuggestion, tableOf: (id: string) => RawTable): string {
  const [own, theirs] = [tableOf(from), tableOf(shape.with)];
  const column = (table: RawTable, name: string) => usedValues(table.columns[table.header.indexOf(name)]);
  // Where another join brought the column, it is called otherwise in its own table.
  const mine = own.header.includes(shape.column) ? column(own, shape.column) : new Set<string>();
  const keys = column(theirs, shape.withColumn);
  const shared = [...mine].find((value) => keys.has(value));
  return shared === undefined ? '' : `${shape.column} ${shared} stands in both.`;
}

const namesOf = (from: string, other: string): [string, string] => {
  const [own, theirs] = [named(from), named(other)];
  return [calledBeside(own, theirs), calledBeside(theirs, own)];
};

/** Tables of one name are told apart by what follows a separator, which nobody is to read. */
const named = (id: string): string => id.split('\u001f')[0];

const count = (number: number): string => number.toLocaleString('en-US');

const totalsOf = (tables: readonly BroughtTable[], zone?: TimeZone): ReadingTotals | null =>
  totalsOfSales(
    withWonDeals(tables, null).flatMap(({ table, roles }) =>
      roles.flatMap(({ role, mapping }) => (role === 'transactions' ? [{ table, mapping }] : [])),
    ),
    zone,
  ) ?? null;
