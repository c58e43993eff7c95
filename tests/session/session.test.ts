import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors';
import type { SessionEvent } from '../../src/session/events';
import { keptTables, openAsks, openDates, rolesOf } from '../../src/session/readings';
import { reduce } from '../../src/session/reduce';
import { EMPTY_SESSION, isBusy, isSettled, lastChange, type Session } from '../../src/session/session';
import { joinedTo } from '../../src/domain/tables-in-view';
import { NO_TABLES, NOTHING_RECALLED, reopenTables } from '../../src/session/tables';
import {
  ask,
  brought,
  changeEvent,
  fileOf,
  JOIN,
  loadEvent,
  NAMES,
  oneTableEvent,
  report,
  salesBy,
  sample,
  tableOf,
  viewEvent,
} from './session-values';

const after = (session: Session, ...events: readonly SessionEvent[]): Session => events.reduce(reduce, session);
const loaded = after(EMPTY_SESSION, brought('a.csv', 'b.csv'), { type: 'loaded', report: report('own') });
const begun: SessionEvent = { type: 'work-begun', status: 'reading' };
const failed: SessionEvent = { type: 'load-failed', error: new AppError('file-empty', {}) };

/** All within a value refuses to be changed. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value) && !(value instanceof Blob)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}

/** Any session that has come to rest. */
const atRest = fc
  .array(fc.oneof({ weight: 3, arbitrary: changeEvent }, loadEvent, viewEvent), { maxLength: 12 })
  .map((events) => after(EMPTY_SESSION, ...events, begun, { type: 'cancelled' }));

describe('a piece of work that comes to nothing', () => {
  const inBetween = fc.array(fc.oneof(changeEvent, fc.constant<SessionEvent>({ type: 'checkpoint' })), {
    maxLength: 12,
  });

  test('gives back the very same value when it is cancelled, whatever it has done', () =>
    fc.assert(
      fc.property(atRest, inBetween, (former, events) => {
        expect(after(former, begun, ...events, { type: 'cancelled' }, { type: 'work-ended' })).toBe(former);
      }),
    ));

  test('gives back the same value, with the error, when it fails', () =>
    fc.assert(
      fc.property(atRest, fc.array(changeEvent, { maxLength: 12 }), (former, events) => {
        const { error, status, ...rest } = after(former, begun, ...events, failed, { type: 'work-ended' });
        const { error: _, status: before, ...expected } = former;
        expect(rest).toEqual(expected);
        expect(rest.tables).toBe(expected.tables);
        expect(error?.code).toBe('file-empty');
        expect(status).toBe(before === 'empty' ? 'failed' : before);
      }),
    ));

  test('leaves files that were read where they are, once only counting them has failed', () => {
    const kept = after(EMPTY_SESSION, begun, brought('a.csv'), { type: 'checkpoint' }, { type: 'load-begun' }, failed);
    expect(kept.tables.inspected.map(({ id }) => id)).toEqual(['a.csv']);
    expect(kept.status).toBe('failed');
  });

  test('leaves what the reader did to the view in the meantime', () =>
    fc.assert(
      fc.property(atRest, inBetween, viewEvent, (former, events, gesture) => {
        const stopped = after(former, begun, ...events, gesture, { type: 'cancelled' });
        expect(stopped).toEqual(after(former, gesture));
      }),
    ));

  test('changes nothing any more once figures have come', () =>
    fc.assert(
      fc.property(atRest, loadEvent, (former, load) => {
        const counted = after(former, begun, load);
        expect(isBusy(counted)).toBe(false);
        expect(after(counted, { type: 'cancelled' }, { type: 'work-ended' })).toBe(counted);
      }),
    ));

  test('keeps no value of an earlier piece of work', () => {
    const twice = after(loaded, begun, begun);
    expect(twice.work?.before.work).toBeNull();
    expect(after(twice, { type: 'cancelled' })).toEqual(loaded);
  });
});

test('no event changes the value before it', () =>
  fc.assert(
    fc.property(fc.array(fc.oneof(changeEvent, loadEvent, viewEvent), { maxLength: 12 }), (events) => {
      let session = frozen(EMPTY_SESSION);
      for (const event of events) session = frozen(reduce(session, event));
    }),
  ));

