import { expect, test } from 'vitest';
import { unpackTable } from '../../src/bridge/packed-table';
import { EngineSession } from '../../src/engine/session';
import { keptPart, loadedPart } from '../../src/intake/load/kept-parts';
import { DEFAULT_RULES } from '../../src/domain/rhythm';
import { readParts, writeParts } from '../../src/workspace/parts';
import { runReport, writeFiles } from '../support/written-report';
import { pageOf } from './page-of-files';

/** Three customers who come back after 10, 40 and 100 days, and a last day that lets all be judged. */
const SALES = `Order,Customer,Date,Amount
1,Ann,2024-01-01,10
2,Ann,2024-01-11,10
3,Bob,2024-01-01,10
4,Bob,2024-02-10,10
5,Cem,2024-01-01,10
6,Cem,2024-04-10,10
7,Dan,2025-06-30,10
`;
const QUESTION = { metric: 'buying_and_away', options: {}, filter: [] } as const;

test('days that somebody chooses tell in every metric who is gone, until they are taken back', async () => {
  const { page } = await pageOf({ 'sales.csv': SALES });
  const lost = async () => {
    const asked = await page.engine.call('metric', { metric: 'lifecycle_flow', options: {}, filter: [] });
    const flow = unpackTable(asked.table!);
    const strip = unpackTable((await page.engine.call('metric', QUESTION)).table!);
    return [(flow['lost'] as Float64Array).reduce((sum, one) => sum + one, 0), strip['lapse_days'][0]];
  };
  const before = await lost();
  expect(before[1]).toBe(365);
  await page.loading.setRules({ goneAfter: 30 });
  expect(page.rules).toEqual({ ...DEFAULT_RULES, goneAfter: 30 });
  // Ann once, Bob and Cem twice each.
  expect(await lost()).toEqual([5, 30]);
  await page.loading.setRules({ goneAfter: 'auto' });
  expect(await lost()).toEqual(before);
});

test('page and report count the same under the same rule', async () => {
  const { page } = await pageOf({ 'sales.csv': SALES });
  await page.loading.setRules({ goneAfter: 30 });
  const asked = await page.engine.call('metric', { metric: 'survival', options: {}, filter: [] });
  const ours = Array.from(unpackTable(asked.table!)['survival'] as Float64Array);
  const [file] = writeFiles({ 'sales.csv': SALES });
  const { rows } = await runReport(['--auto', file, '--set', 'workspace.gone_after=30']);
  expect(rows('survival').map((row) => Number(row['survival']))).toEqual(ours);
});

test('a kept workspace is counted under its own rule when it is opened again', async () => {
  const { page, session } = await pageOf({ 'sales.csv': SALES });
  await page.loading.setRules({ goneAfter: 30 });
  const parts = await readParts(
    [...writeParts(session.partsOf(session.generation)!.map(keptPart))].map((section) => section.slice()),
    'test',
  );
  const other = new EngineSession();
  await other.openKept('test', parts.map(loadedPart), null, {}, {}, undefined, page.rules);
  expect(other.loaded.facts.rules.goneAfter).toBe(30);
});
