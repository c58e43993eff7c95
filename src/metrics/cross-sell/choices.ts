import type { ChoiceSpecs } from '../choices';
import { NARROW } from './matrix';
import { MOST_SHOWN } from './pairs';

/** Each is offered where there are more than the one before it. */
const ITEMS_OFFERED = [12, 18, 25, 60, 150, 400];

export const choices = {
  show: { label: 'show', words: { lift: 'lift', confidence: 'confidence', count: 'count' }, initial: 'lift' },
  order: { label: 'order by', words: { likeness: 'blocks', size: 'size', name: 'name' }, initial: 'likeness' },
  items: {
    label: 'most bought',
    words: { 12: '12', 18: '18', 25: '25', 60: '60', 150: '150', 400: '400' },
    initial: '18',
    offered: ({ items: held }, width) => {
      const items = Number(held[0] ?? 0);
      if (width < NARROW || items <= MOST_SHOWN - 6) return [];
      return ITEMS_OFFERED.filter((_, at) => at < 2 || items > ITEMS_OFFERED[at - 1]).map(String);
    },
  },
} as const satisfies ChoiceSpecs;
