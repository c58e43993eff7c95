import type { MetricTable, TableRow } from '../metric';
import type { acquisition } from './definition';

/** What one channel costs and brings under one model. Money in 1/10,000; NaN where it is not known. */
export interface Channel {
  readonly name: string;
  readonly customers: number;
  readonly people: number;
  readonly spend: number;
  readonly cac: number;
  readonly net: number;
  readonly profit: number;
  readonly payback: number;
  /** The longest month for which anybody was observed. */
  readonly longest: number;
  readonly row: TableRow;
}

/** The channels of a model, the dearest customer first; those without a known cost last, by their customers. */
export function readChannels(table: MetricTable<typeof acquisition>, model: string): Channel[] {
  const cost = ({ cac }: Channel) => (Number.isNaN(cac) ? -1 : cac);
  return table.channel
    .map((name, at) => ({
      name,
      customers: table.customers[at],
      people: table.people[at],
      spend: table.spend[at],
      cac: table.cac[at],
      net: table.net_12m_per_customer[at],
      profit: table.profit_12m_per_customer[at],
      payback: table.payback_months[at],
      longest: table.longest[at],
      row: { channel: name, model },
    }))
    .filter((_, at) => table.model[at] === model)
    .sort((a, b) => cost(b) - cost(a) || b.customers - a.customers);
}

export const channelLabel = (name: string): string => (name === 'unknown' ? 'no known contact' : name);
