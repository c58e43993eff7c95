import { expect, type Page } from '@playwright/test';
import { receipt, showColumns } from './receipt';
import { openPart, openSample, panel } from './site';

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

/** Every page with the landmarks and headings that a screen reader finds there. */
export const VISITS: readonly Visit[] = [
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
    name: 'Data with its columns shown',
    open: async (page) => {
      await openSample(page);
      await showColumns(page);
      await expect(receipt(page)).toContainText('What was left out');
    },
    structure: `
      - main:
        - heading "Data" [level=1]
        - region /orders, .* of them by .* customers/:
          - heading /orders, .* of them by .* customers/ [level=2]
          - region "Three orders as we read them":
            - heading [level=3]
          - region "File by file":
            - heading [level=3]
            - table "What each file comes to"
          - region "What was left out, and why":
            - heading [level=3]
        - article:
          - heading "Files" [level=2]
          - table "Files and what became of their rows"
        - group:
          - heading "How each column was read" [level=2]
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
          - heading "With us and gone, month by month" [level=2]
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
    name: 'Selection',
    open: at('#selection'),
    structure: `
      - main:
        - group "Filter"
        - heading "Selection" [level=1]
        - article:
          - heading "Who bought lately, often and much" [level=2]
          - application /^Customers by recency/
        - article:
          - heading "Segments, by what to do" [level=2]
          - application /^Customers by segment/
        - article:
          - heading "Who moved between segments" [level=2]
          - application
        - article:
          - heading "Where recency, frequency and money are cut" [level=2]
          - application
        - article:
          - heading "What the best bring, and who costs money" [level=2]
          - application
        - article:
          - heading "Worth by fifths" [level=2]
          - application
        - article:
          - heading "What each customer will still bring" [level=2]
          - group "model"
          - application /^Customers by chance of buying again/
        - article:
          - heading "Was the model right? Expected and actual purchases" [level=2]
          - application
        - article:
          - heading "Was the model right? By how often they had bought" [level=2]
          - application
        - article:
          - heading "The models behind the expected purchases" [level=2]
          - application
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
    name: 'Growth with its parts open',
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
