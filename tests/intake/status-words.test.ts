import { describe, expect, test } from 'vitest';
import { DEAL_WORDS, DOCUMENT_WORDS, ORDER_WORDS, PAYMENT_WORDS } from '../../src/intake/words/status-lexicon';
import { looksLikeStatus, meaningOf, meaningsOf, type StatusContext } from '../../src/intake/words/status-words';
import { normaliseWord } from '../../src/intake/words/words';

const all = (context: StatusContext, words: string) =>
  new Set(words.split('|').map((word) => meaningOf(word, context)));

describe('what a word of a status says', () => {
  test('no word of a list has two meanings', () => {
    for (const lexicon of [ORDER_WORDS, PAYMENT_WORDS, DOCUMENT_WORDS, DEAL_WORDS]) {
      const meanings = new Map<string, string>();
      for (const [meaning, words] of Object.entries(lexicon))
        for (const word of words.split('|').filter((one) => one !== '')) {
          const known = meanings.get(normaliseWord(word)) ?? meaning;
          expect(`${word}: ${known}`).toBe(`${word}: ${meaning}`);
          meanings.set(normaliseWord(word), meaning);
        }
    }
  });
  test('orders that stand, in the words of shops', () =>
    expect(
      all(
        'order',
        'completed|wc-processing|Shipped - Delivered to Buyer|partially_refunded|Paid|PartiallyShipped|Livré|已发货|発送済み|Zrealizowane',
      ),
    ).toEqual(new Set(['sale'])));
  test('orders that were called off or given back', () =>
    expect(
      all(
        'order',
        'cancelled|wc-cancelled|CANCELED|voided|Refunded|Returned|Storniert|remboursée|Reembolsado|annullato|Geannuleerd|Anulowane|已退款|返品済み|Shipped - Returned to Seller|Cancelled by customer|Refunded (fully)',
      ),
    ).toEqual(new Set(['void'])));
  test('orders that never were a sale', () =>
    expect(
      all(
        'order',
        'wc-failed|pending_payment|Pending payment|wc-on-hold|checkout-draft|trash|Unpaid|Entwurf|échouée|Pendiente de pago|In attesa di pagamento|mislukt|Rascunho|待付款|入金待ち|declined|expired|payment_review|Closed Lost',
      ),
    ).toEqual(new Set(['no_sale'])));
  test('a payment that was called off never was a sale, one that was refunded was', () => {
    expect(all('payment', 'Failed|canceled|voided|requires_payment_method|uncaptured|blocked|incomplete')).toEqual(
      new Set(['no_sale']),
    );
    expect(all('payment', 'Paid|succeeded|captured|Partially refunded')).toEqual(new Set(['sale']));
    expect(all('payment', 'Refunded|charged_back|reversed')).toEqual(new Set(['void']));
  });
  test('papers and movements that take money back', () => {
    expect(
      all(
        'document',
        'refund|Credit Note|credit_memo|Gutschrift|Stornorechnung|avoir|Nota de crédito|chargeback|return|Payment Refund|赤伝',
      ),
    ).toEqual(new Set(['return']));
    expect(all('document', 'invoice|sale|charge|Rechnung|facture|Express Checkout Payment')).toEqual(new Set(['sale']));
    expect(all('document', 'quote|payout|Service Fee|authorization|Angebot|proforma')).toEqual(new Set(['no_sale']));
  });
  test('of deals only the won ones are sales', () => {
    expect(all('deal', 'Closed Won|won|4 - Won|Gewonnen|Closed - Won')).toEqual(new Set(['sale']));
    expect(all('deal', 'Closed Lost|Negotiation/Review|proposal|Qualification|open')).toEqual(new Set(['no_sale']));
  });
  test('a word that is not known has no meaning', () => {
    expect(meaningOf('zzz', 'order')).toBeNull();
    expect(meaningOf('12', 'order')).toBeNull();
  });
  test('closed beside complete cannot be told', () =>
    expect(meaningsOf(['complete', 'closed'], 'order')).toEqual(['sale', null]));
});

describe('which columns hold statuses', () => {
  test('those with known words, with their rows', () => {
    const found = looksLikeStatus(['Paid', 'Failed'], [12, 4])!;
    expect(found).toMatchObject({ rows: 16, knownRows: 16, changesFigures: true });
    expect(found.words).toEqual([
      { word: 'Paid', rows: 12, meaning: 'sale' },
      { word: 'Failed', rows: 4, meaning: 'no_sale' },
    ]);
    expect(looksLikeStatus(['invoice', 'credit note'], [8, 2])!.context).toBe('document');
    expect(looksLikeStatus(['Closed Won', 'Closed Lost', 'Negotiation'], [8, 2, 3])!.context).toBe('deal');
  });
  test('not names, categories or many values', () => {
    expect(looksLikeStatus(['Ann', 'Bob'], [1, 1])).toBeNull();
    expect(looksLikeStatus(['Hats', 'Bags', 'Returns'], [5, 5, 1])).toBeNull();
    expect(
      looksLikeStatus(
        Array.from({ length: 41 }, (_, i) => `paid ${i}`),
        new Array<number>(41).fill(1),
      ),
    ).toBeNull();
  });
});
