import type { StatusMeaning } from '../../domain/statuses';

/**
 * What statuses say, in the words of shops, payment services and books of account. Letters are compared without case, accents and
 * signs (`normaliseWord`), so `pending_payment`, `Pending payment` and `PENDING-PAYMENT` are one word. What is here is what the
 * word means where nobody said otherwise: the mapping's own words come first.
 */
export type Lexicon = Readonly<Record<StatusMeaning, string>>;

/** What became of an order. */
export const ORDER_WORDS: Lexicon = {
  sale:
    'completed|complete|processing|processed|in process|in progress|shipped|partially shipped|unshipped|delivered|partially delivered|paid|fulfilled|unfulfilled|partially fulfilled|partial|' +
    'partially refunded|partial refund|partially paid|partially returned|partially cancelled|partially canceled|authorized|authorised|approved|accepted|confirmed|dispatched|despatched|invoiced|billed|done|' +
    'finished|closed|archived|success|succeeded|successful|settled|captured|cleared|received|payment received|payment accepted|remote payment accepted|ready|ready to ship|ready for pickup|' +
    'awaiting shipment|awaiting fulfillment|awaiting pickup|pending shipment|pending fulfillment|picked up|picking|packed|in transit|out for delivery|delivered to buyer|backordered|on backorder|on backorder paid|' +
    'paid and shipped|sold|won|closed won|canceled reversal|cancelled reversal|dispute won|chargeback won|restocked|preparation in progress|processing in progress|sale|normal|ok|valid|created|placed|new|' +
    'abgeschlossen|erledigt|in bearbeitung|bearbeitet|versendet|versandt|verschickt|teilweise versendet|geliefert|teilgeliefert|teillieferung|zugestellt|bezahlt|teilbezahlt|teilweise bezahlt|teilweise erstattet|bestätigt|' +
    'fakturiert|berechnet|verrechnet|zahlung eingegangen|zahlung akzeptiert|bestellung wird bearbeitet|autorisiert|erfolgreich|abgeholt|abholbereit|versandbereit|gewonnen|neu|' +
    'terminé|terminée|en cours|en cours de traitement|en cours de préparation|traité|traitée|expédié|expédiée|livré|livrée|payé|payée|paiement accepté|confirmé|confirmée|facturé|facturée|validé|validée|partiellement remboursé|' +
    'partiellement remboursée|gagné|gagnée|réussi|' +
    'completado|completada|procesando|en proceso|enviado|enviada|entregado|entregada|pagado|pagada|pago aceptado|confirmado|confirmada|facturado|facturada|parcialmente reembolsado|finalizado|finalizada|ganado|ganada|' +
    'completato|completata|in lavorazione|spedito|spedita|consegnato|consegnata|pagato|pagata|pagamento accettato|confermato|confermata|fatturato|parzialmente rimborsato|evaso|evasa|concluso|conclusa|vinto|' +
    'afgerond|voltooid|in behandeling|verwerkt|verzonden|geleverd|bezorgd|betaald|betaling aanvaard|bevestigd|gefactureerd|gedeeltelijk terugbetaald|' +
    'concluído|concluída|processando|em processamento|em andamento|expedido|entregue|pago|paga|pagamento aceito|faturado|faturada|aprovado|aprovada|parcialmente reembolsado|ganho|' +
    'zrealizowane|zrealizowano|zakończone|w realizacji|w trakcie realizacji|wysłane|wysłano|dostarczone|dostarczono|opłacone|zapłacone|zapłacono|potwierdzone|częściowo zwrócone|' +
    '已完成|完成|处理中|處理中|已发货|已發貨|已签收|已簽收|已付款|已支付|交易成功|成功|待发货|待發貨|等待发货|买家已付款|部分退款|已送达|已送達|已确认|已收货|' +
    '完了|処理中|発送済み|発送済|出荷済み|出荷済|配達済み|配達完了|支払い済み|支払済み|支払済|入金済み|入金済|決済完了|確定|一部返金|成約|受注',
  void:
    'cancelled|canceled|cancel|cancellation|order cancelled|order canceled|voided|void|returned|return|returned to seller|returning to seller|return to sender|returned to sender|rejected by buyer|refunded|refund|' +
    'fully refunded|full refund|refund issued|reversed|reversal|reversed payment|chargeback|charged back|disputed|dispute lost|chargeback lost|annulled|revoked|withdrawn|called off|' +
    'storniert|storno|annulliert|abgebrochen|widerrufen|retoure|retourniert|zurückgesendet|zurückgeschickt|zurückgegeben|erstattet|rückerstattet|rückerstattung|gutgeschrieben|rückbuchung|zurückgebucht|' +
    'annulé|annulée|annulation|remboursé|remboursée|remboursement|retourné|retournée|retour|rétrofacturation|' +
    'cancelado|cancelada|anulado|anulada|reembolsado|reembolsada|devuelto|devuelta|devolución|' +
    'annullato|annullata|cancellato|cancellata|rimborsato|rimborsata|rimborso|reso|resa|restituito|stornato|' +
    'geannuleerd|annulering|terugbetaald|geretourneerd|retour gezonden|teruggestuurd|' +
    'devolvido|devolvida|devolução|estornado|estornada|estorno|' +
    'anulowane|anulowano|anulowany|zwrócone|zwrócono|zwrot|zwrot pieniędzy|' +
    '已取消|取消|已退款|退款|退款成功|已退货|已退貨|退货|退貨|全额退款|作废|已作废|' +
    'キャンセル|キャンセル済み|キャンセル済|返金|返金済み|返金済|返品|返品済み|返品済|取消|取り消し|無効',
  no_sale:
    'failed|failure|payment failed|declined|payment declined|expired|pending|pending payment|payment pending|awaiting payment|waiting for payment|unpaid|not paid|draft|quote|quotation|estimate|on hold|holded|held|' +
    'checkout draft|auto draft|abandoned|abandoned checkout|trash|deleted|rejected|refused|denied|error|payment error|payment review|suspected fraud|fraud|fraudulent|blocked|incomplete|uncollectible|no sale|test|' +
    'unclaimed|uncaptured|unconfirmed|invoice unconfirmed|on backorder not paid|awaiting check payment|awaiting bank wire payment|awaiting bank transfer|awaiting cheque payment|lost|closed lost|timeout|timed out|removed|' +
    'fehlgeschlagen|zahlung fehlgeschlagen|gescheitert|abgelehnt|abgelaufen|ausstehend|zahlung ausstehend|warten auf zahlung|warten auf zahlungseingang|warten auf banküberweisung|warten auf überweisung|warten auf scheckzahlung|unbezahlt|' +
    'nicht bezahlt|entwurf|angebot|in wartestellung|wartend|zurückgestellt|pausiert|fehler|fehler bei der bezahlung|zahlungsfehler|gelöscht|verloren|papierkorb|' +
    'échoué|échouée|echec|échec du paiement|refusé|refusée|expiré|expirée|en attente|en attente de paiement|attente paiement|en attente de virement bancaire|en attente de paiement par chèque|non payé|impayé|impayée|' +
    'brouillon|devis|erreur|erreur de paiement|perdu|perdue|supprimé|' +
    'fallido|fallida|rechazado|rechazada|caducado|caducada|vencido|pendiente|pendiente de pago|en espera|sin pagar|no pagado|impagado|borrador|presupuesto|cotización|error en el pago|perdido|perdida|' +
    'fallito|fallita|rifiutato|rifiutata|scaduto|scaduta|in attesa|in attesa di pagamento|in sospeso|non pagato|bozza|preventivo|errore di pagamento|perso|' +
    'mislukt|geweigerd|afgewezen|verlopen|in afwachting|wachten op betaling|in de wacht|onbetaald|niet betaald|concept|offerte|betalingsfout|' +
    'falhou|malsucedido|malsucedida|recusado|recusada|expirado|expirada|pagamento pendente|aguardando|aguardando pagamento|em espera|não pago|rascunho|orçamento|não aprovado|' +
    'nieudane|nieudana|odrzucone|odrzucono|wygasłe|oczekujące|oczekuje na płatność|oczekujące na płatność|wstrzymane|nieopłacone|niezapłacone|szkic|błąd płatności|porzucone|' +
    '失败|失敗|支付失败|付款失败|已拒绝|已过期|待付款|等待付款|等待买家付款|未付款|未支付|待支付|草稿|报价|交易关闭|挂起|' +
    '未払い|未払|入金待ち|支払い待ち|支払待ち|決済待ち|決済失敗|エラー|保留|下書き|見積|見積もり|期限切れ|拒否|失注',
  return: 'credit note|credit memo|gutschrift|avoir|nota de crédito|nota di credito|creditnota|faktura korygująca',
};

