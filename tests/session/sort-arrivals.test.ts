import { describe, expect, test } from 'vitest';
import type { InspectedTable } from '../../src/domain/import';
import { namedApart, renamed, sortArrivals } from '../../src/session/sort-arrivals';

const table = (file: string, header: string, sameAs: readonly string[] = [], sheet: string | null = null) =>
  ({
    id: sheet === null ? file : `${file}#${sheet}`,
    file,
    sheet,
    header: header.split(' '),
    sameAs,
  }) as unknown as InspectedTable;
const blob = new Blob([]);
const came = (held: string, name = held) => ({ file: { name: held, blob }, name });

describe('what a file that comes is to those that are here', () => {
  const here = [table('jan.csv', 'who when paid'), table('people.csv', 'who name')];
  const sorted = (files: Parameters<typeof sortArrivals>[0], found: readonly InspectedTable[], those = here) => {
    const { added, asked } = sortArrivals(files, found, those);
    return { added: added.map(({ id }) => id), asked: asked.map(({ name, like, same }) => ({ name, like, same })) };
  };

  test('of another shape it is just added', () =>
    expect(sorted([came('cost.csv')], [table('cost.csv', 'month channel')])).toEqual({
      added: ['cost.csv'],
      asked: [],
    }));
  test('with the same columns it is asked about', () =>
    expect(sorted([came('feb.csv')], [table('feb.csv', 'who when paid')])).toEqual({
      added: [],
      asked: [{ name: 'feb.csv', like: ['jan.csv'], same: null }],
    }));
  test('of the same name it is asked about, whatever its columns are now', () =>
    expect(sorted([came('jan (2).csv', 'jan.csv')], [table('jan (2).csv', 'who when paid vat')]).asked).toEqual([
      { name: 'jan.csv', like: ['jan.csv'], same: null },
    ]));
  test('with the same rows it is told as such', () =>
    expect(sorted([came('copy.csv')], [table('copy.csv', 'who when paid', ['jan.csv'])]).asked).toEqual([
      { name: 'copy.csv', like: ['jan.csv'], same: 'jan.csv' },
    ]));
  test('two equal files that come together are noticed, two of one shape are not asked about', () => {
    const one = table('a.csv', 'x y', ['b.csv']);
    const other = table('b.csv', 'x y', ['a.csv']);
    expect(sorted([came('a.csv'), came('b.csv')], [one, other], [])).toEqual({
      added: ['a.csv'],
      asked: [{ name: 'b.csv', like: [], same: 'a.csv' }],
    });
    const unlike = [table('a.csv', 'x y'), table('b.csv', 'x y')];
    expect(sorted([came('a.csv'), came('b.csv')], unlike, []).added).toEqual(['a.csv', 'b.csv']);
  });
  test('a table that is like one no longer here is no twin', () =>
    expect(sorted([came('new.csv')], [table('new.csv', 'p q', ['sample.csv'])], []).added).toEqual(['new.csv']));
  test('a workbook is the same only if all its sheets are', () => {
    const sheets = [table('w.xlsx', 'p q', ['old.xlsx#A'], 'A'), table('w.xlsx', 'r s', [], 'B')];
    const old = [table('old.xlsx', 'p q', [], 'A')];
    expect(sorted([came('w.xlsx')], sheets, old).asked).toEqual([{ name: 'w.xlsx', like: ['old.xlsx'], same: null }]);
  });
});

test('a name that is taken is counted on, before its ending', () => {
  const names = (files: readonly string[], taken: readonly string[]) =>
    namedApart(
      files.map((name) => ({ name, blob })),
      taken,
    ).map(({ name }) => name);
  expect(names(['a.csv', 'b.csv'], ['a.csv', 'a (2).csv'])).toEqual(['a (3).csv', 'b.csv']);
  expect(names(['notes', 'notes'], [])).toEqual(['notes', 'notes (2)']);
  expect(renamed(table('a (2).csv', 'x', [], 'S'), 'a.csv')).toMatchObject({ id: 'a.csv#S', file: 'a.csv' });
});
