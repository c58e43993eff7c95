import { defineView } from '../view';
import Tests from './Tests.svelte';
import { testsFinding } from './finding';
import { survivalTests } from './definition';

export default defineView(survivalTests, {
  chart: Tests,
  finding: testsFinding,
  about: () => import('./about.md?html'),
});
