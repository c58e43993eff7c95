import { cohortMembers } from '../../facts/cohort-triangle';
import type { Members } from '../metric';
import type { cohortRetention } from './definition';

export const members: Members<typeof cohortRetention> = (facts, scope, options, row, column) =>
  cohortMembers(facts, scope, options.unit, options.mode, {
    cohort: Number(row['cohort']),
    period: column === 'cohort_size' ? null : Number(row['period']),
  });
