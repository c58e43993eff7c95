/**
 * What a word in a status column says of its row (METRICS.md rule 4). `sale`: it counts. `void`: sold and called off, once in
 * gross and once in returned. `no_sale`: never was one; the row is set aside. `return`: a row of its own that takes money back,
 * -|amount| however it is signed.
 */
export const STATUS_MEANINGS = ['sale', 'void', 'no_sale', 'return'] as const;
export type StatusMeaning = (typeof STATUS_MEANINGS)[number];
