import type { ChoiceSpecs } from '../choices';
import type { MetricTable } from '../metric';
import type { cohortRetention } from './definition';
import { gridOf } from './grid';
import { readCohorts } from './triangle';

export const choices = {
  show: {
    label: 'show',
    words: { share: 'share', customers: 'customers' },
    initial: 'share',
    // Without room for a number in a cell there is nothing to choose.
    offered: (table, width) =>
      gridOf(readCohorts(table as MetricTable<typeof cohortRetention>), width).values ? ['share', 'customers'] : [],
  },
} as const satisfies ChoiceSpecs;
