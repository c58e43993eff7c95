/**
 * What a word in a status column says of its row (METRICS.md rule 4). `sale`: it counts. `void`: sold and called off, once in
 * gross and once in returned. `no_sale`: never was one; the row is set aside. `return`: a row of its own that takes money back,
 * -|amount| however it is signed.
 */
export const STATUS_MEANINGS = ['sale', 'void', 'no_sale', 'return'] as const;
export type StatusMeaning = (typeof STATUS_MEANINGS)[number];

/** A word of a status column as it was read: its rows, and the money that they hold (1/10,000), set aside or not. */
export interface StatusTotal {
  /** As the file calls it. */
  readonly column: string;
  readonly word: string;
  readonly meaning: StatusMeaning;
  /** False where the word is not known, and what it usually counts as was taken. */
  readonly known: boolean;
  readonly rows: number;
  readonly amount: number;
}
