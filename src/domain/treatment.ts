import { ROLES, type Role } from './roles';

/**
 * How the rows of a role are treated as a whole, whatever its columns are called (METRICS.md rules 2 and 11). In a mapping file it stands
 * beside the fields of the role.
 */
export interface Treatment {
  /** Rows that equal an earlier one of the role in every cell become one. Left out: they are kept. */
  readonly duplicates?: 'merge';
  /**
   * Keys of customers in files of this role stay as they are written: no spelling is taken for another, no word for nobody, and no
   * other column of the list of customers is asked. With `spellings_apart` no spelling is taken for another, and all else is done.
   * Left out: keys that differ only in how they are written are one.
   */
  readonly keys?: 'as_written' | 'spellings_apart';
  /**
   * What one unit of each currency is worth in the currency whose rate is 1, as plain decimals: `{ USD: '1', EUR: '1.09' }`. Lines in
   * any other currency are rejected. Left out: lines in the commonest currency count, and only they.
   */
  readonly rates?: Readonly<Record<string, string>>;
  /** Codes of the currencies whose lines alone count. A filter says so, never a mapping file. Left out: all with a rate. */
  readonly only?: readonly string[];
}
export type Treatments = { readonly [R in Role]?: Treatment };

/** Those that say something, each with its role. */
export const treatmentsOf = (treatments: Treatments): { readonly role: Role; readonly treatment: Treatment }[] =>
  ROLES.flatMap((role) => {
    const treatment = treatments[role];
    return treatment ? [{ role, treatment }] : [];
  });
