import { describe, expect, test } from 'vitest';
import { choicesOf, openAsks } from '../../../src/session/readings';
import { pageOf } from '../../session/page-of-files';
import { bringFiles, runReport, writeFiles } from '../../support/written-report';

const lines = (header: string, count: number, row: (at: number) => string) =>
  `${header}\n${Array.from({ length: count }, (_, at) => row(at)).join('\n')}\n`;
const askedOf = async (text: string, args: readonly string[] = []) =>
  (await bringFiles(writeFiles({ 'table.csv': text }), ['--strict', ...args])).asked;

const STAYS = lines(
  'customer_id,tenure,churned,plan',
  40,
  (at) => `K${at},${(at * 7) % 73},${at % 3 ? 'no' : 'yes'},A`,
);
const contracts = (unit: string) =>
  JSON.stringify({ contracts: { customer: 'customer_id', tenure: { column: 'tenure', unit }, churned: 'churned' } });

describe('in what tenures are counted', () => {
  test('is asked where the file does not say, with what each answer means', async () => {
    const files = writeFiles({ 'stays.csv': STAYS });
    const { exit, asked, summary } = await bringFiles(files, ['--strict']);
    expect([exit, asked]).toEqual([3, ['tenure_unit']]);
    expect(summary['survival_unit']).toBe('months');
    expect(summary.questions[0].readings).toEqual([
      expect.objectContaining({
        answer: 'months',
        effect: expect.stringMatching(
          /^The middle stay is \d+ months \(.* years\), the longest 71 months \(5.9 years\)$/,
        ) as string,
      }),
      expect.objectContaining({ answer: 'days', effect: expect.stringContaining('the longest 71 days') as string }),
      expect.objectContaining({ answer: 'weeks' }),
      expect.objectContaining({ answer: 'years' }),
    ]);
  });
  test.each(['days', 'weeks', 'months', 'years'])('is answered by a mapping that says %s', async (unit) => {
    const [file, map] = writeFiles({ 'stays.csv': STAYS, 'map.json': contracts(unit) });
    const { exit, asked, summary } = await bringFiles([file], ['--strict', '--map', map]);
    expect([exit, asked, summary['survival_unit']]).toEqual([0, [], unit]);
  });
  test.each(['tenure months', 'TenureDays', 'tenure_in_weeks', 'Dauer in Jahren'])(
    'is said by the header %s',
    async (header) => expect(await askedOf(STAYS.replace('tenure', header))).toEqual([]),
  );
  test('is confirmed where the total is what a month costs, times the months', async () => {
    const charged = (fee: string) =>
      lines(`customer_id,tenure,churned,${fee},TotalCharges`, 40, (at) => {
        const [stay, price] = [(at * 7) % 73, 20 + at];
        return `K${at},${stay},${at % 3 ? 'no' : 'yes'},${price},${(stay * price * 1.04).toFixed(2)}`;
      });
    expect(await askedOf(charged('MonthlyCharges'))).toEqual([]);
    const weekly = await bringFiles(writeFiles({ 'table.csv': charged('weekly charges') }), ['--strict']);
    expect([weekly.asked, weekly.summary['survival_unit']]).toEqual([[], 'weeks']);
    // What is paid by nothing in particular confirms no unit.
    expect(await askedOf(charged('Charges'))).toEqual(['tenure_unit']);
  });
  test('is confirmed where starts and tenures end on one day', async () => {
    const started = lines('customer_id,start date,tenure,churned', 40, (at) => {
      const stay = (at * 11) % 90;
      const day = new Date(Date.UTC(2024, 5, 30) - stay * 7 * 86_400_000).toISOString().slice(0, 10);
      return `K${at},${day},${stay},${at % 4 ? 'no' : 'yes'}`;
    });
    const { asked, summary } = await bringFiles(writeFiles({ 'table.csv': started }), ['--strict']);
    expect([asked, summary['survival_unit']]).toEqual([[], 'weeks']);
  });
  test('is asked on the page, where an answer counts anew and can be taken back', async () => {
    const { page, asking, session } = await pageOf({ 'stays.csv': STAYS });
    await asking.count();
    expect(page.questions.open.map(({ question }) => question.code)).toEqual(['tenure_unit']);
    const [ask] = page.questions.open;
    await asking.answer(
      ask,
      ask.question.readings.find(({ answer }) => answer === 'weeks')!,
    );
    expect(session.loaded.dataset.records.contracts?.tenureUnit).toBe('weeks');
    expect(openAsks(page.tables)).toEqual([]);
    await asking.undo();
    expect(session.loaded.dataset.records.contracts?.tenureUnit).toBe('months');
  });
});

const PRICES = [1999, 2495, 749, 1299, 5999, 899];
const cents = (header: string, price: (at: number) => string = (at) => String(PRICES[at % 6])) =>
  lines(`order,customer,date,${header}`, 30, (at) => `${at},K${at % 7},2024-0${1 + (at % 9)}-15,${price(at)}`);

