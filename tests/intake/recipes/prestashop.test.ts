import { test } from 'vitest';
import { expectRecipe, renamed, withColumn, type Expected } from './recipe-files';

const LIST = `ID;Reference;New client;Delivery;Customer;Total;Payment;Status;Date
101;XKBKNABJK;Yes;United Kingdom;A. LEE;65.00;Bank transfer;Delivered;2025-01-03 10:11:12
102;OHSATSERP;Yes;France;B. RAY;35.00;Payment by check;Refunded;2025-01-14 10:11:12
103;UOYEVOLI9;No;United Kingdom;A. LEE;35.00;Bank transfer;Payment accepted;2025-02-03 10:11:12
104;FFATNOMMJ;Yes;France;C. ROE;35.00;Bank transfer;Canceled;2025-02-13 10:11:12
105;KHWLILZLL;Yes;France;D. KIM;35.00;Bank transfer;Awaiting bank wire payment;2025-02-23 10:11:12
106;AHWLILZLM;No;France;B. RAY;35.00;Card;Payment error;2025-02-24 10:11:12`;
const EXPECTED: Expected = {
  recipe: 'PrestaShop orders',
  roles: {
    transactions: { customer: 'Customer', date: 'Date', order: 'Reference', amount: 'Total', status: 'Status' },
  },
  words: {
    Delivered: 'sale',
    Refunded: 'void',
    'Payment accepted': 'sale',
    Canceled: 'void',
    'Awaiting bank wire payment': 'no_sale',
    'Payment error': 'no_sale',
  },
};
test('each row is an order that its status may have called off', () => expectRecipe(LIST, EXPECTED));
test('the date may be called otherwise', () =>
  expectRecipe(renamed(LIST, 'Date', 'Order date'), withColumn(EXPECTED, 'Date', 'Order date')));
test('the list in French', () =>
  expectRecipe(
    `ID;Référence;Nouveau client;Livraison;Client;Total;Paiement;État;Date
101;XKBKNABJK;Oui;France;A. LEE;65,00 €;Virement;Livré;03/01/2025 10:11:12
102;OHSATSERP;Oui;France;B. RAY;35,00 €;Chèque;Remboursé;14/01/2025 10:11:12
103;UOYEVOLI9;Non;France;A. LEE;35,00 €;Virement;Paiement accepté;03/02/2025 10:11:12
104;FFATNOMMJ;Oui;France;C. ROE;35,00 €;Virement;Annulé;13/02/2025 10:11:12`,
    {
      recipe: 'PrestaShop orders',
      roles: {
        transactions: { customer: 'Client', date: 'Date', order: 'Référence', amount: 'Total', status: 'État' },
      },
      words: { Livré: 'sale', Remboursé: 'void', 'Paiement accepté': 'sale', Annulé: 'void' },
    },
  ));
