/**
 * The meaning of a word in a status column for its row (METRICS.md rule 4). `sale`: it counts. `void`: sold and cancelled, so it
 * counts once in gross and once in returned. `no_sale`: never a sale; the row is set aside. `return`: a row of its own that
 * gives money back, -|amount| whatever its sign.
 */
export const STATUS_MEANINGS = ['sale', 'void', 'no_sale', 'return'] as const;
export type StatusMeaning = (typeof STATUS_MEANINGS)[number];

/** A word of a status column with its meaning, its rows and their money (1/10,000), whether set aside or not. */
export interface StatusTotal {
  /** The column's header. */
  readonly column: string;
  readonly word: string;
  readonly meaning: StatusMeaning;
  /** False where the word is unknown and has the default meaning. */
  readonly known: boolean;
  readonly rows: number;
  readonly amount: number;
}
