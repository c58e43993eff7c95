import { describe, expect, test } from 'vitest';
import { answerNow, choicesOf, everyAsk, formsOf, openAsks } from '../../src/session/readings';
import { lastChange } from '../../src/session/session';
import { dropOnPage, openPage } from '../support/page-state';
import { bringFiles, writeFiles } from '../support/written-report';

const csv = (header: string, rows: readonly (readonly (string | number)[])[]) =>
  [header, ...rows.map((cells) => cells.join(','))].join('\n') + '\n';
const range = (length: number) => Array.from({ length }, (_, at) => at);
const day = (at: number) => `2024-${String(1 + (at % 9)).padStart(2, '0')}-${String(1 + (at % 27)).padStart(2, '0')}`;

const SALES = csv(
  'order_id,customer_id,order_date,amount',
  range(60).map((at) => [`A-${1001 + at}`, `C${at % 8}`, day(at), 10]),
);
/** Six of the orders came back. */
const RETURNS = csv(
  'order_id,returned',
  range(6).map((at) => [`A-${1003 + at * 7}`, 'Yes']),
);
const HEADS = csv(
  'order_id,customer_id,order_date',
  range(40).map((at) => [1001 + at, `C${at % 8}`, day(at)]),
);
/** Half of the lines name one of the orders. */
const LINES = csv(
  'order_id,product,quantity,unit_price',
  range(100).map((at) => [at < 50 ? 1001 + (at % 40) : 5000 + at, `P${at % 7}`, 1, 10]),
);
const RETURNED = { 'sales.csv': SALES, 'returns.csv': RETURNS };
const HALF = { 'heads.csv': HEADS, 'lines.csv': LINES };

async function asked(files: Readonly<Record<string, string>>) {
  const page = await dropOnPage(writeFiles(files));
  await page.asking.count();
  const [ask] = page.questions.open;
  const say = async (answer: string) =>
    page.asking.answer(
      ask,
      ask.question.readings.find((reading) => reading.answer === answer)!,
    );
  const shapesOf = (id: string) => page.tables.inspected.find((table) => table.id === id)!.shapes;
  return { page, ask, say, shapesOf, net: () => page.report!.summary.net / 10_000 };
}

describe('a list of returned orders', () => {
  test('is taken off the sales, and asked about with both sums, on the page as in a report', async () => {
    const { page, ask, net } = await asked(RETURNED);
    expect(net()).toBe(540);
    expect(page.questions.open).toHaveLength(1);
    expect(ask.question.code).toBe('join');
    expect(ask.question.sentence).toBe(
      'returns.csv lists 6 of the orders in sales.csv by “order_id”, with “returned”. Are they taken off your sales?',
    );
    expect(ask.question.readings.map(({ answer, totals }) => [answer, totals?.net])).toEqual([
      ['joined', 5_400_000],
      ['apart', 6_000_000],
    ]);
    const { summary } = await bringFiles(writeFiles(RETURNED));
    expect(summary).toMatchObject({
      net: 540,
      questions: [
        {
          code: 'join',
          sentence: ask.question.sentence,
          readings: [
            { answer: 'joined', net: 540, customers: 8 },
            { answer: 'apart', net: 600, customers: 8 },
          ],
        },
      ],
    });
  });

  test('stays in the sales once somebody says no, and the saved mapping says so to a report', async () => {
    const { page, say, shapesOf, net } = await asked(RETURNED);
    await say('apart');
    expect([net(), shapesOf('sales.csv'), openAsks(page.tables)]).toEqual([600, [], []]);
    expect(lastChange(page.session)).toMatchObject({ before: { net: 5_400_000 }, after: { net: 6_000_000 } });
    const map = JSON.stringify({ tables: formsOf(page.tables) });
    const [sales, returns, path] = writeFiles({ ...RETURNED, 'map.json': map });
    const { summary } = await bringFiles([sales, returns], ['--map', path]);
    expect(summary).toMatchObject({ net: 600, questions: [] });
  });

  test('that changes no sum is joined, and nothing is asked', async () => {
    const { page } = await asked({ 'sales.csv': SALES, 'returns.csv': RETURNS.replaceAll('Yes', 'No') });
    expect(page.questions.open).toEqual([]);
    expect(
      (await bringFiles(writeFiles({ 'sales.csv': SALES, 'returns.csv': RETURNS.replaceAll('Yes', 'No') }))).asked,
    ).toEqual([]);
  });
});

