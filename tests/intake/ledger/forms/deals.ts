import { goodsOf, type Ledger } from '../ledger';
import type { Figures } from '../figures';
import type { Form } from '../write';
import { oneRowEach, systemForm, type SystemColumn, type System } from './system';

const openedOn = (day: number, at: number): number => day - (at % 30);

/** Those that were lost never were a sale, though their days count as observed, as do those on which deals were opened. */
export const observedDeals = (figures: Figures, { orders }: Ledger): Figures => {
  const days = orders.flatMap(({ day }, at) => [day, openedOn(day, at)]);
  return { ...figures, from: Math.min(...days), until: Math.max(...days) };
};

/** One row a deal, of a customer who is named as the system does. */
const deals = (name: string, tongues: System['tongues'], columns: readonly SystemColumn[]): Form =>
  systemForm({
    name,
    holds: { severalLines: true, noSale: true },
    grain: { orders: 'id', refunds: 'order' },
    file: 'deals.csv',
    rows: oneRowEach,
    told: observedDeals,
    ...(tongues ? { tongues } : {}),
    columns,
  });

export const salesforce = deals(
  'Salesforce opportunities',
  [{ day: 'iso' }, { day: 'german', mark: ',', delimiter: ';' }],
  [
    ['Opportunity Owner|Opportunity-Inhaber', ({ at }) => ['Pat Moss', 'Sam Hill'][at % 2]],
    ['Account Name|Accountname', ({ customer }) => `${customer.name.split(' ')[1]} ${customer.name.split(' ')[0]} Ltd`],
    ['Opportunity ID|Opportunity-ID', ({ at }) => `0065g0000${String(100_000 + at * 37)}AAA`],
    ['Opportunity Name|Opportunity-Name', ({ customer, order }) => `${customer.name} - ${order.id}`],
    [
      'Stage|Phase',
      ({ order }, { word }) =>
        word(
          order.outcome === 'no_sale' ? 'Closed Lost|Geschlossen und verloren' : 'Closed Won|Geschlossen und gewonnen',
        ),
    ],
    ['Fiscal Period|Geschäftsperiode', 'Q1-2025'],
    ['Amount|Betrag', ({ order }, { money }) => money(goodsOf(order))],
    [
      'Expected Revenue|Erwarteter Umsatz',
      ({ order }, { money }) => money(order.outcome === 'no_sale' ? 0 : goodsOf(order)),
    ],
    ['Probability (%)|Wahrscheinlichkeit (%)', ({ order }) => (order.outcome === 'no_sale' ? '0' : '100')],
    ['Age|Alter', ({ at }) => String(10 + (at % 40))],
    ['Close Date|Schlusstermin', ({ order }, { day }) => day(order.day)],
    ['Created Date|Erstelldatum', ({ order, at }, { day }) => day(openedOn(order.day, at))],
    ['Lead Source|Lead-Quelle', 'Web'],
  ],
);

export const pipedrive = deals(
  'Pipedrive deals',
  [{ day: 'minute' }, { day: 'minute', mark: ',', delimiter: ';' }],
  [
    ['Deal - ID', ({ at }) => String(1 + at)],
    ['Deal - Title|Deal - Titel', ({ customer }) => `${customer.name} deal`],
    ['Deal - Stage|Deal - Phase', ({ at }) => ['Qualified', 'Proposal made'][at % 2]],
    ['Deal - Status', ({ order }, { word }) => word(order.outcome === 'no_sale' ? 'Lost|Verloren' : 'Won|Gewonnen')],
    ['Deal - Value|Deal - Wert', ({ order }, { money }) => money(goodsOf(order))],
    ['Deal - Currency|Deal - Währung', (_, { ledger }) => ledger.currency],
    ['Deal - Owner|Deal - Besitzer', ({ at }) => ['Pat Moss', 'Sam Hill'][at % 2]],
    ['Deal - Pipeline', 'Pipeline'],
    ['Deal - Contact person|Deal - Kontaktperson', ({ customer }) => customer.name],
    ['Deal - Organization|Deal - Organisation', ({ order }) => `Firm ${order.customer % 4}`],
    [
      'Deal - Deal created|Deal - Deal erstellt am',
      ({ order, at }, { day }) => `${day(openedOn(order.day, at), order.minute)}:00`,
    ],
    [
      'Deal - Deal closed on|Deal - Deal abgeschlossen am',
      ({ order }, { day }) => `${day(order.day, order.minute)}:00`,
    ],
    [
      'Deal - Won time|Deal - Gewonnen am',
      ({ order }, { day }) => (order.outcome === 'no_sale' ? '' : `${day(order.day, order.minute)}:00`),
    ],
    ['Deal - Lost reason|Deal - Verlustgrund', ({ order }) => (order.outcome === 'no_sale' ? 'Price' : '')],
  ],
);

export const zohoDeals = deals(
  'Zoho CRM deals',
  [{ day: 'iso' }],
  [
    ['Record Id', ({ at }) => `zcrm_${5_000_000 + at * 1009}`],
    ['Deal Owner.id', ({ at }) => `zcrm_u${at % 2}`],
    ['Deal Owner', ({ at }) => ['Pat Moss', 'Sam Hill'][at % 2]],
    ['Deal Name', ({ customer }) => `${customer.name} deal`],
    ['Amount', ({ order }, { money }) => money(goodsOf(order))],
    ['Closing Date', ({ order }, { day }) => day(order.day)],
    ['Account Name.id', ({ order }) => `zcrm_a${order.customer % 5}`],
    ['Account Name', ({ order }) => `Firm ${order.customer % 5}`],
    [
      'Stage',
      ({ order, at }) =>
        order.outcome === 'no_sale' ? ['Closed Lost', 'Closed Lost to Competition'][at % 2] : 'Closed Won',
    ],
    ['Type', 'New Business'],
    ['Probability (%)', ({ order }) => (order.outcome === 'no_sale' ? '0' : '100')],
    ['Expected Revenue', ({ order }, { money }) => money(order.outcome === 'no_sale' ? 0 : goodsOf(order))],
    ['Lead Source', 'Web'],
    ['Contact Name.id', ({ order }) => `zcrm_c${order.customer}`],
    ['Contact Name', ({ customer }) => customer.name],
    ['Created Time', ({ order, at }, { day }) => `${day(openedOn(order.day, at))} 10:00:00`],
    ['Modified Time', ({ order }, { day }) => `${day(order.day)} 10:00:00`],
    ['Reason For Loss', ({ order }) => (order.outcome === 'no_sale' ? 'Price' : '')],
  ],
);
