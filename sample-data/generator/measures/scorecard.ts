import { customersByLastTouch } from './acquisition';
import { netPromoter } from './feedback';
import { netOf, total, type LedgerLine, type Purchase } from './ledger';
import type { Windows } from './balance';

interface Records {
  lines: readonly LedgerLine[];
  histories: Map<string, Purchase[]>;
  touches: Iterable<{ customer: string; day: number; channel: string }>;
  answers: readonly { day: number; score: number }[];
  /** Units of the currency spent on winning customers in the second window. */
  spent: number;
}

const within = ({ day }: { day: number }, window: Windows['now']): boolean => day >= window.from && day <= window.to;

/** The nine figures of scorecard.value for the second window, by the names that METRICS.md's scorecard has for them. */
export function scorecardOf({ lines, histories, touches, answers, spent }: Records, windows: Windows) {
  const bought = (history: readonly Purchase[], window: Windows['now']): Purchase[] =>
    history.filter((purchase) => within(purchase, window));
  const all = [...histories.values()];
  const active = all.map((history) => bought(history, windows.now)).filter((own) => own.length > 0);
  const before = all.filter((history) => bought(history, windows.before).length > 0);
  const fresh = new Map([...histories].filter(([, history]) => history[0] && within(history[0], windows.now)));
  const unknown = customersByLastTouch(fresh, touches).get('unknown') ?? 0;
  const known = lines.filter((line) => line.customer !== '' && within(line, windows.now));
  const netSales = total(known, netOf) / 100;
  const held = active.map((own) => new Set(own.flatMap((purchase) => [...purchase.categories])).size);
  return {
    new_customers: fresh.size,
    cac: spent / fresh.size,
    known_contact: 1 - unknown / fresh.size,
    active_customers: active.length,
    kept: before.filter((history) => bought(history, windows.now).length > 0).length / before.length,
    nps: netPromoter(answers.filter((answer) => within(answer, windows.now)).map((answer) => answer.score)).nps,
    net_sales: netSales,
    net_per_customer: netSales / active.length,
    categories_per_customer: held.reduce((sum, count) => sum + count, 0) / active.length,
  };
}
