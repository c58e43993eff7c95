import type { StatusMeaning } from '../../../domain/statuses';
import { wordsOf, type Recipe } from '../recipe';

/**
 * Revenue stands in accounts 8000 to 8999 of one of the two usual charts of accounts, and in 4000 to 4999 of the other, where 8000 is
 * free; the first one's 4000 are costs.
 */
function readAccount(account: string, all: readonly string[]): StatusMeaning {
  const isFirstChart = all.some((one) => /^8\d{3,7}$/.test(one.trim()));
  return (isFirstChart ? /^8\d{3,7}$/ : /^4\d{3,7}$/).test(account.trim()) ? 'sale' : 'no_sale';
}

/** One row a booking: of a customer's account against one of revenue; what is paid, bought or moved is no sale. */
export const datevBookings: Recipe = {
  id: 'datev_bookings',
  name: 'DATEV bookings',
  source: 'https://developer.datev.de/de/file-format/details/datev-format/format-description/booking-batch',
  fingerprints: [
    [
      'Umsatz (ohne Soll/Haben-Kz)',
      'Soll/Haben-Kennzeichen',
      'Konto',
      'Gegenkonto (ohne BU-Schlüssel)',
      'Belegdatum',
      'Belegfeld 1',
      'Buchungstext',
    ],
    ['Umsatz', 'Soll/Haben', 'Konto', 'Gegenkonto', 'Belegdatum', 'Belegfeld 1', 'Buchungstext'],
  ],
  roles: {
    transactions: {
      customer: ['Konto'],
      date: ['Belegdatum'],
      order: ['Belegfeld 1'],
      product: ['Buchungstext'],
      amount: ['Umsatz (ohne Soll/Haben-Kz)', 'Umsatz'],
      currency: ['WKZ Umsatz'],
      department: ['KOST1 - Kostenstelle', 'KOST1'],
      document_type: ['Soll/Haben-Kennzeichen', 'Soll/Haben'],
      status: ['Gegenkonto (ohne BU-Schlüssel)', 'Gegenkonto'],
    },
  },
  ignored: ['Basis-Umsatz', 'WKZ Basis-Umsatz', 'Skonto', 'Kurs', 'Belegfeld 2', 'BU-Schlüssel'],
  words: {
    document_type: wordsOf({ sale: 'S|Soll', return: 'H|Haben' }),
    status: readAccount,
  },
};
