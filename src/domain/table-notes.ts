import type { Encoding } from './encodings';

/** Notes on how a table was read, besides the rows set aside. Lines count from 1. */
export type TableNote =
  /** Records with fewer or more cells than the header; the first few lines of them. */
  | { readonly kind: 'ragged'; readonly rows: number; readonly lines: readonly number[] }
  /** A record that has another delimiter than the file. */
  | { readonly kind: 'divided-otherwise'; readonly line: number; readonly delimiter: string }
  /** The header comes again further down: a page break, or a second table beneath the first. */
  | { readonly kind: 'header-again'; readonly lines: readonly number[] }
  | { readonly kind: 'hidden-sheet' }
  | { readonly kind: 'hidden-rows'; readonly rows: number }
  /** Bytes that are not UTF-8, too few to be sure of the code page. */
  | { readonly kind: 'encoding-guessed'; readonly encoding: Encoding; readonly others: readonly Encoding[] };
