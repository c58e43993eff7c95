import { defineView } from '../view';
import Portfolio from './Portfolio.svelte';
import { portfolioFinding } from './finding';
import { capabilityPortfolio } from './definition';

export default defineView(capabilityPortfolio, {
  chart: Portfolio,
  finding: portfolioFinding,
  about: () => import('./about.md?html'),
});
