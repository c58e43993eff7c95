import type { Recipe } from '../recipe';

/** Every system whose exports are known, one line each. */
export const RECIPES: readonly Recipe[] = [];
