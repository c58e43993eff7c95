/** A rate as people type it, with either decimal mark, as a plain decimal; null where it is no number above 0. */
export function readRate(typed: string): string | null {
  const text = typed.trim().replace(',', '.');
  return /^\d{0,12}(?:\.\d{0,12})?$/.test(text) && Number(text) > 0 ? text : null;
}
