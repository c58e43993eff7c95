import { defineView } from '../view';
import Summary from './Summary.svelte';
import { summaryFinding } from './finding';
import { medianWords, alternativeOptions, summaryAlternativeWords } from './alternatives';
import { survivalSummary } from './definition';

export default defineView(survivalSummary, {
  chart: Summary,
  finding: summaryFinding,
  alternatives: {
    options: alternativeOptions,
    words: summaryAlternativeWords,
    otherwise: medianWords,
  },
  about: () => import('./about.md?html'),
});
