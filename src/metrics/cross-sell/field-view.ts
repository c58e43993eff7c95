import { defineView } from '../view';
import Field from './Field.svelte';
import { fieldChoices } from './choices';
import { fieldFinding } from './field-finding';
import { crossSellField } from './definition';

export default defineView(crossSellField, {
  chart: Field,
  finding: fieldFinding,
  choices: fieldChoices,
  isEmpty: ({ from }) => from.length < 2,
  about: () => import('./about.md?html'),
});
