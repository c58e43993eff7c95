import { dayOf } from '../foundations/calendar';

/** Every parameter of Harbour Bank. Shares are in 1/10,000 unless they say otherwise; money is in cents. */
export const OPENED_ON = dayOf(2022, 1, 4);
export const OBSERVED_UNTIL = dayOf(2025, 6, 30);
export const LAST_JOINED = dayOf(2025, 3, 31);

export const PERSONS = 2_000;
/** Two people of one household who share an e-mail address: a trap for anyone who merges by e-mail alone. */
export const COUPLES = 8;
/** Father and son of the same name at the same address, with birth dates of their own. */
export const NAMESAKES = 9;
/** Persons whom the branch has entered twice. */
export const ENTERED_TWICE = 24;

export type Department = 'Branch' | 'Cards' | 'Investments' | 'Insurance';

export interface BankProduct {
  type: string;
  department: Department;
  names: readonly string[];
  /** A year's income from an ordinary customer, and what serving any customer costs in a year. */
  income: number;
  cost: number;
}

export const PRODUCTS: readonly BankProduct[] = [
  {
    type: 'Current Account',
    department: 'Branch',
    names: ['Everyday Account', 'Premier Account'],
    income: 5_400,
    cost: 4_600,
  },
  { type: 'Savings', department: 'Branch', names: ['Easy Saver', 'Fixed Saver 2y'], income: 4_800, cost: 2_400 },
  {
    type: 'Credit Card',
    department: 'Cards',
    names: ['Harbour Card', 'Harbour Gold Card'],
    income: 8_800,
    cost: 5_200,
  },
  {
    type: 'Mortgage',
    department: 'Branch',
    names: ['Fixed Mortgage 5y', 'Tracker Mortgage'],
    income: 44_000,
    cost: 15_000,
  },
  { type: 'Car Loan', department: 'Branch', names: ['Car Loan'], income: 17_500, cost: 8_200 },
  {
    type: 'Home Insurance',
    department: 'Insurance',
    names: ['Home Cover', 'Home Cover Plus'],
    income: 8_200,
    cost: 4_400,
  },
  { type: 'Life Insurance', department: 'Insurance', names: ['Life Cover'], income: 10_500, cost: 4_700 },
  {
    type: 'Funds',
    department: 'Investments',
    names: ['Growth Fund', 'Balanced Fund', 'Income Fund'],
    income: 14_800,
    cost: 5_200,
  },
  { type: 'Brokerage', department: 'Investments', names: ['Share Dealing'], income: 13_000, cost: 5_900 },
  { type: 'Pension', department: 'Investments', names: ['Personal Pension'], income: 12_600, cost: 4_100 },
];

/** Who holds what, independently of each other but for the two planted pairs. */
export const HOLDINGS: Record<string, number> = {
  'Current Account': 5_600,
  Savings: 3_200,
  Mortgage: 1_600,
  'Car Loan': 1_300,
  'Life Insurance': 1_300,
  Funds: 1_500,
  Brokerage: 1_800,
  Pension: 1_100,
};
/** Lift 3 = 60 % of those with a mortgage, over 20 % of everybody. */
export const HOME_INSURANCE = { withMortgage: 6_000, without: 1_240, after: 9_000 };
/** Lift 0.5 = 22 % of those with brokerage, over 44 % of everybody. */
export const CREDIT_CARD = { withBrokerage: 2_200, without: 4_880 };

/** A department sells direct, under its own customer number; otherwise through the branch. */
export const SOLD_DIRECT: Record<Department, number> = {
  Branch: 0,
  Cards: 6_400,
  Investments: 6_000,
  Insurance: 5_500,
};
export const HOME_INSURANCE_WITH_MORTGAGE_DIRECT = 1_500;

/** Per cent of the ordinary income, by wealth; a few are very wealthy. */
export const WEALTH: readonly { percent: number; weight: number }[] = [
  { percent: 45, weight: 30 },
  { percent: 75, weight: 28 },
  { percent: 110, weight: 20 },
  { percent: 190, weight: 13 },
  { percent: 360, weight: 7 },
  { percent: 800, weight: 2 },
];

export const LEAVES = 1_300;
export const REFUNDS = 150;

/** What share of their yearly spend with all banks the customers of each fifth give us, in per cent, best first. */
export const WALLET_SHARES = [45, 32, 24, 16, 10];
export const WALLET_STATED = 6_000;
/** Customers who state less than we earn from them: errors, to be left out and counted. */
export const WALLET_ERRORS = 6;
