import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/domain/errors';
import { explain } from '../../src/domain/sentences';
import { checksumOf } from '../../src/workspace/checksum';
import { FORMAT, readManifest, writeManifest, type Manifest } from '../../src/workspace/manifest';
import { Workspaces } from '../../src/workspace/workspaces';
import { damagedJson } from '../support/damaged-json';
import { fullSession } from './full-session';
import { columnsOf, emptySession, locksOf, MemoryStore } from './memory-store';

const manifest: Manifest = {
  format: FORMAT,
  id: 'a',
  name: 'Till',
  saved: 5,
  rows: 3,
  files: ['till.csv'],
  columns: { file: 'a.x.columns', sections: [{ bytes: 10, checksum: 1 }] },
  session: emptySession,
};
const text = (value: unknown) => {
  const json = JSON.stringify(value);
  return `${checksumOf(new TextEncoder().encode(json)).toString(16)} ${json}`;
};
const written = new TextDecoder().decode(writeManifest(manifest));

test('a manifest is read as it was written', () => {
  expect(readManifest(written)).toEqual(manifest);
  expect(text(manifest)).toBe(written);
});

test('every way to read a column is read back, so that what is kept is never taken for damaged', () => {
  const mapping = {
    order: { each: 'row' },
    amount: { column: 'Amount', decimal: ',', per: 100, blank: 'zero' },
    discount: { column: 'Discount', as: 'share' },
    status: { column: 'Status', words: { paid: 'sale', failed: 'no_sale' } },
  } as const;
  const roles = { 'till.csv': [{ role: 'transactions', mapping }] } as const;
  const session = { ...emptySession, tables: { ...emptySession.tables, roles } };
  const kept = { ...manifest, session };
  expect(readManifest(new TextDecoder().decode(writeManifest(kept)))).toEqual(kept);
});

test('a zone and keys that are kept apart are read back', () => {
  const treatments = { transactions: { keys: 'spellings_apart' }, customers: { keys: 'as_written' } } as const;
  const tables = { ...emptySession.tables, treatments, timeZone: 'America/New_York' };
  const kept = { ...manifest, session: { ...emptySession, tables } };
  expect(readManifest(new TextDecoder().decode(writeManifest(kept)))).toEqual(kept);
});

test('a manifest that was cut off anywhere, or changed, does not count', () => {
  for (let length = 0; length < written.length; length++) expect(readManifest(written.slice(0, length))).toBeNull();
  expect(readManifest(written.replace('Till', 'Tell'))).toBeNull();
});

test.each([
  ['a session without tables', { ...manifest, session: { ...emptySession, tables: {} } }],
  ['a filter of another shape', { ...manifest, session: { ...emptySession, view: { filter: [{ kind: 'x' }] } } }],
  ['an end of observation that is no day', { ...manifest, session: { ...emptySession, until: '2024-01-01' } }],
  ['sections without lengths', { ...manifest, columns: { file: 'a', sections: [1] } }],
  [
    'a zone that is none',
    { ...manifest, session: { ...emptySession, tables: { ...emptySession.tables, timeZone: 'Nowhere/Land' } } },
  ],
  ['no name', { ...manifest, name: 4 }],
])('%s is no manifest of ours', (_, value) => {
  expect(readManifest(text(value))).toBeNull();
});

describe('another format', () => {
  test.each([
    [FORMAT + 1, 'workspace-newer', /newer version of this site/],
    [FORMAT - 1, 'workspace-older', /no longer read/],
  ])('%i is refused with a sentence that names the workspace', (format, code, words) => {
    let refused: unknown;
    try {
      readManifest(text({ format, name: 'Till', other: 'things' }));
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(AppError);
    expect(refused).toMatchObject({ code, details: { name: 'Till', format } });
    const { what, next } = explain(refused as AppError);
    expect(what).toMatch(words);
    expect(what).toContain('Till');
    expect(next).not.toBe('');
  });

  test('is listed apart, cannot be opened, is never swept, and can be deleted', async () => {
    const store = new MemoryStore();
    const all = new Workspaces(store, locksOf());
    const { id } = await all.create('Till', emptySession, columnsOf('a'));
    const newer = text({ ...manifest, id, format: FORMAT + 1, name: 'Till of tomorrow' });
    store.files.set(`${id}.000000009.x.manifest`, new TextEncoder().encode(newer));
    const { entries, refused } = await all.list();
    expect(entries).toEqual([]);
    expect(refused).toMatchObject([{ id, name: 'Till of tomorrow', format: FORMAT + 1 }]);
    await expect(all.open(id)).rejects.toMatchObject({ code: 'workspace-newer' });
    await expect(all.update(id, null, { name: 'x' })).rejects.toMatchObject({ code: 'workspace-newer' });
    expect(await all.sweep()).toBe(0);
    expect(store.files.size).toBe(3);
    await all.remove(id);
    expect(store.files.size).toBe(0);
  });
});

describe('of whatever comes', () => {
  const full: Manifest = { ...manifest, session: fullSession };

  test('all that may be kept is read as it was written', () => expect(readManifest(text(full))).toEqual(full));

  test('a manifest is taken as it is, or refused with an error of ours', () => {
    fc.assert(
      fc.property(damagedJson(full), (value) => {
        let read: Manifest | null;
        try {
          read = readManifest(text(value));
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          return;
        }
        if (read === null) return;
        // What was taken is taken again: nothing was changed on the way in.
        expect(readManifest(new TextDecoder().decode(writeManifest(read)))).toEqual(read);
        for (const { id, columns, roles } of read.session.tables.inspected) {
          expect(typeof id).toBe('string');
          expect(columns.every(({ first }) => first.every((one) => typeof one === 'string'))).toBe(true);
          expect(roles.every(({ mapping }) => Object.values(mapping).every((field) => field !== null))).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('what a file could be chosen to be is not offered when the file is not held', () => {
    const [table] = fullSession.tables.inspected;
    const offering = { ...table, encodings: 'all', asks: 5 };
    const session = { ...fullSession, tables: { ...fullSession.tables, inspected: [offering] } };
    expect(readManifest(text({ ...full, session }))?.session).toEqual(fullSession);
  });
});
