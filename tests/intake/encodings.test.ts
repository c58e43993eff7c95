import { describe, expect, test } from 'vitest';
import type { Encoding } from '../../src/domain/encodings';
import { encodingNamed, ENCODINGS } from '../../src/domain/encodings';
import { sentenceOfNote } from '../../src/domain/sentences';
import { LEGACY_TEXTS } from './legacy-texts';
import { concatenate, encode, readOne, rowsOf, type Bytes } from './reading-files';

const bytesOf = (base64: string): Bytes => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

/** `name,amount` and a row for each word. */
function tableOf(words: Bytes): Bytes {
  const lines: Bytes[] = [encode('name,amount\n')];
  let from = 0;
  for (let at = 0; at <= words.length; at++) {
    if (at < words.length && words[at] !== 0x0a) continue;
    lines.push(words.slice(from, at), encode(',5\n'));
    from = at + 1;
  }
  return concatenate(lines);
}
const namesOf = async (content: Bytes, encoding?: Encoding) => {
  const table = await readOne(content, encoding ? { encoding } : {});
  return { table, names: rowsOf(table).map(([name]) => name) };
};
/** `Łódź` in windows-1250 */
const LODZ = [0xa3, 0xf3, 0x64, 0x9f];
const oneName = (name: readonly number[]): Bytes => tableOf(Uint8Array.from(name));

describe('files that do not say how they are encoded', () => {
  test.each(LEGACY_TEXTS)('$language in $encoding', async ({ encoding, words, bytes }) => {
    const { table, names } = await namesOf(tableOf(bytesOf(bytes)));
    expect(table.dialect.encoding).toBe(encoding);
    expect(names).toEqual(words);
  });

  test.each(LEGACY_TEXTS)('$language in $encoding, when somebody says so', async ({ encoding, words, bytes }) => {
    const { table, names } = await namesOf(tableOf(bytesOf(bytes)), encoding);
    expect(table.dialect.encoding).toBe(encoding);
    expect(names).toEqual(words);
    expect(table.encodings?.sure).toBe(true);
    expect(table.notes).toEqual([]);
  });

  test('a few words of Western Europe are sure, and nothing is asked', async () => {
    for (const words of [
      'Müller\nKöln',
      'Café\nCrème brûlée\nChâteau',
      'São Paulo\nJoão\nConceição',
      'Preis 12 €\nSoße',
    ]) {
      const { table, names } = await namesOf(tableOf(encode(words, 'windows-1252')));
      expect(names).toEqual(words.split('\n'));
      expect([table.dialect.encoding, table.notes]).toEqual(['windows-1252', []]);
    }
  });

  test('where the bytes do not decide, it is said, and the other readings are shown in the own lines', async () => {
    const { table } = await namesOf(oneName([0x50, 0x6c, 0x7a, 0x65, 0xf2]));
    expect(table.encodings?.sure).toBe(false);
    expect(table.encodings?.read).toEqual({ encoding: 'windows-1252', lines: ['Plzeò,5'] });
    expect(table.encodings?.others.find(({ encoding }) => encoding === 'windows-1250')?.lines).toEqual(['Plzeň,5']);
    expect(table.notes.map(sentenceOfNote)).toEqual([
      expect.stringMatching(
        /^The file does not say how its letters are coded: it was read as Windows-1252, and could be .*Windows-1250/,
      ),
    ]);
  });

  test('readings that give the same text are one: Müller is no question between West and East', async () => {
    const { table } = await namesOf(tableOf(encode('Müller\nKöln\nGröße', 'windows-1252')));
    const others = table.encodings?.others.map(({ encoding }) => encoding);
    expect(others).not.toContain('windows-1250');
    expect(others).toContain('windows-1251');
  });

  test('what is chosen is read, even against the evidence, and the others stay on offer', async () => {
    const { table, names } = await namesOf(oneName(LODZ), 'windows-1252');
    expect(names).toEqual(['£ódŸ']);
    expect(table.encodings?.read.encoding).toBe('windows-1252');
    expect(table.encodings?.others.map(({ encoding }) => encoding)).toContain('windows-1250');
  });

  test('a name a thousand times weighs no more than once', async () => {
    const few = tableOf(bytesOf(LEGACY_TEXTS[0].bytes));
    const much = concatenate([few, ...Array.from({ length: 1000 }, () => encode('Pelé,5\n', 'windows-1252'))]);
    expect((await readOne(much)).dialect.encoding).toBe('windows-1250');
  });

  test('the evidence may stand far down in the file', async () => {
    const plain = encode(`name,amount\n${'a plain row,5\n'.repeat(400_000)}`);
    const content = concatenate([plain, tableOf(bytesOf(LEGACY_TEXTS[0].bytes)).slice('name,amount\n'.length)]);
    const table = await readOne(content);
    expect(table.dialect.encoding).toBe('windows-1250');
    expect(rowsOf(table).at(-1)).toEqual([LEGACY_TEXTS[0].words.at(-1), '5']);
  });

  test('UTF-8 with one broken byte among much that is whole stays UTF-8, and says that it is guessed', async () => {
    const content = concatenate([
      encode('name,amount\nMüller,1\nJäger,2\nGröße,3\nCafé,4\nNa'),
      Uint8Array.of(0xef),
      encode('ve,5\n'),
    ]);
    const { table, names } = await namesOf(content);
    expect(table.dialect.encoding).toBe('utf-8');
    expect(names).toEqual(['Müller', 'Jäger', 'Größe', 'Café', 'Na\ufffdve']);
    expect(table.encodings).toBeDefined();
  });

  test('ASCII and whole UTF-8 leave nothing to choose', async () => {
    expect((await readOne('name,amount\nAnn,5\n')).encodings).toBeUndefined();
    expect((await readOne('name,amount\nŁódź,5\n')).encodings).toBeUndefined();
    expect((await readOne('name,amount\nAnn,5\n', { encoding: 'windows-1250' })).rows).toBe(1);
  });

  test('an upright line is no delimiter where it is half of a character', async () => {
    // ポ in Shift_JIS is 0x83 0x7C.
    const point = Uint8Array.of(0x83, 0x7c, 0x83, 0x43, 0x83, 0x93, 0x83, 0x67);
    const line = concatenate([point, encode('|7\n')]);
    const table = await readOne(concatenate([encode('name|amount\n'), ...Array.from({ length: 6 }, () => line)]));
    expect(rowsOf(table)[5]).toEqual(['ポイント', '7']);
  });
});

test('names of encodings as people write them', () => {
  expect(['GBK', 'latin1', 'CP1250', 'Windows-1250', 'shift-jis', 'klingon'].map(encodingNamed)).toEqual([
    'gb18030',
    'windows-1252',
    'windows-1250',
    'windows-1250',
    'shift_jis',
    null,
  ]);
  for (const encoding of Object.keys(ENCODINGS)) expect(encodingNamed(encoding)).toBe(encoding);
});