test('what is done to one table changes no other', () =>
  fc.assert(
    fc.property(fc.array(oneTableEvent(fc.constant('a.csv')), { maxLength: 8 }), (events) => {
      const before = after(EMPTY_SESSION, brought(...NAMES), { type: 'loaded', report: report('own') });
      const changed = after(before, ...events);
      expect({ ...changed, tables: null }).toEqual({ ...before, tables: null });
      const others = ({ tables }: Session) => ({
        inspected: tables.inspected.filter(({ id }) => id !== 'a.csv'),
        roles: tables.inspected.flatMap((table) => (table.id === 'a.csv' ? [] : [rolesOf(tables, table)])),
        asks: openAsks(tables).filter(({ table }) => table.id !== 'a.csv'),
        dates: openDates(tables).filter(({ table }) => table.id !== 'a.csv'),
      });
      expect(others(changed)).toEqual(others(before));
    }),
  ));

describe('an answer that is taken back', () => {
  const totals = { net: 1, customers: 1, buyers: 1, purchases: 1, from: null, until: null } as never;
  const counted = (former: Session, now: Session): SessionEvent => ({
    type: 'answer-counted',
    change: { said: 'So.', before: totals, after: totals, tables: former.tables, inspected: now.tables.inspected },
  });

  test('gives back the tables as they were before it', () =>
    fc.assert(
      fc.property(atRest, oneTableEvent(fc.constantFrom(...NAMES)), (former, answer) => {
        const settled = after(former, { type: 'loaded', report: report('own') });
        const answered = after(settled, answer, { type: 'loaded', report: report('own', 2) });
        const undone = after(answered, counted(settled, answered), { type: 'answer-undone' });
        expect({ ...undone.tables, changed: false }).toEqual(settled.tables);
        expect(after(undone, { type: 'loaded', report: report('own', 3) }).tables).toEqual(settled.tables);
      }),
    ));

  test('is not offered for other tables', () => {
    const answered = after(loaded, counted(loaded, loaded));
    expect(lastChange(answered)?.said).toBe('So.');
    expect(lastChange(after(answered, brought('c.csv')))).toBeNull();
    expect(after(loaded, { type: 'answer-undone' })).toBe(loaded);
  });
});

describe('the name of a sample and its figures', () => {
  const opened = (name: string, generation: number): SessionEvent => ({
    type: 'sample-opened',
    sample: sample(name),
    files: [],
    tables: NO_TABLES,
    report: report(name, generation),
  });

  test('change together, whatever comes in between', () =>
    fc.assert(
      fc.property(
        fc.array(fc.oneof(changeEvent, fc.constantFrom(begun, failed, opened('Ada', 1), opened('Bob', 2))), {
          maxLength: 12,
        }),
        (events) => {
          let session = EMPTY_SESSION;
          for (const event of events) {
            session = reduce(session, event);
            expect(session.sample?.name).toBe(session.report?.name);
          }
        },
      ),
    ));

  test('stay in view while own files are read, and go with their first count', () => {
    const reading = after(EMPTY_SESSION, opened('Ada', 1), begun, brought('a.csv'), { type: 'asking-begun' });
    expect([reading.sample?.name, reading.report?.name, reading.isOwn]).toEqual(['Ada', 'Ada', true]);
    const counted = after(reading, { type: 'loaded', report: report('a.csv', 2) });
    expect([counted.sample, counted.report?.name]).toEqual([null, 'a.csv']);
  });

  test('go where they were prerendered and their files are not read after all', () => {
    const shown = after(EMPTY_SESSION, begun, { type: 'prerendered', sample: sample('Ada'), report: report('Ada') });
    expect(shown.isPrerendered).toBe(true);
    expect(after(shown, failed)).toMatchObject({ sample: null, report: null, isPrerendered: false, status: 'failed' });
    expect(after(shown, begun)).toMatchObject({ sample: null, report: null, isPrerendered: false });
  });
});

