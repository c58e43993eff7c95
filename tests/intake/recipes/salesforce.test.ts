import { test } from 'vitest';
import { expectRecipe, renamed, withColumn, type Expected } from './recipe-files';

const REPORT = `Opportunity Owner,Account Name,Opportunity Name,Stage,Fiscal Period,Amount,Expected Revenue,Probability (%),Age,Close Date,Created Date,Next Step,Lead Source,Type
Dana Moss,Jones Inc,Jones - 200 seats,Closed Won,Q1-2025,12000.00,12000.00,100,40,2025-02-13,2025-01-04,,Web,New Customer
Dana Moss,Berg SA,Berg - 20 seats,Closed Lost,Q1-2025,1200.00,0.00,0,20,2025-02-23,2025-02-03,,Partner,New Customer
Leo Hart,Smith Ltd,Smith - pilot,Negotiation/Review,Q2-2025,5000.00,4500.00,90,60,2025-06-30,2025-05-01,Call,Web,Existing Customer
Leo Hart,Jones Inc,Jones - upgrade,Prospecting,Q2-2025,800.00,80.00,10,10,2025-06-30,2025-05-20,,Web,Existing Customer
Dana Moss,Roe KG,Roe - 5 seats,Closed Won,Q2-2025,500.00,500.00,100,30,2025-05-14,2025-04-14,,Phone,New Customer`;
const EXPECTED: Expected = {
  recipe: 'Salesforce opportunities',
  roles: {
    deals: {
      deal: 'Opportunity Name',
      company: 'Account Name',
      opened: 'Created Date',
      closed: 'Close Date',
      stage: 'Stage',
      amount: 'Amount',
      owner: 'Opportunity Owner',
      channel: 'Lead Source',
    },
    transactions: {
      customer: 'Account Name',
      date: 'Close Date',
      order: 'Opportunity Name',
      amount: 'Amount',
      channel: 'Lead Source',
      status: 'Stage',
    },
  },
  words: {
    'Closed Won': 'sale',
    'Closed Lost': 'no_sale',
    'Negotiation/Review': 'no_sale',
    Prospecting: 'no_sale',
  },
};
test('opportunities are deals of accounts', () => expectRecipe(REPORT, EXPECTED));
test.each([
  ['Close Date', 'Closed Date'],
  ['Opportunity Owner', 'Sales Rep'],
])('%s may be called %s', (from, to) => expectRecipe(renamed(REPORT, from, to), withColumn(EXPECTED, from, to)));
test('the report in German', () =>
  expectRecipe(
    `Opportunity-Inhaber;Accountname;Opportunity-Name;Phase;Geschäftsperiode;Betrag;Erwarteter Umsatz;Wahrscheinlichkeit (%);Alter;Schlusstermin;Erstelldatum;Nächster Schritt;Lead-Quelle;Typ
Dana Moss;Jones AG;Jones 200;Closed Won;Q1-2025;12.000,00;12.000,00;100;40;13.02.2025;04.01.2025;;Web;Neukunde
Dana Moss;Berg SA;Berg 20;Geschlossen und verloren;Q1-2025;1.200,00;0,00;0;20;23.02.2025;03.02.2025;;Partner;Neukunde
Leo Hart;Smith KG;Smith Pilot;Verhandlung;Q2-2025;5.000,00;4.500,00;90;60;30.06.2025;01.05.2025;;Web;Bestand`,
    {
      recipe: 'Salesforce opportunities',
      roles: {
        deals: {
          deal: 'Opportunity-Name',
          company: 'Accountname',
          opened: 'Erstelldatum',
          closed: 'Schlusstermin',
          stage: 'Phase',
          amount: 'Betrag',
          owner: 'Opportunity-Inhaber',
          channel: 'Lead-Quelle',
        },
        transactions: {
          customer: 'Accountname',
          date: 'Schlusstermin',
          order: 'Opportunity-Name',
          amount: 'Betrag',
          channel: 'Lead-Quelle',
          status: 'Phase',
        },
      },
      words: { 'Closed Won': 'sale', 'Geschlossen und verloren': 'no_sale', Verhandlung: 'no_sale' },
    },
  ));
