import { defineView } from '../view';
import Conditional from './Conditional.svelte';
import { finding } from './conditional-finding';
import { clvConditional } from './definition';

export default defineView(clvConditional, {
  chart: Conditional,
  finding,
  about: () => import('./about-conditional.md?html'),
});
