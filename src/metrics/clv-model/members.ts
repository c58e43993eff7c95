import type { Members } from '../metric';
import type { clvModel } from './definition';

/** No count of this table is a list of customers of its own. */
export const members: Members<typeof clvModel> = () => new Int32Array(0);
