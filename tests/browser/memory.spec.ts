import { expect, test } from '@playwright/test';
import { longFile } from './support/cache';
import { loadAndClear, MOST_GROWTH } from './support/memory';
import { openSample } from './support/site';

// Ten times a million lines: `npm run soak`.
test('forgetting frees memory: after six loads the page needs no more than after the first', async ({ page }) => {
  test.setTimeout(240_000);
  await openSample(page);
  const loads = await loadAndClear(page, longFile(100_000), 6);
  const held = loads.map(({ megabytes }) => Math.round(megabytes));
  expect(loads.at(-1)!.megabytes, `MB after each: ${held.join(', ')}`).toBeLessThanOrEqual(
    MOST_GROWTH * loads[0].megabytes,
  );
});
