import { ENCODINGS, type Encoding, type EncodingChoice, type EncodingReading } from '../../../domain/encodings';
import { decodeCodePage, isCodePage } from './code-pages';
import {
  ASCII_COST,
  costOfRare,
  costOutside,
  eastAsianCosts,
  isEastAsian,
  LATIN_COSTS,
  OTHER_COSTS,
  type Costs,
} from './letter-costs';

/** A reading must be so much likelier than the next, in nats, that the bytes are said to speak for it. */
const SURE_MARGIN = 7;
/** Readings within this of the best are nearly as likely. */
const PLAUSIBLE_MARGIN = 12;
/** What every other encoding has to make up for: most files that are no Unicode are Western European. */
const LESS_COMMON_COST = 4;
/** What those of old machines and of before Windows have to. */
const RARE = new Set<Encoding>(['macintosh', 'koi8-r', 'koi8-u', 'iso-8859-5', 'ibm866', 'iso-8859-7']);
const RARE_COST = 8;
const costOfUse = (encoding: Encoding): number =>
  RARE.has(encoding) ? RARE_COST : encoding === 'windows-1252' ? 0 : LESS_COMMON_COST;
/** Pieces in another language than most cost so much more. */
const MAIN_LANGUAGE = Math.log(0.7);
const PREVIEW_LINES = 3;
const PREVIEW_CHARACTERS = 60;

const CANDIDATES = (Object.keys(ENCODINGS) as Encoding[]).filter((encoding) => !encoding.startsWith('utf-16'));

/** Pieces of a file that hold bytes beyond ASCII, each once, as sampled; `lines` are whole lines to show. */
export interface LegacySample {
  readonly pieces: readonly Uint8Array[];
  readonly lines: readonly Uint8Array[];
}

interface Scored {
  readonly encoding: Encoding;
  readonly cost: number;
  readonly text: string;
}

/**
 * Ranks the ways to read bytes that are no valid UTF-8 by how well each makes text of some language: its letters, capitals
 * and the run of vowels and consonants. Readings that give the same text count once, under the name that is preferred.
 * @returns the best of them, whether the bytes are enough to be sure, and the rest
 */
export function rankEncodings(sample: LegacySample, chosen: Encoding | null = null): EncodingChoice {
  const bytes = joinLines(sample.pieces);
  const told = new Map<string, Scored>();
  for (const encoding of CANDIDATES) {
    const text = decodeAs(bytes, encoding);
    if (told.has(text)) continue;
    const cost = costOf(text, encoding) + costOfUse(encoding);
    told.set(text, { encoding, cost, text });
  }
  const ranked = [...told.values()].sort((a, b) => a.cost - b.cost);
  const [best, second] = ranked;
  const read = chosen === null ? best : (ranked.find(({ text }) => text === decodeAs(bytes, chosen)) ?? best);
  const shown = sample.lines.map((line) => trimBytes(line));
  const rest = ranked.filter((one) => one !== read);
  const others = rest.map(({ encoding }) => readingOf(shown, encoding, read.encoding));
  return {
    sure: chosen !== null || second === undefined || second.cost - best.cost >= SURE_MARGIN,
    read: { ...readingOf(shown, read.encoding, rest[0]?.encoding ?? null), encoding: chosen ?? read.encoding },
    others,
    plausible: rest.filter(({ cost }) => cost - best.cost < PLAUSIBLE_MARGIN).length,
  };
}

/** All of the bytes as text; what means nothing is U+FFFD. */
export const decodeAs = (bytes: Uint8Array, encoding: Encoding): string =>
  isCodePage(encoding) ? decodeCodePage(bytes, encoding) : new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);

function joinLines(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length + 1, 0)).fill(0x0a);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length + 1;
  }
  return joined;
}

function readingOf(lines: readonly Uint8Array[], encoding: Encoding, against: Encoding | null): EncodingReading {
  const differing = lines.filter((line) => against === null || decodeAs(line, encoding) !== decodeAs(line, against));
  return {
    encoding,
    lines: differing.slice(0, PREVIEW_LINES).map((line) => decodeAs(line, encoding)),
  };
}

/** The part of a line around its first byte beyond ASCII, so that a preview shows what it is about. */
function trimBytes(line: Uint8Array): Uint8Array {
  if (line.length <= PREVIEW_CHARACTERS) return line;
  const first = line.findIndex((byte) => byte >= 0x80);
  let from = Math.max(0, Math.min(first - PREVIEW_CHARACTERS / 3, line.length - PREVIEW_CHARACTERS));
  // Begins after a blank or a delimiter, so that no character of two bytes is cut.
  while (from > 0 && line[from - 1] >= 0x30) from--;
  let end = Math.min(line.length, from + PREVIEW_CHARACTERS);
  while (end < line.length && line[end] >= 0x30) end++;
  return line.subarray(from, end);
}

