import fc from 'fast-check';
import type { Dataset } from '../../../src/domain/columns';
import { unifiedCompany, type MadeRow } from '../../intake/unify/made-customers';
import { arbitraryLines, type Line } from '../../support/histories';

const PEOPLE = ['ann', 'bea', 'cem', 'dora', 'emil', 'fritz'];
const row = fc.record({ who: fc.integer({ min: 0, max: PEOPLE.length - 1 }), knows: fc.boolean() });
/** Keys of histories.ts among them, so that transactions find their records. */
const KEYS = ['1', '2', '3', '10', '55', '56', 'B1', 'B2'];
const file = fc.uniqueArray(fc.tuple(fc.constantFrom(...KEYS), row), {
  minLength: 1,
  maxLength: 6,
  selector: ([key]) => key,
});

const rowsOf = (entries: readonly (readonly [string, { who: number; knows: boolean }])[]): MadeRow[] =>
  entries.map(([customer, { who, knows }]) => ({
    customer,
    name: `${PEOPLE[who]} Example${who}`,
    email: knows ? `${PEOPLE[who]}@post.example` : '',
  }));

/** Up to three departments that know some of the same people, and what was sold to them. */
export const arbitraryDepartments: fc.Arbitrary<{ lines: Line[]; dataset: () => Promise<Dataset> }> = fc
  .tuple(arbitraryLines, fc.array(file, { minLength: 1, maxLength: 3 }))
  .map(([lines, files]) => ({
    lines,
    dataset: () =>
      unifiedCompany(lines, Object.fromEntries(files.map((entries, at) => [`list-${at}.csv`, rowsOf(entries)]))),
  }));
