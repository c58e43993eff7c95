import { expect, test } from 'vitest';
import { locateFields } from '../../../src/intake/check/validate-fields';
import { readOne } from '../reading-files';
import { textsOf } from '../validate-tables';
import { GENERIC_ORDERS, expectRecipe, renamed, understandText, withColumn, type Expected } from './recipe-files';

const CONTACTS = `Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Marketing contact status,Create Date,Became a Lead Date,Became an Opportunity Date,Became a Customer Date,Last Activity Date,Lifecycle Stage,Original Source,Country/Region,Associated Company
500,Kate,Jones,kate@example.com,+15550001,Dana Moss,,Marketing contact,2023-11-08 09:00,2023-11-10 09:00,2023-11-20 09:00,2023-12-18 09:00,2024-01-07 09:00,Customer,Organic Search,United States,Jones Inc
501,Mona,Berg,mona@example.com,+15550002,Dana Moss,,Marketing contact,2025-03-07 09:00,2025-03-09 09:00,2025-03-19 09:00,,2025-05-06 09:00,Opportunity,Paid Social,France,Berg SA
502,Ben,Smith,ben@example.com,,Dana Moss,New,Marketing contact,2024-02-11 09:00,2024-02-13 09:00,,,2024-04-11 09:00,Lead,Offline Sources,Germany,`;
const PEOPLE: Expected = {
  recipe: 'HubSpot contacts',
  roles: {
    customers: {
      customer: 'Record ID',
      name: 'First Name + Last Name',
      email: 'Email',
      phone: 'Phone Number',
      region: 'Country/Region',
      company: 'Associated Company',
      acquired_on: 'Became a Customer Date',
      channel: 'Original Source',
      stage: 'Lifecycle Stage',
      aware_on: 'Became a Lead Date',
      considers_on: 'Became an Opportunity Date',
    },
  },
};
test('contacts have the days of their stages', () => expectRecipe(CONTACTS, PEOPLE));
test.each([
  ['Record ID', 'Contact ID'],
  ['Original Source', 'Original Traffic Source'],
  ['Became a Lead Date', 'Lead date'],
])('%s of contacts may be called %s', (from, to) =>
  expectRecipe(renamed(CONTACTS, from, to), withColumn(PEOPLE, from, to)),
);
test('contacts in German', () =>
  expectRecipe(
    `Datensatz-ID,Vorname,Nachname,E-Mail,Telefonnummer,Zuständiger Mitarbeiter,Lead-Status,Erstelldatum,Lifecycle-Phase,Ursprüngliche Traffic-Quelle,Land/Region
500,Kate,Jones,kate@example.com,+15550001,Dana Moss,Neu,2023-11-08 09:00,Kunde,Organische Suche,Deutschland
501,Mona,Berg,mona@example.com,+15550002,Dana Moss,Neu,2025-03-07 09:00,Opportunity,Social Media,Frankreich
502,Ben,Smith,ben@example.com,,Dana Moss,,2024-02-11 09:00,Lead,Offline-Quellen,Deutschland`,
    {
      recipe: 'HubSpot contacts',
      roles: {
        customers: {
          customer: 'Datensatz-ID',
          name: 'Vorname + Nachname',
          email: 'E-Mail',
          phone: 'Telefonnummer',
          region: 'Land/Region',
          channel: 'Ursprüngliche Traffic-Quelle',
          stage: 'Lifecycle-Phase',
        },
      },
    },
  ));

const DEALS = `Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Create Date,Pipeline,Deal Type,Associated Contact IDs,Associated Contact,Associated Company IDs,Associated Company,Original Traffic Source,Closed Won Reason,Closed Lost Reason
9001,Jones - Renewal,Closed Lost,2024-08-23 09:00,Dana Moss,2227.92,2024-06-11 09:00,Sales Pipeline,New Business,500,Kate Jones (kate@example.com),7067,Jones Inc,Email Marketing,,Price
9002,Berg - New,Closed Won,2024-04-28 09:00,Dana Moss,8113.32,2024-04-22 09:00,Sales Pipeline,Existing Business,501,Mona Berg (mona@example.com),7061,Berg SA,Offline Sources,Service,
9003,Smith - New,Closed Won,2024-12-12 09:00,Dana Moss,,2024-10-01 09:00,Sales Pipeline,New Business,502,Ben Smith (ben@example.com),7129,Smith Ltd,Direct Traffic,,
9004,Berg - Upsell,Presentation Scheduled,2025-09-23 09:00,Dana Moss,3044.72,2025-07-24 09:00,Sales Pipeline,New Business,501,Mona Berg (mona@example.com),7061,Berg SA,Email Marketing,,
9005,Smith - Upsell,Contract Sent,2025-09-23 09:00,Dana Moss,,2025-07-24 09:00,Sales Pipeline,New Business,,,7129,Smith Ltd,Email Marketing,,`;
const SOLD: Expected = {
  recipe: 'HubSpot deals',
  roles: {
    deals: {
      deal: 'Record ID',
      customer: 'Associated Contact IDs',
      company: 'Associated Company IDs',
      opened: 'Create Date',
      closed: 'Close Date',
      stage: 'Deal Stage',
      amount: 'Amount',
      owner: 'Deal owner',
      channel: 'Original Traffic Source',
      reason: 'Closed Lost Reason',
    },
    transactions: {
      customer: 'Associated Contact IDs',
      date: 'Close Date',
      order: 'Record ID',
      amount: 'Amount',
      channel: 'Original Traffic Source',
      status: 'Deal Stage',
    },
  },
  words: {
    'Closed Lost': 'no_sale',
    'Closed Won': 'sale',
    'Presentation Scheduled': 'no_sale',
    'Contract Sent': 'no_sale',
  },
};
test('deals are of contacts, and a won deal is a purchase', () => expectRecipe(DEALS, SOLD));
test.each([
  ['Record ID', 'Deal ID'],
  ['Associated Contact IDs', 'Contact ID'],
  ['Close Date', 'Closed on'],
])('%s of deals may be called %s', (from, to) => expectRecipe(renamed(DEALS, from, to), withColumn(SOLD, from, to)));
test('of several contacts of a deal the first is the customer, of one who has two names both make one', async () => {
  const text = DEALS.replace(',500,Kate', ',500;501,Kate');
  const { roles } = await understandText(text);
  for (const { role, mapping } of roles) {
    const company = role === 'transactions' ? { else: 'Associated Company IDs' } : {};
    expect(mapping['customer']).toEqual({ column: 'Associated Contact IDs', first: ';', ...company });
    const { column } = locateFields(await readOne(text), role, mapping).get('customer')!;
    // Who buys a deal without a contact is its company.
    const last = role === 'transactions' ? '7129' : null;
    expect(textsOf(column)).toEqual(['500', '501', '502', '501', last]);
  }
  const [people] = (await understandText(CONTACTS)).roles;
  const name = locateFields(await readOne(CONTACTS), 'customers', people.mapping).get('name')!;
  expect(textsOf(name.column)).toEqual(['Kate Jones', 'Mona Berg', 'Ben Smith']);
});
test('a list of orders of no system is none of it', async () =>
  expect((await understandText(GENERIC_ORDERS)).recipe).toBeNull());
