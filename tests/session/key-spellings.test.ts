import { describe, expect, test } from 'vitest';
import { keptPart, loadedPart } from '../../src/intake/load/kept-parts';
import { EngineSession } from '../../src/engine/session';
import { choicesOf, keptTables } from '../../src/session/readings';
import { lastChange } from '../../src/session/session';
import { readParts, writeParts } from '../../src/workspace/parts';
import { countIn } from '../support/load';
import { runReport, writeFiles } from '../support/written-report';
import { pageOf } from './page-of-files';

const ids = ['00123', '00124', '00125', '00126'];
const PEOPLE = `Customer ID,Name,City\n${ids.map((id, at) => `${id},Person ${at},Graz`).join('\n')}\n`;
const SALES = `Order,Customer ID,Date,Amount\n${[123, 124, 124, 'guest', 9]
  .map((id, at) => `${at},${id},2024-01-0${at + 1},10`)
  .join('\n')}\n`;
const FILES = { 'people.csv': PEOPLE, 'sales.csv': SALES };

describe('keys that are written in two ways', () => {
  test('are taken as one, and the receipt says for how many customers', async () => {
    const { receipt, report } = await pageOf(FILES);
    expect((await receipt()).spellings).toEqual({
      customers: 2,
      example: ['123', '00123'],
      areOne: true,
    });
    expect(report().summary).toMatchObject({ customers: 5, customers_with_purchases: 3 });
  });

  test('are kept apart where somebody says so, with the customers before and after; nobody stays nobody', async () => {
    const { page, asking, takeSpellings, receipt, report } = await pageOf(FILES);
    await asking.change('Kept apart.', () => takeSpellings(false));
    expect(lastChange(page.session)!.before.customers).toBe(5);
    expect(lastChange(page.session)!.after.customers).toBe(7);
    expect((await receipt()).spellings).toMatchObject({ customers: 2, areOne: false });
    expect((await receipt()).notices.map(({ code }) => code)).toContain('keys_kept_apart');
    expect(report().summary.unknown_customer.lines).toBe(1);
    await asking.change('As one.', () => takeSpellings(true));
    expect(report().summary.customers).toBe(5);
    await asking.undo();
    expect(report().summary.customers).toBe(7);
    await asking.undo();
    expect(report().summary.customers).toBe(5);
  });

  test('are apart in a kept workspace when it is opened again, and can be taken as one there', async () => {
    const { page, asking, takeSpellings, session } = await pageOf(FILES);
    await asking.change('Kept apart.', () => takeSpellings(false));
    const { treatments } = keptTables(page.tables);
    const sections = [...writeParts(session.partsOf(session.generation)!.map(keptPart))];
    const parts = await readParts(
      sections.map((section) => section.slice()),
      'test',
    );
    const other = new EngineSession();
    expect((await other.openKept('test', parts.map(loadedPart), null, {}, treatments)).summary.customers).toBe(7);
    expect(other.receipt([]).spellings).toMatchObject({ customers: 2, areOne: false });
    const choices = parts.map(({ table, role }) => ({ table, roles: [{ role, mapping: {} }] }));
    expect((await countIn(other, 'test', choices)).summary.customers).toBe(5);
  });

  test('are apart in a report whose mapping says so', async () => {
    const { page, takeSpellings } = await pageOf(FILES);
    takeSpellings(false);
    const mapping = Object.fromEntries(
      choicesOf(page.tables).flatMap(({ roles }) =>
        roles.map(({ role, mapping: fields }) => [role, { ...page.tables.treatments[role], ...fields }]),
      ),
    );
    const [people, sales, map] = writeFiles({ ...FILES, 'map.json': JSON.stringify(mapping) });
    const args = ['--customers', people, '--transactions', sales];
    const apart = await runReport([...args, '--map', map]);
    expect(apart.summary.customers).toBe(7);
    expect(apart.noticed).toContain('keys_kept_apart 2');
    expect((await runReport(args)).summary.customers).toBe(5);
  });
});
