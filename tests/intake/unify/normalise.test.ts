import { expect, test } from 'vitest';
import {
  normaliseCompany,
  normaliseEmail,
  normaliseName,
  normalisePhone,
  normalisePostcode,
  normaliseStreet,
  normaliseTaxId,
} from '../../../src/intake/unify/normalise';

test.each([
  ['Ann.Smith@Example.COM', 'ann.smith@example.com'],
  ['  <ann@example.com> ', 'ann@example.com'],
  ['mailto:ann@example.com', 'ann@example.com'],
  ['ann+shop@example.com', 'ann@example.com'],
  ['A.N.N+x@googlemail.com', 'ann@gmail.com'],
  ['a.b@example.com', 'a.b@example.com'],
  ['+@example.com', '+@example.com'],
  ['nobody', ''],
  ['n/a', ''],
])('the mailbox of %s is %s', (written, spelled) => expect(normaliseEmail(written)).toBe(spelled));

test.each([
  ['+44 7700 900047', '7700900047'],
  ['07700 900047', '7700900047'],
  ['0044 (0)7700-900047', '7700900047'],
  ['+49 (0)40 66969386', '4066969386'],
  ['040/66969386', '4066969386'],
  ['+1 (415) 555-2671', '4155552671'],
  ['1-415-555-2671 ext. 12', '4155552671'],
  ['+353 1 234 5678', '12345678'],
  ['0000000', ''],
  ['110', ''],
])('the number of %s is %s', (written, spelled) => expect(normalisePhone(written)).toBe(spelled));

test.each([
  ['Dr. Anna-Maria von Berg', 'anna', 'von berg'],
  ['VON BERG, Anna Maria', 'anna', 'von berg'],
  ['Frau Müller', '', 'muller'],
  ['J. Mueller', 'j', 'muller'],
  ['José Núñez ', 'jose', 'nunez'],
  ['Margaret O’Brien', 'margaret', 'obrien'],
  ['Meyer Handels GmbH', '', 'meyer handels'],
  ['', '', ''],
])('the name %s is %s, %s', (written, given, surname) => expect(normaliseName(written)).toEqual({ given, surname }));

test('streets in their short and long forms are one, with the number apart', () => {
  expect(normaliseStreet('Hauptstr. 12a')).toEqual({ street: 'haupt street', number: '12a' });
  expect(normaliseStreet('Hauptstraße 12a')).toEqual({ street: 'haupt street', number: '12a' });
  expect(normaliseStreet('3 High St')).toEqual({ street: 'high street', number: '3' });
  expect(normaliseStreet('Park Avenue')).toEqual(normaliseStreet('Park Ave'));
});

test('postcodes, tax numbers and firms lose what only clerks care for', () => {
  expect(normalisePostcode('ex14 4hy')).toBe('ex144hy');
  expect(normaliseTaxId('DE 123.456.789')).toBe('de123456789');
  expect(normaliseTaxId('unknown')).toBe('');
  expect(normaliseCompany('The Acme Corp.')).toBe('acme');
});
