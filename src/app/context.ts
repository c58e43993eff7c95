import { getContext, setContext } from 'svelte';
import type { Formatter } from '../domain/format';
import type { Address } from '../session/address.svelte';
import type { AppState } from '../session/app.svelte';

/** What every page and panel works with. `format` follows the currency of the data. */
export interface Surroundings {
  readonly app: AppState;
  readonly address: Address;
  readonly format: Formatter;
}

const KEY = Symbol('surroundings');
export const provide = (surroundings: Surroundings): Surroundings => setContext(KEY, surroundings);
export const surroundings = (): Surroundings => getContext<Surroundings>(KEY);
