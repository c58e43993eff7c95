import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { serve } from '../tools/serve.mjs';

const PREFIX = '/some/where/';

/** Filled and in charge of this page: from here on the host may go away. */
async function serviceWorkerInCharge(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
  });
}

test('works with the host gone, after the first visit', async ({ page }) => {
  const host = await serve({ prefix: PREFIX });
  await page.goto(host.url);
  await expect(page.locator('#app > *').first()).toBeAttached();
  await serviceWorkerInCharge(page);
  await host.close();
  await page.reload();
  await expect(page.locator('#app > *').first()).toBeAttached();
  await page.goto(`${host.url}no/such/page`);
  await expect(page).toHaveTitle('Perennial');
});

test('a newer version takes over when its only page reloads', async ({ page }) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'perennial-site-'));
  await cp('dist', folder, { recursive: true });
  const host = await serve({ folder, prefix: PREFIX });
  try {
    await page.goto(host.url);
    await serviceWorkerInCharge(page);
    await renameTitle(folder);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      while (!registration.waiting) await new Promise((resolve) => setTimeout(resolve, 50));
    });
    await page.reload();
    await expect(page).toHaveTitle('Newer');
  } finally {
    await host.close();
    await rm(folder, { recursive: true });
  }
});

/** The next release, as a static host sees it: another page and another service worker. */
async function renameTitle(folder: string): Promise<void> {
  const { readFile, writeFile } = await import('node:fs/promises');
  const change = async (name: string, from: RegExp, to: string) => {
    const file = path.join(folder, name);
    const text = await readFile(file, 'utf8');
    expect(text).toMatch(from);
    await writeFile(file, text.replace(from, to));
  };
  await change('index.html', /<title>Perennial<\/title>/, '<title>Newer</title>');
  await change('service-worker.js', /"[0-9a-f]{16}"/, '"0000000000000000"');
}

test('the page cannot send anything to another host', async ({ page }) => {
  const elsewhere = await serve({ folder: 'public' });
  await page.goto('./');
  const outcome = await page.evaluate(tryToLeak, elsewhere.url);
  await elsewhere.close();
  expect(outcome).toEqual({ fetch: 'refused', image: 'refused', beacon: 'refused', script: 'refused' });
});

test('a worker started as ours are cannot either', async ({ page }) => {
  const elsewhere = await serve({ folder: 'public' });
  await page.goto('./');
  const outcome = await page.evaluate(async (url) => {
    const source = `fetch(${JSON.stringify(url)}, { mode: 'no-cors' }).then(() => postMessage('sent'), () => postMessage('refused'))`;
    const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })), { type: 'module' });
    return new Promise((resolve) => worker.addEventListener('message', ({ data }) => resolve(data)));
  }, elsewhere.url);
  await elsewhere.close();
  expect(outcome).toBe('refused');
});

/** Runs in the page. The other host does answer, so only the policy can be what refuses. */
async function tryToLeak(url: string): Promise<Record<string, string>> {
  const violations = new Set<string>();
  document.addEventListener('securitypolicyviolation', (event) => violations.add(event.effectiveDirective));
  const loaded = (element: HTMLImageElement | HTMLScriptElement) =>
    new Promise<string>((resolve) => {
      element.addEventListener('load', () => resolve('sent'));
      element.addEventListener('error', () => resolve('refused'));
      element.src = `${url}icon.svg`;
      document.body.append(element);
    });
  const fetched = await fetch(url, { mode: 'no-cors' }).then(
    () => 'sent',
    () => 'refused',
  );
  violations.clear();
  navigator.sendBeacon(url, 'x');
  await new Promise((resolve) => setTimeout(resolve, 200));
  const beacon = violations.has('connect-src') ? 'refused' : 'sent';
  return {
    fetch: fetched,
    image: await loaded(new Image()),
    beacon,
    script: await loaded(document.createElement('script')),
  };
}
