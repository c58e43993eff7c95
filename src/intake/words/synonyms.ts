import type { Role } from '../../domain/roles';

/** Each field's headers in tiers: as good as certain, usual, possible. */
type Tiers = readonly [string, string?, string?];
type Synonyms = { readonly [R in Role]: Readonly<Record<string, Tiers>> };

const CUSTOMER: Tiers = [
  'customer id|customer|customer no|customer number|customer key|customer code|cust id|cust no|cust|customerid|client id|client|client no|kundennummer|kunden nr|' +
    'kunde|kunden id|kundenid|kdnr|kd nr|kundenkennung|kundenschlüssel|debitor|debitorennummer|debitor nr|masterid|master id|member id|member no|mitgliedsnummer|' +
    'mitglied|user id|buyer id|shopper id|household id|household key|party id|subscriber id|subscriber|geschäftspartner|partner nr|partnernummer|teilnehmer|' +
    'teilnehmernummer|customer unique id|client number|patient id|guest id|donor id|contact id|account holder id|policyholder no|policyholder id|policyholder number|cardholder id',
  'account|account id|account no|account number|account name|kontonummer|konto|konto nr|user|username|buyer|shopper|household|member|donor|guest|patient|kartennummer|' +
    'card no|card number|loyalty card|kundenkarte|besteller|auftraggeber|käufer|visitor id|profile id|person id|versicherungsnehmer|crm id|nutzer|' +
    'nutzer id|rec id|record id|prospect id|lead id|prospect|interessent|interessenten nr|contact|kontakt|kontakt id|personal id',
  'customer name|client name|kundenname|email|e mail|mail|customer email|lead number|company|firma|buyer name|id',
];
const CHANNEL: Tiers = [
  'channel|kanal|sales channel|vertriebskanal|verkaufskanal|marketing channel|werbekanal|medium|media|touchpoint|lead source|acquisition channel|akquisekanal|' +
    'gewinnungskanal|herkunft|source channel|marketing source|kontaktkanal|traffic source|utm source|utm medium|bestellkanal',
  'source|quelle|store type|werbeträger|werbemittel|lead origin|origin|referrer|medien|via|vertriebsweg|absatzkanal|how did you hear about us',
];
const CAMPAIGN: Tiers = [
  'campaign|kampagne|campaign name|utm campaign|marketing campaign|aktion|werbeaktion',
  'promotion|promo|mailing',
];
const DEPARTMENT: Tiers = [
  'department|abteilung|bereich|business unit|geschäftsbereich|division|sparte|dept|fachbereich',
];
const CATEGORY: Tiers = [
  'category|kategorie|product category|produktkategorie|warengruppe|product group|produktgruppe|artikelgruppe|item category|category name|sortiment|' +
    'product type|produktart|product line|produktlinie|produktsparte',
  'sub category|subcategory|unterkategorie|family|product family|class|klasse|group|gruppe|series|serie|sortimentsbereich|rubrik|genre',
  'level2|level 2|level1|level 1|type|typ',
];
const STAGE: Tiers = [
  'stage|phase|life cycle stage|lifecycle stage|lifecycle|funnel stage|deal stage|lead stage|sales stage|pipeline stage|stufe|lebenszyklus|lebenszyklusphase|' +
    'kundenphase|kaufphase|step|schritt|status stage',
  'lead status|kundenstatus|customer status|status|state of lead|interaction type|touch type|event|event type|ereignis|type|typ|art|kontaktart|activity|aktivität',
  'converted|conversion|won|is customer|konvertiert|gewonnen',
];

