import { defineView } from '../view';
import Renewals from './Renewals.svelte';
import { renewalsFinding } from './renewals-finding';
import { clvContract } from './definition';

export default defineView(clvContract, {
  chart: Renewals,
  finding: renewalsFinding,
  about: () => import('./about.md?html'),
});