describe('whether money is in cents', () => {
  test('is asked where whole numbers end as prices do, with both sums', async () => {
    const { exit, summary } = await bringFiles(writeFiles({ 'table.csv': cents('amount') }), ['--strict']);
    expect(exit).toBe(3);
    expect(summary.questions).toEqual([
      expect.objectContaining({
        code: 'minor_units',
        readings: [
          { answer: 'whole', net: 67_200, customers: 7 },
          { answer: 'cents', net: 672, customers: 7 },
        ],
      }),
    ]);
  });
  test('is asked of a payment system’s whole numbers', async () => {
    const odd = cents('amount,payment_intent', (at) => `${2_013 + 37 * at},pi_${at}`);
    expect(await askedOf(odd)).toEqual(['minor_units']);
  });
  test('is asked where a header says cents but the numbers have decimals', async () => {
    const decimals = cents('amount_cents', (at) => (PRICES[at % 6] / 100).toFixed(2));
    const { summary } = await bringFiles(writeFiles({ 'table.csv': decimals }));
    expect(summary.questions.map(({ code, readings }) => [code, readings.map(({ answer }) => answer)])).toEqual([
      ['minor_units', ['cents', 'whole']],
    ]);
  });
  test.each([
    ['the header says so', cents('amount_cents')],
    ['other money has decimals', cents('amount,cost', (at) => `${PRICES[at % 6]},${at}.50`)],
    ['amounts end in anything', cents('amount', (at) => String(1_000 + 37 * at))],
    ['amounts are round', cents('amount', (at) => String(100 * PRICES[at % 6]))],
    ['amounts are small', cents('amount', (at) => String([9, 49, 99, 19, 29, 95][at % 6]))],
    ['the currency has no cents', cents('amount,currency', (at) => `${PRICES[at % 6]},JPY`)],
  ])('is not asked where %s', async (_, text) => expect(await askedOf(text)).toEqual([]));
  test('is answered by a mapping', async () => {
    const mapping = { customer: 'customer', date: 'date', order: 'order', amount: { column: 'amount', per: 100 } };
    const [file, map] = writeFiles({
      'table.csv': cents('amount'),
      'map.json': JSON.stringify({ transactions: mapping }),
    });
    const { exit, summary } = await bringFiles([file], ['--strict', '--map', map]);
    expect([exit, summary.net]).toEqual([0, 672]);
  });
  test('is asked on the page', async () => {
    const { page, asking, report } = await pageOf({ 'sales.csv': cents('amount') });
    await asking.count();
    const [ask] = page.questions.open;
    expect(ask.question.code).toBe('minor_units');
    await asking.answer(ask, ask.question.readings[1]);
    expect(report().summary.net).toBe(6_720_000);
    await asking.undo();
    expect(report().summary.net).toBe(672_000_000);
  });
});

const people = (header: string, count = 24) =>
  lines(header, count, (at) => `K${at},Person ${at},2024-0${1 + (at % 9)}-1${at % 9},${20 + at}.50`);

describe('whether each row is a customer or a sale', () => {
  test('is asked of a list with a name, a day and money for each customer', async () => {
    const { exit, summary } = await bringFiles(writeFiles({ 'table.csv': people('customer id,name,date,amount') }), [
      '--strict',
    ]);
    expect(exit).toBe(3);
    expect(summary.questions.map(({ code }) => code)).toEqual(['role']);
    const readings = new Map(summary.questions[0].readings.map((one) => [one.answer, one]));
    expect(readings.get('transactions')).toMatchObject({ net: 768, customers: 24 });
    expect(readings.get('customers')).toMatchObject({ net: null, effect: 'A list of 24 customers, and no sales' });
  });
  test.each([
    ['a list says since when and how much in all', people('customer id,name,customer since,total spent')],
    ['sales tell nothing of a person', lines('customer,date,amount', 24, (at) => `K${at},2024-01-1${at % 9},${at}.50`)],
    [
      'each order has a number',
      lines('order,customer,name,date,amount', 24, (at) => `O${at},K${at},P ${at},2024-01-1${at % 9},${at}.50`),
    ],
  ])('is not asked where %s', async (_, text) => expect(await askedOf(text)).toEqual([]));
  test('is not asked of whoever brings it as one of them, or whose mapping says so', async () => {
    const [file, map] = writeFiles({
      'table.csv': people('customer id,name,date,amount'),
      'map.json': JSON.stringify({ customers: { customer: 'customer id', name: 'name', acquired_on: 'date' } }),
    });
    expect((await runReport(['--transactions', file, '--strict'])).asked).toEqual([]);
    expect((await runReport(['--auto', file, '--map', map, '--strict'])).asked).toEqual([]);
  });
  test('is asked on the page, where an answer makes it the other', async () => {
    const { page, asking, report } = await pageOf({ 'list.csv': people('customer id,name,date,amount') });
    await asking.count();
    const [ask] = page.questions.open;
    expect(ask.question.code).toBe('role');
    const other = ask.question.readings[1];
    await asking.answer(ask, other);
    expect(choicesOf(page.tables)[0].roles.map(({ role }) => role)).toEqual([other.answer]);
    expect(report().files[0].role).toBe(other.answer);
    await asking.undo();
    expect(report().files[0].role).toBe(ask.question.readings[0].answer);
  });
});
