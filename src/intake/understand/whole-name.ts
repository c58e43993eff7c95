import type { Candidate } from './guess-fields';
import type { RoleGuess } from './guess-roles';
import { normaliseWord } from '../words/words';

const words = (list: string): ReadonlySet<string> => new Set(list.split('|').map(normaliseWord));

const GIVEN = words(
  'first name|firstname|given name|forename|vorname|prénom|nombre de pila|nome proprio|voornaam|imię|first name billing|billing first name|customer first name|contact first name|person first name|customers.first_name|名',
);
const FAMILY = words(
  'last name|lastname|surname|family name|nachname|familienname|zuname|nom de famille|apellido|apellidos|cognome|achternaam|sobrenome|apelido|nazwisko|last name billing|billing last name|customer last name|contact last name|person last name|customers.last_name|姓',
);

/**
 * A person whose given and family name stand in two columns of a known export has both as the name, unless a whole name stands
 * beside them.
 */
export function withWholeName(guess: RoleGuess, candidates: readonly Candidate[]): RoleGuess {
  if (guess.role !== 'customers') return guess;
  const called = (names: ReadonlySet<string>) =>
    candidates.find(({ profile }) => profile.type !== 'empty' && names.has(normaliseWord(profile.name)));
  const [given, family] = [called(GIVEN), called(FAMILY)];
  const told = guess.fields['name'];
  if (!given || !family || (told && told.index !== given.index && told.index !== family.index)) return guess;
  const taken = Object.values(guess.fields).some(
    ({ field, index }) => field !== 'name' && (index === given.index || index === family.index),
  );
  if (taken) return guess;
  const name = { field: 'name', index: given.index, score: 0.9, details: { and: family.profile.name } };
  return { ...guess, fields: { ...guess.fields, name } };
}
