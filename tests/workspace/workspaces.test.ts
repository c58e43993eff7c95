import { describe, expect, test } from 'vitest';
import { isParcel } from '../../src/domain/kept';
import { packParcel, unpackParcel } from '../../src/workspace/parcel';
import { cut } from '../../src/workspace/sections';
import { Workspaces } from '../../src/workspace/workspaces';
import { columnsOf, emptySession, locksOf, MemoryStore } from './memory-store';

const until = (day: number) => ({ ...emptySession, until: day });

/** A workspace as a new tab finds it, its columns as text. */
async function reopened(store: MemoryStore, id: string) {
  const { entry, session, columns, sections } = await new Workspaces(store, locksOf()).open(id);
  const texts: string[] = [];
  for await (const section of cut(columns, sections, entry.name)) texts.push(new TextDecoder().decode(section));
  return { entry, session, texts };
}

describe('a workspace', () => {
  test('is listed with what was kept, the newest first', async () => {
    const store = new MemoryStore();
    let now = 1_000;
    const all = new Workspaces(store, locksOf(), () => now);
    const first = await all.create('First', until(7), columnsOf('a', 'bb'));
    now = 2_000;
    await all.create('Second', emptySession, columnsOf('c'));
    const { entries, place } = await all.list();
    expect(place).toBe('opfs');
    expect(entries.map(({ name, saved, rows, files }) => ({ name, saved, rows, files }))).toEqual([
      { name: 'Second', saved: 2_000, rows: 1, files: ['till.csv'] },
      { name: 'First', saved: 1_000, rows: 2, files: ['till.csv'] },
    ]);
    expect(entries[1]).toEqual(first);
    expect(entries.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(
      [...store.files.values()].reduce((sum, { byteLength }) => sum + byteLength, 0),
    );
  });

  test('keeps its columns where only its session changes, and its session where only its name does', async () => {
    const store = new MemoryStore();
    const all = new Workspaces(store, locksOf());
    const { id, revision } = await all.create('Till', until(1), columnsOf('one', 'two'));
    await all.update(id, revision, { session: until(2) });
    await all.update(id, null, { name: 'Shop' });
    const { entry, session, texts } = await reopened(store, id);
    expect([entry.name, session.until, texts]).toEqual(['Shop', 2, ['one', 'two']]);
    expect(store.files.size).toBe(2);
  });

  test('that another tab has kept since is not overwritten, nor one that was deleted brought back', async () => {
    const store = new MemoryStore();
    const here = new Workspaces(store, locksOf());
    const there = new Workspaces(store, locksOf());
    const { id, revision } = await here.create('Till', until(1), columnsOf('a'));
    await there.update(id, revision, { session: until(2) });
    await expect(here.update(id, revision, { session: until(3) })).rejects.toMatchObject({
      code: 'workspace-overtaken',
    });
    expect((await reopened(store, id)).session.until).toBe(2);
    await there.remove(id);
    await expect(here.update(id, revision, { session: until(4) })).rejects.toMatchObject({ code: 'workspace-gone' });
    expect(store.files.size).toBe(0);
  });

  test('is duplicated, and the copy lives on alone', async () => {
    const store = new MemoryStore();
    const all = new Workspaces(store, locksOf());
    const { id } = await all.create('Till', until(5), columnsOf('x', 'yy'));
    const copy = await all.duplicate(id, 'Till (copy)');
    await all.remove(id);
    const { entry, session, texts } = await reopened(store, copy.id);
    expect([entry.name, session.until, texts]).toEqual(['Till (copy)', 5, ['x', 'yy']]);
  });

  test('goes out as one file and comes in again', async () => {
    const store = new MemoryStore();
    const all = new Workspaces(store, locksOf());
    const { id } = await all.create('Till', until(5), columnsOf('x', 'yy', ''));
    const { entry, session, columns, sections } = await all.open(id);
    const parcel = packParcel({ ...entry, session, columns, sections }, entry.saved);
    expect(await isParcel(parcel)).toBe(true);
    const back = await unpackParcel(parcel, 'till.perennial');
    const { id: other } = await all.create(back.name, back.session, {
      ...back,
      sections: cut(back.columns, back.sections, 'till.perennial'),
    });
    const again = await reopened(store, other);
    expect([again.entry.name, again.session, again.texts]).toEqual(['Till', until(5), ['x', 'yy', '']]);
  });

  test('whose file was cut short or changed on its way is refused by name', async () => {
    const all = new Workspaces(new MemoryStore(), locksOf());
    const { id } = await all.create('Till', emptySession, columnsOf('some columns'));
    const { entry, session, columns, sections } = await all.open(id);
    const bytes = new Uint8Array(await packParcel({ ...entry, session, columns, sections }, entry.saved).arrayBuffer());
    const refused = { code: 'workspace-damaged', details: { name: 'till.perennial' } };
    for (let length = 8; length < bytes.length; length += 7)
      await expect(unpackParcel(new Blob([bytes.slice(0, length)]), 'till.perennial')).rejects.toMatchObject(refused);
    const inManifest = bytes.slice();
    inManifest[60] ^= 1;
    await expect(unpackParcel(new Blob([inManifest]), 'till.perennial')).rejects.toMatchObject(refused);
    const inColumns = bytes.slice();
    inColumns[bytes.length - 60] ^= 1;
    const read = await unpackParcel(new Blob([inColumns]), 'till.perennial');
    const sectionsOf = async () => {
      for await (const section of cut(read.columns, read.sections, 'till.perennial')) expect(section).toBeDefined();
    };
    await expect(sectionsOf()).rejects.toMatchObject(refused);
  });
});

describe.each([
  ['a full disk', false],
  ['a killed tab', true],
])('at every step of %s', (_, dies) => {
  /** The store as it is after `change` was cut off at step k, for each k until it is not. */
  async function* cutOff(change: (all: Workspaces, id: string, revision: number) => Promise<unknown>) {
    for (let k = 0, done = false; !done; k++) {
      const store = new MemoryStore(dies);
      const all = new Workspaces(store, locksOf());
      const { id, revision } = await all.create('Before', until(1), columnsOf('old', 'columns'));
      store.failAfter(k);
      done = await change(all, id, revision).then(
        () => store.changes > 0,
        () => false,
      );
      store.failAfter(Infinity);
      yield { store, id, done, k };
    }
  }

  test('the last whole workspace stands, and leftovers are swept', async () => {
    let steps = 0;
    const seen = new Set<string>();
    for await (const { store, id, done } of cutOff((all, id, revision) =>
      all.update(id, revision, { name: 'After', session: until(2), columns: columnsOf('new', 'other', 'columns') }),
    )) {
      const { entry, session, texts } = await reopened(store, id);
      const isNew = entry.name === 'After';
      seen.add(entry.name);
      if (done) expect(isNew).toBe(true);
      expect([session.until, texts]).toEqual(isNew ? [2, ['new', 'other', 'columns']] : [1, ['old', 'columns']]);
      await new Workspaces(store, locksOf()).sweep();
      expect(store.files.size).toBe(2);
      expect((await reopened(store, id)).entry).toEqual(entry);
      steps++;
    }
    expect([...seen]).toEqual(['Before', 'After']);
    expect(steps).toBeGreaterThan(8);
  });

  test('one that is deleted is there whole or not at all', async () => {
    for await (const { store, id, done } of cutOff((all, id) => all.remove(id))) {
      const { entries } = await new Workspaces(store, locksOf()).list();
      if (entries.length > 0) expect((await reopened(store, id)).texts).toEqual(['old', 'columns']);
      await new Workspaces(store, locksOf()).sweep();
      expect(store.files.size).toBe(entries.length > 0 ? 2 : 0);
      if (done) expect(entries).toEqual([]);
    }
  });

  test('a new one is there whole or not at all', async () => {
    for (let k = 0, done = false; !done; k++) {
      const store = new MemoryStore(dies);
      store.failAfter(k);
      done = await new Workspaces(store, locksOf()).create('New', emptySession, columnsOf('a', 'b')).then(
        () => true,
        () => false,
      );
      store.failAfter(Infinity);
      const all = new Workspaces(store, locksOf());
      await all.sweep();
      const { entries } = await all.list();
      expect(store.files.size).toBe(entries.length * 2);
      if (done) expect(entries).toHaveLength(1);
    }
  });
});

test('what another tab is writing is not swept', async () => {
  const store = new MemoryStore(true);
  store.failAfter(3);
  await new Workspaces(store, locksOf()).create('New', emptySession, columnsOf('a', 'b'), 'theirs').catch(() => null);
  store.failAfter(Infinity);
  expect(store.files.size).toBe(1);
  await new Workspaces(store, locksOf(new Set(['theirs']))).sweep();
  expect(store.files.size).toBe(1);
  await new Workspaces(store, locksOf()).sweep();
  expect(store.files.size).toBe(0);
});
