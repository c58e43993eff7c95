import { expect, test } from 'vitest';
import { countedRoles, rolesOf } from '../../src/session/readings';
import { dropOnPage } from '../support/page-state';
import { runReport, writeFiles } from '../support/written-report';

/** A list that no word calls deals: the page takes it for something else. */
const PIPELINE =
  'Ref,Company,Stage,Close Date,Value\n' +
  Array.from({ length: 24 }, (_, at) => {
    const step = ['Closed Won', 'Closed Lost', 'Negotiation'][at % 3];
    return `R${at},Firm ${at % 5},${step},2024-0${1 + (at % 9)}-11,${100 + at}`;
  }).join('\n') +
  '\n';
const OPEN = PIPELINE.replaceAll('Closed Won', 'Proposal').replaceAll('Closed Lost', 'Contacted');
const OPPORTUNITIES = PIPELINE.replace(
  'Ref,Company,Stage,Close Date,Value',
  'Opportunity ID,Account,Stage,Close Date,Amount',
);

async function playDeals(content: string) {
  const [path] = writeFiles({ 'pipeline.csv': content });
  const page = await dropOnPage([path]);
  await page.shaping.play(page.tables.inspected[0], ['deals']);
  await page.loading.load();
  expect(page.error).toBeNull();
  return { page, path };
}

test.each([
  ['that is none by its words', PIPELINE],
  ['that is one by its words', OPPORTUNITIES],
])('a table %s, given the role deals by hand, has its won deals as purchases, as in a report', async (_, content) => {
  const { page, path } = await playDeals(content);
  const { summary, mapping } = await runReport(['--deals', path]);
  const { net, purchases, customers, transaction_lines } = page.report!.summary;
  expect({ net: net / 10_000, purchases, customers, transaction_lines }).toEqual({
    net: summary.net,
    purchases: summary['purchases'],
    customers: summary.customers,
    transaction_lines: summary['transaction_lines'],
  });
  const [table] = page.tables.inspected;
  expect(Object.fromEntries(rolesOf(page.tables, table).map((one) => [one.role, one.mapping]))).toEqual({
    deals: mapping['deals'],
  });
  expect(countedRoles(page.tables, table)[1]).toEqual({ role: 'transactions', mapping: mapping['transactions'] });
});

test('a word of a stage is chosen for deals that were given their role by hand', async () => {
  const { page } = await playDeals(OPPORTUNITIES);
  const before = page.report!.summary.purchases;
  await page.asking.chooseWord('pipeline.csv', 'Stage', 'Negotiation', 'sale', 'Negotiation is a sale.');
  expect([before, page.report!.summary.purchases]).toEqual([8, 16]);
});

test('where no word says that a deal was won, the receipt says so, as a report does', async () => {
  const { page, path } = await playDeals(
    OPEN.replace('Ref,Company,Stage,Close Date,Value', 'Opportunity ID,Account,Stage,Close Date,Amount'),
  );
  const { notices } = await page.engine.call('receipt', { tables: ['pipeline.csv'] });
  expect(notices.filter(({ code }) => code === 'no_won_deals')).toHaveLength(1);
  const { noticed } = await runReport(['--deals', path]);
  expect(noticed.filter((one) => one.startsWith('no_won_deals'))).toHaveLength(1);
});
