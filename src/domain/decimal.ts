/** A number of 0 or more as digits with an optional decimal point: `0.01`, `.05`, `12`. */
export const isDecimal = (text: string): boolean => /^(\d+\.?\d*|\.\d+)$/.test(text) && text.length <= 20;

/** The whole number of `10^-places` that a decimal text stands for, exactly. The text must satisfy `isDecimal`. */
function parts(text: string): { readonly digits: bigint; readonly scale: bigint } {
  const [whole, fraction = ''] = text.split('.');
  return { digits: BigInt(whole + fraction), scale: 10n ** BigInt(fraction.length) };
}

/**
 * The least count that is at least a share of n, in exact arithmetic: with doubles .07 x 100 would give 8 (METRICS rule 13).
 * @param share a decimal text
 */
export function leastCount(share: string, n: number): number {
  const { digits, scale } = parts(share);
  return Number((digits * BigInt(n) + scale - 1n) / scale);
}

/** Whether count / of is at least a share, in exact arithmetic. */
export function reaches(count: number, of: number, share: string): boolean {
  const { digits, scale } = parts(share);
  return BigInt(count) * scale >= digits * BigInt(of);
}
