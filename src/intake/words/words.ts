/**
 * Lower case, without accents, and with `ae`, `oe`, `ue` taken for umlauts, so that `Käufer`, `Kaeufer` and `KAUFER` are one word.
 * English words lose letters by it too (`value` becomes `valu`), on both sides of every comparison.
 */
export const foldLetters = (text: string): string => {
  if (PLAIN.test(text)) return text.replace(/([aou])e/g, '$1');
  return text
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([aou])e/g, '$1');
};
/** Nothing to fold but letters behind each other. */
const PLAIN = /^[a-z0-9 ]*$/;

/** Letters and digits only: `Kunden-Nr.` and `kundennr` are one header. */
export function normaliseWord(text: string): string {
  const folded = foldLetters(text).replace(/[^\p{L}\p{N}]/gu, '');
  return folded === '' ? text.trim() : folded;
}

/** The words of a header: `InvoiceNo`, `invoice_no` and `Invoice No` are all `invoice`, `no`. */
export const wordsOf = (header: string): string[] =>
  header
    // Short for a tax, and one word for all its capitals.
    .replace(/MwSt|USt/g, (tax) => tax.toLowerCase())
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(foldLetters);
