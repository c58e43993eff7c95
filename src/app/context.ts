import { getContext, setContext } from 'svelte';
import type { Formatter } from '../domain/format';
import type { Address } from '../session/address.svelte';
import type { AppState } from '../session/app.svelte';

/** What every page and panel works with. `format` follows the currency of the data. */
export interface PageContext {
  readonly app: AppState;
  readonly address: Address;
  readonly format: Formatter;
}

const KEY = Symbol('pageContext');
export const providePageContext = (pageContext: PageContext): PageContext => setContext(KEY, pageContext);
export const pageContext = (): PageContext => getContext<PageContext>(KEY);
