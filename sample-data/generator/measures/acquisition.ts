import type { Purchase } from './ledger';

/** `reached` counts of lifecycle_funnel: a later stage implies every earlier one. Stages in order, with the deepest reached by each customer. */
export function reachedCounts(stages: readonly string[], deepest: Iterable<string>): Record<string, number> {
  const reached = stages.map(() => 0);
  for (const stage of deepest) {
    const depth = stages.indexOf(stage);
    for (let index = 0; index <= depth; index++) reached[index] = (reached[index] ?? 0) + 1;
  }
  return Object.fromEntries(stages.map((stage, index) => [stage, reached[index] ?? 0]));
}

/** How far a customer's purchases alone bring him: grown implies repeat_customer implies customer. */
export function depthOfPurchases(
  history: readonly Purchase[] | undefined,
): 'grown' | 'repeat_customer' | 'customer' | null {
  const first = history?.[0];
  if (!history || !first) return null;
  const onFirstDay = new Set(
    history.filter((purchase) => purchase.day === first.day).flatMap((purchase) => [...purchase.categories]),
  );
  const later = history.filter((purchase) => purchase.day > first.day);
  if (later.some((purchase) => [...purchase.categories].some((category) => !onFirstDay.has(category)))) return 'grown';
  return later.length > 0 ? 'repeat_customer' : 'customer';
}

/** New customers by the channel of their last touch up to and including the day of the first purchase. */
export function customersByLastTouch(
  histories: Map<string, Purchase[]>,
  touches: Iterable<{ customer: string; day: number; channel: string }>,
): Map<string, number> {
  const lastTouch = new Map<string, { day: number; channel: string }>();
  for (const { customer, day, channel } of touches) {
    const firstPurchase = histories.get(customer)?.[0];
    const known = lastTouch.get(customer);
    if (firstPurchase && day <= firstPurchase.day && (!known || known.day <= day))
      lastTouch.set(customer, { day, channel });
  }
  const counts = new Map<string, number>();
  for (const customer of histories.keys()) {
    const channel = lastTouch.get(customer)?.channel ?? 'unknown';
    counts.set(channel, (counts.get(channel) ?? 0) + 1);
  }
  return counts;
}