describe('an answer to whether tables belong together', () => {
  test.each([
    ['a list of what came back', RETURNED, 'sales.csv', 'apart'],
    ['lines of which half name an order', HALF, 'lines.csv', 'apart'],
  ])('brings the table into form, comes to what was said, and is taken back: %s', async (_, files, table, answer) => {
    const { page, ask, say, shapesOf } = await asked(files);
    const before = { shapes: shapesOf(table), net: page.report!.summary.net, choices: choicesOf(page.tables) };
    expect(before.shapes).toHaveLength(1);
    await say(answer);
    const said = ask.question.readings.find((reading) => reading.answer === answer)!;
    expect(page.report!.summary.net).toBe(said.totals!.net);
    expect(page.report!.summary.customers).toBe(said.totals!.customers);
    expect(shapesOf(table)).toEqual([]);
    await page.asking.undo();
    expect({ shapes: shapesOf(table), net: page.report!.summary.net, choices: choicesOf(page.tables) }).toEqual(before);
    expect(openAsks(page.tables)).toHaveLength(1);
  });

  test('is given once more from a line of the receipt, where every question is asked anew', async () => {
    const { page, say, net } = await asked(RETURNED);
    await say('apart');
    const again = everyAsk(page.tables).find(({ question }) => question.code === 'join')!;
    await page.asking.want(again);
    expect(answerNow(page.tables, page.questions.wanted!)).toBe('apart');
    const readings = page.questions.wanted!.question.readings;
    expect(readings.map(({ totals }) => totals?.net)).toEqual([5_400_000, 6_000_000]);
    await page.asking.answer(page.questions.wanted!, readings[0]);
    expect(net()).toBe(540);
  });

  test('is remembered for files with the same columns, whatever they are called', async () => {
    const first = await asked(RETURNED);
    await first.say('apart');
    const { settings } = first.page;
    const next = openPage();
    Object.assign(next.settings, { readingAnswer: settings.readingAnswer.bind(settings) });
    await dropOnPage(writeFiles({ 'sales-may.csv': SALES, 'returns-may.csv': RETURNS }), next);
    expect(next.report!.summary.net).toBe(6_000_000);
    expect(openAsks(next.tables)).toEqual([]);
  });

  test('holds when more files come, and so does what was taken apart by hand', async () => {
    const { page, say, shapesOf, net } = await asked(RETURNED);
    await say('apart');
    await dropOnPage(
      writeFiles({
        'people.csv': csv(
          'customer_id,name,city',
          range(8).map((at) => [`C${at}`, `N${at}`, 'Bonn']),
        ),
      }),
      page,
    );
    expect([net(), shapesOf('sales.csv')]).toEqual([600, []]);
    const other = await asked(RETURNED);
    await other.page.shaping.takeBack('sales.csv', other.shapesOf('sales.csv')[0]);
    await dropOnPage(writeFiles({ 'people.csv': 'customer_id,name,city\nC1,Ada,Bonn\nC2,Bob,Ulm\n' }), other.page);
    expect([other.net(), other.shapesOf('sales.csv')]).toEqual([600, []]);
    expect(openAsks(other.page.tables)).toHaveLength(1);
  });
});

test.each([
  ['lines, then the heads of their orders', ['lines.csv', 'heads.csv'], HALF],
  ['a list of what came back, then the sales', ['returns.csv', 'sales.csv'], RETURNED],
])('files that are dropped one after the other are joined as those that come together: %s', async (_, order, files) => {
  const together = await asked(files);
  const page = openPage();
  for (const name of order)
    await dropOnPage(writeFiles({ [name]: (files as Readonly<Record<string, string>>)[name] }), page);
  const form = ({ tables }: typeof page) => Object.fromEntries(tables.inspected.map(({ id, shapes }) => [id, shapes]));
  expect(form(page)).toEqual(form(together.page));
  expect(page.report!.summary).toEqual(together.page.report!.summary);
});
