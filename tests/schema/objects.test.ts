import { getDotPath, number, parse, safeParse, string } from 'valibot';
import { describe, expect, test } from 'vitest';
import { closedObject, dictionary, openObject, plainObject, whole } from '../../src/schema/objects';

describe('an object', () => {
  test.each([[[]], [null], ['x'], [7]])('is not %j', (value) => {
    for (const schema of [plainObject(), openObject({}), closedObject({}), dictionary(string())])
      expect(safeParse(schema, value).success).toBe(false);
  });
  test('that is open keeps keys that are not named', () =>
    expect(parse(openObject({ a: string() }), { a: 'x', b: 1 })).toEqual({ a: 'x', b: 1 }));
  test('that is closed refuses them', () =>
    expect(safeParse(closedObject({ a: string() }), { a: 'x', b: 1 }).success).toBe(false));
});

describe('a dictionary', () => {
  test('checks and keeps the keys that every object has from its prototype', () => {
    const text = '{"constructor":"a","prototype":"b","__proto__":"c","toString":"d"}';
    expect(JSON.stringify(parse(dictionary(string()), JSON.parse(text)))).toBe(text);
    for (const key of ['constructor', 'prototype', '__proto__'])
      expect(safeParse(dictionary(string()), JSON.parse(`{"${key}":1}`)).success).toBe(false);
  });
  test('names the place of what is wrong, however deep', () => {
    const { issues } = safeParse(dictionary(dictionary(number('no number'))), { a: { b: 1 }, c: { d: 'x' } });
    expect(issues?.map((issue) => [getDotPath(issue), issue.message])).toEqual([['c.d', 'no number']]);
  });
  test('that is refused as a whole names its own place', () => {
    const schema = openObject({ words: whole(dictionary(number()), 'no words') });
    const { issues } = safeParse(schema, { words: { a: 'x' } });
    expect(issues?.map((issue) => [getDotPath(issue), issue.message])).toEqual([['words', 'no words']]);
  });
});
