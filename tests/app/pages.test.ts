import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { pages } from '../../src/app/pages';
import * as catalog from '../../src/metrics/catalog';
import type { AnyMetric } from '../../src/metrics/metric';
import { PAGES } from '../../src/session/view-code';

const app = path.resolve(import.meta.dirname, '../../src/app');

/** The metrics of all panels in the Svelte files of a folder, or in one Svelte file. */
function panelsIn(place: string): Set<string> {
  const files = place.endsWith('.svelte')
    ? [place]
    : readdirSync(place, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.svelte'))
        .map((name) => path.join(place, name));
  const found = new Set<string>();
  for (const file of files)
    for (const [, asked] of readFileSync(file, 'utf8').matchAll(/<Panel\b[^>]*?\bmetric=("[a-z_]+"|\{[^}]*\})/g))
      for (const [, id] of asked.matchAll(/["']([a-z_]+)["']/g)) found.add(id);
  return found;
}

test('every metric has a panel, or a reason for having none', () => {
  const shown = panelsIn(app);
  const metrics: readonly AnyMetric[] = Object.values(catalog);
  expect(metrics.filter(({ id, withoutPanel }) => shown.has(id) === Boolean(withoutPanel)).map(({ id }) => id)).toEqual(
    [],
  );
});

test('a page lists only metrics that it shows, each once', () => {
  const inFolder = (id: string) => {
    const folder = path.join(app, 'pages', id);
    try {
      return panelsIn(folder);
    } catch {
      return new Set<string>();
    }
  };
  for (const id of PAGES) {
    const name = id.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
    const shown = new Set([...panelsIn(path.join(app, 'pages', `${name}.svelte`)), ...inFolder(id)]);
    expect(
      pages[id].metrics.filter((metric) => !shown.has(metric)),
      id,
    ).toEqual([]);
    expect(new Set(pages[id].metrics).size, id).toBe(pages[id].metrics.length);
  }
});
