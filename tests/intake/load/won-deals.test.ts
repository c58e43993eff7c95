import { describe, expect, test } from 'vitest';
import type { RoleMapping } from '../../../src/domain/roles';
import { chooseRole, guessRolesOf } from '../../../src/intake/load/choose-roles';
import { parseSettings } from '../../../src/cli/report-options';
import { EngineSession } from '../../../src/engine/session';
import { withWonDeals } from '../../../src/intake/load/won-deals';
import { tableFrom } from '../validate-tables';
import { countIn, readTo } from '../../support/load';
import { runReport, writeFiles } from '../../support/written-report';

const DEALS = tableFrom(
  'Deal ID | Contact ID | Account Name | Deal Stage | Close Date | Amount\n' +
    'D1 | c1 | Acme | Closed Won | 2024-01-10 | 100\n' +
    'D2 | c2 | Acme | Negotiation | 2024-02-10 | 200\n' +
    'D3 | c1 | Bond | Closed Lost | 2024-03-10 | 300\n' +
    'D4 | c3 | Bond | Closed Won | 2024-04-10 |\n' +
    'D5 | c4 | Core | Handed over | 2024-05-10 | 400',
  'deals.csv',
);
const MAPPING: RoleMapping = {
  deal: 'Deal ID',
  customer: 'Contact ID',
  company: 'Account Name',
  stage: 'Deal Stage',
  closed: 'Close Date',
  amount: 'Amount',
};
const WORDS = { 'Closed Won': 'sale', Negotiation: 'no_sale', 'Closed Lost': 'no_sale', 'Handed over': 'no_sale' };
const salesIn = (tables: ReturnType<typeof withWonDeals>) =>
  tables[0].roles.filter(({ role }) => role === 'transactions').map(({ mapping }) => mapping);

describe('deals that were won are transactions', () => {
  const sales = {
    customer: { column: 'Contact ID', else: 'Account Name' },
    date: 'Close Date',
    order: 'Deal ID',
    amount: { column: 'Amount', blank: 'zero' },
    status: { column: 'Deal Stage', words: WORDS },
  };
  test('by a mapping, a role or the guess alike', () => {
    const brought = [
      chooseRole([DEALS], 'deals', { deals: MAPPING }),
      chooseRole([DEALS], 'deals', {}),
      guessRolesOf([DEALS])[0],
    ];
    for (const one of brought) expect(salesIn(withWonDeals([one], null))).toEqual([sales]);
  });
  test('the guess takes the status or the stage by which some are won, whichever it is', () => {
    const deals = (head: string, rows: readonly string[]) => tableFrom([head, ...rows].join('\n'), 'deals.csv');
    const byStatus = deals('Deal ID | Account Name | Stage | Status | Close Date | Amount', [
      'D1 | Acme | Proposal | won | 2024-01-10 | 100',
      'D2 | Bond | Contact made | lost | 2024-02-10 | 200',
      'D3 | Core | Proposal | open | 2024-03-10 | 300',
    ]);
    const byStage = deals('Deal ID | Account Name | Stage | Status | Close Date | Amount', [
      'D1 | Acme | Closed Won | Active | 2024-01-10 | 100',
      'D2 | Bond | Closed Lost | Archived | 2024-02-10 | 200',
      'D3 | Core | Closed Won | Archived | 2024-03-10 | 300',
    ]);
    const columnOfWon = (table: typeof DEALS) => {
      const { status } = salesIn(guessRolesOf([table]))[0];
      return (status as { readonly column: string }).column;
    };
    expect([columnOfWon(byStatus), columnOfWon(byStage)]).toEqual(['Status', 'Stage']);
  });

  test('the customer is the contact, or the company where that is asked for', () => {
    for (const one of [chooseRole([DEALS], 'deals', { deals: MAPPING }), guessRolesOf([DEALS])[0]]) {
      expect(salesIn(withWonDeals([one], 'company'))).toEqual([
        { ...sales, customer: { column: 'Account Name', else: 'Contact ID' } },
      ]);
      expect(salesIn(withWonDeals([one], 'contact'))).toEqual([sales]);
    }
    const { customer: _, ...unnamed } = MAPPING;
    const companies = chooseRole([DEALS], 'deals', { deals: unnamed });
    expect(salesIn(withWonDeals([companies], null))).toEqual([{ ...sales, customer: 'Account Name' }]);
  });
  test('what the mapping says of a stage is believed', () => {
    const stage = { column: 'Deal Stage', words: { 'Handed over': 'sale' } } as const;
    const [{ status }] = salesIn(withWonDeals([chooseRole([DEALS], 'deals', { deals: { ...MAPPING, stage } })], null));
    expect(status).toEqual({ column: 'Deal Stage', words: { ...WORDS, 'Handed over': 'sale' } });
  });
  test('a table that is brought as transactions too is counted once', () => {
    const deals = chooseRole([DEALS], 'deals', { deals: MAPPING });
    const lines = chooseRole([DEALS], 'transactions', {});
    const roles = withWonDeals([lines, deals], null).flatMap((one) => one.roles.map(({ role }) => role));
    expect(roles).toEqual(['transactions', 'deals']);
  });
  test('where no word says that a deal was won, none is a purchase, and that is said', () => {
    const open = tableFrom(
      'Deal ID | Stage | Close Date\n D1 | Negotiation | 2024-01-01\n D2 | Proposal | 2024-02-01',
      'open.csv',
    );
    const deals = { deal: 'Deal ID', stage: 'Stage', closed: 'Close Date' };
    const [one] = withWonDeals([chooseRole([open], 'deals', { deals })], null);
    expect(one.roles.map(({ role }) => role)).toEqual(['deals']);
    expect(one.notices).toEqual([{ code: 'no_won_deals', file: 'open.csv', count: 2, column: 'Stage' }]);
  });
});

