import { defineView } from '../view';
import ByGroup from './ByGroup.svelte';
import Chart from './Chart.svelte';
import { choices } from './choices';
import { readCurve, readGroups } from './curve';
import { finding, groupsFinding } from './finding';
import { groupsAlternativeWords, alternativeOptions, alternativeWords } from './alternatives';
import { retentionCurve } from './definition';

export default defineView(retentionCurve, {
  chart: Chart,
  finding,
  choices,
  alternatives: { options: alternativeOptions, words: alternativeWords },
  isEmpty: (table) => readCurve(table).length === 0,
  about: () => import('./about.md?html'),
  variants: {
    curveByGroup: {
      title: 'Share buying again, by group',
      chart: ByGroup,
      choices,
      isEmpty: (table) => readGroups(table).length === 0,
      finding: groupsFinding,
      alternatives: { options: alternativeOptions, words: groupsAlternativeWords },
    },
  },
});
