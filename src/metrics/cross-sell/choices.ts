import type { ChoiceSpecs } from '../chart-props';
import { NARROW } from './matrix';
import { MOST_SHOWN } from './pairs';

export const choices = {
  show: { label: 'show', words: { lift: 'lift', confidence: 'confidence', count: 'count' }, initial: 'lift' },
  order: { label: 'order by', words: { likeness: 'blocks', size: 'size', name: 'name' }, initial: 'likeness' },
  items: {
    label: 'most bought',
    words: { 12: '12', 18: '18', 25: '25' },
    initial: '18',
    offered: ({ items_paired: paired }, width) => {
      const items = Number(paired[0] ?? 0);
      if (width < NARROW || items <= MOST_SHOWN - 6) return [];
      return items > 25 ? ['12', '18', '25'] : ['12', '18'];
    },
  },
} as const satisfies ChoiceSpecs;
