import fc from 'fast-check';
import type { InspectedTable, LoadReport, RoleReading } from '../../src/domain/import';
import type { TableQuestion } from '../../src/domain/questions';
import type { SampleCompany } from '../../src/domain/sample-company';
import type { JoinSuggestion } from '../../src/domain/shape';
import type { SessionEvent } from '../../src/session/events';
import { NO_TABLES, NOTHING_RECALLED } from '../../src/session/tables';

export const salesBy = (column: string): readonly RoleReading[] => [
  { role: 'transactions', mapping: { amount: column, date: 'date' } },
];

const question = (table: string): TableQuestion =>
  ({
    code: 'amount_column',
    table,
    column: null,
    sentence: 'Which column is it?',
    readings: [
      { answer: 'net', label: 'net', roles: salesBy('net') },
      { answer: 'gross', label: 'gross', roles: salesBy('gross') },
    ],
  }) as unknown as TableQuestion;

/** A table with a question of each kind. */
export const tableOf = (id: string, change: Partial<InspectedTable> = {}): InspectedTable =>
  ({
    id,
    file: id,
    sheet: null,
    shapes: [],
    header: ['date', 'net', 'gross'],
    columns: [],
    roles: salesBy('net'),
    questions: [{ column: 'date', example: '01/02/2024', rows: 4, readings: [{ format: 'dmy' }, { format: 'mdy' }] }],
    markQuestions: [{ column: 'net', example: '1.234', rows: 4, readings: [',', '.'] }],
    asks: [question(id)],
    sameAs: [],
    ...change,
  }) as unknown as InspectedTable;

export const NAMES = ['a.csv', 'b.csv', 'c.csv'];
const [FIRST, SECOND] = NAMES;
export const JOIN = {
  from: FIRST,
  table: FIRST,
  shape: { kind: 'join', with: SECOND, column: 'net', withColumn: 'net', same: {} },
  spellings: [{ from: 'x', to: 'y', rows: 1 }],
} as unknown as JoinSuggestion;

export const sample = (name: string): SampleCompany => ({ id: name.toLowerCase(), name }) as unknown as SampleCompany;
export const report = (name: string, generation = 1): LoadReport =>
  ({
    name,
    generation,
    facets: [],
    currencies: [],
    wonDeals: [],
    summary: { net: generation },
  }) as unknown as LoadReport;
export const fileOf = (name: string) => ({ name, blob: new Blob([]) });

export const brought = (...names: readonly string[]): SessionEvent => ({
  type: 'files-brought',
  files: names.map(fileOf),
  tables: names.map((name) => tableOf(name)),
  recalled: NOTHING_RECALLED,
});
export const ask = (id: string) => ({ table: tableOf(id), question: question(id) });
const readingOf = (id: string, at: number) => question(id).readings[at];

const name = fc.constantFrom(...NAMES);
const eventOf = <T extends SessionEvent>(record: fc.Arbitrary<T>): fc.Arbitrary<SessionEvent> => record;

/** What somebody does to one table. */
export const oneTableEvent = (names: fc.Arbitrary<string>): fc.Arbitrary<SessionEvent> =>
  fc.oneof(
    eventOf(
      fc.tuple(names, fc.constantFrom('net', 'gross')).map(([id, column]) => ({
        type: 'roles-chosen',
        table: tableOf(id),
        roles: salesBy(column),
      })),
    ),
    eventOf(names.map((id) => ({ type: 'reading-reset', table: tableOf(id) }))),
    eventOf(
      fc
        .tuple(names, fc.constantFrom('dmy', 'mdy'))
        .map(([id, format]) => ({ type: 'date-answered', table: tableOf(id), column: 'date', format })),
    ),
    eventOf(
      fc
        .tuple(names, fc.constantFrom(',' as const, '.' as const))
        .map(([id, mark]) => ({ type: 'mark-answered', table: tableOf(id), column: 'net', mark })),
    ),
    eventOf(
      fc
        .tuple(names, fc.constantFrom(0, 1))
        .map(([id, at]) => ({ type: 'question-answered', ask: ask(id), reading: readingOf(id, at) })),
    ),
    eventOf(
      fc.tuple(names, fc.boolean()).map(([id, isFilled]) => ({
        type: 'table-reshaped',
        table: tableOf(id, { shapes: isFilled ? [{ kind: 'fill', columns: ['date'] }] : [] }),
      })),
    ),
  );

