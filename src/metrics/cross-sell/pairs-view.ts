import { defineView } from '../view';
import Lists from './Lists.svelte';
import { listsFinding } from './lists-finding';
import { crossSellPairs } from './definition';

export default defineView(crossSellPairs, {
  chart: Lists,
  finding: listsFinding,
  nothing: 'No pair goes together, or stays apart, more than chance would have it.',
  about: () => import('./about.md?html'),
});
