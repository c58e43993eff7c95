import { expect, test } from 'vitest';
import { readFiles } from './ledger/read-files';

const read = (...texts: readonly string[]) => readFiles(texts.map((text, at) => ({ name: `${at}.csv`, text })));

test('an order’s discount in a language of its own is taken off, whatever it is called, where the totals tell it', async () => {
  const { figures, questions } = await read(`Bestelnummer;Datum;Klantnummer;Product;Aantal;Prijs;Actie;Totaalbedrag
1;2024-01-03;7;Thee;2;10,00;5,00;25,00
1;2024-01-03;7;Kop;1;10,00;5,00;25,00
2;2024-01-14;8;Thee;1;10,00;0,00;14,00
2;2024-01-14;8;Lepel;1;4,00;0,00;14,00
3;2024-02-03;9;Kop;3;10,00;2,00;32,00
3;2024-02-03;9;Lepel;1;4,00;2,00;32,00
4;2024-02-13;9;Kop;1;10,00;1,50;12,50
4;2024-02-13;9;Lepel;1;4,00;1,50;12,50`);
  expect([figures.net, questions]).toEqual([835_000, []]);
});
test.each([
  'Bestellrabatt',
  'Rabatt auf Bestellung',
  'Remise commande',
  'Descuento del pedido',
  'Sconto ordine',
  'Orderkorting',
])('%s is taken off the order and not off each line', async (header) => {
  const { figures } = await read(`Order ID;Date;Customer;Product;Quantity;Unit Price;${header}
A1;2024-01-03;7;Tea;2;10,00;5,00
A1;2024-01-03;7;Cup;1;10,00;
A2;2024-01-14;8;Tea;1;100,00;12,50
A2;2024-01-14;8;Cup;1;10,00;
A3;2024-02-14;8;Tea;1;100,00;0,00`);
  expect(figures.net).toBe(2_225_000);
});
test('whether a discount is per cent or money is asked where its numbers could be both', async () => {
  const { questions } = await read(`Order ID,Date,Customer,Product,Quantity,Unit Price,Discount
A1,2024-01-03,7,Tea,2,50.00,5
A2,2024-01-14,8,Tea,1,70.00,10
A3,2024-02-14,8,Cup,1,80.00,0`);
  expect(questions.map(({ code, readings }) => [code, readings.map(({ totals }) => totals?.net)])).toEqual([
    ['discount_kind', [2_380_000, 2_350_000]],
  ]);
});
test('totals in whole units are asked about where no header names them', async () => {
  const { questions } = await read(`Numero ordine;Data;Cliente;Prodotto;Totaleuro complessivo
1;2024-01-03;7;Tea;120
2;2024-01-14;8;Cup;80
3;2024-02-14;8;Tea;95`);
  expect(questions.map(({ code }) => code)).toEqual(['amount_column']);
});
test('orders of one line each in two files count once', async () => {
  const { figures } = await read(
    `N° facture;Date;Client;TVA;Total commande
1001;2024-01-03;7;2,00;12,00
1002;2024-01-14;8;4,00;24,00
1003;2024-02-14;8;1,00;6,00`,
    `N° facture;Produit;Quantité;Prix
1001;Thé;1;10,00
1002;Thé;2;10,00
1003;Tasse;1;5,00`,
  );
  expect([figures.net, figures.customers, figures.purchases]).toEqual([350_000, 2, 3]);
});
test('orders whose status is called as a region is are no list of customers', async () => {
  const { figures } = await read(
    `Nº pedido;Fecha de pedido;ID cliente;Nombre;Estado
A1;2024-01-03;C7;Ann;pagado
A2;2024-01-14;C8;Bob;pagado
A3;2024-02-14;C8;Bob;cancelado`,
    `Nº pedido;Producto;Cantidad;Precio
A1;Té;1;10,00
A1;Taza;1;5,00
A2;Té;2;10,00
A3;Taza;1;5,00`,
  );
  expect([figures.net, figures.customers]).toEqual([350_000, 2]);
});
test('a customer’s number that looks like a day is a number', async () => {
  const { figures } = await read(`Pedido;Fecha;Nº cliente;Importe
A1;2024-01-03;20240119;10,00
A2;2024-01-14;20240106;20,00
A3;2024-02-14;20240119;5,00
A4;2024-02-15;20240102;5,00`);
  expect([figures.customers, figures.purchases]).toEqual([3, 4]);
});
test('an order of one thing on several rows goes on beneath its first row', async () => {
  const { figures } =
    await read(`Order Reference,Order Date,Customer,Order Lines/Product,Order Lines/Quantity,Order Lines/Subtotal,Status
S1,2024-01-03 10:00:00,Ann Lee,Tin,1.00,15.00,Sales Order
,,,Tin,1.00,30.00,
S2,2024-01-14 10:00:00,Bob Ray,Pot,2.00,20.00,Sales Order
,,,Pot,1.00,10.00,
S3,2024-02-14 10:00:00,Ann Lee,Tin,1.00,15.00,Sales Order
,,,Tin,1.00,15.00,`);
  expect([figures.net, figures.purchases]).toEqual([1_050_000, 3]);
});
test('the only customer of a system’s export is a customer', async () => {
  const rows = [3, 4, 5, 6, 7, 8].map(
    (day) => `10${day},Main,2014-01-0${day} 10:11:12,Ann Lee,Ann Lee,5.00,5.00,Complete`,
  );
  const { figures } = await read(
    [
      'Order #,Purchased From (Store),Purchased On,Bill to Name,Ship to Name,G.T. (Base),G.T. (Purchased),Status',
      ...rows,
    ].join('\n'),
  );
  expect([figures.customers, figures.purchases]).toEqual([1, 6]);
});

test('a line’s number within its order is not the number of an order', async () => {
  const { mapping } = await read(`Date;Note;Client;Coupon;Line No;Montant
2024-01-03;Leave it;7;SAVE10;1;43,00
2024-01-03;Leave it;7;SAVE10;2;6,40
2024-01-14;;7;;1;5,00
2024-01-14;;7;;2;15,60
2024-02-14;;8;;1;25,60
2024-02-16;;9;;1;35,60`);
  expect(mapping['transactions']).not.toHaveProperty('order');
});
test.each(['Importo riga', 'Montant de la ligne', 'Importe de línea', 'Regelbedrag', 'Valor da linha', 'Zeilenbetrag'])(
  '%s is the amount of a line',
  async (header) => {
    const { figures } = await read(`Ordine;Data;Cliente;${header}
1;2024-01-03;Ann;10,00
1;2024-01-03;Ann;4,00
2;2024-01-14;Bob;12,50`);
    expect(figures).toMatchObject({ net: 265_000, purchases: 2 });
  },
);