/** What became of a payment: one that was called off before the money moved never was a sale. */
export const PAYMENT_WORDS: Lexicon = {
  sale: 'paid out|deposited|available|collected|credited',
  void: 'refunded|returned|reversed|charged back|chargeback|disputed',
  no_sale:
    'cancelled|canceled|cancel|voided|void|cancellation|storniert|annulliert|abgebrochen|annulé|annulée|cancelado|cancelada|anulado|anulada|annullato|annullata|geannuleerd|anulowane|anulowano|已取消|取消|キャンセル|キャンセル済み|' +
    'authorized|authorised|authorization|autorisiert|requires payment method|requires action|requires confirmation|requires capture|requires source|requires source action|blocked|uncaptured|incomplete expired|past due|' +
    'processing|in process|created|new|open|initiated|started|submitted|scheduled|retrying|not captured|insufficient funds|card declined|in bearbeitung|en cours|procesando|in lavorazione|in behandeling|processando|处理中|処理中',
  return: 'refund|reversal',
};

/** What kind of paper or movement a row is. */
export const DOCUMENT_WORDS: Lexicon = {
  sale:
    'invoice|inv|sale|sales|order|charge|payment|capture|purchase|receipt|sales receipt|sales invoice|sales order|customer invoice|tax invoice|cash sale|cash receipt|pos sale|standard|debit memo|debit note|subscription payment|' +
    'express checkout payment|website payment|mobile payment|general payment|web accept|shopping cart|shopping cart payment received|virtual terminal payment|ebay auction payment|preapproved payment bill user payment|' +
    'subscription|recurring payment|donation|out invoice|accrec|posted sales invoice|order payment|bill|exchange|' +
    'rechnung|verkauf|bestellung|auftrag|kassenbon|bon|barverkauf|beleg|zahlung|quittung|lieferung|ausgangsrechnung|' +
    'facture|vente|commande|ticket|encaissement|paiement|factura|venta|pedido|recibo|pago|fattura|vendita|ordine|scontrino|ricevuta|pagamento|factuur|verkoop|bestelling|kassabon|betaling|' +
    'fatura|venda|encomenda|nota fiscal|faktura|faktura vat|sprzedaż|paragon|zamówienie|płatność|发票|發票|销售|銷售|订单|訂單|付款|收款|売上|請求書|注文|販売|支払い|入金',
  return:
    'refund|refunds|credit note|credit memo|credit notes|creditmemo|credit invoice|sales credit|sales credit memo|posted sales credit memo|chargeback|reversal|return|returns|return order|sales return|refund receipt|payment refund|' +
    'payment reversal|payment failure refund|partial refund|full refund|refunded|returned|rma|claim|a to z guarantee claim|atoz guarantee claim|payment dispute|dispute|chargeback refund|out refund|accreccredit|cancellation|cancellation invoice|' +
    'corrective invoice|negative invoice|money back|buyer return|customer return|' +
    'gutschrift|storno|stornorechnung|stornierung|retoure|rückgabe|rückerstattung|erstattung|rechnungskorrektur|korrekturrechnung|rückbuchung|rücklastschrift|warenrücknahme|' +
    'avoir|note de crédit|facture d avoir|remboursement|retour|annulation|nota de crédito|nota de abono|abono|reembolso|devolución|factura rectificativa|' +
    'nota di credito|nota di accredito|rimborso|reso|storno fattura|creditnota|creditfactuur|terugbetaling|retourzending|nota de devolução|devolução|estorno|' +
    'korekta|faktura korygująca|korekta faktury|zwrot|退款|退货|退貨|红字发票|贷项凭单|贷记单|返金|返品|赤伝|赤伝票|クレジットノート|返品伝票',
  void: 'voided|cancelled|canceled|cancelled invoice|canceled invoice|cancelled order|canceled order|storniert|annulé|annulée|cancelado|anulado|annullato|geannuleerd|anulowana|已取消|キャンセル',
  no_sale:
    'quote|quotation|estimate|proforma|pro forma|proforma invoice|pro forma invoice|draft|authorization|authorisation|auth|void|no sale|payout|payouts|transfer|transfers|adjustment|fee|fees|stripe fee|service fee|service fees|application fee|' +
    'processing fee|payment processing fee|other fee|chargeback fee|canceled fee|fba inventory fee|fba customer return fee|fba transaction fees|shipping label|shipping services|withdrawal|general withdrawal|user initiated withdrawal|deposit|bank deposit to pp account|general currency conversion|' +
    'currency conversion|hold|account hold for open authorization|reversal of general account hold|general hold|payment hold|payment release|reserve|reserve transaction|reserved funds|risk reserve|topup|top up|network cost|tax|tax withholding|' +
    'contribution|advance|advance funding|loan repayment|debt|subscription fee|deal fee|lightning deal fee|refund failure|issuing authorization hold|delivery note|packing slip|order confirmation|purchase order|in invoice|in refund|opening balance|journal entry|' +
    'angebot|kostenvoranschlag|proformarechnung|entwurf|lieferschein|auftragsbestätigung|auszahlung|überweisung|umbuchung|gebühr|gebühren|provision|anpassung|' +
    'devis|facture proforma|bon de livraison|virement|frais|ajustement|presupuesto|cotización|factura proforma|albarán|transferencia|comisión|ajuste|preventivo|fattura proforma|documento di trasporto|bonifico|commissione|' +
    'offerte|pro forma factuur|pakbon|uitbetaling|kosten|orçamento|taxa|wycena|faktura proforma|wypłata|przelew|opłata|prowizja|报价|报价单|形式发票|提现|转账|手续费|调整|見積|見積書|納品書|振込|手数料|調整',
};

