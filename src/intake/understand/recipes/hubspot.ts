import type { Recipe } from '../recipe';

/** One row a contact. The days on which it became a lead and an opportunity are steps of the way; as a customer it was won. */
export const hubSpotContacts: Recipe = {
  id: 'hubspot_contacts',
  name: 'HubSpot contacts',
  source: 'https://knowledge.hubspot.com/properties/hubspots-default-contact-properties',
  fingerprints: [
    ['Record ID', 'First Name', 'Last Name', 'Email', 'Contact owner', 'Lead Status', 'Create Date'],
    ['Contact ID', 'First Name', 'Last Name', 'Email', 'Contact owner', 'Lifecycle Stage', 'Create Date'],
    ['Datensatz-ID', 'Vorname', 'Nachname', 'E-Mail', 'Zuständiger Mitarbeiter', 'Lead-Status', 'Erstelldatum'],
  ],
  roles: {
    customers: {
      customer: ['Record ID', 'Record ID - Contact', 'Contact ID', 'Datensatz-ID'],
      email: ['Email', 'E-Mail'],
      phone: ['Phone Number', 'Mobile Phone Number', 'Telefonnummer'],
      city: ['City', 'Stadt'],
      postcode: ['Postal Code', 'Postleitzahl'],
      region: ['Country/Region', 'Country', 'Land/Region', 'Land'],
      company: ['Associated Company', 'Primary Associated Company', 'Company Name', 'Zugeordnetes Unternehmen'],
      acquired_on: ['Became a Customer Date', 'Wurde Kunde am'],
      channel: ['Original Source', 'Original Traffic Source', 'Ursprüngliche Quelle', 'Ursprüngliche Traffic-Quelle'],
      stage: ['Lifecycle Stage', 'Lifecycle-Phase'],
      aware_on: ['Became a Lead Date', 'Wurde Lead am'],
      understands_on: ['Became a Marketing Qualified Lead Date', 'Wurde Marketing Qualified Lead am'],
      considers_on: [
        'Became a Sales Qualified Lead Date',
        'Became an Opportunity Date',
        'Wurde Sales Qualified Lead am',
        'Wurde Opportunity am',
      ],
    },
  },
  ignored: [
    'Contact owner',
    'Lead Status',
    'Last Activity Date',
    'Marketing contact status',
    'Zuständiger Mitarbeiter',
  ],
};

/** One row a deal; a won deal is a purchase on the day on which it closed. */
export const hubSpotDeals: Recipe = {
  id: 'hubspot_deals',
  name: 'HubSpot deals',
  source: 'https://knowledge.hubspot.com/properties/hubspots-default-deal-properties',
  fingerprints: [
    ['Record ID', 'Deal Name', 'Deal Stage', 'Close Date', 'Deal owner', 'Amount', 'Pipeline'],
    ['Deal ID', 'Deal Name', 'Deal Stage', 'Close Date', 'Deal owner', 'Amount', 'Pipeline'],
    ['Datensatz-ID', 'Deal-Name', 'Deal-Phase', 'Abschlussdatum', 'Zuständiger Mitarbeiter', 'Betrag', 'Pipeline'],
  ],
  roles: {
    deals: {
      deal: ['Record ID', 'Record ID - Deal', 'Deal ID', 'Datensatz-ID'],
      customer: [
        'Associated Contact IDs',
        'Associated Contact ID',
        'Associated Contact',
        'IDs zugeordneter Kontakte',
        'Zugeordneter Kontakt',
      ],
      company: [
        'Associated Company IDs',
        'Associated Company ID',
        'Associated Company',
        'IDs zugeordneter Unternehmen',
        'Zugeordnetes Unternehmen',
      ],
      opened: ['Create Date', 'Erstelldatum'],
      closed: ['Close Date', 'Abschlussdatum'],
      stage: ['Deal Stage', 'Deal-Phase'],
      amount: ['Amount', 'Betrag', 'Amount in company currency'],
      owner: ['Deal owner', 'Zuständiger Mitarbeiter'],
      channel: ['Original Traffic Source', 'Original Source', 'Original Source Type', 'Ursprüngliche Traffic-Quelle'],
      reason: ['Closed Lost Reason', 'Grund für verlorenen Deal'],
    },
  },
  secondBest: ['Associated Contact', 'Zugeordneter Kontakt', 'Associated Company', 'Zugeordnetes Unternehmen'],
  ignored: ['Pipeline', 'Deal Type', 'Closed Won Reason', 'Last Activity Date'],
  context: 'deal',
  // Several contacts or companies of one deal: the first one.
  details: { 'deals.customer': { first: ';' }, 'deals.company': { first: ';' } },
};
