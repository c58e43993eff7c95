import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateChoices } from '../../src/intake/load/validate-choices';
import { understandTable } from '../../src/intake/understand/guess-mapping';
import { readOne, type Bytes } from './reading-files';
import {
  addedTo,
  DAY_STYLES,
  encodingOf,
  namesOf,
  sales,
  styles,
  writeSales,
  type Sale,
  type Style,
} from './written-tables';

/** A file as the product loads it, with nobody to ask. */
async function loaded(content: Bytes) {
  const table = await readOne(content);
  const { roles, questions } = understandTable(table);
  const data = await validateChoices([{ table, roles: roles.map(({ role, mapping }) => ({ role, mapping })) }]);
  const { customer, day, amount, rows } = data.dataset.transactions!;
  const sold = Array.from({ length: rows }, (_, row) => [
    customer!.values[customer!.codes[row]],
    day![row],
    amount[row] / 100,
  ]);
  return { table, questions, sold, rejections: data.dataset.rejections };
}
const truth = (some: readonly Sale[], style: Style) => {
  const names = namesOf(style);
  return [...some, ...addedTo(style)].map(({ name, day, cents }) => [names[name % names.length], day, cents]);
};
/** Letters that a legacy encoding has not are written as those that every encoding has, days in words among them. */
const hasLetters = ({ letters, days }: Style) => typeof letters !== 'number' || !/^[a-z]{2}-/.test(days);

describe('what programs write is read back', () => {
  test('any sales in any dialect, encoding, form of numbers and order of dates', async () => {
    await fc.assert(
      fc.asyncProperty(sales, styles.filter(hasLetters), async (some, style) => {
        const { table, questions, sold, rejections } = await loaded(writeSales(some, style));
        expect(rejections).toEqual([]);
        expect(sold).toEqual(truth(some, style));
        expect(questions).toEqual([]);
        if (encodingOf(style)) expect(table.dialect.encoding).toBe(encodingOf(style));
      }),
      { numRuns: 150 },
    );
  });

  test.each(Object.keys(DAY_STYLES))('every day of a year: %s', async (days) => {
    const first = 19_358;
    const year = Array.from({ length: 366 }, (_, at): Sale => ({ name: at % 3, day: first + at, cents: 1234_56 + at }));
    const [style] = fc.sample(styles, { seed: 7, numRuns: 1 });
    const plain: Style = { ...style, days, letters: 'utf-8', delimiter: ';', newline: '\n', quote: '"' };
    const { sold, rejections } = await loaded(writeSales(year, plain));
    expect(rejections).toEqual([]);
    expect(sold).toEqual(truth(year, plain));
  });
});