/** How a deal stands. Whatever is not won is still open or lost. */
export const DEAL_WORDS: Lexicon = {
  sale:
    'won|closed won|close won|deal won|gewonnen|abschluss|abgeschlossen gewonnen|auftrag|auftrag erhalten|auftrag gewonnen|gagné|gagnée|conclu|ganado|ganada|ganho|ganha|vinto|vinta|wygrana|wygrane|wygrany|signed|contract signed|' +
    'sold|converted|order received|purchased|success|成交|赢单|已成交|成約|受注',
  void: '',
  no_sale:
    'lost|closed lost|close lost|deal lost|verloren|perdu|perdue|perdido|perdida|perso|persa|przegrana|przegrane|abandoned|disqualified|unqualified|cancelled|canceled|rejected|dead|junk|no decision|输单|丢单|失注|' +
    'open|new|lead|prospecting|prospect|qualification|qualified|qualified to buy|needs analysis|value proposition|discovery|demo|demo scheduled|appointment scheduled|presentation scheduled|presentation|decision maker bought in|' +
    'id decision makers|identify decision makers|perception analysis|proposal|proposal made|proposal sent|proposal price quote|proposal quote|negotiation|negotiation review|negotiations started|contract sent|contacted|contact made|evaluation|' +
    'on hold|pending|in progress|pipeline|quote sent|verbal commit|commit|best case|upside|stalled|nurture|' +
    'offen|neu|qualifizierung|qualifiziert|angebot|angebot gesendet|verhandlung|in verhandlung|erstkontakt|ouvert|ouverte|en cours|qualifié|proposition|négociation|abierto|abierta|propuesta|negociación|calificación|' +
    'aberto|aberta|proposta|negociação|qualificação|aperto|aperta|trattativa|qualificato|in onderhandeling|voorstel|otwarta|negocjacje|进行中|谈判|商談中|提案',
  return: '',
};
