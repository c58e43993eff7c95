import { RandomStream, itemAt } from '../foundations/random';
import { netOf, type LedgerLine } from '../measures/ledger';
import { quintiles, rankByProfit } from '../measures/value';
import * as plan from './plan';
import type { Posting } from './posting';
import type { CustomerRecord } from './record';

/** The year that ends with the observation. */
export function ownSpend(lines: Iterable<LedgerLine>): Map<string, number> {
  const own = new Map<string, number>();
  for (const line of lines) {
    if (line.day > plan.OBSERVED_UNTIL - 365) own.set(line.customer, (own.get(line.customer) ?? 0) + netOf(line));
  }
  return own;
}

/** The postings as they would be if each person had one number. */
export function byPerson(postings: readonly Posting[]): LedgerLine[] {
  return postings.map((posting) => ({ ...posting, customer: posting.person }));
}

/**
 * Yearly spend with all banks, stated to the branch, in whole pounds by record key. It is built from what the person
 * as a whole gives us, so that only the unified customer shows the planted shares in full.
 */
export function stateWallets(postings: readonly Posting[], records: readonly CustomerRecord[]): Map<string, number> {
  const random = new RandomStream('bank/wallets');
  const own = ownSpend(byPerson(postings));
  const quintileOf = quintiles(rankByProfit(byPerson(postings)));
  const wallets = new Map<string, number>();
  const asked = new Set<string>();
  let errors = 0;
  for (const record of records.filter((candidate) => candidate.department === 'Branch')) {
    const cents = own.get(record.person.id) ?? 0;
    const isFirst = !asked.has(record.person.id);
    asked.add(record.person.id);
    if (!isFirst || cents <= 0 || !random.chance(plan.WALLET_STATED)) continue;
    const share = itemAt(plan.WALLET_SHARES, (quintileOf.get(record.person.id) ?? 5) - 1);
    const isError = errors < plan.WALLET_ERRORS && random.chance(100);
    if (isError) errors++;
    const percentOfOwn = isError ? 60 : Math.floor((10_000 * random.bell(82, 118)) / (100 * share));
    // People state round sums; never less than they give us, but for the errors.
    const tens = Math.floor((cents * percentOfOwn) / 100_000);
    wallets.set(record.key, Math.max(1, isError ? tens : tens + 1) * 10);
  }
  return wallets;
}

export interface WalletShare {
  quintile: number;
  measured: number;
  errors: number;
  share: number;
}

/** share_of_customer, stated grade: pooled over measured customers; own > wallet is an error, left out and counted. */
export function walletShares(lines: readonly LedgerLine[], wallets: Map<string, number>): WalletShare[] {
  const own = ownSpend(lines);
  const quintileOf = quintiles(rankByProfit(lines));
  return [1, 2, 3, 4, 5].map((quintile) => {
    const result = { quintile, measured: 0, errors: 0, own: 0, wallet: 0 };
    for (const [customer, pounds] of wallets) {
      if (quintileOf.get(customer) !== quintile) continue;
      const cents = own.get(customer) ?? 0;
      if (cents > pounds * 100) {
        result.errors++;
        continue;
      }
      result.measured++;
      result.own += cents;
      result.wallet += pounds * 100;
    }
    return { quintile, measured: result.measured, errors: result.errors, share: result.own / result.wallet };
  });
}
