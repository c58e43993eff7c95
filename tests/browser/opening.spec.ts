import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { chart, finding, go, listed, openSample, panel, readTable, tableOf, watch } from './support/site';

interface Truth {
  readonly exact: {
    readonly rows: Readonly<Record<string, number>>;
    readonly customers: number;
    readonly customers_with_purchases: number;
    readonly transaction_lines: number;
    readonly top20_share: number;
    readonly funnel_reached: Readonly<Record<string, number>>;
    readonly balance: Readonly<
      Record<'active_before' | 'active_now' | 'new' | 'kept' | 'back' | 'lost' | 'best_fifth_lost' | 'grown', number>
    >;
  };
}
const { exact } = JSON.parse(readFileSync('sample-data/shop/truth.json', 'utf8')) as Truth;
const { balance } = exact;
const written = (count: number) => count.toLocaleString('en-GB');

test('opens the sample company, with the life cycle drawn and the figures that its generator planted', async ({
  page,
}) => {
  const complaints = watch(page);
  await page.goto('./');
  await expect(page).toHaveTitle('Life cycle · Perennial');
  await expect(page.getByText('This is Fennel & Finch, a sample company.')).toBeVisible();
  const drawn = panel(page, /^The customer balance/);
  await expect(chart(drawn)).toBeVisible();
  await expect(finding(drawn)).toContainText(`n = ${written(exact.customers_with_purchases)}`);
  await expect(page.getByText(`${written(exact.transaction_lines)} lines`)).toBeVisible();
  const [buying, away] = await readTable(drawn.getByRole('table'));
  expect(Object.values(buying)).toEqual([
    'Buying',
    written(balance.active_before),
    `+${balance.new}`,
    `+${balance.back}`,
    `−${balance.lost}`,
    written(balance.active_now),
    written(balance.grown),
  ]);
  expect(Object.values(away).at(-2)).toBe(written(exact.customers_with_purchases - balance.active_now));
  await expect(
    page.getByRole('heading', { name: `Next: speak to ${balance.best_fifth_lost} of the best` }),
  ).toBeVisible();
  expect(complaints).toEqual([]);
});

test('no page sends a request to another host', async ({ page, baseURL }) => {
  const complaints = watch(page);
  const asked = new Set<string>();
  page.context().on('request', (request) => asked.add(request.url()));
  await page.goto('./');
  await expect(chart(panel(page, /^The customer balance/))).toBeVisible();
  for (const name of ['Acquisition', 'Retention', 'Growth', 'Customers', 'Data', 'SQL'] as const) await go(page, name);
  await expect(page.locator('summary', { hasText: /^transactions$/ })).toBeVisible();
  const { href, origin } = new URL('./', baseURL);
  const own = [...asked].filter((url) => url.startsWith(href));
  expect(own.length).toBeGreaterThan(5);
  expect([...asked].filter((url) => !own.includes(url) && !/^(data:|blob:)/.test(url))).toEqual([]);
  expect([...asked].filter((url) => url.startsWith('blob:') && !url.startsWith(`blob:${origin}/`))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('funnel, value, customers and rows are those that the generator planted', async ({ page }) => {
  await page.goto('./#acquisition');
  const stages = await tableOf(panel(page, 'From first contact to a customer who grows'));
  const reached = stages.filter(({ reading }) => reading === 'reached');
  expect(
    Object.fromEntries(reached.map(({ stage, customers }) => [stage, Number(customers.replace(',', ''))])),
  ).toEqual(exact.funnel_reached);
  await go(page, 'Growth');
  await expect(finding(panel(page, 'How much the best customers bring'))).toContainText(
    `${(100 * exact.top20_share).toFixed(1)}% of the profit`,
  );
  await go(page, 'Customers');
  expect(await listed(page)).toBe(exact.customers);
  await go(page, 'Data');
  const read = Object.values(exact.rows).reduce((sum, rows) => sum + rows, 0);
  await expect(page.getByLabel('Balance of rows')).toHaveText(/^\s*rows read/);
  await expect(page.getByLabel('Balance of rows').getByRole('definition')).toHaveText([
    written(read),
    written(read),
    '0',
    '0',
    '0',
  ]);
});

for (const company of ['Nordlicht Mobil', 'Harbour Bank'])
  test(`every page of the sample company ${company} opens`, async ({ page }) => {
    const complaints = watch(page);
    await page.goto('./#start');
    await page.getByRole('button', { name: `Open ${company}` }).click();
    await expect(page.getByText(`This is ${company}, a sample company.`)).toBeVisible();
    await expect(chart(panel(page, /^The customer balance/))).toBeVisible();
    for (const name of ['Acquisition', 'Retention', 'Growth'] as const) {
      await go(page, name);
      await expect(page.getByRole('application').first()).toBeVisible();
      await expect(page.getByRole('alert')).toHaveCount(0);
    }
    await go(page, 'Customers');
    expect(await listed(page)).toBeGreaterThan(1_000);
    expect(complaints).toEqual([]);
  });

/** Every pair of a sample's name and the figures below it that the page has shown since. */
async function namesWithFigures(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen = new Set<string>();
    const look = () => {
      const name = document.querySelector('p.sample b')?.textContent;
      const figures = /[\d,.]+ lines/.exec(document.querySelector('main .page-head')?.textContent ?? '');
      if (name && figures) seen.add(`${name}: ${figures[0]}`);
    };
    look();
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { seenNames: seen });
  });
  return () => page.evaluate(() => [...(window as unknown as { seenNames: Set<string> }).seenNames]);
}

test('the name of a sample and its figures change together', async ({ page }) => {
  let release!: () => void;
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/sample-data/bank/product-income.csv', async (route) => {
    await released;
    await route.continue();
  });
  await openSample(page, '#start');
  await page.getByRole('button', { name: 'Open Harbour Bank' }).click();
  await go(page, 'Life cycle');
  const seen = await namesWithFigures(page);
  await expect(page.getByText('This is Fennel & Finch, a sample company.')).toBeVisible();
  release();
  await expect(page.getByText('This is Harbour Bank, a sample company.')).toBeVisible();
  const shown = await seen();
  expect(shown).toHaveLength(2);
  expect(shown[0]).toBe(`Fennel & Finch: ${written(exact.transaction_lines)} lines`);
  expect(shown[1]).toMatch(/^Harbour Bank: [\d,]+ lines$/);
  expect(shown[1]).not.toContain(written(exact.transaction_lines));
});
