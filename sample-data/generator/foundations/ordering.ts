/** By code unit, 0 when equal: with the stable sort, the order is then the same on every machine. */
export function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
