import { wordsOf, type Recipe } from '../recipe';

/** One row an item of a sales document: the list of VBAK and VBAP, in German, English or by the fields' technical names. */
export const sapSalesDocuments: Recipe = {
  id: 'sap_sales_documents',
  name: 'SAP sales documents',
  source: 'https://help.sap.com/doc/7fa13890d47b4c69bbb62175e84e4aa8/3.21/en-US/f888cd4253d3401a9f3e9ea181eec3c0.html',
  fingerprints: [
    [
      'Verkaufsbeleg',
      'Position',
      'Auftraggeber',
      'Belegdatum',
      'Material',
      'Bezeichnung',
      'Auftragsmenge',
      'Nettowert',
    ],
    [
      'Sales Document',
      'Item',
      'Sold-To Party',
      'Document Date',
      'Material',
      'Description',
      'Order Quantity',
      'Net Value',
    ],
    ['VBELN', 'POSNR', 'KUNNR', 'AUDAT', 'MATNR', 'ARKTX', 'KWMENG', 'NETWR'],
  ],
  roles: {
    transactions: {
      customer: ['Auftraggeber', 'Sold-To Party', 'KUNNR'],
      date: ['Belegdatum', 'Document Date', 'AUDAT', 'Angelegt am', 'Created On', 'ERDAT'],
      order: ['Verkaufsbeleg', 'Sales Document', 'VBELN'],
      product: ['Bezeichnung', 'Kurztext', 'Description', 'Item Description', 'Material Description', 'ARKTX'],
      category: ['Warengruppe', 'Material Group', 'MATKL'],
      quantity: ['Auftragsmenge', 'Order Quantity', 'Order Quantity (Item)', 'KWMENG'],
      amount: ['Nettowert', 'Net Value', 'Net Value (Item)', 'NETWR'],
      currency: ['Währg', 'Währung', 'Belegwährung', 'Currency', 'Curr.', 'Document Currency', 'WAERK'],
      channel: ['Vertriebsweg', 'VWeg', 'Distribution Channel', 'VTWEG'],
      document_type: ['Verkaufsbelegart', 'VArt', 'Belegart', 'Sales Document Type', 'SaTy', 'AUART'],
      status: ['Absagegrund', 'Reason for Rejection', 'ABGRU'],
    },
  },
  ignored: ['Position', 'Item', 'POSNR', 'VkOrg', 'ME', 'Name Auftraggeber', 'Name 1', 'Material', 'MATNR'],
  context: 'order',
  words: {
    document_type: wordsOf(
      {
        return: 'RE|REK|RET|CR|G2|GK|RK|Retoure|Gutschrift|Gutschriftsanforderung|Returns|Credit Memo Request',
        no_sale: 'AG|AF|IN|QT|LV|WK1|KM|Angebot|Anfrage|Inquiry|Quotation|Rahmenvertrag|Kontrakt|Contract',
      },
      'sale',
    ),
    // An item with a reason for its rejection is not delivered.
    status: (word) => (/^0*$/.test(word.trim()) ? 'sale' : 'void'),
  },
};