/** A piece is judged once for every language; most pieces are taken to be of one language. */
function costOf(text: string, encoding: Encoding): number {
  const pieces = text.split('\n');
  if (isEastAsian(encoding)) {
    const costs = eastAsianCosts(encoding);
    return pieces.reduce((sum, piece) => sum + eastAsianCost(piece, costs), 0);
  }
  const languages = [...LATIN_COSTS, ...OTHER_COSTS];
  const byPiece = pieces.filter((piece) => piece !== '').map((piece) => costsOfPiece(piece, languages));
  const foreign = Math.log(0.3 / languages.length);
  const totals = languages.map((_, main) =>
    byPiece.reduce((sum, costs) => {
      const any = Math.min(...costs);
      return sum + Math.min(costs[main] - MAIN_LANGUAGE, any - foreign);
    }, 0),
  );
  return Math.min(...totals);
}

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{M}]/u.test(character);
const isAsciiLetter = (character: string | undefined): boolean => character !== undefined && /[a-z]/i.test(character);

/** A sign within a word; a letter of another alphabet beside one of ASCII; a capital after a small letter. */
const WITHIN_WORD_COST = 8;
const MIXED_COST = 5;
const CAPITAL_COST = 5;
const SMALL_COST = 3;
/** Of a run of three vowels or four consonants, and of each more. */
const RUN_COST = 2.5;

/** What the piece costs in each of the languages. */
function costsOfPiece(piece: string, languages: readonly Costs[]): number[] {
  const characters = Array.from(piece);
  const sums = languages.map(() => 0);
  characters.forEach((character, at) => {
    if (character < '\x80') {
      for (let i = 0; i < sums.length; i++) sums[i] += ASCII_COST;
      return;
    }
    const lower = character.toLowerCase();
    const shared = contextCost(characters, at);
    const outside = costOutside(lower);
    languages.forEach((costs, i) => {
      sums[i] += shared + (costs.get(lower) ?? outside);
    });
  });
  return sums;
}

function contextCost(characters: readonly string[], at: number): number {
  const [before, character, after] = [characters[at - 1], characters[at], characters[at + 1]] as (string | undefined)[];
  if (!isLetter(character)) {
    const isWithin = isLetter(before) && isLetter(after) && !'’‘´·–—\xad'.includes(character!);
    return isWithin ? WITHIN_WORD_COST : 0;
  }
  if (!isLatin(character!))
    return MIXED_COST * (Number(isAsciiLetter(before)) + Number(isAsciiLetter(after))) + caseCost(characters, at);
  return caseCost(characters, at) + runCost(characters, at);
}

const isLatin = (character: string): boolean => /\p{Script=Latin}/u.test(character);
const isUpper = (character: string | undefined): boolean =>
  character !== undefined && character !== character.toLowerCase();
const isLower = (character: string | undefined): boolean =>
  character !== undefined && character !== character.toUpperCase();

function caseCost(characters: readonly string[], at: number): number {
  const [before, character, after] = [characters[at - 1], characters[at], characters[at + 1]];
  if (isUpper(character)) return isLower(before) ? CAPITAL_COST : 0;
  if (!isLower(character) || character === 'ß' || !isUpper(before)) return 0;
  return isUpper(characters[at - 2]) || isUpper(after) ? SMALL_COST : 0;
}

/** By the letter without its marks; `y` and `w` may be either. */
function soundOf(character: string | undefined): 'vowel' | 'consonant' | null {
  if (!isLetter(character)) return null;
  const bare = character!.normalize('NFD').charAt(0).toLowerCase();
  if ('aeiouæøœı'.includes(bare)) return 'vowel';
  return bare === 'y' || bare === 'w' ? null : 'consonant';
}

function runCost(characters: readonly string[], at: number): number {
  const sound = soundOf(characters[at]);
  if (sound === null) return 0;
  let from = at;
  let to = at;
  while (soundOf(characters[from - 1]) === sound) from--;
  while (soundOf(characters[to + 1]) === sound) to++;
  const allowed = sound === 'vowel' ? 2 : 3;
  return RUN_COST * Math.max(0, to - from + 1 - allowed);
}

const BESIDE_ASCII_COST = 3;
const ALONE_COST = 3;

function eastAsianCost(piece: string, costs: Costs): number {
  const characters = Array.from(piece);
  return characters.reduce((sum, character, at) => {
    if (character < '\x80') return sum + ASCII_COST;
    const [before, after] = [characters[at - 1], characters[at + 1]] as (string | undefined)[];
    const beside = Number(isAsciiLetter(before)) + Number(isAsciiLetter(after));
    const isAlone = (before ?? ' ') < '\x80' && (after ?? ' ') < '\x80';
    return (
      sum + (costs.get(character) ?? costOfRare(character)) + BESIDE_ASCII_COST * beside + (isAlone ? ALONE_COST : 0)
    );
  }, 0);
}
