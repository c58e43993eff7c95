import { dayFromCivil } from '../../domain/calendar';
import type { Evidence, EvidenceColumn, Kind } from './evidence';
import { isWithinEdits, jaroWinkler, mayBeAlike } from './likeness';

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

/** The level of two values by their codes: 0 missing, 1 same, then what `grade` says. */
function graded(
  { codes, values }: EvidenceColumn,
  a: number,
  b: number,
  grade: (x: string, y: string) => number,
): number {
  const [x, y] = [codes[a], codes[b]];
  if (x < 0 || y < 0) return 0;
  return x === y ? 1 : grade(values[x], values[y]);
}

/** The level of two names: 2 where their likeness is at least `least`, else 3. Most pairs differ by their letters alone. */
function gradedName({ codes, values, letters }: EvidenceColumn, a: number, b: number, least: number): number {
  const [x, y] = [codes[a], codes[b]];
  if (x < 0 || y < 0) return 0;
  if (x === y) return 1;
  if (!mayBeAlike(values[x], letters[x], values[y], letters[y], least)) return 3;
  return jaroWinkler(values[x], values[y]) >= least ? 2 : 3;
}

/** An initial, or a name cut short, is close too. */
function gradedGiven(given: EvidenceColumn, a: number, b: number): number {
  const level = gradedName(given, a, b, CLOSE_NAME);
  if (level !== 3) return level;
  const [x, y] = [given.values[given.codes[a]], given.values[given.codes[b]]];
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  return (short.length === 1 || short.length >= 3) && long.startsWith(short) ? 2 : 3;
}

const closeNumber = (x: string, y: string) => (isWithinEdits(x, y, 1) ? 2 : 3);

/** Days between two births that one wrong month can make. */
const WRONG_MONTH = 31;
const dayOf = (text: string) => dayFromCivil(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));

/** YYYYMMDD: one slip or day and month exchanged is close; two slips, the same year or a month between them is near. */
function closeBirth(x: string, y: string): number {
  if (isWithinEdits(x, y, 1)) return 2;
  if (x.startsWith(y.slice(0, 4))) return x.endsWith(y.slice(4, 6)) && y.endsWith(x.slice(4, 6)) ? 2 : 3;
  if (isWithinEdits(x, y, 2)) return 3;
  // A month over the turn of a year: 20231215 and 20240114 differ by 8899.
  const isNear = Math.abs(Number(x) - Number(y)) < 9_000 && Math.abs(dayOf(x) - dayOf(y)) <= WRONG_MONTH;
  return isNear ? 3 : 4;
}

/** Given name and surname, exchanged or not. */
function names(evidence: Evidence, a: number, b: number): readonly [given: number, surname: number] {
  const { given, surname } = evidence;
  const straight = [gradedGiven(given, a, b), gradedName(surname, a, b, CLOSE_NAME)] as const;
  if (straight[0] !== 3 || straight[1] !== 3) return straight;
  const across = (row: number, other: number) => {
    const [x, y] = [given.codes[row], surname.codes[other]];
    const may = mayBeAlike(given.values[x], given.letters[x], surname.values[y], surname.letters[y], CLOSE_NAME);
    return may && jaroWinkler(given.values[x], surname.values[y]) >= CLOSE_NAME;
  };
  return across(a, b) && across(b, a) ? [2, 2] : straight;
}

/** Street and house number: both the same; the street, or a close spelling with the same number; a close street. */
function streets({ street, number }: Evidence, a: number, b: number): number {
  const road = gradedName(street, a, b, CLOSE_STREET);
  if (road === 0) return 0;
  const house = graded(number, a, b, () => 2);
  if (road === 1) return house === 1 || house === 0 ? 1 : 2;
  if (road === 2) return house === 1 ? 2 : 3;
  return 4;
}

/** Postcode and town: both the same; one of them; one of them closely; neither. */
function places({ postcode, city }: Evidence, a: number, b: number): number {
  const code = graded(postcode, a, b, closeNumber);
  const town = gradedName(city, a, b, CLOSE_NAME);
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
    gradedName(evidence.company, a, b, CLOSE_NAME) * POWERS[8]
  );
}
