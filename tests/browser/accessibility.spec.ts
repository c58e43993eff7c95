import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { choose, csv } from './support/files';
import { chart, go, openPart, openSample, panel } from './support/site';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What stands in the way of somebody, as one line each: every rule in light; in dark those that look at colours. */
async function barriers(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const axe = new AxeBuilder({ page });
    const { violations } = await (
      colorScheme === 'light' ? axe.withTags(TAGS) : axe.withRules(['color-contrast'])
    ).analyze();
    for (const { id, nodes } of violations)
      for (const { target, failureSummary } of nodes)
        found.push(`${colorScheme} ${id} ${target.join(' ')}: ${failureSummary}`);
  }
  return found;
}

interface Visit {
  readonly name: string;
  readonly open: (page: Page) => Promise<void>;
  /** Landmarks and headings, in their order. */
  readonly structure: string;
}
const at = (hash: string) => async (page: Page) => {
  await page.goto(`./${hash}`);
  await expect(page.getByRole('application').first()).toBeVisible();
  await expect(page.locator('.waiting')).toHaveCount(0);
};

const VISITS: readonly Visit[] = [
  {
    name: 'Start',
    open: (page) => openSample(page, '#start'),
    structure: `
      - main:
        - heading "Whom do you win, keep and grow?" [level=1]
        - region "Drop your files anywhere on this page":
          - heading [level=2]
          - button "Choose files"
        - region "Or look round a sample company":
          - heading [level=2]
          - list:
            - listitem:
              - heading "Fennel & Finch" [level=3]
              - button "Open Fennel & Finch"
        - region "Which columns bring what":
          - heading [level=2]
          - table "Which columns bring what"
    `,
  },
  {
    name: 'Data',
    open: (page) => openSample(page),
    structure: `
      - main:
        - heading "Data" [level=1]
        - article:
          - heading "Files" [level=2]
          - table "Files and what became of their rows"
        - article:
          - heading "How we read sales.csv" [level=2]
          - table "Columns of sales.csv"
        - article:
          - heading "Observed until" [level=2]
    `,
  },
  {
    name: 'Life cycle',
    open: at(''),
    structure: `
      - main:
        - group "Filter"
        - heading "Life cycle" [level=1]
        - article:
          - heading /^The customer balance, / [level=2]
          - application /^Flow of 2,563 customers/
          - table "The same balance as an account. Rows add across, columns add down."
          - group /^More about The customer balance/
        - region /speak to 74/:
          - heading [level=2]
          - table
        - article:
          - heading "What changed in net sales" [level=2]
          - application
        - article:
          - heading "Buying and away, month by month" [level=2]
          - application
          - img:
            - slider "First of the period"
            - slider "Last of the period"
        - article:
          - heading "Selection" [level=2]
        - article:
          - heading "Acquisition" [level=2]
        - article:
          - heading "Retention" [level=2]
        - article:
          - heading "Growth" [level=2]
    `,
  },
  {
    name: 'Acquisition',
    open: at('#acquisition'),
    structure: `
      - main:
        - group "Filter"
        - heading "Acquisition" [level=1]
        - article:
          - heading "From first contact to a customer who grows" [level=2]
          - application /^Stages. 3,560/
        - article:
          - heading "New customers" [level=2]
          - application
    `,
  },
  {
    name: 'Retention',
    open: at('#retention'),
    structure: `
      - main:
        - heading "Retention" [level=1]
        - article:
          - heading "Who came back, by first purchase" [level=2]
          - group "by"
          - group "bought"
          - application /^Cohort triangle/
        - article:
          - heading "Share buying again, all cohorts together" [level=2]
          - application
        - article:
          - heading "Newer and older cohorts at the same age" [level=2]
          - application
        - article:
          - heading "Who joins, returns and leaves" [level=2]
          - application
    `,
  },
  {
    name: 'Growth, its parts open',
    open: async (page) => {
      await at('#growth')(page);
      await openPart(panel(page, 'What is bought together'), 'SQL');
      await openPart(panel(page, 'How much the best customers bring'), 'Meaning');
      await openPart(panel(page, 'What each fifth of the customers is worth'), 'Table');
      await expect(page.getByRole('region', { name: 'SQL' })).toBeVisible();
      await expect(page.locator('.own-text')).toBeVisible();
    },
    structure: `
      - main:
        - heading "Growth" [level=1]
        - article:
          - heading "What is bought together" [level=2]
          - application /^Lift for pairs/
          - complementary "The pair in view"
          - group "More about What is bought together"
          - region "SQL"
        - article:
          - heading "How much the best customers bring" [level=2]
        - article:
          - heading "What each fifth of the customers is worth" [level=2]
          - region "What each fifth of the customers is worth":
            - table
    `,
  },
  {
    name: 'Customers',
    open: async (page) => {
      await page.goto('./#customers');
      await expect(page.getByRole('grid')).toContainText('£');
    },
    structure: `
      - main:
        - group "Filter"
        - heading "Customers" [level=1]
        - status:
          - strong: 3,560 customers
        - searchbox "Find"
        - button "Save as CSV"
        - grid "Customers":
          - rowgroup:
            - row:
              - columnheader "Customer":
                - button "Customer"
    `,
  },
  {
    name: 'the story of a customer',
    open: async (page) => {
      await page.goto('./#customers');
      await page.getByRole('row', { name: /^C10770/ }).click();
      await expect(page.getByRole('region', { name: 'Orders', exact: true })).toBeVisible();
    },
    structure: `
      - main:
        - article:
          - paragraph:
            - button "Back to the list"
          - heading "Florence Hale" [level=1]
          - region "Orders over time":
            - heading "Orders over time" [level=2]
          - region "What is known":
            - heading "What is known" [level=2]
            - table "What the files say of this customer"
          - region /^\\d+ orders/:
            - heading /^\\d+ orders/ [level=2]
            - region "Orders":
              - table "Orders, the latest first, with their lines"
    `,
  },
  {
    name: 'SQL, with an answer and an error',
    open: async (page) => {
      await page.goto('./#sql');
      await page.getByRole('button', { name: 'Net by month' }).click();
      await expect(page.getByRole('region', { name: 'Answer' })).toBeVisible();
      await page.getByRole('textbox', { name: 'SQL statement' }).fill('SELECT nothing');
      await page.getByRole('button', { name: 'Run', exact: true }).click();
      await expect(page.getByRole('alert')).toBeVisible();
    },
    structure: `
      - main:
        - heading "SQL" [level=1]
        - textbox "SQL statement"
        - button "Run"
        - alert:
          - paragraph: /SQLite says/
        - region "30 rows":
          - heading "30 rows" [level=2]
          - region "Answer":
            - table
        - complementary "Tables":
          - heading "Tables" [level=2]
    `,
  },
];

