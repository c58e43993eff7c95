import { afterEach, describe, expect, test, vi } from 'vitest';
import { EngineSession } from '../../src/engine/session';
import { keptPart, loadedPart } from '../../src/intake/load/kept-parts';
import { keptTables, openAsks, rolesOf } from '../../src/session/readings';
import { reopenTables } from '../../src/session/tables';
import { readParts, writeParts } from '../../src/workspace/parts';
import { countIn, readTo } from '../support/load';
import { openPage } from '../support/page-state';
import { pageOf } from './page-of-files';

const rows = (header: string, count: number, cells: (at: number) => string) =>
  [header, ...Array.from({ length: count }, (_, at) => cells(at))].join('\n') + '\n';
const day = (at: number) => `2024-${String(1 + (at % 9)).padStart(2, '0')}-${String(13 + (at % 15)).padStart(2, '0')}`;
const SALES = rows('order_id,customer_id,order_date,amount', 60, (at) => `A-${1001 + at},C${at % 8},${day(at)},10`);
/** Six of the orders came back: the list is joined to the sales. */
const RETURNS = rows('order_id,returned', 6, (at) => `A-${1003 + at * 7},Yes`);
const OPEN_DATES = rows(
  'order,customer,date,amount',
  8,
  (at) => `${at},C${at % 3},0${1 + (at % 8)}/0${8 - (at % 8)}/2024,5`,
);

const file = (name: string, text: string) => new File([text], name);

