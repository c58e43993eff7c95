import { goodsOf } from '../ledger';
import { csvOf, dayText, moneyText, type Form, type Row } from '../write';

const DEALS =
  'Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Pipeline,Create Date,Associated Contact IDs,Associated Contact,Closed Lost Reason'.split(
    ',',
  );

/** One row a deal; those that were lost never were a sale, though their days count as observed. */
export const hubSpotDeals: Form = {
  name: 'HubSpot deals',
  recipe: 'HubSpot deals',
  holds: { severalLines: true, noSale: true },
  grain: { orders: 'id', refunds: 'order' },
  told: (figures, { orders }) => {
    const days = orders.map(({ day }) => day);
    return { ...figures, from: Math.min(...days), until: Math.max(...days) };
  },
  write: ({ customers, orders }) => {
    const rows = orders.map((order, at): Row => {
      const { id, name } = customers[order.customer];
      return {
        'Record ID': String(9_000_000 + at * 17),
        'Deal Name': `${name} - new deal`,
        'Deal Stage': order.outcome === 'no_sale' ? 'Closed Lost' : 'Closed Won',
        'Close Date': dayText(order.day, order.minute, 'minute'),
        'Deal owner': ['Pat Moss', 'Sam Hill'][at % 2],
        Amount: moneyText(goodsOf(order)),
        Pipeline: 'Sales pipeline',
        'Create Date': dayText(order.day, 0, 'minute'),
        'Associated Contact IDs': id,
        'Associated Contact': name,
        'Closed Lost Reason': order.outcome === 'no_sale' ? 'Price' : '',
      };
    });
    return [{ name: 'hubspot-deals.csv', text: csvOf(DEALS, rows) }];
  },
};
