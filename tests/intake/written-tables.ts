import fc from 'fast-check';
import { civilFromDay, dayFromCivil, formatDay } from '../../src/domain/calendar';
import type { Encoding } from '../../src/domain/encodings';
import { LEGACY_TEXTS } from './legacy-texts';
import { concatenate, encode, type Bytes } from './reading-files';

/** A sale as it was, whatever is written of it. Amounts are in hundredths. */
export interface Sale {
  readonly name: number;
  readonly day: number;
  readonly cents: number;
}

/** How a program writes numbers. */
export interface NumberStyle {
  readonly decimal: '.' | ',';
  readonly group: string;
  readonly minus: (digits: string) => string;
  readonly around: (number: string) => string;
}

const MINUS: Readonly<Record<string, NumberStyle['minus']>> = {
  before: (digits) => `-${digits}`,
  after: (digits) => `${digits}-`,
  brackets: (digits) => `(${digits})`,
  typographic: (digits) => `\u2212${digits}`,
};
const AROUND: Readonly<Record<string, NumberStyle['around']>> = {
  bare: (number) => number,
  'code before': (number) => `EUR ${number}`,
  'code after': (number) => `${number} EUR`,
  'sign before': (number) => `€ ${number}`,
  'sign after': (number) => `${number} €`,
  dollar: (number) => `$${number}`,
};
const GROUPS: Readonly<Record<'.' | ',', readonly string[]>> = {
  '.': ['', ',', ' ', "'", '\u2019', '\u00a0', '\u202f'],
  ',': ['', '.', ' ', "'", '\u00a0', '\u202f'],
};

export function writeCents(cents: number, { decimal, group, minus, around }: NumberStyle): string {
  const whole = String(Math.floor(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, group);
  const digits = `${whole}${decimal}${String(Math.abs(cents) % 100).padStart(2, '0')}`;
  // Accountants set the brackets outside of the currency.
  if (minus === MINUS['brackets'] && cents < 0) return minus(around(digits));
  return around(cents < 0 ? minus(digits) : digits);
}

const two = (count: number): string => String(count).padStart(2, '0');
type WriteDay = (day: number) => string;
const inParts =
  (write: (year: number, month: number, day: number) => string): WriteDay =>
  (day) => {
    const { year, month, dayOfMonth } = civilFromDay(day);
    return write(year, month, dayOfMonth);
  };
const noon = (day: number) => new Date(day * 86_400_000 + 43_200_000);
const inWords =
  (locale: string, month: 'long' | 'short'): WriteDay =>
  (day) =>
    noon(day).toLocaleDateString(locale, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' });
/** Early in the day there, the day before in UTC; the instant is written. */
const withOffset =
  (hours: number): WriteDay =>
  (day) => {
    const local = new Date(day * 86_400_000 + (10 + hours) * 3_600_000).toISOString().slice(0, 19);
    return `${local}${hours < 0 ? '-' : '+'}${two(Math.abs(hours))}:00`;
  };

/** Of the languages whose names of months are known. */
const LOCALES = [
  'en-US',
  'en-GB',
  'de-DE',
  'fr-FR',
  'es-ES',
  'it-IT',
  'pt-BR',
  'nl-NL',
  'pl-PL',
  'sv-SE',
  'da-DK',
  'nb-NO',
];
export const DAY_STYLES: Readonly<Record<string, WriteDay>> = {
  ISO: formatDay,
  'ISO and a time': (day) => `${formatDay(day)} 23:59:59`,
  'ISO, far east': withOffset(12),
  'ISO, far west': withOffset(-9),
  'without marks': (day) => formatDay(day).replaceAll('-', ''),
  points: inParts((year, month, day) => `${two(day)}.${two(month)}.${year}`),
  'points, short': inParts((year, month, day) => `${day}.${month}.${two(year % 100)}`),
  strokes: inParts((year, month, day) => `${two(day)}/${two(month)}/${year}`),
  'strokes, month first': inParts((year, month, day) => `${month}/${day}/${year}`),
  'strokes, month first, short': inParts((year, month, day) => `${two(month)}/${two(day)}/${two(year % 100)}`),
  'strokes, year first': inParts((year, month, day) => `${year}/${two(month)}/${two(day)}`),
  dashes: inParts((year, month, day) => `${two(day)}-${two(month)}-${year}`),
  'dashes, month first, a time': inParts((year, month, day) => `${two(month)}-${two(day)}-${year} 8:05 PM`),
  ...Object.fromEntries(
    LOCALES.flatMap((locale) => [
      [`${locale}, long`, inWords(locale, 'long')],
      [`${locale}, short`, inWords(locale, 'short')],
    ]),
  ),
};

export interface Style {
  readonly delimiter: string;
  readonly newline: string;
  readonly quote: '"' | "'";
  readonly quoteAll: boolean;
  readonly days: string;
  readonly number: NumberStyle;
  /** A place among the texts of `LEGACY_TEXTS`; or Unicode. */
  readonly letters: number | 'utf-8' | 'utf-8 bom' | 'utf-16le bom' | 'utf-16be bom';
}

const numbers = fc.constantFrom('.' as const, ',' as const).chain((decimal) =>
  fc.record({
    decimal: fc.constant(decimal),
    group: fc.constantFrom(...GROUPS[decimal]),
    minus: fc.constantFrom(...Object.values(MINUS)),
    around: fc.constantFrom(...Object.values(AROUND)),
  }),
);
export const styles: fc.Arbitrary<Style> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  quote: fc.constantFrom('"' as const, "'" as const),
  quoteAll: fc.boolean(),
  days: fc.constantFrom(...Object.keys(DAY_STYLES)),
  number: numbers,
  letters: fc.oneof(
    fc.constantFrom('utf-8' as const, 'utf-8 bom' as const, 'utf-16le bom' as const, 'utf-16be bom' as const),
    fc.nat(LEGACY_TEXTS.length - 1),
  ),
});

