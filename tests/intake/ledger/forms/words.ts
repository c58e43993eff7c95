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
  /** Off the whole order. */
  readonly orderDiscount: readonly string[];
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
    orderDiscount: 'Order Discount|Cart Discount',
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
    orderDiscount: 'Bestellrabatt|Rabatt auf Bestellung',
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
    orderDiscount: 'Remise commande|Remise sur la commande',
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
  split({
    order: 'Número de pedido|Nº pedido|Pedido|N.º factura',
    date: 'Fecha de pedido|Fecha|Fecha de factura',
    customer: 'Nº cliente|Código cliente|Cliente|ID cliente',
    email: 'Correo electrónico|Email',
    name: 'Nombre del cliente|Nombre',
    product: 'Producto|Artículo|Descripción',
    category: 'Categoría|Familia',
    quantity: 'Cantidad|Unidades',
    price: 'Precio unitario|Precio',
    amount: 'Importe|Importe neto|Ventas',
    percent: 'Descuento %|% descuento',
    moneyOff: 'Importe descuento|Descuento (EUR)',
    orderDiscount: 'Descuento del pedido',
    total: 'Total pedido|Importe total|Total factura',
    goods: 'Subtotal|Base imponible',
    tax: 'IVA|Impuesto',
    shipping: 'Gastos de envío|Envío',
    tip: 'Propina',
    currency: 'Moneda|Divisa',
    status: 'Estado|Estado del pedido',
    type: 'Tipo de documento|Tipo',
    refunded: 'Importe reembolsado|Reembolsado',
    sale: 'completado|pagado|enviado',
    void: 'cancelado|reembolsado',
    no_sale: 'pendiente|fallido|borrador',
    invoice: 'Factura|Venta',
    credit: 'Nota de crédito|Devolución',
  }),
  split({
    order: 'Numero ordine|N. ordine|Ordine|Numero fattura',
    date: 'Data ordine|Data|Data fattura',
    customer: 'Codice cliente|ID cliente|Cliente',
    email: 'Email|Indirizzo email',
    name: 'Nome cliente|Nome',
    product: 'Prodotto|Articolo|Descrizione',
    category: 'Categoria|Reparto',
    quantity: 'Quantità|Qtà',
    price: 'Prezzo unitario|Prezzo',
    amount: 'Importo|Importo netto|Importo riga',
    percent: 'Sconto %|% sconto',
    moneyOff: 'Importo sconto',
    orderDiscount: 'Sconto ordine',
    total: 'Totale ordine|Importo totale|Totale fattura',
    goods: 'Subtotale|Imponibile',
    tax: 'IVA|Imposta',
    shipping: 'Spese di spedizione|Spedizione',
    tip: 'Mancia',
    currency: 'Valuta',
    status: 'Stato|Stato ordine',
    type: 'Tipo documento|Tipo',
    refunded: 'Importo rimborsato|Rimborsato',
    sale: 'completato|pagato|spedito',
    void: 'annullato|rimborsato',
    no_sale: 'in attesa|fallito|bozza',
    invoice: 'Fattura|Vendita',
    credit: 'Nota di credito|Rimborso',
  }),
  split({
    order: 'Bestelnummer|Ordernummer|Factuurnummer',
    date: 'Besteldatum|Datum|Factuurdatum',
    customer: 'Klantnummer|Klant|Klant-ID',
    email: 'E-mail|E-mailadres',
    name: 'Klantnaam|Naam',
    product: 'Product|Artikel|Omschrijving',
    category: 'Categorie|Productgroep',
    quantity: 'Aantal|Hoeveelheid',
    price: 'Stukprijs|Prijs',
    amount: 'Bedrag|Nettobedrag|Omzet',
    percent: 'Korting %|Kortingspercentage',
    moneyOff: 'Kortingsbedrag',
    orderDiscount: 'Korting op bestelling|Orderkorting',
    total: 'Totaalbedrag|Totaal bestelling|Factuurbedrag',
    goods: 'Subtotaal',
    tax: 'BTW|Belasting',
    shipping: 'Verzendkosten|Verzending',
    tip: 'Fooi',
    currency: 'Valuta|Munteenheid',
    status: 'Status|Bestelstatus',
    type: 'Documenttype|Soort',
    refunded: 'Terugbetaald bedrag|Terugbetaald',
    sale: 'voltooid|betaald|verzonden',
    void: 'geannuleerd|terugbetaald',
    no_sale: 'in afwachting|mislukt|concept',
    invoice: 'Factuur|Verkoop',
    credit: 'Creditnota|Terugbetaling',
  }),
];
