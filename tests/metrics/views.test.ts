import { expect, test } from 'vitest';
import { queryText } from '../../src/engine/run-metric';
import * as catalog from '../../src/metrics/catalog';
import type { MetricId } from '../../src/metrics/metric-id';
import type { AnyView } from '../../src/metrics/view';
import { views } from '../../src/metrics/views';
import { context, format } from '../visual/drawn';
import { ask, metricIds } from './support/ask';

const viewOf = async (id: MetricId) => (await views[id]()).default as unknown as AnyView;

test.each(metricIds)('%s has a chart, a text that explains it, and SQL to show', async (id) => {
  const { chart, about } = await viewOf(id);
  expect(chart).toBeTypeOf('function');
  expect((await about()).default).toContain('<h1>');
  expect(queryText(id)).toMatch(/\bSELECT\b/);
});

/** Every picture of a metric, the variants among them. */
test.each(metricIds)('%s says nothing of nothing', async (id) => {
  const { variants = {}, ...first } = await viewOf(id);
  const { table, options } = ask(id, []);
  for (const { finding } of [first, ...Object.values(variants)])
    expect(finding(table, context, format, options, {})).toBeNull();
});

test.each(metricIds)('%s names only columns of its own in the list to act on', async (id) => {
  const { list } = await viewOf(id);
  expect((list?.columns ?? []).filter((column) => !(column in catalog[id].table))).toEqual([]);
});