describe('an event', () => {
  const table = tableOf('a.csv');

  test('of files that come puts them beside own ones, and in the place of a sample', () => {
    const names = ({ tables }: Session) => tables.inspected.map(({ id }) => id);
    expect(names(after(loaded, brought('c.csv')))).toEqual(['a.csv', 'b.csv', 'c.csv']);
    const tables = after(EMPTY_SESSION, brought('b.csv')).tables;
    const opened = { sample: sample('Ada'), files: [fileOf('b.csv')], tables, report: report('Ada') };
    const both = after(EMPTY_SESSION, { type: 'sample-opened', ...opened }, brought('c.csv'));
    expect([names(both), both.files.map(({ name }) => name)]).toEqual([['c.csv'], ['c.csv']]);
  });

  test('of a file that waited closes its question, and takes over how others of its columns are read', () => {
    const arrival = { file: fileOf('c.csv'), name: 'c.csv', tables: [tableOf('c.csv')], like: ['a.csv'], same: null };
    const waiting = after(loaded, { type: 'files-waiting', arrivals: [arrival] });
    expect(isSettled(waiting)).toBe(false);
    const models = [{ table, roles: salesBy('gross') }];
    const accepted = after(
      waiting,
      { type: 'arrivals-answered', arrivals: [arrival] },
      { type: 'file-accepted', file: arrival.file, tables: arrival.tables, recalled: NOTHING_RECALLED, models },
    );
    expect(accepted.arrivals).toEqual([]);
    expect(accepted.tables.roles['c.csv']).toEqual(salesBy('gross'));
  });

  test('of a join takes the other table out, and of its end puts it back', () => {
    const joined = after(loaded, { type: 'table-reshaped', table: tableOf('a.csv', { shapes: [JOIN.shape] }) });
    expect(joinedTo(joined.tables, 'b.csv')?.id).toBe('a.csv');
    expect(rolesOf(joined.tables, tableOf('b.csv'))).toEqual([]);
    const apart = after(joined, { type: 'table-reshaped', table });
    expect(rolesOf(apart.tables, tableOf('b.csv'))).toHaveLength(1);
    expect(Object.values(apart.tables.shapes.declined)).toEqual(['undone']);
  });

  test('of a choice by hand overrules an answer that says otherwise', () => {
    const [, gross] = ask('a.csv').question.readings;
    const answered = after(loaded, { type: 'question-answered', ask: ask('a.csv'), reading: gross });
    expect(rolesOf(answered.tables, table)[0].mapping['amount']).toBe('gross');
    const chosen = after(answered, { type: 'roles-chosen', table, roles: salesBy('net') });
    expect([chosen.tables.answers.readings, rolesOf(chosen.tables, table)[0].mapping['amount']]).toEqual([{}, 'net']);
  });

  test('of an answer about dates closes the question, and a table that is read anew asks again', () => {
    const answer: SessionEvent = { type: 'date-answered', table, column: 'date', format: 'mdy' };
    const answered = after(loaded, answer);
    expect(openDates(answered.tables).map((open) => open.table.id)).toEqual(['b.csv']);
    const anew = after(answered, { type: 'tables-read', tables: [table], recalled: NOTHING_RECALLED });
    expect(openDates(anew.tables)).toHaveLength(2);
  });

  test('of a treatment that is taken back leaves none', () => {
    const treated = after(loaded, { type: 'treated', role: 'transactions', change: { duplicates: 'merge' } });
    expect(treated.tables.treatments).toEqual({ transactions: { duplicates: 'merge' } });
    const back = after(treated, { type: 'treated', role: 'transactions', change: { duplicates: undefined } });
    expect([back.tables.treatments, back.tables.changed]).toEqual([{ transactions: {} }, true]);
  });

  test('of a load of other files begins with a view of its own, of the same files keeps it', () => {
    const filtered = after(loaded, { type: 'filter-changed', filter: [{ kind: 'window', from: 1, until: 2 }] });
    expect(after(filtered, { type: 'loaded', report: report('own', 2) })).toMatchObject({
      filter: filtered.filter,
      revision: 2,
      tables: { changed: false },
    });
    expect(after(filtered, { type: 'loaded', report: report('other', 2) }).filter).toEqual([]);
  });

  test('of a workspace that is opened gives its tables, its view and its decisions', () => {
    const tables = reopenTables(keptTables(after(loaded, { type: 'time-zone-chosen', zone: 'Europe/Vienna' }).tables));
    const unify = { ...EMPTY_SESSION.unify, preferred: 'a.csv' };
    const view = { options: { survival: { lapse_days: 9 } }, choices: {}, filter: [] };
    const rules = { period: 'year', goneAfter: 90 } as const;
    const event = { tables, until: 3, unify, rules, view, report: report('kept') };
    const opened = after(loaded, { type: 'workspace-opened', ...event });
    expect(opened).toMatchObject({ until: 3, unify, rules, options: view.options, sample: null, status: 'ready' });
    expect([opened.tables.unread, opened.tables.timeZone]).toEqual([['a.csv', 'b.csv'], 'Europe/Vienna']);
  });

  test('of a new name changes the name alone', () => {
    const renamed = after(loaded, { type: 'renamed', name: 'Shop' });
    expect(renamed).toEqual({ ...loaded, report: { ...loaded.report, name: 'Shop' } });
  });

  test('of clearing leaves nothing of what was brought', () => {
    const { status, report: shown, tables, files, sample: company } = after(loaded, { type: 'cleared' });
    expect({ status, shown, tables, files, company }).toEqual({
      status: 'empty',
      shown: null,
      tables: NO_TABLES,
      files: [],
      company: null,
    });
  });
});