export const SYNONYMS: Synonyms = {
  transactions: {
    customer: CUSTOMER,
    date: [
      'date|datum|order date|invoice date|purchase date|transaction date|sale date|sales date|bestelldatum|rechnungsdatum|kaufdatum|belegdatum|auftragsdatum|' +
        'buchungsdatum|buchungstag|umsatzdatum|transaktionsdatum|verkaufsdatum|kauftag|bestelltag|order timestamp|order purchase timestamp|invoice timestamp|datum uhrzeit',
      'close date|closed date|day|tag|timestamp|time stamp|zeitstempel|datetime|date time|order time|posting date|booking date|payment date|zahlungsdatum|wertstellung|' +
        'month|monat|period|periode|quarter|quartal|sales month|login date|activity date|session date|event date|last seen|trans date|txn date|order day|purchased at|ordered at|created at|zeitpunkt|closed on|sold on|verkauft am|bestellt am|gekauft am|abschlussdatum|valuta',
      'created|created on|processed at|paid at|paid on|date paid|bezahlt am|erstellt am|time|zeit|engage date|erfasst am|mes|mois|week|woche|fiscal quarter|fiscal period|fiscal year',
    ],
    order: [
      'order id|order no|order number|order|invoice no|invoice|invoice id|invoice number|transaction id|transaction|transaction no|bestellnummer|bestell nr|bestellung|' +
        'bestell id|rechnungsnummer|rechnungs nr|rechnung nr|rechnung|auftragsnummer|auftrags nr|auftrag|belegnummer|beleg nr|beleg|bon nr|bonnummer|bon|kassenbon|receipt|' +
        'receipt no|receipt id|basket id|basket|warenkorb|warenkorb id|ticket no|sales order|order ref|transaktion|transaktionsnummer|transaktions id|vorgang|vorgangsnummer|vorgangs nr',
      'opportunity id|deal id|document no|document number|voucher|bill no|bill|txn id|trans id|buchungsnummer|buchungs id|cart id|visit id|check no|contract order|reference|reference no|referenz|referenznummer|ref|ref no|booking id|buchung|case id',
    ],
    product: [
      'product id|product|product code|produkt|produkt id|produktnummer|sku|item|item id|item no|item code|stock code|stockcode|article|article no|article id|artikel|artikel nr|' +
        'artikelnummer|ean|gtin|material|materialnummer|asin|upc|product key|produktcode',
      'product name|item name|produktname|artikelname|artikelbezeichnung|produktbezeichnung|article name|service|dienstleistung|leistung|tarif|tariff|plan',
      'description|beschreibung|bezeichnung|product description|item description|title|titel|name|text|isbn',
    ],
    category: CATEGORY,
    quantity: [
      'quantity|qty|menge|anzahl|stück|stückzahl|units|order quantity|quantity ordered|bestellmenge|units sold|pieces|item quantity|verkaufte menge|quantity sold|absatz',
      'cds|count|pcs|stk|items|no of items|number of items|volume|tickets|nights|books',
    ],
    unit_price: [
      'unit price|price|preis|einzelpreis|stückpreis|price each|price per unit|item price|verkaufspreis|unit cost price|sales price|preis pro stück|sell price|selling price|' +
        'list price|listenpreis|artikelpreis|e preis|vk preis|rate',
    ],
    amount: [
      'amount|betrag|sales|sales amount|umsatz|revenue|net amount|net sales|line total|line amount|total amount|total price|gesamtpreis|gesamtbetrag|nettobetrag|nettoumsatz|' +
        'positionsbetrag|positionswert|zeilenbetrag|zeilensumme|net revenue|turnover|net|netto|order value|bestellwert|umsatz eur|betrag eur|amount eur|amount usd|nettowert|erlös|erlöse|line value|umsatz netto|warenwert',
      'sales value|dollar value|value of sales|usd value|eur value|sale amount|sale value|charge|charge amount|gmv|net sales amount|extended amount|ext price|line amount net|subtotal amount|total|summe|sum|gesamt|value|wert|close value|purchase amount|spend|spent|payment value|payment|zahlung|brutto|bruttobetrag|bruttoumsatz|gross amount|gross sales|' +
        'subtotal|zwischensumme|net total|grand total|order sum|bestellsumme|auftragssumme|rechnungssumme|belegsumme|gesamtsumme|endsumme|endbetrag|auftragswert|order total|invoice amount|rechnungsbetrag|transaction amount|price total|deal value|paid|bezahlt|extended price',
      'income|ertrag|einnahmen|premium|prämie|beitrag|fee|gebühr',
    ],
    discount: [
      'discount|rabatt|rabattbetrag|rabattsumme|discount percent|discount rate|rabattsatz|rabatt prozent|nachlass|discount pct|preisnachlass|bestellrabatt|auftragsrabatt|warenkorbrabatt|rabatt auf bestellung|rabatt auf die bestellung|discount on order|order discount',
      'reduction|skonto|rebate',
    ],
    cost: [
      'cost|costs|total cost|cost of goods|cost of goods sold|cogs|kosten|wareneinsatz|einstandswert|line cost|gesamtkosten|selbstkosten|cost amount|einkaufswert',
      'einkauf|expense',
    ],
    margin: [
      'margin|profit|marge|gewinn|deckungsbeitrag|db|gross profit|rohertrag|gross margin|contribution|net profit|line profit|contribution margin|rohgewinn',
      'ergebnis|earnings|db1|db 1',
    ],
    currency: ['currency|währung|currency code|curr|iso currency|währungscode|wkz|waehrung'],
    channel: CHANNEL,
    department: DEPARTMENT,
    status: [
      'status|order status|bestellstatus|auftragsstatus|order state|invoice status|payment status|financial status|transaction status|return status|zahlungsstatus|zustand',
      'deal stage|stage|state',
    ],
    document_type: [
      'document type|belegart|doc type|transaction type|invoice type|record type|line type|vorgangsart|buchungsart|transaktionsart|belegtyp|entry type|sale type|type of transaction|movement type',
      'type|typ|art|kind|event|event type|transaction',
    ],
    cancelled: [
      'cancelled at|canceled at|cancelled on|storniert am|voided at|cancelled|canceled|is cancelled|storniert|storno|returned|is returned|retoure|retourniert|cancellation|is return|return flag|void|refunded|rückgabe|zurückgegeben|stornokennzeichen',
    ],
  },
  customers: {
    customer: CUSTOMER,
    name: [
      'name|full name|customer full name|customer name|billing name|kundenname|vollständiger name|client name|contact name|ansprechpartner|vor und nachname|account name|person name|display name|cardholder|card holder|policyholder|account holder|kontoinhaber|karteninhaber|inhaber',
    ],
    email: ['email|e mail|mail|email address|e mail adresse|mailadresse|mail address|customer email|emailadresse'],
    phone: [
      'phone|telephone|telefon|phone number|telefonnummer|tel|mobile|mobil|handy|mobilnummer|handynummer|rufnummer|mobile number|cell|telefon nr|contact number|msisdn',
    ],
    postcode: ['postcode|post code|postal code|zip|zip code|plz|postleitzahl|postal'],
    city: ['city|ort|stadt|town|wohnort|place|suburb|gemeinde', 'location|standort|municipality'],
    region: [
      'region|country|land|state|bundesland|province|gebiet|area|country region|kanton|state province|county|territory|vertriebsgebiet',
      'office location|nation|staat|location',
    ],
    company: ['company|company name|firma|firmenname|unternehmen|organisation|organization|employer', 'business'],
    birth_date: [
      'birth date|date of birth|dob|birthday|birthdate|geburtsdatum|geburtstag|geb datum|geboren|geboren am|born|born on|gebdat',
    ],
    segment: [
      'segment|customer segment|kundensegment|kundengruppe|customer group|customer type|kundentyp|kundenart|sector|branche|industry|kundenklasse',
      'tier|class|group|gruppe|typ|type',
    ],
    acquired_on: [
      'acquired on|acquisition date|signup date|sign up date|registration date|registered on|registered at|customer since|kunde seit|kundeseit|join date|joined|joined on|' +
        'member since|registriert am|registrierungsdatum|anmeldedatum|angemeldet am|erstkontakt|eintrittsdatum|created at|creation date|created on|anlagedatum|angelegt am|erfasst am|enrollment date|' +
        'eröffnet am|kontoeröffnung|mitglied seit|signed up|acquired|gewonnen am|first contact|client since|card since|first policy|first purchase|first order|first order date|erstkauf|erste bestellung|kunde ab|kundenbeginn',
      'since|seit|created|start date|opened on|contract start|vertragsbeginn|vertragsstart',
    ],
    channel: CHANNEL,
    campaign: CAMPAIGN,
    department: DEPARTMENT,
    stage: STAGE,
    aware_on: [
      'aware on|awareness date|aware|awareness|bekannt am|aufmerksam am|bekannt seit|first seen|lead date|first touch|erstmals gesehen|became lead|lead on|aufmerksamkeit am',
    ],
    understands_on: [
      'understands on|understood on|understanding date|interest date|interested on|interest|verstanden am|verständnis am|interessiert am|became mql|mql date|versteht am|versteht seit|newsletter sign up|newsletter signup|informed on|informiert am|newsletter seit',
    ],
    considers_on: [
      'considers on|considered on|consideration date|consideration|erwogen am|erwägung am|überlegt am|became sql|sql date|erwägt am|erwägt seit|abwägung am|account opened|account created|registriert am|qualified on|opportunity date',
    ],
    pre_sale_on: [
      'pre sale on|presale on|pre sale date|presale date|quote date|offer date|angebot am|angebotsdatum|vorverkauf am|proposal date|demo date|basket started|cart started|added to cart|warenkorb am|termin am|offer sent|angebot gesendet am',
    ],
    evaluates_on: [
      'evaluates on|evaluated on|evaluation date|evaluation|trial date|trial start|geprüft am|bewertet am|evaluierung am|test am|teststart|prüft am|bewertung am|checkout opened|checkout started|trial started|negotiation date|probe am',
    ],
  },
  contracts: {
    customer: CUSTOMER,
    start: [
      'start|start date|contract start|contract start date|vertragsbeginn|vertragsstart|beginn|begin|startdatum|started on|contract begin|laufzeitbeginn|subscription start|abschlussdatum|' +
        'contract date|begin date|activation date|aktivierungsdatum|vertragsdatum|valid from|gültig ab|effective date|aktiviert am|beginnt am',
      'signup date|customer since|kunde seit|opened on|eröffnet am|policy start',
    ],
    end_of_term: [
      'end of term|term end|term ends|contract end|contract end date|vertragsende|laufzeitende|ende der laufzeit|end of contract|bindung bis|mindestlaufzeit bis|laufzeit bis|term end date|' +
        'bindefrist bis|ende der mindestlaufzeit|minimum term end|renewal date|expiry date|expiry|expires on|ablaufdatum|vertragsablauf|commitment end|end of minimum term|bindungsende|bound until|gebunden bis',
      'end date|enddatum|end|ende|valid until|gültig bis',
    ],
    ended_on: [
      'ended on|ended|churn date|churned on|cancel date|cancelled on|kündigungsdatum|gekündigt am|gekündigt zum|kündigung zum|termination date|terminated on|cancellation date|beendet am|' +
        'austrittsdatum|left on|leaving date|closed on|closed date|abgang|abgangsdatum|geschlossen am|aufgelöst am|deactivated on|kündigung am|ausgetreten am|cancel on|cancellation on|actual end|subscription end|verlassen am',
      'end date|enddatum|end|ende|kündigung|contract end|contract end date|end of contract|vertragsende|valid until|valid to|gültig bis|subscription end date|end at|ends at|ended at|until|bis|fecha fin|date fin',
    ],
    tenure: [
      'tenure|tenure months|tenure in months|duration|vertragsdauer|kundendauer|months|monate|dauer|tenure days|account length|lifetime|verweildauer|months active|laufzeit in monaten',
    ],
    churned: [
      'churn|churned|churn flag|is churned|churn value|churn label|gekündigt|abgewandert|left|exited|attrition|attrition flag|abwanderung|cancelled|terminated|kündigung|hat gekündigt|customer status|inactive',
      'event|status|active|aktiv',
    ],
    strategy: [
      'strategy|retention strategy|strategie|bindungsstrategie|retention|kundenbindung|bindungsart|loyalty program|bindung|reward or penalty|treueprogramm|retention programme|retention program|bindungsprogramm|bindungsmodell',
    ],
    fee: [
      'mrr|monthly charges|monthly charge|monthly fee|monthly price|monthly amount|monthly recurring revenue|monthly revenue|plan amount|plan price|subscription fee|subscription price|recurring amount|' +
        'recurring charge|contract value|grundgebühr|monatsbeitrag|monatsgebühr|monatspreis|beitrag|mitgliedsbeitrag|abopreis|abo preis|entgelt|grundpreis',
      'fee|gebühr|amount|betrag|price|preis|prämie|premium',
    ],
    interval: [
      'interval|billing interval|billing period|billing cycle|billing frequency|plan interval|payment interval|payment frequency|abrechnungszeitraum|abrechnungsintervall|abrechnungsperiode|' +
        'zahlungsintervall|zahlweise|zahlungsweise|zahlungsrhythmus|rechnungsintervall',
      'frequency|cycle|intervall',
    ],
    reason: [
      'churn reason|cancellation reason|cancel reason|canceled reason|cancelled reason|reason for leaving|reason for churn|reason for cancellation|leaving reason|termination reason|exit reason|' +
        'kündigungsgrund|abwanderungsgrund|austrittsgrund|grund der kündigung|stornogrund',
      'reason|grund|churn category|cancellation feedback',
    ],
  },
  interactions: {
    customer: CUSTOMER,
    date: [
      'date|datum|interaction date|contact date|kontaktdatum|touch date|event date|activity date|engage date|visit date|datum kontakt|interaktionsdatum|kontakt am|zeitpunkt|zeitstempel|timestamp|kontaktzeitpunkt',
      'day|tag|time|created at|datetime|occurred on|am',
    ],
    stage: STAGE,
    channel: CHANNEL,
    campaign: CAMPAIGN,
    department: DEPARTMENT,
  },
  spend: {
    date: [
      'date|datum|month|monat|period|periode|spend month|buchungsmonat|spend date',
      'day|tag|week|woche|start|quarter',
    ],
    channel: [CHANNEL[0] + '|campaign|kampagne|platform|plattform', CHANNEL[1] as string],
    amount: [
      'spend|marketing spend|ausgaben|werbeausgaben|kosten|cost|costs|amount|betrag|budget|marketingkosten|ad spend|werbekosten|media spend|aufwand|spend eur|spend usd|investment|werbebudget|marketingausgaben|kosten eur|ausgaben eur',
      'sum|summe|total',
    ],
  },
  surveys: {
    customer: CUSTOMER,
    date: [
      'date|datum|survey date|response date|responded on|answered on|befragungsdatum|antwortdatum|umfragedatum|interview date|befragt am|beantwortet am|submitted at|inferred date|responded at|survey completed',
      'day|tag|timestamp|created at|zeitstempel|time',
    ],
    score: [
      'score|how likely are you to recommend|how likely would you recommend|likely to recommend|would recommend|recommend us|wie wahrscheinlich ist es dass sie uns weiterempfehlen|würden sie uns weiterempfehlen|0 10|nps|nps score|netpro|net promoter|net promoter score|recommend|recommendation|likelihood to recommend|weiterempfehlung|weiterempfehlungsbereitschaft|csat|satisfaction|' +
        'zufriedenheit|satisfaction score|csat score|would you recommend|bewertung|empfehlung|empfehlungswert|weiterempfehlungswert|nps wert|promoter score|zufriedenheitswert|note',
      'rating|stars|sterne|punkte|points|grade|antwort|answer|review score',
    ],
    comment: [
      'comment|comments|kommentar|freitext|feedback|anmerkung|verbatim|bemerkung|review|reason|begründung|free text|comment text|rückmeldung',
    ],
    weight: ['survey weight|gewicht|gewichtung|sample weight|sampling weight|response weight|weight', 'wt|weighting'],
  },
  wallet: {
    customer: CUSTOMER,
    category: CATEGORY,
    stated: [
      'stated|wallet|stated wallet|total wallet|yearly spend|annual spend|total spend|gesamtausgaben|jahresausgaben|ausgaben gesamt|jahresbedarf|gesamtbedarf|stated spend|wallet size|' +
        'spend with everyone|total category spend|stated yearly spend|yearly wallet|jahresausgaben gesamt|einkaufsvolumen|budget|bedarf pro jahr|category spend|geldbörse',
    ],
    share: [
      'share|share of wallet|sow|anteil|wallet share|share of customer|lieferanteil|share of requirements|scr|kundenanteil|unser anteil|our share|share percent|anteil prozent',
    ],
    rank: ['rank|our rank|rang|unser rang|platz|supplier rank|lieferantenrang|position'],
    suppliers: [
      'suppliers|lieferanten|number of suppliers|anzahl lieferanten|vendors|n suppliers|brands|anzahl anbieter|anbieter|providers',
    ],
  },
  deals: {
    deal: [
      'deal id|deal|deal no|deal number|deal name|opportunity id|opportunity|opportunity name|opportunity number|record id',
    ],
    customer: [
      'associated contact ids|associated contact id|contact id|contact|primary contact|person|contact person|customer id|customer',
    ],
    company: [
      'associated company ids|associated company id|account id|account name|account|company|organization|company name|organisation',
    ],
    opened: [
      'create date|created|created date|created on|created at|opened|opened on|open date|deal created|engage date',
    ],
    closed: ['close date|closed date|closed on|won time|lost time|deal closed on|closing date|close'],
    expected: ['expected close date|expected closing date|planned close|forecast close date'],
    stage: ['deal stage|stage|pipeline stage|sales stage|phase'],
    status: ['deal status|status|outcome|won lost'],
    amount: ['amount|deal value|value|deal amount|close value|expected revenue|amount in company currency'],
    owner: ['deal owner|owner|opportunity owner|sales agent|sales rep|salesperson|account executive'],
    channel: ['original traffic source|original source|lead source|deal source|source|channel'],
    reason: ['closed lost reason|lost reason|loss reason|reason lost|reason for loss|reason'],
  },
  targets: {
    stage: ['stage|phase|stufe|lebenszyklusphase|life cycle stage'],
    level: ['level|ebene|capability level|stufe'],
    metric: ['metric|kpi|kennzahl|messgröße|metrik|indicator|indikator|measure', 'name'],
    target: ['target|ziel|zielwert|goal|sollwert|soll|plan|target value|plan value', 'value|wert'],
    owner: ['owner|verantwortlich|verantwortliche|verantwortlicher|responsible|accountable|zuständig|besitzer|inhaber'],
  },
};
