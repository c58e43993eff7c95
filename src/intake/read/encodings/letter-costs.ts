import { FREQUENT_CHARACTERS, LATIN_LETTERS, OTHER_LETTERS } from './language-letters';

/*
 * What a character costs, in nats: minus the logarithm of how probable it is, roughly, in text of a language. Costs of all
 * characters of a piece add up, so that readings of the same bytes can be compared, whatever number of characters they make.
 */

/** A character of ASCII, in any language. */
export const ASCII_COST = 3;
/** No text means them: control characters, bytes without a meaning. */
export const BROKEN_COST = 14;
const LATIN_LETTER_COST = 2.5;
const FOREIGN_LETTER_COST = 10;
/** Signs that people write: currencies, quotes, dashes, degrees. */
const SIGNS = '\xa0€£§°²³½–—’‘“”„«»‹›…•®©™±×µºª¿¡´·№‚¼¾¹';
const SIGN_COST = 4.5;
const CURRENCY_COST = 3.5;
const ODD_SIGN_COST = 8;

export type Costs = ReadonlyMap<string, number>;

const byRank = (letters: string, base: number): Costs => {
  const all = Array.from(letters);
  const whole = all.reduce((sum, _, rank) => sum + 1 / (rank + 1), 0);
  return new Map(all.map((letter, rank) => [letter, base + Math.log(whole * (rank + 1))]));
};

/** For each language, of its letters in lower case. */
export const LATIN_COSTS: readonly Costs[] = Object.values(LATIN_LETTERS).map((letters) =>
  byRank(letters, LATIN_LETTER_COST),
);
export const OTHER_COSTS: readonly Costs[] = Object.values(OTHER_LETTERS).map((letters) => byRank(letters, 0));

/** A character that is no letter of the language: `lower` is the character in lower case. */
export function costOutside(lower: string): number {
  const code = lower.codePointAt(0)!;
  if (code === 0xfffd || (code >= 0x80 && code < 0xa0) || (code >= 0xe000 && code < 0xf900)) return BROKEN_COST;
  if ('€£'.includes(lower)) return CURRENCY_COST;
  if (SIGNS.includes(lower)) return SIGN_COST;
  return /\p{L}|\p{M}/u.test(lower) ? FOREIGN_LETTER_COST : ODD_SIGN_COST;
}

export type EastAsian = 'shift_jis' | 'euc-jp' | 'gb18030' | 'big5' | 'euc-kr';

/** By encoding: where its standard keeps the characters in daily use, as lead bytes of pairs. */
const DAILY: Readonly<
  Record<EastAsian, { frequent: keyof typeof FREQUENT_CHARACTERS; coded: EastAsian; from: number; to: number }>
> = {
  shift_jis: { frequent: 'japanese', coded: 'euc-jp', from: 0xb0, to: 0xcf },
  'euc-jp': { frequent: 'japanese', coded: 'euc-jp', from: 0xb0, to: 0xcf },
  gb18030: { frequent: 'simplified', coded: 'gb18030', from: 0xb0, to: 0xd7 },
  big5: { frequent: 'traditional', coded: 'big5', from: 0xa4, to: 0xc6 },
  'euc-kr': { frequent: 'korean', coded: 'euc-kr', from: 0xb0, to: 0xc8 },
};
export const isEastAsian = (encoding: string): encoding is EastAsian => Object.hasOwn(DAILY, encoding);

const FREQUENT_COST = 5.3;
const DAILY_COST = 9;
const KANA_COST = 5.8;
const RARE_COST = 13;

const known = new Map<EastAsian, Costs>();

/** Of the characters that an East Asian encoding is used for; all others cost what `costOfRare` says. */
export function eastAsianCosts(encoding: EastAsian): Costs {
  const made = known.get(encoding);
  if (made) return made;
  const { frequent, coded, from, to } = DAILY[encoding];
  const costs = new Map<string, number>();
  for (const character of pairsOf(coded, from, to)) costs.set(character, DAILY_COST);
  for (const character of FREQUENT_CHARACTERS[frequent]) costs.set(character, FREQUENT_COST);
  if (frequent === 'japanese')
    for (let code = 0x3041; code <= 0x30fc; code++) costs.set(String.fromCharCode(code), KANA_COST);
  known.set(encoding, costs);
  return costs;
}

/** Full-width signs and letters, half-width katakana and whatever else is seldom. */
export function costOfRare(character: string): number {
  const code = character.codePointAt(0)!;
  if (code === 0xfffd || (code >= 0x80 && code < 0xa0) || (code >= 0xe000 && code < 0xf900)) return BROKEN_COST;
  // Half-width katakana take one byte each.
  if (code >= 0xff61 && code <= 0xff9f) return KANA_COST;
  const isSign = (code >= 0x3000 && code < 0x3040) || (code >= 0xff00 && code < 0xff61);
  return isSign ? ODD_SIGN_COST : RARE_COST;
}

/** All characters whose first byte lies in the range, as the decoder itself knows them. */
function pairsOf(encoding: EastAsian, from: number, to: number): string {
  const bytes: number[] = [];
  for (let lead = from; lead <= to; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++)
      if (trail >= 0xa1 || (encoding === 'big5' && trail < 0x7f)) bytes.push(lead, trail);
  return new TextDecoder(encoding).decode(Uint8Array.from(bytes)).replaceAll('\ufffd', '');
}
