import { dayFromCivil } from '../../domain/calendar';
import type { TextColumn } from '../../domain/columns';
import type { Evidence, Kind } from './evidence';
import { isWithinEdits, jaroWinkler } from './likeness';

/**
 * How two records compare, field by field, as levels: 0 where either says nothing, then from 1 (the same) to the field's
 * last level (another). A pair's levels together are its pattern, one integer.
 */
export const FIELDS = ['given', 'surname', 'birth', 'email', 'phone', 'tax_id', 'street', 'place', 'company'] as const;
export type Field = (typeof FIELDS)[number];

/** What the levels mean, best first. The last one of each is "another". */
export const LEVELS = {
  given: ['same', 'close', 'other'],
  surname: ['same', 'close', 'other'],
  birth: ['same', 'close', 'near', 'other'],
  // Addresses are made of names: likeness between two of them says again what the names have said.
  email: ['same', 'other'],
  phone: ['same', 'close', 'other'],
  tax_id: ['same', 'close', 'other'],
  street: ['same', 'close', 'near', 'other'],
  place: ['same', 'close', 'near', 'other'],
  company: ['same', 'close', 'other'],
} as const satisfies Record<Field, readonly string[]>;

/** Patterns are written in base 5: five levels, missing included. */
const BASE = 5;
const POWERS = FIELDS.map((_, at) => BASE ** at);
export const fieldAt = (field: Field): number => FIELDS.indexOf(field);
export const levelOf = (pattern: number, at: number): number => Math.floor(pattern / POWERS[at]) % BASE;
export const isOther = (pattern: number, field: Field): boolean =>
  levelOf(pattern, fieldAt(field)) === LEVELS[field].length;

/** Names from this likeness on are one name in two spellings. */
const CLOSE_NAME = 0.88;
const CLOSE_STREET = 0.9;

/** The level of two values by their codes: 0 missing, 1 same, then what `graded` says. */
function graded({ codes, values }: TextColumn, a: number, b: number, grade: (x: string, y: string) => number): number {
  const [x, y] = [codes[a], codes[b]];
  if (x < 0 || y < 0) return 0;
  return x === y ? 1 : grade(values[x], values[y]);
}

const closeGiven = (x: string, y: string) => {
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  // An initial, or a name cut short.
  if (long.startsWith(short) && (short.length === 1 || short.length >= 3)) return 2;
  return jaroWinkler(x, y) >= CLOSE_NAME ? 2 : 3;
};
const closeName = (x: string, y: string) => (jaroWinkler(x, y) >= CLOSE_NAME ? 2 : 3);
const closeNumber = (x: string, y: string) => (isWithinEdits(x, y, 1) ? 2 : 3);

/** Days between two births that one wrong month can make. */
const WRONG_MONTH = 31;
const dayOf = (text: string) => dayFromCivil(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));

/** YYYYMMDD: one slip or day and month exchanged is close; two slips, the same year or a month between them is near. */
function closeBirth(x: string, y: string): number {
  if (isWithinEdits(x, y, 1)) return 2;
  if (x.slice(0, 4) === y.slice(0, 4))
    return x.slice(4, 6) === y.slice(6, 8) && x.slice(6, 8) === y.slice(4, 6) ? 2 : 3;
  return isWithinEdits(x, y, 2) || Math.abs(dayOf(x) - dayOf(y)) <= WRONG_MONTH ? 3 : 4;
}

/** Given name and surname, exchanged or not. */
function names(evidence: Evidence, a: number, b: number): readonly [given: number, surname: number] {
  const { given, surname } = evidence;
  const straight = [graded(given, a, b, closeGiven), graded(surname, a, b, closeName)] as const;
  if (straight[0] !== 3 || straight[1] !== 3) return straight;
  const across = (row: number, other: number) =>
    jaroWinkler(given.values[given.codes[row]], surname.values[surname.codes[other]]) >= CLOSE_NAME;
  return across(a, b) && across(b, a) ? [2, 2] : straight;
}

/** Street and house number: both the same; the street, or a close spelling with the same number; a close street. */
function streets({ street, number }: Evidence, a: number, b: number): number {
  const road = graded(street, a, b, (x, y) => (jaroWinkler(x, y) >= CLOSE_STREET ? 2 : 3));
  if (road === 0) return 0;
  const house = graded(number, a, b, () => 2);
  if (road === 1) return house === 1 || house === 0 ? 1 : 2;
  if (road === 2) return house === 1 ? 2 : 3;
  return 4;
}

/** Postcode and town: both the same; one of them; one of them closely; neither. */
function places({ postcode, city }: Evidence, a: number, b: number): number {
  const code = graded(postcode, a, b, closeNumber);
  const town = graded(city, a, b, closeName);
  if (code === 0 && town === 0) return 0;
  if (code <= 1 && town <= 1) return code === 1 ? 1 : 2;
  if (code === 1 || town === 1) return 2;
  return code === 2 || town === 2 ? 3 : 4;
}

/** The pattern of two records. Symmetric. */
export function compareRecords(evidence: Evidence, a: number, b: number): number {
  const [given, surname] = names(evidence, a, b);
  const level = (kind: Kind, grade: (x: string, y: string) => number) => graded(evidence[kind], a, b, grade);
  return (
    given * POWERS[0] +
    surname * POWERS[1] +
    level('birth', closeBirth) * POWERS[2] +
    level('email', () => 2) * POWERS[3] +
    level('phone', closeNumber) * POWERS[4] +
    level('tax_id', closeNumber) * POWERS[5] +
    streets(evidence, a, b) * POWERS[6] +
    places(evidence, a, b) * POWERS[7] +
    level('company', closeName) * POWERS[8]
  );
}
