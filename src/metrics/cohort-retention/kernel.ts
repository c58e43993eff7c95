import { cohortTriangle, cohortMembers } from '../../facts/cohort-triangle';
import { defineComputation, type Kernel, type Members } from '../metric';
import { cohortRetention } from './definition';
import { derive } from './derive';
import sql from './query.sql?raw';

const kernel: Kernel<typeof cohortRetention> = (facts, scope, options) =>
  cohortTriangle(facts, scope, options.unit, options.mode);

const members: Members<typeof cohortRetention> = (facts, scope, options, row, column) =>
  cohortMembers(facts, scope, options.unit, options.mode, {
    cohort: Number(row['cohort']),
    period: column === 'cohort_size' ? null : Number(row['period']),
  });

export default defineComputation(cohortRetention, { sql, kernel, members, derive });
