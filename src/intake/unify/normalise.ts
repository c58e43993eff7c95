import { foldLetters } from '../words/words';

/**
 * One spelling for what people write in many ways. Every function returns '' for what says nothing: such a value is missing,
 * it neither agrees nor disagrees.
 */

/** What stands in a cell where there is nothing to say. */
const NOTHING = /^(?:n\/?a|none|null|nil|unknown|unbekannt|keine?|not given|test|x+|-+|\.+|\?+|0+)$/;

const plain = (text: string): string => {
  const folded = foldLetters(text).trim();
  return NOTHING.test(folded) ? '' : folded;
};
const lettersAndDigits = (text: string): string => plain(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** Letters, digits and single spaces; an apostrophe within a word joins it: `O'Brien` is `obrien`. */
export const normaliseText = (text: string): string =>
  plain(text)
    .replace(/(?<=\p{L})['’`´](?=\p{L})/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Mail providers that are one, and deliver an address with and without dots to one box. */
const DOTLESS: Readonly<Record<string, string>> = { 'gmail.com': 'gmail.com', 'googlemail.com': 'gmail.com' };

/**
 * Lower case, without `mailto:` and angle brackets. What follows a plus in the local part is a note to oneself (the
 * "subaddress" of RFC 5233) and is dropped everywhere; dots are dropped where the provider is known to ignore them, and
 * nowhere else, since elsewhere `a.b@` and `ab@` may be two people.
 */
export function normaliseEmail(text: string): string {
  const address = /([^\s<>"]+)@([^\s<>"@]+\.[^\s<>"@]+)/.exec(
    text
      .trim()
      .toLowerCase()
      .replace(/^mailto:/, ''),
  );
  if (!address) return '';
  const domain = DOTLESS[address[2]] ?? address[2];
  const local = address[1].replace(/(?<=.)\+.*$/, '');
  return `${DOTLESS[address[2]] ? local.replaceAll('.', '') : local}@${domain}`;
}

/** Calling codes of one and of two digits; all others have three (ITU-T E.164, list of assigned country codes). */
const CALLING_CODE = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})/;
const SHORTEST_PHONE = 6;

/** The national number: digits without calling code, trunk zero and extension. */
export function normalisePhone(text: string): string {
  // A spreadsheet has cut its digits off.
  if (/^\d(?:[.,]\d+)?e\+?\d{2}$/i.test(text.trim())) return '';
  const called = text.trim().replace(/\s*(?:ext|extension|durchwahl|dw|x)[.:]?\s*\d+\s*$/i, '');
  const isInternational = /^(?:\+|00)/.test(called);
  let digits = called.replace(/\(0\)/g, '').replace(/\D/g, '');
  if (isInternational) digits = digits.replace(/^00/, '').replace(CALLING_CODE, '');
  else if (digits.length === 11 && digits.startsWith('1')) digits = digits.slice(1);
  digits = digits.replace(/^0+/, '');
  return digits.length >= SHORTEST_PHONE && !/^(\d)\1*$/.test(digits) ? digits : '';
}

/** A number that an authority gives to one person or firm; too short a one is something else. */
export function normaliseTaxId(text: string): string {
  const id = lettersAndDigits(text);
  return id.length >= 5 && /\d/.test(id) && !/^(.)\1*$/.test(id) ? id : '';
}

export const normalisePostcode = (text: string): string => lettersAndDigits(text);

/** In the letters that folding leaves: `avenue` has become `avenu`. */
const STREET_WORDS: Readonly<Record<string, string>> = {
  st: 'street', str: 'street', strasse: 'street', rd: 'road', ave: 'avenu', av: 'avenu', dr: 'drive', ln: 'lane', pl: 'place',
  sq: 'square', ct: 'court', cct: 'circuit', cres: 'crescent', blvd: 'boulevard', hwy: 'highway', tce: 'terrace',
}; // prettier-ignore

/** Street and house number apart: `Hauptstr. 12a` is `haupt street` and `12a`. Other numbers (a flat) are left out. */
export function normaliseStreet(text: string): { readonly street: string; readonly number: string } {
  const words = normaliseText(text)
    .replace(/(\p{L}{3,})(?:strasse|str)(?=\s|$)/gu, '$1 street')
    .split(' ')
    .map((word) => STREET_WORDS[word] ?? word);
  const at = words.findIndex((word) => /^\d/.test(word));
  return {
    street: words.filter((word) => !/^\d/.test(word)).join(' '),
    number: at < 0 ? '' : words[at],
  };
}

const TITLES = new Set(
  'mr mrs ms miss mx dr prof sir dame lord lady herr frau hr fr dipl ing mag rev m mme mlle sr sra don dona'.split(' '),
);
/** Words that belong to the surname that follows. */
const PARTICLES = new Set('von van de der den zu zur da di del della la le du dos das ten ter'.split(' '));

export interface PersonName {
  readonly given: string;
  readonly surname: string;
}

/**
 * `Dr. Anna-Maria von Berg`, `VON BERG, Anna Maria` -> given `anna`, surname `von berg`. One word alone is a surname, and so is
 * the name of a firm, which a legal form gives away.
 */
export function normaliseName(text: string): PersonName {
  if (LEGAL_FORM.test(text)) return { given: '', surname: normaliseCompany(text) };
  const [before, after] = text.split(/,(.*)/s);
  const words = (part: string) => {
    const all = normaliseText(part).split(' ').filter(Boolean);
    const named = all.filter((word) => !TITLES.has(word));
    return named.length > 0 ? named : all;
  };
  if (after !== undefined && words(after).length > 0)
    return { given: words(after)[0], surname: words(before).join(' ') };
  const all = words(before);
  if (all.length < 2) return { given: '', surname: all.join(' ') };
  let from = all.length - 1;
  while (from > 1 && PARTICLES.has(all[from - 1])) from--;
  return { given: all[0], surname: all.slice(from).join(' ') };
}

const LEGAL_FORMS = new Set(
  'gmbh ag kg ohg ug mbh se co inc incorporated llc ltd limited plc corp corporation company sa sas sarl srl spa bv nv ab oy as pty the und and'.split(
    ' ',
  ),
);

const LEGAL_FORM =
  /\b(?:gmbh|ag|kg|ohg|ug|inc|llc|ltd|limited|plc|corp|corporation|sarl|srl|s\.?p\.?a|b\.?v|n\.?v)\b\.?$/i;

/** A firm without its legal form. */
export function normaliseCompany(text: string): string {
  const words = normaliseText(text).split(' ').filter(Boolean);
  const named = words.filter((word) => !LEGAL_FORMS.has(word));
  return (named.length > 0 ? named : words).join(' ');
}
