import type { Encoding } from './encodings';

/** What a person should know of how a table was read, beyond the rows set aside. Lines count from 1. */
export type TableNote =
  /** Records with fewer or more cells than the header; the first few lines of them. */
  | { readonly kind: 'ragged'; readonly rows: number; readonly lines: readonly number[] }
  /** A record that the file's delimiter does not divide, and another one does. */
  | { readonly kind: 'divided-otherwise'; readonly line: number; readonly delimiter: string }
  /** The header comes again further down: a page break, or a second table beneath the first. */
  | { readonly kind: 'header-again'; readonly lines: readonly number[] }
  | { readonly kind: 'hidden-sheet' }
  | { readonly kind: 'hidden-rows'; readonly rows: number }
  /** Bytes that are no UTF-8, and say too little to be sure of the code page. */
  | { readonly kind: 'encoding-guessed'; readonly encoding: Encoding; readonly others: readonly Encoding[] };
