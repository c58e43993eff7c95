import { compareTexts } from '../foundations/ordering';
import { profitOf, total, type LedgerLine, type Purchase } from './ledger';

/** Two windows of equal length, the second ending with the observation. Days, both ends included. */
export interface Windows {
  before: { from: number; to: number };
  now: { from: number; to: number };
}

export interface LifeCycleBalance {
  activeBefore: number;
  activeNow: number;
  fresh: number;
  kept: number;
  back: number;
  lost: number;
  /** Kept customers who bought a category in the second window that they had never bought before it. */
  grown: number;
  bestFifth: number;
  bestFifthLost: number;
  /** Cents, of the first window. */
  profitBefore: number;
  profitLostWithBestFifth: number;
}

export function balanceOf(
  lines: readonly LedgerLine[],
  histories: Map<string, Purchase[]>,
  windows: Windows,
): LifeCycleBalance {
  const profits = profitsWithin(lines, windows.before);
  const customers = [...histories].map(([customer, history]) => ({
    customer,
    wasActive: isActive(history, windows.before),
    isActive: isActive(history, windows.now),
    wasKnown: history.some((purchase) => purchase.day < windows.now.from),
    hasGrown: boughtNewCategory(history, windows.now),
    profit: profits.get(customer) ?? 0,
  }));
  const active = customers
    .filter((one) => one.wasActive)
    .sort((one, other) => other.profit - one.profit || compareTexts(one.customer, other.customer));
  const best = active.slice(0, Math.ceil(active.length / 5));
  const bestLost = best.filter((one) => !one.isActive);
  const count = (test: (one: (typeof customers)[number]) => boolean): number => customers.filter(test).length;
  return {
    activeBefore: active.length,
    activeNow: count((one) => one.isActive),
    fresh: count((one) => one.isActive && !one.wasKnown),
    kept: count((one) => one.isActive && one.wasActive),
    back: count((one) => one.isActive && one.wasKnown && !one.wasActive),
    lost: count((one) => one.wasActive && !one.isActive),
    grown: count((one) => one.isActive && one.wasActive && one.hasGrown),
    bestFifth: best.length,
    bestFifthLost: bestLost.length,
    profitBefore: active.reduce((sum, one) => sum + one.profit, 0),
    profitLostWithBestFifth: bestLost.reduce((sum, one) => sum + one.profit, 0),
  };
}

function isActive(history: Purchase[], window: Windows['now']): boolean {
  return history.some((purchase) => purchase.day >= window.from && purchase.day <= window.to);
}

function boughtNewCategory(history: Purchase[], window: Windows['now']): boolean {
  const known = new Set(
    history.filter((purchase) => purchase.day < window.from).flatMap((purchase) => [...purchase.categories]),
  );
  return history.some(
    (purchase) => purchase.day >= window.from && [...purchase.categories].some((category) => !known.has(category)),
  );
}

function profitsWithin(lines: readonly LedgerLine[], window: Windows['now']): Map<string, number> {
  const profits = new Map<string, number>();
  for (const line of lines) {
    if (line.day < window.from || line.day > window.to || line.customer === '') continue;
    profits.set(line.customer, (profits.get(line.customer) ?? 0) + total([line], profitOf));
  }
  return profits;
}
