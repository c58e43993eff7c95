import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { safeParse, string } from 'valibot';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { decodeFirstView } from '../../src/bridge/first-view';
import { AppError } from '../../src/domain/errors';
import type { InspectedTable } from '../../src/domain/import';
import { dictionary } from '../../src/schema/objects';
import { recalled } from '../../src/session/remembered-mapping';
import { parseCatalog } from '../../src/session/samples';
import { readStored } from '../../src/session/stored';
import { view1 } from '../../src/session/view-schema';
import { damagedJson } from '../support/damaged-json';

/** Whether it was taken; anything but an error of ours is a failure. */
function taken(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    return false;
  }
}
const catalog: unknown = JSON.parse(readFileSync('sample-data/catalog.json', 'utf8'));

describe('the catalogue of sample companies', () => {
  test('is read as it was written', () => expect(parseCatalog(JSON.stringify(catalog))).toEqual(catalog));
  test.each(['', '<!doctype html>', '{}', '[{"id":"shop"}]', '[null]'])('%j is refused as not fetched', (text) => {
    expect(() => parseCatalog(text)).toThrow(expect.objectContaining({ code: 'sample-unreachable' }));
  });
  test('whatever comes, is read or refused with an error of ours', () => {
    fc.assert(
      fc.property(damagedJson((catalog as unknown[]).slice(0, 1)), (json) => {
        taken(() => parseCatalog(JSON.stringify(json)));
      }),
      { numRuns: 150 },
    );
  });
});

test('a first view is read or refused with an error of ours', () => {
  const view = {
    report: { name: 'a' },
    answers: [{ method: 'metric', argument: {}, reply: { $: 'Float64Array', of: [1] } }],
  };
  fc.assert(
    fc.property(damagedJson(view), (json) => {
      taken(() => decodeFirstView(JSON.stringify(json)));
    }),
    { numRuns: 150 },
  );
  for (const $ of ['toString', 'Uint8Array', 7])
    expect(taken(() => decodeFirstView(JSON.stringify({ report: { a: { $, of: [] } }, answers: [] })))).toBe(false);
});

test('a view in an address is taken whole or not at all', () => {
  const short = {
    p: 'growth',
    s: 'shop',
    o: { a: { b: 1, c: null } },
    v: {},
    f: [
      [1, null],
      ['c', 'Region', 'North'],
    ],
  };
  expect(safeParse(view1, short).success).toBe(true);
  fc.assert(
    fc.property(damagedJson(short), (json) => {
      const { success, output } = safeParse(view1, json);
      if (!success) return;
      for (const clause of output.filter)
        if (clause.kind !== 'window')
          expect([typeof clause.field, clause.field === 'customer']).toEqual(['string', false]);
    }),
    { numRuns: 300 },
  );
});

test('a mapping that was remembered is recalled over the header, or not at all', () => {
  const table = { header: ['Who', 'When'], roles: [], columns: [] } as unknown as InspectedTable;
  const remembered = [
    { role: 'transactions', fields: { customer: { at: 0 }, date: { at: 1, format: 'DD.MM.YYYY' }, order: 'row' } },
  ];
  fc.assert(
    fc.property(damagedJson(remembered), (json) => {
      const columns = recalled(json, table)?.flatMap(({ mapping }) => Object.values(mapping)) ?? [];
      for (const field of columns)
        expect(field).toSatisfy((one) => typeof one === 'string' || (typeof one === 'object' && one !== null));
    }),
    { numRuns: 300 },
  );
});

describe('what a browser remembers', () => {
  afterEach(() => vi.unstubAllGlobals());
  const answers = dictionary(string());
  test.each(['null', '7', '[]', '{"a":1}', '{', ''])('%j is as if nothing had been stored', (text) => {
    vi.stubGlobal('localStorage', { getItem: () => text });
    expect(readStored('dates', answers, { none: 'yet' })).toEqual({ none: 'yet' });
  });
  test('is given back where its schema knows it', () => {
    vi.stubGlobal('localStorage', { getItem: () => '{"constructor":"DD.MM.YYYY"}' });
    expect(readStored('dates', answers, {})).toEqual({ constructor: 'DD.MM.YYYY' });
  });
});