const ofAllTables: fc.Arbitrary<SessionEvent> = fc.oneof(
  eventOf(fc.boolean().map((areOne) => ({ type: 'keys-spelled', areOne }))),
  eventOf(fc.constantFrom('Europe/Vienna', 'as_written').map((zone) => ({ type: 'time-zone-chosen', zone }))),
  eventOf(
    fc.boolean().map((merge) => ({
      type: 'treated',
      role: 'transactions',
      change: { duplicates: merge ? 'merge' : undefined },
    })),
  ),
  eventOf(
    fc.subarray(NAMES).map((names) => ({
      type: 'tables-advised',
      advice: {
        joins: [JOIN],
        shapes: [],
        asked: [],
        leftOut: names.map((table) => ({ table, countedIn: FIRST })),
      } as never,
    })),
  ),
  eventOf(fc.constant({ type: 'join-answered', join: JOIN, answer: 'apart' })),
  eventOf(fc.constant({ type: 'join-spelled', join: JOIN, same: { x: 'y' } })),
  eventOf(fc.constant({ type: 'join-taken-apart', table: FIRST, other: SECOND })),
  eventOf(fc.constant({ type: 'suggestion-declined', suggestion: JOIN })),
  eventOf(fc.subarray(NAMES).map((tables) => ({ type: 'forms-given', tables }))),
  eventOf(fc.subarray(NAMES).map((names) => ({ type: 'tables-forgotten', tables: names, files: names }))),
  eventOf(
    fc
      .subarray(NAMES)
      .map((names) => ({ type: 'tables-read', tables: names.map((id) => tableOf(id)), recalled: NOTHING_RECALLED })),
  ),
);

/** What changes what was brought, and how it is read. */
export const changeEvent: fc.Arbitrary<SessionEvent> = fc.oneof(
  oneTableEvent(name),
  ofAllTables,
  fc.subarray(NAMES, { minLength: 1 }).map((names) => brought(...names)),
  eventOf(name.map((one) => ({ type: 'files-coming', files: [fileOf(one)] }))),
  eventOf(name.map((one) => ({ type: 'file-recoded', file: fileOf(one) }))),
  eventOf(
    name.map((one) => ({
      type: 'files-waiting',
      arrivals: [{ file: fileOf(one), name: one, tables: [], like: [], same: null }],
    })),
  ),
  eventOf(
    name.map((one) => ({
      type: 'file-accepted',
      file: fileOf(one),
      tables: [tableOf(one)],
      recalled: NOTHING_RECALLED,
      models: [],
    })),
  ),
  eventOf(fc.integer({ min: 0, max: 9 }).map((until) => ({ type: 'until-chosen', until }))),
  eventOf(fc.constant({ type: 'questions-counting', what: 'these' })),
  eventOf(name.map((id) => ({ type: 'questions-counted', open: [ask(id)] }))),
  eventOf(name.map((id) => ({ type: 'question-wanted', ask: ask(id) }))),
  eventOf(fc.constant({ type: 'answer-undone' })),
  eventOf(fc.constant({ type: 'asking-begun' })),
  eventOf(fc.constant({ type: 'load-begun' })),
);

/** Loads, of the tables that are there or in place of them. */
export const loadEvent: fc.Arbitrary<SessionEvent> = fc
  .tuple(fc.constantFrom('Ada', 'Bob'), fc.integer({ min: 1, max: 9 }), fc.boolean())
  .map(([called, generation, isSample]) =>
    isSample
      ? {
          type: 'sample-opened',
          sample: sample(called),
          files: [],
          tables: NO_TABLES,
          report: report(called, generation),
        }
      : { type: 'loaded', report: report(called, generation) },
  );

/** What the reader does to the view. */
export const viewEvent: fc.Arbitrary<SessionEvent> = fc.oneof(
  eventOf(
    fc.integer({ min: 1, max: 9 }).map((value) => ({
      type: 'option-set',
      metric: 'survival',
      name: 'lapse_days',
      value,
      isDefault: false,
    })),
  ),
  eventOf(
    fc
      .integer({ min: 1, max: 9 })
      .map((until) => ({ type: 'filter-changed', filter: [{ kind: 'window', from: null, until }] })),
  ),
  eventOf(fc.constant({ type: 'choice-set', panel: 'survival', name: 'look', value: 'line', isInitial: false })),
);
