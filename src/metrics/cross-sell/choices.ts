import type { ChoiceSpecs } from '../choices';
import { NARROW } from './matrix';
import { MOST_SHOWN } from './pairs';

/** Each is offered where there are more than the one before it. */
const ITEMS_OFFERED = [12, 18, 25, 60, 150, 400, 1_000, 2_000, 5_000];

export const choices = {
  show: { label: 'show', words: { lift: 'lift', confidence: 'confidence', count: 'count' }, initial: 'lift' },
  order: { label: 'order by', words: { likeness: 'blocks', size: 'size', name: 'name' }, initial: 'likeness' },
  items: {
    label: 'most bought',
    words: {
      12: '12',
      18: '18',
      25: '25',
      60: '60',
      150: '150',
      400: '400',
      1000: '1,000',
      2000: '2,000',
      5000: '5,000',
    },
    initial: '18',
    offered: ({ items: held }, width) => {
      const items = Number(held[0] ?? 0);
      if (width < NARROW || items <= MOST_SHOWN - 6) return [];
      return ITEMS_OFFERED.filter((_, at) => at < 2 || items > ITEMS_OFFERED[at - 1]).map(String);
    },
  },
} as const satisfies ChoiceSpecs;

/** From so many items on cells are too fine for words, and too many for shapes of their own. */
const DENSE = 30;
/** Many items are another metric, whose picture the worker makes. */
export const isField = ({ items }: { readonly items: string }): boolean => Number(items) >= DENSE;

/** The same beside a picture of many items, from which the reader must be able to come back however narrow it is. */
export const fieldChoices = {
  ...choices,
  items: {
    ...choices.items,
    offered: (table, width) => {
      const offered = choices.items.offered(table, Math.max(width, NARROW));
      return offered.length > 0 ? offered : ['18'];
    },
  },
} as const satisfies ChoiceSpecs;
