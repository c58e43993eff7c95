import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDelimited, type Pace } from '../../src/intake/read/delimited/delimited';
import type { RawTable } from '../../src/intake/read/raw-table';
import { encode } from './reading-files';

/** Enough plain records to settle the header; what the fast path reads comes after. */
const head = (delimiter: string): string =>
  ['id', 'text', 'note', ...Array.from({ length: 210 }, (_, at) => `k${at % 7}`)]
    .map((first, at) => (at < 3 ? '' : [first, 'a', 'b'].join(delimiter)))
    .filter((line) => line !== '')
    .join('\n');

const readAt = async (content: Uint8Array<ArrayBuffer>, pace: Pace): Promise<RawTable> =>
  readDelimited({ name: 'orders.csv', blob: new Blob([content]) }, content, {}, pace);

/** What a record may be made of: well-formed cells, and characters put together at random. */
const cell = (delimiter: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('a', 'b', '', ' a', 'b ', '12,5', 'Total', 'id', 'ü', 'x'.repeat(140)) },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '"a"',
        '"b "',
        '""',
        `"x${delimiter}y"`,
        '"a ""b"""',
        '"one\ntwo"',
        '"\r\n"',
        '"id"',
        '"""q"""',
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('"a" ', 'a"b', '"a"b', '\r', '\u00a0', '"', '\ufeff', '\ufeffa', 'ü\u2003'),
    },
  );
const bodies = (delimiter: string): fc.Arbitrary<string> => {
  const ending = fc.oneof(
    { weight: 8, arbitrary: fc.constant('\n') },
    { weight: 3, arbitrary: fc.constantFrom('\r\n', '\n\n', '\r\n\r\n', '\r') },
  );
  const header = fc.constantFrom(['id', 'text', 'note'], ['"id"', 'text', ' note']);
  const cells = fc.oneof(
    { weight: 9, arbitrary: fc.array(cell(delimiter), { minLength: 1, maxLength: 5 }) },
    { weight: 1, arbitrary: header },
  );
  const line = fc.tuple(cells, ending).map(([texts, end]) => texts.join(delimiter) + end);
  return fc.array(line, { maxLength: 60 }).map((lines) => lines.join(''));
};
const files = fc
  .constantFrom(',', ';', '\t', '|')
  .chain((delimiter) =>
    fc.record({ delimiter: fc.constant(delimiter), body: bodies(delimiter), endless: fc.boolean() }),
  );

test('bytes and papaparse read the same table, whatever stands in the file and wherever it is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      files,
      fc.constantFrom('utf-8' as const, 'utf-8 bom' as const, 'windows-1252' as const),
      fc.integer({ min: 1, max: 400 }),
      async ({ delimiter, body, endless }, encoding, extra) => {
        const text = `id${delimiter}text${delimiter}note\n${head(delimiter)}\n${body}${endless ? 'k1' : ''}`;
        const content = encode(encoding === 'windows-1252' ? text.replaceAll(/[\ufeff\u2003]/g, '–') : text, encoding);
        const chunkBytes = 60 + extra;
        const fast = await readAt(content, { chunkBytes });
        expect(fast).toEqual(await readAt(content, { chunkBytes, bytewise: false }));
        for (const column of fast.columns) expect(new Set(column.values).size).toBe(column.values.length);
      },
    ),
    { numRuns: 300 },
  );
});
