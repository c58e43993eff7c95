/** What the buttons below a chart open. */
export const PARTS = ['Meaning', 'SQL', 'Table', 'Customers', 'Export'] as const;
export type Part = (typeof PARTS)[number];
