import { dayOf, monthOf } from '../foundations/calendar';

/** Every parameter of Fennel & Finch. Shares are in 1/10,000 unless they say otherwise. */
export const OPENED_ON = dayOf(2023, 1, 1);
export const OBSERVED_UNTIL = dayOf(2025, 6, 30);
export const LAST_MONTH = monthOf(OBSERVED_UNTIL);

export const WINDOWS = {
  before: { from: dayOf(2023, 7, 1), to: dayOf(2024, 6, 30) },
  now: { from: dayOf(2024, 7, 1), to: OBSERVED_UNTIL },
};

/** Prices rose once, by five per cent. */
export const PRICE_RISE = { from: dayOf(2024, 3, 1), percent: 105 };

/** Buyers and prospects that first came in each month, January 2023 first. */
export const BUYERS_PER_MONTH = [
  88, 92, 118, 132, 124, 92, 74, 68, 72, 78, 104, 168, 62, 62, 82, 98, 96, 72, 58, 54, 60, 66, 92, 150, 54, 56, 74, 88,
  84, 62,
];
export const PROSPECTS_PER_BUYER = 3_800;

/** How strongly a month invites to buy, 100 = ordinary. */
export const SEASON = [72, 76, 102, 126, 128, 100, 84, 78, 90, 96, 122, 170];

/** Intensity of a customer: how often, and how much at once. */
export interface Tier {
  name: 'occasional' | 'regular' | 'keen' | 'devoted';
  weight: number;
  /** Chance of buying in an ordinary month, for a channel factor of 100 per cent. */
  monthly: number;
  /** Chance of a further order in a month with one. */
  again: number;
  /** Chance per month to give up the shop. */
  lapse: number;
  lines: { from: number; to: number };
  quantity: { from: number; to: number };
}
export const TIERS: readonly Tier[] = [
  {
    name: 'occasional',
    weight: 50,
    monthly: 560,
    again: 300,
    lapse: 340,
    lines: { from: 1, to: 2 },
    quantity: { from: 1, to: 2 },
  },
  {
    name: 'regular',
    weight: 31,
    monthly: 1_300,
    again: 600,
    lapse: 260,
    lines: { from: 1, to: 3 },
    quantity: { from: 1, to: 2 },
  },
  {
    name: 'keen',
    weight: 15,
    monthly: 2_500,
    again: 1_200,
    lapse: 170,
    lines: { from: 1, to: 4 },
    quantity: { from: 1, to: 3 },
  },
  {
    name: 'devoted',
    weight: 4,
    monthly: 4_000,
    again: 2_600,
    lapse: 90,
    lines: { from: 2, to: 5 },
    quantity: { from: 1, to: 4 },
  },
];

/** Newsletter customers come back twice as often as the others. `weight` is the channel's share of buyers. */
export const CHANNELS = [
  { name: 'Newsletter', weight: 18, returnPercent: 184 },
  { name: 'Search', weight: 27, returnPercent: 88 },
  { name: 'Social', weight: 22, returnPercent: 86 },
  { name: 'Referral', weight: 12, returnPercent: 92 },
  { name: 'Store', weight: 15, returnPercent: 90 },
  { name: 'Newspaper', weight: 6, returnPercent: 84 },
] as const;
export type ChannelName = (typeof CHANNELS)[number]['name'];

/** Those who first came in a December, looking for presents, return less. */
export const DECEMBER_RETURN_PERCENT = 48;

/** What is left of a lapsed customer's chance to buy. */
export const LAPSED_PERCENT = 8;

export const WIN_BACK = {
  month: monthOf(dayOf(2024, 10, 1)),
  campaign: 'We miss you',
  taken: 1_200,
  quietMonths: 6,
  discount: 15,
};
export const WIN_BACK_LETTERS_ON = dayOf(2024, 10, 2);

/** Of the keen and devoted who joined early, so many stopped for good in the months given. */
export const DEFECTION = {
  taken: 1_500,
  joinedBefore: monthOf(dayOf(2023, 11, 1)),
  from: monthOf(dayOf(2024, 1, 1)),
  to: monthOf(dayOf(2024, 6, 1)),
};

/** Trade customers on old terms buy furniture and lighting below cost. */
export const TRADE_SHARE = 1_100;
export const OLD_TERMS_SHARE = 2_600;
export const TERMS = { household: 'standard', trade: 'trade 10', oldTrade: 'trade 40' } as const;
export const OLD_TERMS_CATEGORIES = ['Outdoor Furniture', 'Lighting'];

/** Planters bring compost with them, in the same basket or a little later. */
export const PLANTERS = 'Planters';
export const COMPOST = 'Compost & Soil';
export const COMPOST_IN_BASKET = 2_200;
export const COMPOST_LATER = 3_600;

/** A customer starts with a few categories, and takes up another in so many of the later orders. */
export const NEW_CATEGORY_SHARE = 900;

export const RETURN_SHARE = 530;
export const GIFT_FROM = 9_000;
export const WALK_IN_ORDERS_PER_MONTH = 26;
/** Buyers whose loyalty card was never entered in the customer list. */
export const UNLISTED_BUYERS = 14;

/** Pounds a month for each channel; the store window costs nothing extra. */
export const MONTHLY_SPEND: readonly { channel: ChannelName; pounds: number }[] = [
  { channel: 'Newsletter', pounds: 130 },
  { channel: 'Search', pounds: 560 },
  { channel: 'Social', pounds: 780 },
  { channel: 'Referral', pounds: 120 },
  { channel: 'Newspaper', pounds: 330 },
];