const MIXED = `Deal ID,Contact ID,Account Name,Deal Stage,Close Date,Amount
D1,c1,Acme,Closed Won,2024-01-10,100
D2,,Acme,Closed Won,2024-02-10,200
D3,c2,,Closed Won,2024-03-10,300
D4,NULL,Bond,Closed Won,2024-04-10,400
D5,,,Closed Won,2024-05-10,500
D6,c1,Bond,Closed Lost,2024-06-10,600
`;

describe('a deal that names no contact is its company’s, row by row', () => {
  const buyers = async (args: readonly string[]) => {
    const { summary } = await runReport(args);
    return [summary.customers_with_purchases, summary['unknown_customer']];
  };
  test('in a report, by the guess, a role and a mapping alike', async () => {
    const [file, map] = writeFiles({ 'deals.csv': MIXED, 'map.json': JSON.stringify({ deals: MAPPING }) });
    for (const args of [
      ['--auto', file],
      ['--deals', file],
      ['--deals', file, '--map', map],
    ])
      expect(await buyers(args)).toEqual([4, { lines: 1, net: 500 }]);
    expect(await buyers(['--deals', file, '--set', 'deals.customer=company'])).toEqual([3, { lines: 1, net: 500 }]);
  });
  test('the mapping that a report writes reads alike', async () => {
    const [file] = writeFiles({ 'deals.csv': MIXED });
    const { mapping } = await runReport(['--auto', file]);
    const [map] = writeFiles({ 'map.json': JSON.stringify(mapping) });
    expect(await buyers(['--transactions', file, '--map', map])).toEqual([4, { lines: 1, net: 500 }]);
  });
  test('on the page', async () => {
    const session = new EngineSession();
    const [{ roles }] = await readTo(session, [{ name: 'deals.csv', blob: new Blob([MIXED]) }]);
    await countIn(session, 'deals', [{ table: 'deals.csv', roles }]);
    const { sales } = session.receipt(['deals.csv']);
    expect(sales).toMatchObject({ customers: 4, purchases: 5, unnamed: 1 });
  });
});

test('the customer of deals is a setting of the report', () => {
  expect(parseSettings(['deals.customer=company']).dealCustomer).toBe('company');
  expect(parseSettings([]).dealCustomer).toBeUndefined();
  expect(() => parseSettings(['deals.customer=owner'])).toThrow('wrong-usage');
});
