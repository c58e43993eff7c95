import { defineView } from '../view';
import Holdout from './Holdout.svelte';
import { finding } from './holdout-finding';
import { nextOfferHoldout } from './definition';

export default defineView(nextOfferHoldout, {
  chart: Holdout,
  finding,
  isEmpty: ({ with_offer }) => !(with_offer[0] > 0),
  nothing: 'Nothing could have been offered: no two items were held by the same five customers by then.',
  about: () => import('./about-holdout.md?html'),
});
