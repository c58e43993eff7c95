import { customersByLastTouch } from '../measures/acquisition';
import { balanceOf } from '../measures/balance';
import { purchasesByCustomer, purchasesOf, summarise } from '../measures/ledger';
import { rankByProfit } from '../measures/value';
import { ledgerOf, type Shop } from './company';
import * as plan from './plan';

/** What the generated records say, worked out once for all truths. */
export function evidenceOf(shop: Shop) {
  const lines = ledgerOf(shop);
  const histories = purchasesByCustomer(lines);
  return {
    shop,
    lines,
    histories,
    purchases: purchasesOf(lines),
    summary: summarise(lines),
    ranked: rankByProfit(lines),
    balance: balanceOf(lines, histories, plan.WINDOWS),
    buyerByKey: new Map(shop.buyers.map((buyer) => [buyer.key, buyer])),
    newByChannel: customersByLastTouch(histories, shop.touches),
  };
}
export type Evidence = ReturnType<typeof evidenceOf>;

export function spendByChannel(shop: Shop): Record<string, number> {
  const spend: Record<string, number> = {};
  for (const row of shop.spend) spend[row.channel] = (spend[row.channel] ?? 0) + row.pounds;
  return spend;
}
