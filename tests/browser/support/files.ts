import { expect, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { showColumns } from './receipt';

/** A path, or a file that is made here. */
export type Brought = string | { readonly name: string; readonly content: string | Uint8Array };

const asPayload = ({ name, content }: Exclude<Brought, string>) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

/** Chooses files on the Data or the Start page. */
export async function choose(page: Page, ...files: readonly Brought[]): Promise<void> {
  const input = page.locator('input[type=file]').first();
  if (files.every((file) => typeof file === 'string')) await input.setInputFiles(files);
  else await input.setInputFiles(files.map((file) => asPayload(file as Exclude<Brought, string>)));
}

/** Chooses files on the Data page and waits until they are counted. */
export async function bring(page: Page, ...files: readonly Brought[]): Promise<void> {
  await choose(page, ...files);
  const name = typeof files[0] === 'string' ? path.basename(files[0]) : files[0].name;
  await showColumns(page);
  await expect(page.getByRole('heading', { level: 2, name: `How we read ${name}` })).toBeVisible();
  await expect(page.getByText(/brought, all in\.$/)).toBeVisible();
}

/** The same for files with the header of one that is here: answers the question by adding them. */
export async function bringMore(page: Page, ...files: readonly Brought[]): Promise<void> {
  await choose(page, ...files);
  await page.getByRole('button', { name: 'Add to what is here' }).click();
  await expect(page.getByText(/brought, all in\.$/)).toBeVisible();
}

/** Drops files with the events and the DataTransfer of a drag from outside the browser. */
export async function drop(page: Page, ...files: readonly Brought[]): Promise<void> {
  const contents = await Promise.all(
    files.map(async (file) =>
      typeof file === 'string'
        ? { name: path.basename(file), base64: (await readFile(file)).toString('base64') }
        : { name: file.name, base64: Buffer.from(file.content).toString('base64') },
    ),
  );
  await page.evaluate((all) => {
    const dataTransfer = new DataTransfer();
    for (const { name, base64 } of all)
      dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], name));
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
  }, contents);
}

export const csv = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [header, ...rows].map((row) => row.map(quoted).join(',') + '\n').join('');
const quoted = (cell: string | number) =>
  /[",\n\r]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : String(cell);

/** Plain sales: `lines` lines of up to `customers` customers over two years. The same for the same numbers. */
export function sales(lines: number, customers = 100): string[][] {
  return Array.from({ length: lines }, (_, at) => {
    const day = new Date(Date.UTC(2022, 0, 1 + ((at * 37) % 730))).toISOString().slice(0, 10);
    return [
      `C${(at * 7919) % customers}`,
      day,
      `O${at}`,
      ['Tea', 'Cups', 'Spoons'][at % 3],
      ((at * 13) % 90) + 10 + '.50',
    ];
  });
}
export const SALES_HEADER = ['Customer', 'Date', 'Order', 'Category', 'Amount'] as const;
