import { compareUtf8 } from '../../domain/keys';
import { countsOf } from '../values/read-columns';
import type { CustomerColumn } from './customer-columns';
import { normaliseText } from './normalise';

/**
 * One spelling for keys that differ only in what spreadsheets, exports and hands do to a key: case, leading zeros, a decimal
 * `.0`, a formula around it, an apostrophe before it, blanks. Only keys that meet another spelling of themselves are touched.
 */

/** Separators and marks that nobody sees. */
const UNSEEN = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;
/** Most keys and addresses, at once. */
const PLAIN = /^[\w-]+$|^[a-z\d_.+-]+@[a-z\d.-]+$|^[A-Za-zÀ-ž]+(?: [A-Za-zÀ-ž-]+)*$/;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const isEmail = (key: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(key);

/** Without what stands around or in a key and never belongs to it; an e-mail address in small letters. */
export function bareKey(key: string): string {
  if (PLAIN.test(key)) return key;
  let bare = key
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(/\p{Pd}/gu, '-')
    .trim();
  bare = bare.replace(/^="?(.*?)"?$/, '$1').replace(/^"(.*)"$/, '$1');
  bare = bare.replace(/^['’`]\s*/, '').trim();
  if (/^mailto:/i.test(bare)) bare = bare.slice(7);
  if (isEmail(bare)) return bare.toLowerCase();
  if (/^\d{1,3}(?:,\d{3})+(?:\.0+)?$/.test(bare)) bare = bare.replaceAll(',', '');
  bare = bare.replace(/^(-?\d+)[.,]0+$/, '$1');
  return /\d/.test(bare) ? bare.replace(/\s+/g, '') : bare.replace(/\s+/g, ' ');
}
const withoutZeros = (key: string): string => (/^0+\d/.test(key) ? key.replace(/^0+(?=\d)/, '') : key);
const inSmallLetters = (key: string): string => (isEmail(key) ? key : key.toLowerCase());

interface Rule {
  readonly form: (key: string) => string;
  /** Whether it could change a key at all: asked for each, before anything is kept. */
  readonly concerns: (key: string) => boolean;
  /** Whether one file with both spellings means two customers by them. */
  readonly meansTwo: (one: Places, other: Places) => boolean;
  /** One file that means something by the difference shows that it means something everywhere. */
  readonly isAllOrNone: boolean;
}

/** Where a spelling stands: files by their index, and the customer's name in each file that lists customers. */
interface Places {
  readonly files: ReadonlySet<number>;
  readonly listed: ReadonlyMap<number, string>;
}

/** Whether one list of customers has both, under names for which `areTwo` holds. */
const isListedTwice = (one: Places, other: Places, areTwo: (name: string, otherName: string) => boolean): boolean =>
  [...one.listed].some(([file, name]) => other.listed.has(file) && areTwo(name, other.listed.get(file)!));
const areOtherNames = (one: string, other: string): boolean => one !== '' && other !== '' && one !== other;

const RULES: readonly Rule[] = [
  {
    form: bareKey,
    concerns: (key) => bareKey(key) !== key,
    meansTwo: (one, other) => isListedTwice(one, other, areOtherNames),
    isAllOrNone: false,
  },
  {
    form: withoutZeros,
    concerns: (key) => /^['’="]*0+\d/.test(key),
    // Who lists 00123 and 123 without one name for both means two customers.
    meansTwo: (one, other) => isListedTwice(one, other, (name, otherName) => name === '' || name !== otherName),
    isAllOrNone: true,
  },
  {
    form: inSmallLetters,
    concerns: (key) => UPPER.test(key) && !isEmail(key),
    meansTwo: (one, other) => [...one.files].some((file) => other.files.has(file)),
    isAllOrNone: true,
  },
];

/**
 * Which spellings of keys are taken for which other, over the columns of all files together. The spelling of the list of
 * customers stands, else the commonest, of several the least by UTF-8 bytes.
 * @param nameOf the name beside a row of the list of customers, '' where there is none
 */
export function respellings(
  columns: readonly CustomerColumn[],
  nameOf: (row: number) => string,
): ReadonlyMap<string, string> {
  const someKey = (test: (key: string) => boolean) => columns.some(({ column }) => column.values.some(test));
  // Where all keys are in capitals, none is another's small letters.
  const hasSmall = () => someKey((key) => LOWER.test(key) && !isEmail(key));
  const rules = RULES.filter(({ concerns, form }) => someKey(concerns) && (form !== inSmallLetters || hasSmall()));
  if (rules.length === 0) return new Map();
  const keys = new Set(columns.flatMap(({ column }) => usedValues(column)));
  const forms = new Map<string, string>();
  for (const rule of rules) applyRule(rule, keys, forms, columns, nameOf);
  if (forms.size === 0) return new Map();
  const groups = collisions(keys, (key) => forms.get(key) ?? key);
  const places = placesOf(columns, new Set([...groups.values()].flat()), nameOf);
  const chosen = new Map<string, string>();
  for (const group of groups.values()) {
    const best = group.reduce((a, b) => (isPreferred(b, a, places) ? b : a));
    for (const key of group) if (key !== best) chosen.set(key, best);
  }
  return chosen;
}

function applyRule(
  rule: Rule,
  keys: ReadonlySet<string>,
  forms: Map<string, string>,
  columns: readonly CustomerColumn[],
  nameOf: (row: number) => string,
): void {
  const formOf = (key: string) => forms.get(key) ?? key;
  const next = (key: string) => rule.form(formOf(key));
  const groups = collisions(keys, next);
  // What is bare meets others only under a later rule; any other form that meets none is of no use.
  if (groups.size === 0 && rule.form !== bareKey) return;
  const places = placesOf(columns, new Set([...groups.values()].flat()), nameOf);
  const apart = new Set<string>();
  let others = 0;
  for (const [form, group] of groups) {
    const spellings = mergedByForm(group, formOf, places);
    if (hasPair(spellings, rule.meansTwo)) apart.add(form);
    else if (hasPair(spellings, haveOtherNames)) others++;
  }
  // Two shops that number by themselves: what looks like one key is mostly two customers.
  if ((rule.isAllOrNone && apart.size > 0) || others * 2 > groups.size) return;
  for (const key of keys) {
    const form = next(key);
    if (form !== key && !apart.has(form)) forms.set(key, form);
  }
}

const haveOtherNames = (one: Places, other: Places): boolean =>
  [...one.listed.values()].some((name) => [...other.listed.values()].some((second) => areOtherNames(name, second)));

const hasPair = (places: readonly Places[], holds: (one: Places, other: Places) => boolean): boolean =>
  places.some((one, at) => places.slice(0, at).some((other) => holds(one, other)));

/** Where each spelling stands; those that an earlier rule has made one stand for one customer. */
function mergedByForm(
  group: readonly string[],
  formOf: (key: string) => string,
  places: ReadonlyMap<string, Places>,
): Places[] {
  const byForm = new Map<string, { files: Set<number>; listed: Map<number, string> }>();
  for (const key of group) {
    const merged = byForm.get(formOf(key)) ?? { files: new Set<number>(), listed: new Map<number, string>() };
    for (const file of places.get(key)!.files) merged.files.add(file);
    for (const [file, name] of places.get(key)!.listed) merged.listed.set(file, name);
    byForm.set(formOf(key), merged);
  }
  return [...byForm.values()];
}

/** Keys that share a form, where more than one does. */
function collisions(keys: Iterable<string>, formOf: (key: string) => string): Map<string, string[]> {
  const first = new Map<string, string>();
  const groups = new Map<string, string[]>();
  for (const key of keys) {
    const form = formOf(key);
    const before = first.get(form);
    if (before === undefined) first.set(form, key);
    else if (groups.has(form)) groups.get(form)!.push(key);
    else groups.set(form, [before, key]);
  }
  return groups;
}

interface Counted extends Places {
  readonly rows: number;
}

function placesOf(
  columns: readonly CustomerColumn[],
  wanted: ReadonlySet<string>,
  nameOf: (row: number) => string,
): ReadonlyMap<string, Counted> {
  const places = new Map([...wanted].map((key) => [key, { files: new Set<number>(), listed: new Map(), rows: 0 }]));
  if (wanted.size === 0) return places;
  for (const { role, column, file } of columns) {
    const byCode = column.values.map((value) => places.get(value));
    for (let row = 0; row < file.length; row++) {
      const place = column.codes[row] < 0 ? undefined : byCode[column.codes[row]];
      if (!place) continue;
      place.files.add(file[row]);
      place.rows++;
      if (role !== 'customers') continue;
      const name = normaliseText(nameOf(row));
      if (name !== '' || !place.listed.has(file[row])) place.listed.set(file[row], name);
    }
  }
  return places;
}

function isPreferred(key: string, before: string, places: ReadonlyMap<string, Counted>): boolean {
  const [one, other] = [places.get(key)!, places.get(before)!];
  if (one.listed.size > 0 !== other.listed.size > 0) return one.listed.size > 0;
  return one.rows !== other.rows ? one.rows > other.rows : compareUtf8(key, before) < 0;
}

function usedValues(column: CustomerColumn['column']): string[] {
  const counts = countsOf(column);
  return column.values.filter((_, code) => counts[code] > 0);
}
