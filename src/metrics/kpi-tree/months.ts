import type { MetricTable, TableRow } from '../metric';
import type { kpiTree } from './definition';

export type Driver = 'customers' | 'orders' | 'items' | 'price';

/** The factors of net sales in the order in which they multiply. */
export const DRIVERS: readonly {
  readonly id: Driver;
  readonly name: string;
  readonly more: string;
  readonly less: string;
}[] = [
  { id: 'customers', name: 'Customers buying', more: 'More customers', less: 'Fewer customers' },
  { id: 'orders', name: 'Orders each', more: 'More orders a customer', less: 'Fewer orders a customer' },
  { id: 'items', name: 'Items an order', more: 'Fuller orders', less: 'Smaller orders' },
  { id: 'price', name: 'Price an item', more: 'A higher price an item', less: 'A lower price an item' },
];

export interface Month {
  readonly row: TableRow;
  readonly month: number;
  readonly net: number;
  readonly customers: number;
  /** Each driver's own value. */
  readonly values: Readonly<Record<Driver, number>>;
  /** Each driver's part of the change from the month before; null where there is none to tell. */
  readonly parts: Readonly<Record<Driver, number>> | null;
}

export const readMonths = (table: MetricTable<typeof kpiTree>): Month[] =>
  Array.from(table.month, (month, i) => {
    const parts = {
      customers: table.contribution_customers[i],
      orders: table.contribution_orders[i],
      items: table.contribution_items[i],
      price: table.contribution_price[i],
    };
    return {
      row: { month },
      month,
      net: table.net[i],
      customers: table.customers[i],
      values: {
        customers: table.customers[i],
        orders: table.orders_per_customer[i],
        items: table.items_per_order[i],
        price: table.price_per_item[i],
      },
      parts: Number.isNaN(parts.customers) ? null : parts,
    };
  });
