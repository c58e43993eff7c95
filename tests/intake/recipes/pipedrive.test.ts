import { test } from 'vitest';
import { expectRecipe, renamed, withColumn, type Expected } from './recipe-files';

const DEALS = `Deal - ID,Deal - Title,Deal - Creator,Deal - Owner,Deal - Value,Deal - Currency of Value,Deal - Organization,Deal - Pipeline,Deal - Contact person,Deal - Stage,Deal - Status,Deal - Deal created,Deal - Update time,Deal - Won time,Deal - Lost time,Deal - Deal closed on,Deal - Lost reason,Deal - Expected close date
1,Jones deal,Dana Moss,Dana Moss,12000,USD,Jones Inc,Pipeline,Kate Jones,Negotiations Started,Won,2025-01-04 10:00:00,2025-02-13 10:00:00,2025-02-13 10:00:00,,2025-02-13 10:00:00,,2025-02-20
2,Berg deal,Dana Moss,Dana Moss,1200,USD,Berg SA,Pipeline,Mona Berg,Proposal Made,Lost,2025-02-03 10:00:00,2025-02-23 10:00:00,,2025-02-23 10:00:00,2025-02-23 10:00:00,Price,2025-03-20
3,Smith deal,Leo Hart,Leo Hart,5000,USD,Smith Ltd,Pipeline,Ben Smith,Demo Scheduled,Open,2025-05-01 10:00:00,2025-05-13 10:00:00,,,,,2025-06-30
4,Jones upgrade,Leo Hart,Leo Hart,,USD,Jones Inc,Pipeline,Kate Jones,Qualified,Won,2025-05-20 10:00:00,2025-06-13 10:00:00,2025-06-13 10:00:00,,2025-06-13 10:00:00,,2025-06-30`;
const EXPECTED: Expected = {
  recipe: 'Pipedrive deals',
  roles: {
    deals: {
      deal: 'Deal - ID',
      customer: 'Deal - Contact person',
      company: 'Deal - Organization',
      opened: 'Deal - Deal created',
      closed: 'Deal - Deal closed on',
      stage: 'Deal - Stage',
      status: 'Deal - Status',
      amount: 'Deal - Value',
      owner: 'Deal - Owner',
      reason: 'Deal - Lost reason',
    },
    transactions: {
      customer: 'Deal - Contact person',
      date: 'Deal - Deal closed on',
      order: 'Deal - ID',
      amount: 'Deal - Value',
      status: 'Deal - Status',
    },
  },
  words: { Won: 'sale', Lost: 'no_sale', Open: 'no_sale' },
};
test('deals are of contacts, and their status says whether they are won', () => expectRecipe(DEALS, EXPECTED));
test('the value may be called otherwise', () =>
  expectRecipe(renamed(DEALS, 'Deal - Value', 'Deal Amount'), withColumn(EXPECTED, 'Deal - Value', 'Deal Amount')));
test('the older headers do not say what they are of', () =>
  expectRecipe(
    `ID,Title,Owner,Value,Currency,Organization,Pipeline,Contact person,Stage,Status,Deal created,Won time,Lost time,Deal closed on,Lost reason
1,Jones deal,Dana Moss,12000,USD,Jones Inc,Pipeline,Kate Jones,Negotiations Started,won,2015-01-04 10:00:00,2015-02-13 10:00:00,,2015-02-13 10:00:00,
2,Berg deal,Dana Moss,1200,USD,Berg SA,Pipeline,Mona Berg,Proposal Made,lost,2015-02-03 10:00:00,,2015-02-23 10:00:00,2015-02-23 10:00:00,Price
3,Smith deal,Leo Hart,5000,USD,Smith Ltd,Pipeline,Ben Smith,Demo Scheduled,open,2015-05-01 10:00:00,,,,`,
    {
      recipe: 'Pipedrive deals',
      roles: {
        deals: {
          deal: 'ID',
          customer: 'Contact person',
          company: 'Organization',
          opened: 'Deal created',
          closed: 'Deal closed on',
          stage: 'Stage',
          status: 'Status',
          amount: 'Value',
          owner: 'Owner',
          reason: 'Lost reason',
        },
        transactions: {
          customer: 'Contact person',
          date: 'Deal closed on',
          order: 'ID',
          amount: 'Value',
          status: 'Status',
        },
      },
      words: { won: 'sale', lost: 'no_sale', open: 'no_sale' },
    },
  ));
