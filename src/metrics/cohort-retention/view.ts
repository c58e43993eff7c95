import { defineView } from '../view';
import Chart from './Chart.svelte';
import CurvesByCohort from './CurvesByCohort.svelte';
import { choices } from './choices';
import { cohortLines } from './curves';
import { curvesFinding, finding } from './finding';
import { curvesAlternativeWords, alternativeOptions, alternativeWords } from './alternatives';
import { readCohorts } from './triangle';
import { cohortRetention } from './definition';

export default defineView(cohortRetention, {
  chart: Chart,
  finding,
  choices,
  alternatives: { options: alternativeOptions, words: alternativeWords },
  about: () => import('./about.md?html'),
  variants: {
    curvesByCohort: {
      title: 'Newer and older cohorts at the same age',
      chart: CurvesByCohort,
      isEmpty: (table, { unit }) => cohortLines(readCohorts(table), unit, String).length === 0,
      finding: curvesFinding,
      alternatives: { options: alternativeOptions, words: curvesAlternativeWords },
    },
  },
});
