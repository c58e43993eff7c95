/**
 * The transactions of a company as they were generated, read by the rules of METRICS.md section 1. These measures are
 * written for the generator alone: the product's own engine must find the same numbers in the files.
 */
export interface LedgerLine {
  /** Empty where the buyer is unknown. */
  customer: string;
  order: string;
  day: number;
  category: string;
  product: string;
  quantity: number;
  /** Cents; negative on returns. */
  amount: number;
  /** Cents, zero or more: subtracted on sales, given back on returns. */
  cost: number;
}

export interface Purchase {
  customer: string;
  day: number;
  categories: Set<string>;
  products: Set<string>;
}

export function isReturn(line: LedgerLine): boolean {
  return line.quantity < 0 || line.amount < 0;
}

export function netOf(line: LedgerLine): number {
  return isReturn(line) ? -Math.abs(line.amount) : line.amount;
}

export function profitOf(line: LedgerLine): number {
  return netOf(line) + (isReturn(line) ? line.cost : -line.cost);
}

export function total(lines: Iterable<LedgerLine>, value: (line: LedgerLine) => number): number {
  let sum = 0;
  for (const line of lines) sum += value(line);
  return sum;
}

export function groupBy<Item>(items: Iterable<Item>, key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

/** Orders with a sale line that are not wholly returned within the order, by day. Unknown customers are left out. */
export function purchasesOf(lines: Iterable<LedgerLine>): Purchase[] {
  const known = [...lines].filter((line) => line.customer !== '');
  const purchases: Purchase[] = [];
  for (const order of groupBy(known, (line) => `${line.customer}|${line.order}`).values()) {
    const sales = order.filter((line) => !isReturn(line));
    const first = sales[0];
    const sold = total(sales, netOf);
    const returned = -total(order.filter(isReturn), netOf);
    if (!first || (sold > 0 && returned >= sold)) continue;
    purchases.push({
      customer: first.customer,
      day: Math.min(...sales.map((line) => line.day)),
      categories: new Set(sales.map((line) => line.category)),
      products: new Set(sales.map((line) => line.product)),
    });
  }
  return purchases.sort((one, other) => one.day - other.day);
}

export function purchasesByCustomer(lines: Iterable<LedgerLine>): Map<string, Purchase[]> {
  return groupBy(purchasesOf(lines), (purchase) => purchase.customer);
}

/** What summary.json must say of the transactions. Money in cents. */
export function summarise(lines: readonly LedgerLine[]) {
  const returns = lines.filter(isReturn);
  const known = lines.filter((line) => line.customer !== '');
  const unknown = lines.filter((line) => line.customer === '');
  const purchases = purchasesOf(lines);
  const gross = total(
    lines.filter((line) => !isReturn(line)),
    netOf,
  );
  const returned = -total(returns, netOf);
  return {
    transactionLines: lines.length,
    returnLines: returns.length,
    gross,
    returned,
    net: gross - returned,
    profitOfAllLines: total(lines, profitOf),
    profitOfKnownCustomers: total(known, profitOf),
    purchases: purchases.length,
    customersWithPurchases: new Set(purchases.map((purchase) => purchase.customer)).size,
    customersWithLines: new Set(known.map((line) => line.customer)).size,
    unknownLines: unknown.length,
    unknownNet: total(unknown, netOf),
    firstDay: Math.min(...lines.map((line) => line.day)),
    lastDay: Math.max(...lines.map((line) => line.day)),
  };
}
