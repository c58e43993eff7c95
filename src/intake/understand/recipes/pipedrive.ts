import type { Recipe } from '../recipe';

/** One row a deal, in English or German, and as it was before columns were named with what they are of. */
export const pipedriveDeals: Recipe = {
  id: 'pipedrive_deals',
  name: 'Pipedrive deals',
  source: 'https://support.pipedrive.com/en/article/exporting-data-from-pipedrive',
  fingerprints: [
    ['Deal - ID', 'Deal - Title', 'Deal - Stage', 'Deal - Status', 'Deal - Value', 'Deal - Owner', 'Deal - Pipeline'],
    ['Deal - ID', 'Deal - Titel', 'Deal - Phase', 'Deal - Status', 'Deal - Wert', 'Deal - Besitzer', 'Deal - Pipeline'],
    ['ID', 'Title', 'Stage', 'Status', 'Value', 'Owner', 'Contact person', 'Deal created', 'Deal closed on'],
  ],
  roles: {
    deals: {
      deal: ['Deal - ID', 'ID'],
      customer: [
        'Person - ID',
        'Deal - Contact person',
        'Deal - Kontaktperson',
        'Person - Email',
        'Person - Name',
        'Contact person',
      ],
      company: [
        'Organization - ID',
        'Organisation - ID',
        'Deal - Organization',
        'Deal - Organisation',
        'Organization - Name',
        'Organization',
      ],
      opened: ['Deal - Deal created', 'Deal - Deal erstellt am', 'Deal created'],
      closed: ['Deal - Deal closed on', 'Deal - Deal abgeschlossen am', 'Deal closed on'],
      stage: ['Deal - Stage', 'Deal - Phase', 'Stage'],
      status: ['Deal - Status', 'Status'],
      amount: ['Deal - Value', 'Deal - Wert', 'Value'],
      owner: ['Deal - Owner', 'Deal - Besitzer', 'Owner'],
      channel: ['Deal - Source channel', 'Deal - Quellkanal', 'Source channel'],
      reason: ['Deal - Lost reason', 'Deal - Verlustgrund', 'Lost reason'],
    },
  },
  ignored: [
    'Deal - Title',
    'Deal - Titel',
    'Title',
    'Deal - Won time',
    'Deal - Gewonnen am',
    'Won time',
    'Deal - Lost time',
    'Deal - Verloren am',
    'Lost time',
    'Deal - Expected close date',
    'Deal - Weighted value',
    'Deal - Pipeline',
    'Pipeline',
    'Deal - Update time',
  ],
  context: 'deal',
};
