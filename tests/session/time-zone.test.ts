import { describe, expect, test } from 'vitest';
import { parseIsoDay } from '../../src/domain/calendar';
import { createFormatter } from '../../src/domain/format';
import { keptPart, loadedPart } from '../../src/intake/load/kept-parts';
import { EngineSession } from '../../src/engine/session';
import { timesWords } from '../../src/app/data/written-times-words';
import { keptTables } from '../../src/session/readings';
import { lastChange } from '../../src/session/session';
import { reopenTables } from '../../src/session/tables';
import { readParts, writeParts } from '../../src/workspace/parts';
import { runReport, writeFiles } from '../support/written-report';
import { pageOf } from './page-of-files';

const day = (text: string) => parseIsoDay(text)!;
const format = createFormatter('en', null);

/** Evening orders of a shop in New York, whose system writes UTC; order 3 has a line before and one behind midnight there. */
const SALES = `Order,Customer,Created at,Amount
1,Ann,2024-03-01T02:30:00Z,10
2,Bob,2024-03-05T18:00:00Z,20
3,Ann,2024-03-08T04:30:00Z,5
3,Ann,2024-03-08T06:30:00Z,5
4,Cem,2024-03-31T23:30:00Z,30
`;

describe('stamps that name an instant', () => {
  test('keep the day that is written, and the receipt says how they are written', async () => {
    const { receipt, report } = await pageOf({ 'sales.csv': SALES });
    const { times } = await receipt();
    expect(times).toEqual({
      utc: 5,
      offset: 0,
      zone: 'as_written',
      movedOrders: 0,
      movedRows: 0,
      tables: ['sales.csv'],
    });
    expect(timesWords(times!, format)).toBe('Times are written in UTC; days are counted as written.');
    expect(report().summary.observed_from).toBe(day('2024-03-01'));
  });

  test('with an offset are told from those in UTC, and dates without a time say nothing', async () => {
    const offsets = SALES.replaceAll('Z,', '+02:00,');
    const { times } = await (await pageOf({ 'sales.csv': offsets })).receipt();
    expect(times).toMatchObject({ utc: 0, offset: 5 });
    expect(timesWords(times!, format)).toBe(
      'Times are written with their distance from UTC; days are counted as written.',
    );
    const bare = SALES.replaceAll(/T[\d:]+Z/g, '');
    expect((await (await pageOf({ 'sales.csv': bare })).receipt()).times).toBeNull();
  });
});

describe('a zone that is chosen', () => {
  test('moves orders to its days, and says how many and from when to when', async () => {
    const { page, asking, moveTo, receipt } = await pageOf({ 'sales.csv': SALES });
    await asking.change('Days are counted in New York.', () => moveTo('America/New_York'));
    // Order 3 is on its first line's day, the 7th; the 4th stays on the 31st.
    expect((await receipt()).times).toMatchObject({ zone: 'America/New_York', movedOrders: 2, movedRows: 0 });
    expect(timesWords((await receipt()).times!, format)).toBe(
      'Times are written in UTC; days are counted in America/New_York: 2 orders are on another day than written.',
    );
    const { before, after } = lastChange(page.session)!;
    expect([before.from, before.until]).toEqual([day('2024-03-01'), day('2024-03-31')]);
    expect([after.from, after.until]).toEqual([day('2024-02-29'), day('2024-03-31')]);
    expect(after.net).toBe(before.net);
  });

  test('is taken back', async () => {
    const { page, asking, moveTo, receipt, report } = await pageOf({ 'sales.csv': SALES });
    await asking.change('Days are counted in New York.', () => moveTo('America/New_York'));
    await asking.undo();
    expect(page.tables.timeZone).toBe('as_written');
    expect((await receipt()).times).toMatchObject({ zone: 'as_written', movedOrders: 0 });
    expect(report().summary.observed_from).toBe(day('2024-03-01'));
  });

  test('moves the days of other records, told in rows', async () => {
    const contacts = `Customer,Date,Channel,Type\n${[1, 2, 3, 4, 5, 6]
      .map((at) => `C${at % 3},2024-03-0${at}T0${at}:00:00Z,radio,visit`)
      .join('\n')}\n`;
    const { asking, moveTo, receipt } = await pageOf({ 'contacts.csv': contacts });
    await asking.change('', () => moveTo('America/New_York'));
    expect((await receipt()).times).toMatchObject({ utc: 6, movedOrders: 0, movedRows: 4 });
  });

  test('counts what is bought at one time as one order where no column names it', async () => {
    const unnamed = `Customer,Date,Product,Amount\n${['Ann', 'Ann', 'Bob', 'Cem']
      .map((who, at) => `${who},2024-03-0${who === 'Cem' ? 4 : 2}T0${who === 'Cem' ? 9 : 1}:00:00Z,P${at},10`)
      .join('\n')}\n`;
    const { asking, moveTo, receipt } = await pageOf({ 'sales.csv': unnamed });
    await asking.change('', () => moveTo('America/New_York'));
    expect((await receipt()).times).toMatchObject({ movedOrders: 2 });
  });

  test('gives the figures that a report gives in it', async () => {
    const { asking, moveTo, report } = await pageOf({ 'sales.csv': SALES });
    await asking.change('', () => moveTo('America/New_York'));
    const [file] = writeFiles({ 'sales.csv': SALES });
    const { summary } = await runReport(['--auto', file, '--set', 'workspace.time_zone=America/New_York']);
    expect(summary.observed_from).toBe('2024-02-29');
    expect(report().summary.observed_from).toBe(day(summary.observed_from!));
  });
});

test('a kept workspace knows its zone, and what was moved, when it is opened again', async () => {
  const { page, asking, moveTo, session } = await pageOf({ 'sales.csv': SALES });
  await asking.change('', () => moveTo('America/New_York'));
  const kept = keptTables(page.tables);
  expect(kept.timeZone).toBe('America/New_York');
  const parts = await readParts(
    [...writeParts(session.partsOf(session.generation)!.map(keptPart))].map((section) => section.slice()),
    'test',
  );
  const other = new EngineSession();
  const opened = await other.openKept('test', parts.map(loadedPart), null);
  expect(opened.summary.observed_from).toBe(day('2024-02-29'));
  expect(other.receipt([]).times).toMatchObject({ zone: 'America/New_York', movedOrders: 2, tables: ['sales.csv'] });
  await page.opening.clear();
  expect(page.tables.timeZone).toBe('as_written');
  expect(reopenTables(kept).timeZone).toBe('America/New_York');
});
