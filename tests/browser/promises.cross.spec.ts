import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { serve } from '../tools/serve.mjs';
import { bring, csv, sales, SALES_HEADER } from './support/files';
import { chart, go, panel } from './support/site';

const PREFIX = '/some/where/';

/** The service worker has filled its cache and controls this page: from here on it works without the host. */
async function serviceWorkerInCharge(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
    );
  });
}

test('works without the host after the first visit', async ({ page }) => {
  const host = await serve({ prefix: PREFIX });
  await page.goto(host.url);
  await expect(page.locator('#app > *').first()).toBeAttached();
  await serviceWorkerInCharge(page);
  await host.close();
  await page.reload();
  await expect(chart(panel(page, /^The customer balance/))).toBeVisible();
  for (const name of ['Retention', 'Growth', 'Customers'] as const) await go(page, name);
  await go(page, 'SQL');
  await page.getByRole('button', { name: 'Net by month' }).click();
  await expect(page.getByRole('region', { name: 'Answer' }).getByRole('row')).toHaveCount(31);
  await go(page, 'Data');
  await expect(page.getByText('6 tables brought, all in.')).toBeVisible();
  await bring(page, { name: 'till.csv', content: csv(SALES_HEADER, sales(50)) });
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
    await releaseNewer(folder);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      while (!registration.waiting) await new Promise((resolve) => setTimeout(resolve, 50));
    });
    await page.reload();
    await expect(page.locator('html')).toHaveAttribute('data-release', 'newer');
    await expect(page.locator('#app > *').first()).toBeAttached();
  } finally {
    await host.close();
    await rm(folder, { recursive: true });
  }
});

/** The next release, as a static host sees it: another page and another service worker. */
async function releaseNewer(folder: string): Promise<void> {
  const { readFile, writeFile } = await import('node:fs/promises');
  const change = async (name: string, from: RegExp, to: string) => {
    const file = path.join(folder, name);
    const text = await readFile(file, 'utf8');
    expect(text).toMatch(from);
    await writeFile(file, text.replace(from, to));
  };
  await change('index.html', /<html /, '<html data-release="newer" ');
  await change('service-worker.js', /"[0-9a-f]{16}"/, '"0000000000000000"');
}

test('the page cannot send anything to another host', async ({ page }) => {
  const elsewhere = await serve({ folder: 'public' });
  await page.goto('./');
  const outcome = await page.evaluate(tryToLeak, elsewhere.url);
  await elsewhere.close();
  expect(Object.entries(outcome).filter(([, became]) => became !== 'refused')).toEqual([]);
  expect(Object.keys(outcome).length).toBe(10);
});

test('a worker that is started as ours are cannot send anything either', async ({ page }) => {
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

/** Runs in the page. The other host would answer, so a refusal comes from the policy. */
async function tryToLeak(url: string): Promise<Record<string, string>> {
  const refused = (directive: RegExp, attempt: () => unknown) =>
    new Promise<string>((resolve) => {
      const end = (became: string) => {
        document.removeEventListener('securitypolicyviolation', hear);
        clearTimeout(timer);
        resolve(became);
      };
      const hear = (event: SecurityPolicyViolationEvent) => directive.test(event.effectiveDirective) && end('refused');
      const timer = setTimeout(() => end('sent'), 2_000);
      document.addEventListener('securitypolicyviolation', hear);
      void (async () => attempt())().catch(() => undefined);
    });
  const element = (name: string, attributes: Record<string, string>) => () => {
    const made = Object.assign(document.createElement(name), attributes);
    document.body.append(made);
    return made;
  };
  return {
    fetch: await refused(/^connect-src$/, () => fetch(url, { mode: 'no-cors' })),
    beacon: await refused(/^connect-src$/, () => navigator.sendBeacon(url, 'x')),
    socket: await refused(/^connect-src$/, () => new WebSocket(url.replace('http', 'ws'))),
    events: await refused(/^connect-src$/, () => new EventSource(url)),
    image: await refused(/^img-src$/, element('img', { src: `${url}icon.svg` })),
    script: await refused(/^script-src/, element('script', { src: `${url}x.js` })),
    frame: await refused(/^(frame|child)-src$/, element('iframe', { src: url })),
    style: await refused(/^style-src/, element('link', { rel: 'stylesheet', href: `${url}x.css` })),
    font: await refused(/^font-src$/, () => new FontFace('x', `url(${url}x.woff2)`).load()),
    form: await refused(/^form-action$/, () =>
      (element('form', { action: url, method: 'post', target: '_self' })() as HTMLFormElement).requestSubmit(),
    ),
  };
}
