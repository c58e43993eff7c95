import { expect, test } from 'vitest';
import { ENCODINGS, type Encoding } from '../../src/domain/encodings';
import { codeUnitsOf, isCodePage } from '../../src/intake/read/encodings/code-pages';

const pages = (Object.keys(ENCODINGS) as Encoding[]).filter(isCodePage);

test.each(pages)('the table of %s is the browser’s own', (page) => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const decoded = new TextDecoder(page).decode(bytes);
  expect(String.fromCharCode(...codeUnitsOf(page))).toBe(decoded);
});

test('every other encoding is one that the browser knows by this name', () => {
  for (const encoding of Object.keys(ENCODINGS)) expect(new TextDecoder(encoding).encoding).toBe(encoding);
});