/** A page over an engine, with the methods that are called and what the engine holds. */
function opened() {
  const session = new EngineSession();
  const page = openPage(session);
  const call = vi.spyOn(page.engine, 'call');
  const calls = () => call.mock.calls.map(([method]) => method).filter((method) => method !== 'databaseTables');
  const held = () => session.tables.all.map(({ id, shapes }) => ({ id, shapes }));
  const inView = () => page.tables.inspected.map(({ id, shapes }) => ({ id, shapes }));
  /** Stops the work of the page as soon as the engine says that it has come to a step. */
  const stopAt = (wanted: string) => {
    const bring = session.bring.bind(session);
    vi.spyOn(session, 'bring').mockImplementation((request, control = {}) =>
      bring(request, { ...control, progress: ({ step }) => step === wanted && page.work.cancel() }),
    );
  };
  return { session, page, calls, held, inView, stopAt };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('files that are dropped', () => {
  test('are read and counted in two calls to the engine', async () => {
    const { page, calls } = opened();
    await page.files.add([file('sales.csv', SALES), file('returns.csv', RETURNS)]);
    expect(page.report?.summary.net).toBe(5_400_000);
    expect(calls()).toEqual(['bring', 'bring']);
  });

  test('are read in the same two calls where a question is open, and counted in one more once it is answered', async () => {
    const { page, calls } = opened();
    await page.files.add([file('orders.csv', OPEN_DATES)]);
    expect([page.status, page.report]).toEqual(['asking', null]);
    const [orders] = page.tables.inspected;
    page.asking.answerDate(orders, 'date', orders.questions[0].readings[0].format);
    await page.loading.load();
    expect(page.report?.summary.net).toBe(400_000);
    expect(calls()).toEqual(['bring', 'bring', 'bring']);
  });

  test('stay in view in their form, for somebody to say how they are read, where they cannot be counted', async () => {
    const { page, held, inView } = opened();
    const large = (prefix: string) =>
      rows('order_id,customer_id,order_date,amount', 60, (at) => `${prefix}${at},C${at % 8},${day(at)},8000000000`);
    await page.files.add([file('sales.csv', large('A')), file('more.csv', large('B'))]);
    expect(page.error?.code).toBe('sum-too-large');
    expect(inView().map(({ id }) => id)).toEqual(['sales.csv', 'more.csv']);
    expect(held()).toEqual(inView());
  });
});

describe('a drop that is cancelled', () => {
  test.each(['reading', 'checking', 'loading'])(
    'at the step %s leaves the engine with the tables that the page shows',
    async (step) => {
      const { page, held, inView, stopAt } = opened();
      await page.files.add([file('sales.csv', SALES)]);
      const before = { inView: inView(), net: page.report?.summary.net };
      stopAt(step);
      await page.files.add([file('returns.csv', RETURNS)]);
      expect({ inView: inView(), net: page.report?.summary.net }).toEqual(before);
      expect(held()).toEqual(inView());
      vi.restoreAllMocks();
      await page.loading.load();
      expect(page.report?.summary.net).toBe(6_000_000);
    },
  );

  test('leaves a table in view as it is, though another of its name was read', async () => {
    const session = new EngineSession();
    const brought = (text: string) => [{ name: 'sales.csv', blob: new Blob([text]) }];
    const [{ roles }] = await readTo(session, brought(SALES));
    const choices = [{ table: 'sales.csv', roles }];
    const { summary } = await countIn(session, 'first', choices);
    await readTo(session, brought(SALES.replaceAll(',10\n', ',99\n')));
    session.tables.hold(['sales.csv'], []);
    expect((await countIn(session, 'first', choices)).summary).toEqual(summary);
  });
});

test('what a dead worker held is read, brought into form and counted again in one call', async () => {
  const { session, page, calls, held, inView } = opened();
  await page.files.add([file('sales.csv', SALES), file('returns.csv', RETURNS)]);
  const before = { inView: inView(), summary: page.report?.summary };
  session.clear();
  await page.opening.revive();
  expect({ inView: inView(), summary: page.report?.summary }).toEqual(before);
  expect(held()).toEqual(inView());
  expect(calls()).toEqual(['bring', 'bring', 'bring']);
});

test('what is counted anew while they are still read again is counted of the tables of a dead worker', async () => {
  const { session, page } = opened();
  await page.files.add([file('sales.csv', SALES)]);
  session.clear();
  const revived = page.opening.revive();
  const until = page.report!.summary.observed_until! - 10;
  await page.loading.setUntil(until);
  await revived;
  expect([page.error, page.until, page.report?.summary.observed_until]).toEqual([null, until, until]);
});

describe('the zone that a mapping file names', () => {
  const STAMPS = rows(
    'Order,Customer,Created at,Amount',
    6,
    (at) => `${at},C${at % 3},2024-03-0${at + 1}T02:30:00Z,10`,
  );
  const VISITS = rows('Customer,Date,Channel,Type', 6, (at) => `C${at % 3},2024-03-0${at + 1},radio,visit`);
  const zoned = (mapping: object) => file('map.json', JSON.stringify({ ...mapping, time_zone: 'America/New_York' }));
  const INTERACTIONS = { interactions: { customer: 'Customer', date: 'Date', channel: 'Channel' } };

  /** A kept workspace of sales, with a list of visits dropped beside it. */
  async function besideKept() {
    const { page: former, session } = await pageOf({ 'sales.csv': STAMPS });
    const written = [...writeParts(session.partsOf(session.generation)!.map(keptPart))];
    const parts = await readParts(
      written.map((section) => section.slice()),
      'test',
    );
    const kept = { ...opened() };
    const report = await kept.session.openKept('test', parts.map(loadedPart), null);
    const view = { options: {}, choices: {}, filter: [] };
    const tables = reopenTables(keptTables(former.tables));
    kept.page.dispatch({
      type: 'workspace-opened',
      tables,
      until: null,
      unify: report.unification?.choices ?? former.unify,
      rules: former.rules,
      view,
      report,
    });
    await kept.page.files.add([file('visits.csv', VISITS)]);
    return kept.page;
  }

  test('is not applied beside a table of a kept workspace, and a sentence says so; all else is', async () => {
    const page = await besideKept();
    await page.files.applyMapping(zoned(INTERACTIONS));
    expect(page.error).toMatchObject({ code: 'times-not-moved', details: { tables: ['sales.csv'] } });
    expect(page.tables.timeZone).toBe('as_written');
    const visits = page.tables.inspected.find(({ id }) => id === 'visits.csv')!;
    expect(rolesOf(page.tables, visits).map(({ role }) => role)).toEqual(['interactions']);
    expect(openAsks(page.tables)).toEqual([]);
  });

  test('is applied where all files were read', async () => {
    const { page } = opened();
    await page.files.add([file('visits.csv', VISITS)]);
    await page.files.applyMapping(zoned(INTERACTIONS));
    expect([page.error, page.tables.timeZone]).toEqual([null, 'America/New_York']);
  });
});
