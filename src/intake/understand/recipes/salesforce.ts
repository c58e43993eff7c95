import { wordsOf, type Recipe } from '../recipe';

/** One row an opportunity: a report, in English or German. */
export const salesforceOpportunities: Recipe = {
  id: 'salesforce_opportunities',
  name: 'Salesforce opportunities',
  source: 'https://help.salesforce.com/s/articleView?id=sales.opp_fields.htm',
  fingerprints: [
    ['Opportunity Name', 'Account Name', 'Stage', 'Amount', 'Close Date', 'Opportunity Owner', 'Probability (%)'],
    [
      'Opportunity-Name',
      'Accountname',
      'Phase',
      'Betrag',
      'Schlusstermin',
      'Opportunity-Inhaber',
      'Wahrscheinlichkeit (%)',
    ],
  ],
  roles: {
    deals: {
      deal: ['Opportunity ID', 'Opportunity-ID', 'Opportunity Name', 'Opportunity-Name'],
      customer: ['Contact ID', 'Primary Contact', 'Contact Name', 'Kontaktname'],
      company: ['Account ID', 'Account-ID', 'Account Name', 'Accountname'],
      opened: ['Created Date', 'Erstelldatum'],
      closed: ['Close Date', 'Schlusstermin'],
      stage: ['Stage', 'Phase'],
      amount: ['Amount', 'Betrag'],
      owner: ['Opportunity Owner', 'Opportunity-Inhaber'],
      channel: ['Lead Source', 'Lead-Quelle'],
      reason: ['Loss Reason', 'Closed Lost Reason', 'Verlustgrund'],
    },
  },
  secondBest: ['Opportunity Name', 'Opportunity-Name', 'Account Name', 'Accountname'],
  ignored: [
    'Expected Revenue',
    'Erwarteter Umsatz',
    'Probability (%)',
    'Wahrscheinlichkeit (%)',
    'Age',
    'Alter',
    'Fiscal Period',
    'Geschäftsperiode',
    'Type',
    'Typ',
    'Next Step',
    'Last Modified Date',
    'Last Activity',
  ],
  context: 'deal',
  words: {
    status: wordsOf({ sale: 'Geschlossen und gewonnen', no_sale: 'Geschlossen und verloren|Value Proposition' }),
  },
};