/** A year of trade. Days above 12 and amounts above a thousand are among them, so that the file itself says how to read it. */
const FIRST = dayFromCivil(2023, 1, 1);
export const sales: fc.Arbitrary<readonly Sale[]> = fc
  .array(
    fc.record({
      name: fc.nat(40),
      day: fc.integer({ min: FIRST, max: FIRST + 364 }),
      cents: fc.oneof(fc.integer({ min: -999_999_99, max: 999_999_99 }), fc.integer({ min: -99_99, max: 99_99 })),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((some) => [
    { name: 0, day: FIRST + 30, cents: 1234_56 },
    ...some,
    { name: 1, day: FIRST + 27, cents: -12_50 },
    { name: 2, day: FIRST + 364, cents: 1_234_567_89 },
  ]);

const ENCODED: ReadonlyMap<string, Bytes> = new Map(
  LEGACY_TEXTS.flatMap(({ bytes, words }, text) => {
    const lines = atob(bytes).split('\n');
    return words.map((word, at): [string, Bytes] => [
      `${text} ${word}`,
      Uint8Array.from(lines[at], (character) => character.charCodeAt(0)),
    ]);
  }),
);

/** Names of a language's people and towns; more of them than are asked for begin anew. */
export const namesOf = ({ letters }: Style): readonly string[] =>
  typeof letters === 'number' ? LEGACY_TEXTS[letters].words : LEGACY_TEXTS.flatMap(({ words }) => words);

export const encodingOf = ({ letters }: Style): Encoding | null =>
  typeof letters === 'number' ? LEGACY_TEXTS[letters].encoding : null;

/** The sales as a file of this style; `customer` names every word of the language at least once in `note`. */
export function writeSales(some: readonly Sale[], style: Style): Bytes {
  const names = namesOf(style);
  const plain = (cells: readonly string[]) => cells;
  const rows = some.map(({ name, day, cents }) =>
    plain([names[name % names.length], DAY_STYLES[style.days](day), writeCents(cents, style.number)]),
  );
  const every = names.map((name) => plain([name, DAY_STYLES[style.days](FIRST), writeCents(100, style.number)]));
  const all = [['customer', 'date', 'amount'], ...rows, ...every];
  const written = all.map((cells) => cells.map((cell) => quoted(cell, style)));
  if (typeof style.letters === 'number') return legacy(written, style, style.letters);
  return encode(written.map((cells) => cells.join(style.delimiter) + style.newline).join(''), style.letters);
}

/** What `writeSales` adds, so that an encoding has enough to be told by. */
export const addedTo = (style: Style): readonly Sale[] =>
  namesOf(style).map((_, name) => ({ name, day: FIRST, cents: 100 }));

function quoted(cell: string, { delimiter, quote, quoteAll }: Style): string {
  const must = quoteAll || [delimiter, quote, '"', '\n'].some((mark) => cell.includes(mark));
  return must ? quote + cell.replaceAll(quote, quote + quote) + quote : cell;
}

function legacy(rows: readonly (readonly string[])[], style: Style, text: number): Bytes {
  const { words } = LEGACY_TEXTS[text];
  return concatenate(
    rows.flatMap((cells) =>
      cells.flatMap((cell, at) => {
        const word = words.find((one) => one === cell || `${style.quote}${one}${style.quote}` === cell);
        const marks = word !== undefined && word !== cell ? encode(style.quote) : encode('');
        const body = word === undefined ? asLatin(cell) : ENCODED.get(`${text} ${word}`)!;
        return [marks, body, marks, encode(at === cells.length - 1 ? style.newline : style.delimiter)];
      }),
    ),
  );
}

/** What stands beside the names must be in every encoding. */
function asLatin(cell: string): Bytes {
  const ascii = cell
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\u2212/g, '-')
    .replace(/\u2019/g, "'")
    .replace(/€/g, 'EUR');
  return encode(ascii);
}
