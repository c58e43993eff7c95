import { purchaseDays } from '../../facts/purchase-days';
import type { Kernel } from '../metric';
import type { clvHoldout } from './definition';

/** The purchase days in view: the summary that all models of repeat buying share. */
export const kernel: Kernel<typeof clvHoldout> = (facts, scope) => ({ ...purchaseDays(facts, scope) });