for (const { name, open, structure } of VISITS)
  test(`${name}: no barrier in light or dark, and a structure to find one’s way by`, async ({ page }) => {
    await open(page);
    await expect(page.getByRole('main')).toMatchAriaSnapshot(structure);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    expect(await barriers(page)).toEqual([]);
  });

test('a choice of the filter, a question on import and missing columns: no barrier', async ({ page }) => {
  await openSample(page);
  await go(page, 'Growth');
  await page.getByRole('button', { name: /^What they bought/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await go(page, 'Data');
  const rows = Array.from({ length: 24 }, (_, at) => [
    `${(at % 12) + 1}/${(at % 3) + 1}/2023`,
    `B${at}`,
    'Tea',
    '5.00',
  ]);
  await choose(page, { name: 'till.csv', content: csv(['Date', 'Order', 'Category', 'Amount'], rows) });
  await expect(page.getByText('the file cannot say')).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: /^Day first/ }).click();
  await expect(page.getByText('This needs to know who bought').first()).toBeVisible();
  expect(await barriers(page)).toEqual([]);
});

test('text twice as large loses nothing, and on a phone nothing runs over the edge', async ({ page }) => {
  await page.goto('./');
  await expect(chart(panel(page, /^The customer balance/))).toBeVisible();
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  await expect.poll(overflow).toBeLessThanOrEqual(0);
  await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  await page.setViewportSize({ width: 390, height: 844 });
  for (const name of ['Life cycle', 'Acquisition', 'Retention', 'Growth', 'Customers', 'Data', 'SQL'] as const) {
    await go(page, name);
    await expect(page.locator('.waiting')).toHaveCount(0);
    await expect.poll(overflow, name).toBeLessThanOrEqual(0);
  }
});
