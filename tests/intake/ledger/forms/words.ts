/** How shops call their columns and what became of an order, by language. The first of each is the plainest. */
export interface Words {
  readonly order: readonly string[];
  readonly date: readonly string[];
  readonly customer: readonly string[];
  readonly email: readonly string[];
  readonly name: readonly string[];
  readonly product: readonly string[];
  readonly category: readonly string[];
  readonly quantity: readonly string[];
  readonly price: readonly string[];
  readonly amount: readonly string[];
  readonly percent: readonly string[];
  readonly moneyOff: readonly string[];
  readonly total: readonly string[];
  readonly goods: readonly string[];
  readonly tax: readonly string[];
  readonly shipping: readonly string[];
  readonly tip: readonly string[];
  readonly currency: readonly string[];
  readonly status: readonly string[];
  readonly type: readonly string[];
  readonly refunded: readonly string[];
  readonly sale: readonly string[];
  readonly void: readonly string[];
  readonly no_sale: readonly string[];
  readonly invoice: readonly string[];
  readonly credit: readonly string[];
}

const split = (texts: Record<keyof Words, string>): Words =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.split('|')])) as unknown as Words;

export const WORDS: readonly Words[] = [
  split({
    order: 'Order ID|Order Number|order_id|Invoice No|Receipt',
    date: 'Order Date|Date|Invoice Date|Created At|Purchase Date',
    customer: 'Customer ID|Customer|customer_id|Client|Customer No',
    email: 'Email|Customer Email|E-mail Address',
    name: 'Customer Name|Name|Billing Name',
    product: 'Product|Item|Product Name|Description',
    category: 'Category|Product Category|Department',
    quantity: 'Quantity|Qty|Units',
    price: 'Unit Price|Price|Item Price',
    amount: 'Amount|Line Total|Net Amount|Sales|Revenue',
    percent: 'Discount %|Discount Percent',
    moneyOff: 'Discount Amount|Line Discount Amount',
    total: 'Order Total|Total|Grand Total|Total Amount',
    goods: 'Subtotal|Net Total',
    tax: 'Tax|VAT|Sales Tax',
    shipping: 'Shipping|Shipping Cost|Postage',
    tip: 'Tip|Gratuity',
    currency: 'Currency|Currency Code',
    status: 'Status|Order Status|Payment Status',
    type: 'Type|Transaction Type|Document Type',
    refunded: 'Refunded Amount|Refund',
    sale: 'completed|paid|shipped',
    void: 'cancelled|refunded',
    no_sale: 'pending|failed|draft',
    invoice: 'Sale|Invoice|Order',
    credit: 'Refund|Credit note|Return',
  }),
  split({
    order: 'Bestellnummer|Bestell-Nr.|Auftragsnummer|Rechnungsnummer|Belegnummer',
    date: 'Bestelldatum|Datum|Rechnungsdatum|Belegdatum',
    customer: 'Kundennummer|Kunden-Nr.|KdNr|Kunde',
    email: 'E-Mail|E-Mail-Adresse',
    name: 'Kundenname|Name',
    product: 'Artikel|Produkt|Bezeichnung|Artikelbezeichnung',
    category: 'Kategorie|Warengruppe',
    quantity: 'Menge|Anzahl|Stück',
    price: 'Einzelpreis|Preis|Stückpreis',
    amount: 'Betrag|Umsatz|Nettobetrag|Positionsbetrag',
    percent: 'Rabatt %|Rabatt in %',
    moneyOff: 'Rabattbetrag|Rabatt (EUR)',
    total: 'Bestellsumme|Gesamtbetrag|Rechnungsbetrag|Gesamtsumme',
    goods: 'Zwischensumme|Warenwert',
    tax: 'MwSt|Steuer|USt',
    shipping: 'Versand|Versandkosten|Porto',
    tip: 'Trinkgeld',
    currency: 'Währung',
    status: 'Status|Bestellstatus|Zahlungsstatus',
    type: 'Belegart|Art|Typ',
    refunded: 'Erstattet|Erstattungsbetrag',
    sale: 'abgeschlossen|bezahlt|versendet',
    void: 'storniert|erstattet',
    no_sale: 'ausstehend|fehlgeschlagen|Entwurf',
    invoice: 'Rechnung|Verkauf',
    credit: 'Gutschrift|Retoure|Erstattung',
  }),
  split({
    order: 'Numéro de commande|N° commande|N° facture|Référence commande',
    date: 'Date de commande|Date|Date de facture|Date achat',
    customer: 'N° client|Code client|Client|ID client',
    email: 'E-mail|Adresse e-mail|Courriel',
    name: 'Nom du client|Nom',
    product: 'Produit|Article|Désignation',
    category: 'Catégorie|Rayon',
    quantity: 'Quantité|Qté',
    price: 'Prix unitaire|Prix',
    amount: 'Montant|Montant HT|Montant ligne',
    percent: 'Remise %|Remise en %',
    moneyOff: 'Montant remise',
    total: 'Total commande|Total TTC|Montant total',
    goods: 'Sous-total|Total HT',
    tax: 'TVA|Taxe',
    shipping: 'Frais de port|Livraison',
    tip: 'Pourboire',
    currency: 'Devise',
    status: 'Statut|État de la commande',
    type: 'Type de document|Type',
    refunded: 'Montant remboursé|Remboursé',
    sale: 'terminée|payée|expédiée',
    void: 'annulée|remboursée',
    no_sale: 'en attente|échouée|brouillon',
    invoice: 'Facture|Vente',
    credit: 'Avoir|Remboursement',
  }),
];
