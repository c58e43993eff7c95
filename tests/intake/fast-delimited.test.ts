import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDelimited } from '../../src/intake/read/delimited/delimited';
import { encode } from './reading-files';

/** Cells that are the same text in several spellings, blanks of all kinds, and texts that ask for care. */
const SPELLINGS = [
  'a', '"a"', ' a', 'a ', '"a "', '\ta', 'a\u00a0', '\u00a0a', 'b"c', '"b""c"', ' "a"', '"""a"""', '""', '', ' ', '\u00a0', '"\u00a0"',
  'Größe', 'Menge', '"Menge"', ' Menge', 'ä', '"ä"', 'x'.repeat(128), 'x'.repeat(129), `"${'x'.repeat(129)}"`, '1', '01', '1.0', '\u0001', '"line\nbreak"',
]; // prettier-ignore

const cells = fc.array(fc.constantFrom(...SPELLINGS), { minLength: 1, maxLength: 4 });
const files = fc.record({
  delimiter: fc.constantFrom(',', ';', '|'),
  newline: fc.constantFrom('\n', '\r\n'),
  header: fc.constantFrom(['Größe', 'Menge', 'Art'], ['Größe', 'Ärger', 'Öl'], ['', 'Menge', 'Art']),
  records: fc.array(
    fc.oneof({ weight: 20, arbitrary: cells }, { weight: 1, arbitrary: fc.constant('header' as const) }),
    { minLength: 20, maxLength: 60 },
  ),
  encoding: fc.constantFrom('utf-8' as const, 'utf-8 bom' as const, 'windows-1252' as const),
});

/** Rows are coded some thousands at a time; the first chunk only settles the header. */
const ROWS = 6_000;

test(
  'however a text is spelt, bytes and papaparse give it the same code, within and across batches',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        files,
        fc.constantFrom(60_000, 7_000),
        async ({ delimiter, newline, header, records, encoding }, chunkBytes) => {
          const plain = [['m', 'n', 'o'], ['p', 'q', 'r']]; // prettier-ignore
          const lines = Array.from({ length: ROWS }, (_, at) =>
            at < 220 ? plain[at % 2] : records[at % records.length],
          );
          const text = [header, ...lines.map((line) => (line === 'header' ? header : line))]
            .map((line) => line.join(delimiter) + newline)
            .join('');
          const content = encode(text, encoding);
          const read = (bytewise: boolean) =>
            readDelimited(
              { name: 'any.csv', blob: new Blob([content]) },
              content.subarray(0, 1 << 16),
              {},
              { chunkBytes, bytewise },
            );
          const fast = await read(true);
          expect(fast).toEqual(await read(false));
          for (const column of fast.columns) expect(new Set(column.values).size).toBe(column.values.length);
        },
      ),
      { numRuns: 15 },
    );
  },
);

const HEAD = Array.from({ length: 250 }, (_, at) => `h${at % 9};1`);
const readLines = (lines: readonly string[], encoding: 'utf-8' | 'windows-1252' = 'utf-8') => {
  const content = encode(`Menge;Größe\n${[...HEAD, ...lines, 'end;1'].join('\n')}\n`, encoding);
  // Bytes are read from the second chunk on.
  return readDelimited({ name: 'any.csv', blob: new Blob([content]) }, content, {}, { chunkBytes: 1_200 });
};

const SAME: Readonly<Record<string, readonly string[]>> = {
  'b"c': ['b"c', '"b""c"'],
  a: ['a', '"a"', ' a', 'a\u00a0'],
  ü: ['ü', '"ü"', 'ü\u00a0'],
  'x"': ['x"', '"x"" "', 'x" '],
};

test.each(Object.keys(SAME))('a text is one value, whichever spelling comes first: %s', async (text) => {
  for (const spellings of [SAME[text], SAME[text].toReversed()]) {
    for (const encoding of ['utf-8', 'windows-1252'] as const) {
      const first = await readLines(
        spellings.map((cell) => `${cell};1`),
        encoding,
      );
      expect(first.columns[0].values.slice(9)).toEqual([text, 'end']);
      const second = await readLines(
        spellings.map((cell) => `h1;${cell}`),
        encoding,
      );
      expect(second.columns[1].values).toEqual(['1', text]);
      expect(second.rows).toBe(HEAD.length + spellings.length + 1);
    }
  }
});

test.each(['Menge;Größe', '"Menge";"Größe"', ' Menge;Größe ', 'Menge\u00a0;Größe', '\u00a0Menge;\u00a0Größe'])(
  'a header that comes again is none of the rows: %s',
  async (again) => {
    for (const encoding of ['utf-8', 'windows-1252'] as const) {
      const table = await readLines(['a;2', again, 'b;3'], encoding);
      expect(table.setAside).toEqual([{ line: HEAD.length + 3, reason: 'repeated_header', text: 'Menge | Größe' }]);
      expect(table.rows).toBe(HEAD.length + 3);
    }
  },
);
