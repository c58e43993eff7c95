/** What stands alone in a cell that somebody filled in to try things out, in the languages of the headers that are known. */
const TEST = new Set(
  (
    'test|tests|testing|tester|test order|test product|test item|test customer|test user|test account|test sale|' +
    'this is a test|this is a test product|dummy|dummy order|dummy product|dummy customer|do not ship|asdf|' +
    'testbestellung|testauftrag|testkunde|testkundin|testartikel|testprodukt|probebestellung|bitte ignorieren|' +
    'commande test|client test|produit test|pedido de prueba|cliente de prueba|prueba'
  ).split('|'),
);

/** Whether a whole cell, its digits and marks left aside, says that it is a test: `TEST-001`, not `pregnancy test`. */
export function saysTest(text: string): boolean {
  if (text.length > 60) return false;
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  return TEST.has(words);
}
