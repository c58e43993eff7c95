import { shareSummary } from '../../facts/wallet';
import type { Kernel } from '../metric';
import type { shareOfCustomer } from './definition';

export const kernel: Kernel<typeof shareOfCustomer> = (facts, scope) => ({ ...shareSummary(facts, scope) });
