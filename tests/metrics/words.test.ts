import { expect, test } from 'vitest';
import * as catalog from '../../src/metrics/catalog';
import type { AnyMetric } from '../../src/metrics/metric';
import { metricIds } from './support/ask';

interface Labelled {
  readonly label: string;
  readonly values?: Readonly<Record<string, string>>;
}

/** What has no word, or an empty one. */
function wordless({ options, table, words }: AnyMetric): string[] {
  const isSaid = (word: string | undefined) => word !== undefined && word.trim() !== '';
  const optionWords: Readonly<Record<string, Labelled | undefined>> = words.options;
  return [
    ...(isSaid(words.title) ? [] : ['title']),
    ...Object.entries(options).flatMap(([name, spec]) => {
      const values = spec.type === 'one_of' ? spec.values : [];
      return [
        ...(isSaid(optionWords[name]?.label) ? [] : [`option ${name}`]),
        ...values.filter((value) => !isSaid(optionWords[name]?.values?.[value])).map((value) => `${name}=${value}`),
      ];
    }),
    ...Object.keys(table)
      .filter((column) => !isSaid(words.columns[column]))
      .map((column) => `column ${column}`),
  ];
}

test.each(metricIds)('%s has words for its options, their values and its columns', (id) => {
  expect(wordless(catalog[id])).toEqual([]);
});

test('a missing word is found', () => {
  const { cohort_retention: whole } = catalog;
  const { unit } = whole.words.options;
  const options = { unit: { ...unit, values: { month: 'month' } } };
  const { rate: _, ...columns } = whole.words.columns;
  const broken = { ...whole, words: { title: '', options, columns } } as unknown as AnyMetric;
  expect(wordless(broken)).toEqual([
    'title',
    'unit=week',
    'unit=quarter',
    'unit=year',
    'unit=30d',
    'option mode',
    'mode=on',
    'mode=on_or_after',
    'column rate',
  ]);
});
