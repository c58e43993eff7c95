import { beforeEach, describe, expect, test } from 'vitest';
import type { FileStore } from '../../src/workspace/file-store';
import { IndexedStore } from '../../src/workspace/indexed-store';
import { OpfsStore } from '../../src/workspace/opfs-store';
import { cut } from '../../src/workspace/sections';
import { Workspaces } from '../../src/workspace/workspaces';
import { columnsOf, emptySession, locksOf } from './memory-store';

const NAME = 'perennial-store-test';
const makers: Readonly<Record<string, () => Promise<FileStore>>> = {
  'the private file system': async () => new OpfsStore(await navigator.storage.getDirectory(), NAME),
  IndexedDB: () => IndexedStore.open(NAME),
};
const bytes = (text: string) => new TextEncoder().encode(text);

describe.each(Object.keys(makers))('%s', (kind) => {
  const open = makers[kind];
  beforeEach(async () => (await open()).clear());

  test('holds whole files, made of pieces, until they are removed', async () => {
    const store = await open();
    await store.write('a', [bytes('one '), bytes('xxtwoxx').subarray(2, 5)]);
    await store.write('b', []);
    expect([...(await store.list())].sort((x, y) => (x.name < y.name ? -1 : 1))).toEqual([
      { name: 'a', bytes: 7 },
      { name: 'b', bytes: 0 },
    ]);
    expect(await (await store.read('a'))?.text()).toBe('one two');
    expect(await store.read('c')).toBeNull();
    await store.remove('a');
    await store.remove('never there');
    expect((await (await open()).list()).map(({ name }) => name)).toEqual(['b']);
  });

  test('a write whose pieces fail leaves no file', async () => {
    const store = await open();
    function* failing() {
      yield bytes('half');
      throw new DOMException('full', 'QuotaExceededError');
    }
    await expect(store.write('a', failing())).rejects.toMatchObject({ code: 'storage-full' });
    expect(await store.list()).toEqual([]);
  });

  test('keeps a workspace, and forgets all at once', async () => {
    const store = await open();
    const all = new Workspaces(store, locksOf());
    const { id } = await all.create('Till', emptySession, columnsOf('a', 'bb'));
    await all.update(id, 1, { columns: columnsOf('c', 'dd', 'eee') });
    const { columns, sections } = await new Workspaces(await open(), locksOf()).open(id);
    const texts: string[] = [];
    for await (const section of cut(columns, sections, 'Till')) texts.push(new TextDecoder().decode(section));
    expect(texts).toEqual(['c', 'dd', 'eee']);
    await all.clear();
    expect(await (await open()).list()).toEqual([]);
  });
});
