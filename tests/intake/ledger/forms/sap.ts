import { netOfLine, type LedgerOrder } from '../ledger';
import { csvOf, dayText, moneyText, type Form, type Row } from '../write';

/** The same columns, as the list is called up in German, in English or by field names. */
const HEADERS = [
  'Verkaufsbeleg,Position,Verkaufsbelegart,Auftraggeber,Belegdatum,Material,Bezeichnung,Warengruppe,Auftragsmenge,ME,Nettowert,Währg,Absagegrund,VkOrg',
  'Sales Document,Item,Sales Document Type,Sold-To Party,Document Date,Material,Description,Material Group,Order Quantity,ME,Net Value,Curr.,Reason for Rejection,VkOrg',
  'VBELN,POSNR,AUART,KUNNR,AUDAT,MATNR,ARKTX,MATKL,KWMENG,ME,NETWR,WAERK,ABGRU,VKORG',
].map((header) => header.split(','));

/** One row an item; returns are documents of their own, with figures above 0. */
export const sap: Form = {
  name: 'SAP sales documents',
  recipe: 'SAP sales documents',
  holds: { severalLines: true, percentOff: true, void: true, noSale: true, wholeRefund: true, partRefund: true },
  grain: { orders: 'id', refunds: 'documents' },
  write: ({ customers, orders, currency }, random) => {
    const language = random(HEADERS.length);
    const header = HEADERS[language];
    const mark = language === 0 ? ',' : '.';
    const day = (one: number) => dayText(one, 0, language === 0 ? 'german' : language === 1 ? 'us' : 'compact');
    const row = (cells: readonly string[]): Row => Object.fromEntries(header.map((name, i) => [name, cells[i]]));
    const number = (order: LedgerOrder) => order.id.replace('#', '');
    const rows = orders.flatMap((order) => {
      const customer = customers[order.customer].id;
      const kind = order.outcome === 'no_sale' ? 'AG' : 'TA';
      const away = order.outcome === 'void' ? '50' : '';
      const sold = order.lines.map((line, i) => {
        const amount = moneyText(netOfLine(line), mark);
        return row([
          number(order),
          String(10 * (i + 1)),
          kind,
          customer,
          day(order.day),
          `M${line.product.length}`,
          line.product,
          line.category,
          String(line.quantity),
          'ST',
          amount,
          currency,
          away,
          '1000',
        ]);
      });
      if (!order.refund) return sold;
      const back = moneyText(order.refund.cents, mark);
      const [line] = order.lines;
      return [
        ...sold,
        row([
          `6${number(order)}`,
          '10',
          'RE',
          customer,
          day(order.refund.day),
          'M1',
          line.product,
          line.category,
          '1',
          'ST',
          back,
          currency,
          '',
          '1000',
        ]),
      ];
    });
    return [{ name: 'VA05.csv', text: csvOf(header, rows, language === 1 ? ',' : ';') }];
  },
};
