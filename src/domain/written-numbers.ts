const grouped = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, ',');

/** `12,345`: a count as the sentences of the product write it. The platform's own formatter takes far longer to start. */
export const writtenCount = (count: number): string => grouped(String(count));

/** `1,234.5`: at most three decimals. */
export function writtenNumber(value: number): string {
  const [whole, decimals] = String(Math.round(value * 1_000) / 1_000).split('.');
  return grouped(whole) + (decimals ? `.${decimals}` : '');
}
