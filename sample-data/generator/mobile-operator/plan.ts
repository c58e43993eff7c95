import { dayOf, monthOf } from '../foundations/calendar';

/** Every parameter of Nordlicht Mobil. Chances and hazards are in 1/10,000. */
export const STARTED_ON = dayOf(2022, 7, 1);
export const OBSERVED_UNTIL = dayOf(2025, 6, 30);
export const FIRST_MONTH = monthOf(STARTED_ON);

/** New contracts in each month of the first, second and third year. */
export const CONTRACTS_PER_MONTH = [142, 98, 60];

export type Strategy = 'Prämie' | 'Strafgebühr' | 'keine';
/** Minimum terms in months, 0 = month to month, and the strategies of contracts that have a term. */
export const TERMS: readonly { months: number; weight: number }[] = [
  { months: 24, weight: 50 },
  { months: 12, weight: 28 },
  { months: 0, weight: 22 },
];
export const STRATEGIES: readonly { name: Strategy; weight: number }[] = [
  { name: 'Strafgebühr', weight: 46 },
  { name: 'Prämie', weight: 42 },
  { name: 'keine', weight: 12 },
];

/** Monthly hazards before the end of the term, in the month after it, in the five months after that, and later. */
export const HAZARDS: Record<Strategy, { before: number; cliff: number; soonAfter: number; later: number }> = {
  Strafgebühr: { before: 90, cliff: 900, soonAfter: 360, later: 220 },
  Prämie: { before: 130, cliff: 130, soonAfter: 80, later: 70 },
  keine: { before: 150, cliff: 330, soonAfter: 220, later: 180 },
};
/** Without a term: in the first half year, and later. */
export const MONTH_TO_MONTH = { first: 330, later: 210 };

export interface Tariff {
  name: string;
  weight: number;
  /** Cents a month. */
  fee: number;
  cost: number;
}
export const TARIFFS: readonly Tariff[] = [
  { name: 'Mobil S', weight: 30, fee: 999, cost: 520 },
  { name: 'Mobil M', weight: 38, fee: 1_499, cost: 690 },
  { name: 'Mobil L', weight: 22, fee: 2_499, cost: 980 },
  { name: 'Mobil XL', weight: 10, fee: 3_999, cost: 1_450 },
];

/** Fees are invoiced in advance. */
export const MONTHS_PER_INVOICE = 3;

/** A device with a new contract, and insurance: offered to those who have one. */
export const DEVICE_SHARE = 1_700;
export const INSURED_WITH_DEVICE = 4_600;
export const INSURED_WITHOUT = 450;
export const DEVICES: readonly { name: string; price: number; weight: number }[] = [
  { name: 'Smartphone Basis', price: 19_900, weight: 5 },
  { name: 'Smartphone Plus', price: 54_900, weight: 4 },
  { name: 'Smartphone Pro', price: 109_900, weight: 2 },
];
export const INSURANCE = { price: 1_497, cost: 610 };

export const ROAMING = { summer: 1_200, otherwise: 250 };
export const HEAVY_USERS = 1_100;
export const DATA_PACKS = { heavy: 3_400, otherwise: 250, price: 499, cost: 90 };
export const LOYALTY_BONUS_COST = 2_500;
export const CREDIT_SHARE = 3_500;

export const SURVEY = { from: dayOf(2024, 11, 4), to: dayOf(2024, 11, 29), answers: 4_400 };
/** Weights of the scores 0 to 10 among those who stay; who leaves within months answers by `LEAVING`. */
export const SCORES: Record<Strategy, readonly number[]> = {
  Prämie: [1, 1, 1, 2, 2, 5, 7, 12, 19, 26, 24],
  Strafgebühr: [3, 3, 4, 6, 7, 11, 13, 17, 17, 11, 8],
  keine: [2, 2, 3, 3, 4, 8, 10, 17, 21, 17, 13],
};
export const LEAVING_SCORES = [7, 6, 9, 11, 11, 13, 13, 12, 9, 5, 4];
export const BLANK_SCORES = 9;
export const OFF_SCALE_SCORES = 4;
