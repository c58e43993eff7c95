import { ROLES, type Role } from './roles';

/**
 * How all rows of a role are treated, independent of the names of columns (METRICS.md rules 2 and 11). In a mapping file it stands
 * beside the fields of the role.
 */
export interface Treatment {
  /** Rows that equal an earlier one of the role in every cell become one. Left out: they are kept. */
  readonly duplicates?: 'merge';
  /**
   * How keys of customers in files of this role are read. `spellings_apart`: spellings of a key are different customers.
   * `as_written`: in addition, no word stands for an unknown customer, and keys are not looked up in other columns of the list of
   * customers. Left out: keys that differ only in their spelling are one.
   */
  readonly keys?: 'as_written' | 'spellings_apart';
  /**
   * The value of one unit of each currency in the currency whose rate is 1, as plain decimals: `{ USD: '1', EUR: '1.09' }`. Lines in
   * any other currency are rejected. Left out: only lines in the commonest currency count.
   */
  readonly rates?: Readonly<Record<string, string>>;
  /** Codes of the currencies whose lines alone count. Set by a filter, never by a mapping file. Left out: all with a rate. */
  readonly only?: readonly string[];
}
export type Treatments = { readonly [R in Role]?: Treatment };

/** Treatments that decide anything, each with its role. */
export const treatmentsOf = (treatments: Treatments): { readonly role: Role; readonly treatment: Treatment }[] =>
  ROLES.flatMap((role) => {
    const treatment = treatments[role];
    return treatment ? [{ role, treatment }] : [];
  });
