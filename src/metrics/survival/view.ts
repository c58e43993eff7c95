import { defineView } from '../view';
import Chart from './Chart.svelte';
import { choices } from './choices';
import { crossing } from './crossing';
import { atRiskAt, readCurves, shareAt, timeWords } from './curves';
import { finding } from './finding';
import { crudeWords, alternativeOptions, alternativeWords } from './alternatives';
import { survival } from './definition';

export default defineView(survival, {
  chart: Chart,
  finding,
  choices,
  alternatives: {
    options: alternativeOptions,
    words: alternativeWords,
    otherwise: crudeWords,
  },
  tells: { readCurves, shareAt, atRiskAt, timeWords, crossing },
  about: () => import('./about.md?html'),
});
