import type { Derive } from '../metric';
import type { buyingAndAway } from './definition';

/** The counts are all there is. */
export const derive: Derive<typeof buyingAndAway> = (base) => base;
