import { purchaseDays } from '../../facts/purchase-days';
import type { Kernel } from '../metric';
import type { clv } from './definition';

/** The purchase days in view: the summary that all models of repeat buying share. */
export const kernel: Kernel<typeof clv> = (facts, scope) => ({ ...purchaseDays(facts, scope) });
