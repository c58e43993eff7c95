import type { MetricId } from '../../metrics/catalog';

/** The very text that defines each metric, fetched when it is looked at. */
const texts = import.meta.glob<string>('../../metrics/*/query.sql', { query: '?raw', import: 'default' });

export const queryText = (metric: MetricId): Promise<string> =>
  texts[`../../metrics/${metric.replaceAll('_', '-')}/query.sql`]?.() ?? Promise.resolve('');
