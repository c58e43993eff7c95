import { cohortMembers } from '../../facts/cohort-triangle';
import type { Members } from '../metric';
import type { cohortValue } from './definition';

export const members: Members<typeof cohortValue> = (facts, scope, { unit }, row) =>
  cohortMembers(facts, scope, unit, 'on', { cohort: Number(row['cohort']), period: null });
