import { defineView } from '../view';
import Gap from './Gap.svelte';
import { gapFinding } from './gap-finding';
import { walletGap } from './definition';

export default defineView(walletGap, {
  chart: Gap,
  finding: gapFinding,
  nothing: 'Nobody whose wallet is known spends anything elsewhere.',
  isEmpty: (table) => !table.gap.some((gap) => gap > 0),
  about: () => import('./about.md?html'),
});
