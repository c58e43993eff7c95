import type { Role } from '../../domain/roles';

/**
 * Headers in French, Spanish, Italian, Dutch, Portuguese, Polish, Chinese and Japanese, in this order, as shops, tills and
 * accounting programs write them. English and German stand in `synonyms.ts`; both are asked together. Two strings are two
 * tiers: as good as certain, and usual.
 */
type Words = { readonly [R in Role]?: Readonly<Record<string, readonly [string, string?]>> };

const CUSTOMER: readonly [string, string?] = [
  'client|id client|code client|numéro client|no client|n client|num client|cliente|id cliente|código cliente|código de cliente|codigo cliente|número de cliente|' +
    'codice cliente|id del cliente|numero cliente|klant|klantnummer|klant id|klantcode|relatienummer|debiteur|debiteurnummer|código do cliente|id do cliente|número do cliente|' +
    'klient|id klienta|numer klienta|nr klienta|kontrahent|nabywca|客户|客户编号|客户id|客户代码|会员编号|会员号|会员id|用户id|買家|买家|顧客|顧客id|顧客番号|顧客コード|会員番号|会員id|得意先コード|得意先',
  'acheteur|comprador|acquirente|koper|kupujący|买家昵称|买家会员名|nom du client|nombre del cliente|nome cliente|nome do cliente|klantnaam|nazwa klienta|客户名称|顧客名|得意先名|購入者|email client|courriel|courriel client|correo|correo electrónico|posta elettronica',
];
const DATE: readonly [string, string?] = [
  'date de commande|date commande|date de facture|date facture|date de vente|date d achat|date achat|fecha|fecha de pedido|fecha pedido|fecha de factura|fecha factura|fecha de venta|' +
    'fecha de compra|data|data ordine|data fattura|data vendita|data acquisto|data documento|datum|orderdatum|besteldatum|factuurdatum|verkoopdatum|data do pedido|data da compra|' +
    'data da venda|data da fatura|data zamówienia|data sprzedaży|data faktury|data zakupu|data wystawienia|日期|订单日期|下单时间|下单日期|订单时间|付款时间|订单付款时间|订单创建时间|交易日期|销售日期|发票日期|日付|注文日|注文日時|購入日|購入日時|受注日|売上日|取引日|請求日|伝票日付',
  'jour|date de création|créé le|día|fecha de creación|creado el|giorno|data creazione|dag|aangemaakt op|dia|data de criação|criado em|dzień|data utworzenia|创建时间|成交时间|時間|作成日',
];
const CHANNEL: readonly [string, string?] = [
  'canal|canal de vente|canal de venta|canale|canale di vendita|kanaal|verkoopkanaal|canal de venda|kanał|kanał sprzedaży|渠道|销售渠道|チャネル|販売チャネル|流入元',
  'source|origen|fonte|bron|origem|źródło|来源|経路',
];

export const OTHER_LANGUAGES: Words = {
  transactions: {
    customer: CUSTOMER,
    date: DATE,
    order: [
      'commande|numéro de commande|n de commande|no commande|numéro commande|référence commande|id commande|facture|numéro de facture|n facture|no facture|pedido|número de pedido|' +
        'numero de pedido|n pedido|id pedido|factura|número de factura|n factura|nº pedido|ordine|numero ordine|n ordine|id ordine|fattura|numero fattura|n fattura|scontrino|' +
        'bestelling|bestelnummer|ordernummer|order nr|factuur|factuurnummer|bonnummer|id do pedido|número do pedido|nota fiscal|fatura|número da fatura|zamówienie|numer zamówienia|' +
        'nr zamówienia|id zamówienia|faktura|numer faktury|nr faktury|paragon|订单|订单号|订单编号|交易号|发票号|发票号码|小票号|注文|注文番号|注文id|受注番号|伝票番号|伝票no|請求書番号|レシート番号|取引番号',
      'ticket|référence|reçu|recibo|référence de la commande|referencia|referência|ref|pièce|numéro de pièce|ricevuta|referentie|rachunek|流水号|管理番号',
    ],
    product: [
      'produit|nom du produit|nom produit|article|nom de l article|désignation|désignation article|libellé article|libellé produit|producto|nombre del producto|nombre producto|artículo|' +
        'prodotto|nome prodotto|articolo|descrizione articolo|product|productnaam|artikelnaam|artikelomschrijving|produto|nome do produto|nazwa produktu|produkt|towar|nazwa towaru|' +
        '商品|商品名称|商品名|产品|产品名称|产品名|宝贝标题|货品名称|製品名|品名|品目|商品タイトル',
      'référence produit|code produit|code article|réf article|código producto|código de producto|código del artículo|codice articolo|codice prodotto|artikelcode|artikelnummer|productcode|' +
        'código do produto|kod produktu|kod towaru|libellé|descripción|descrizione|omschrijving|descrição|opis|nazwa|商品编号|商品编码|商品代码|货号|产品编号|商品コード|商品番号|品番|製品コード',
    ],
    category: [
      'catégorie|famille|famille de produits|rayon|gamme|categoría|categoría de producto|categoria|categoria prodotto|reparto|categorie|productgroep|artikelgroep|categoria do produto|' +
        'kategoria|grupa towarowa|grupa produktów|类别|品类|分类|商品类别|产品类别|类目|カテゴリ|カテゴリー|商品カテゴリ|分類|部門名',
      'sous famille|sous catégorie|familia|subcategoría|famiglia|sottocategoria|subcategorie|família|subcategoria|rodzina|podkategoria|子类别|小类|サブカテゴリ',
    ],
    quantity: [
      'quantité|qté|qte|nombre|quantité commandée|cantidad|cant|unidades|quantità|qta|qtà|pezzi|aantal|hoeveelheid|stuks|quantidade|qtd|qtde|ilość|sztuk|liczba sztuk|数量|件数|购买数量|销量|销售数量|個数|購入数量|点数',
    ],
    unit_price: [
      'prix|prix unitaire|pu|pu ht|pu ttc|prix unitaire ht|prix de vente|precio|precio unitario|precio de venta|p unitario|prezzo|prezzo unitario|prezzo di vendita|prijs|stukprijs|eenheidsprijs|' +
        'verkoopprijs|prijs per stuk|preço|preço unitário|valor unitário|cena|cena jednostkowa|cena netto|cena sprzedaży|单价|价格|商品单价|售价|単価|販売単価|価格|販売価格',
    ],
    amount: [
      'montant|montant ht|montant net|total ht|ca|chiffre d affaires|chiffre affaires|ca ht|ventes|prix total|montant ligne|montant de la ligne|total ligne|total de la ligne|importe|importe línea|importe de línea|importe de la línea|importe neto|importe total|ventas|total línea|' +
        'venta neta|base imponible|importo|importo netto|imponibile|totale riga|importo riga|fatturato|ricavo|vendite|bedrag|netto bedrag|omzet|regeltotaal|regelbedrag|totaalbedrag|verkopen|valor|valor líquido|' +
        'valor da venda|valor da linha|total da linha|faturamento|receita|vendas|wartość pozycji|kwota|kwota netto|wartość|wartość netto|wartość sprzedaży|przychód|sprzedaż|obrót|金额|销售额|成交金额|小计|销售金额|实付金额|收入|営業額|金額|売上|売上金額|売上高|小計|販売金額|税抜金額|注文金額',
      'total|total commande|total de la commande|total facture|sous total|montant de la commande|total pedido|total del pedido|total ordine|subtotale|totaal bestelling|total do pedido|totale ordine|totale fattura|totale documento|total de la factura|total factura|factuurbedrag|factuurtotaal|ordertotaal|montant ttc|total ttc|montant total|total general|importe con iva|totale|importo totale|totaal|valor total|suma|razem|wartość brutto|kwota brutto|总金额|总价|总计|应付金额|合計|合計金額|総額|税込金額',
    ],
    discount: [
      'remise|taux de remise|remise %|rabais|remise commande|remise sur la commande|descuento del pedido|descuento pedido|sconto ordine|sconto sull ordine|orderkorting|bestelkorting|korting op bestelling|korting bestelling|desconto do pedido|rabat zamówienia|descuento|dto|% descuento|sconto|sconto %|korting|kortingspercentage|desconto|rabat|upust|折扣|折扣率|优惠|優惠|割引|割引率|値引|値引率',
    ],
    cost: [
      'coût|coût total|coût de revient|prix de revient|costo|coste|coste total|costo totale|costo del venduto|kosten|kostprijs|inkoopwaarde|custo|custo total|koszt|koszt własny|成本|成本金额|原価|仕入原価|売上原価',
    ],
    margin: [
      'marge|marge brute|bénéfice|profit|margen|margen bruto|beneficio|ganancia|margine|margine lordo|utile|guadagno|marge bedrag|winst|brutowinst|margem|lucro|marża|zysk|毛利|毛利额|利润|粗利|粗利益|利益',
    ],
    currency: ['devise|monnaie|moneda|divisa|valuta|moeda|waluta|币种|货币|通貨'],
    channel: CHANNEL,
    department: ['service|département|departamento|reparto aziendale|afdeling|dział|部门|部署'],
    status: [
      'statut|état|statut de la commande|état de la commande|statut commande|estado|estado del pedido|stato|stato ordine|status zamówienia|orderstatus|bestelstatus|status do pedido|' +
        'situação|状态|订单状态|交易状态|ステータス|注文ステータス|注文状況|状態|order status|payment status|transaction status|bestellstatus|zahlungsstatus|financial status',
    ],
    document_type: [
      'type de document|type de pièce|type document|tipo de documento|tipo documento|documenttype|typ dokumentu|rodzaj dokumentu|单据类型|交易类型|伝票種別|取引種別|種別|document type|belegart|transaction type|vorgangsart',
    ],
  },
  customers: {
    customer: CUSTOMER,
    name: [
      'nom|nom complet|nom du client|prénom et nom|nombre|nombre completo|nombre y apellidos|nome|nome completo|nominativo|naam|volledige naam|imię i nazwisko|nazwa klienta|姓名|客户名称|客户姓名|名字|氏名|名前|お名前|顧客名|会員名',
    ],
    email: [
      'courriel|adresse e mail|adresse email|correo|correo electrónico|e mail|posta elettronica|indirizzo email|mailadres|e mailadres|adres e mail|邮箱|电子邮箱|电子邮件|メール|メールアドレス|eメール',
    ],
    phone: [
      'téléphone|tél|portable|mobile|teléfono|móvil|telefono|cellulare|telefoon|telefoonnummer|telefone|celular|telefon|numer telefonu|电话|手机|手机号|联系电话|電話|電話番号|携帯',
    ],
    postcode: [
      'code postal|cp|código postal|cap|postcode|cep|código de endereçamento|kod pocztowy|邮编|邮政编码|郵便番号',
    ],
    city: [
      'ville|ciudad|localidad|población|città|comune|stad|plaats|woonplaats|cidade|município|miasto|miejscowość|城市|市|市区町村|都市',
    ],
    region: [
      'pays|région|département|país|región|provincia|paese|regione|land|provincie|regio|estado|região|kraj|województwo|国家|省份|省|地区|国|都道府県|地域',
    ],
    company: [
      'société|entreprise|raison sociale|empresa|razón social|azienda|società|ragione sociale|bedrijf|bedrijfsnaam|razão social|firma|nazwa firmy|公司|公司名称|会社|会社名|企業名',
    ],
    birth_date: [
      'date de naissance|né le|naissance|fecha de nacimiento|nacimiento|data di nascita|geboortedatum|data de nascimento|nascimento|data urodzenia|出生日期|生日|生年月日|誕生日',
    ],
    acquired_on: [
      'date d inscription|inscrit le|client depuis|date de création du compte|fecha de alta|fecha de registro|cliente desde|data registrazione|data iscrizione|cliente dal|registratiedatum|' +
        'klant sinds|ingeschreven op|data de cadastro|data de registo|data rejestracji|klient od|注册时间|注册日期|入会日期|登録日|入会日|会員登録日',
    ],
    segment: [
      'segment|type de client|catégorie client|segmento|tipo de cliente|tipo cliente|klantgroep|klantsegment|segmento do cliente|grupa klientów|客户类型|会员等级|客户等级|会員ランク|顧客区分',
    ],
    channel: CHANNEL,
  },
  contracts: {
    customer: CUSTOMER,
    start: [
      'date de début|début|début du contrat|fecha de inicio|inicio|fecha inicio|data inizio|inizio|inizio contratto|startdatum|begindatum|ingangsdatum|data de início|início|data rozpoczęcia|początek|początek umowy|开始日期|起始日期|合同开始日期|開始日|契約開始日|利用開始日',
    ],
    end_of_term: [
      'échéance|date d échéance|fin d engagement|vencimiento|fecha de vencimiento|scadenza|data scadenza|vervaldatum|vencimento|termin|到期日|到期日期|满期日|満了日|契約満了日|更新日',
    ],
    ended_on: [
      'date de fin|fin|date de résiliation|résilié le|fecha de fin|fecha fin|fecha de baja|baja|data fine|data disdetta|disdetta|einddatum|opzegdatum|beëindigd op|data de término|data de fim|data de cancelamento|data zakończenia|koniec|data rezygnacji|结束日期|终止日期|解约日期|終了日|解約日|退会日',
    ],
    tenure: ['ancienneté|antigüedad|anzianità|looptijd|tempo de casa|staż|在网时长|契約期間|利用月数'],
    churned: ['résilié|abandono|baja|cancelado|abbandono|opgezegd|evasão|rezygnacja|流失|是否流失|解約|退会'],
    fee: [
      'cotisation|abonnement mensuel|mensualité|tarif mensuel|cuota|cuota mensual|canone|canone mensile|quota mensile|maandbedrag|maandprijs|abonnementsprijs|mensalidade|składka|opłata miesięczna|月费|月租|月額|月額料金|会費',
      'montant|prix|importe|precio|importo|prezzo|bedrag|prijs|valor|preço|kwota|cena|金额|价格|金額|料金',
    ],
    interval: [
      'périodicité|période de facturation|periodicidad|período de facturación|periodicità|fatturazione|betaaltermijn|factuurperiode|periodicidade|okres rozliczeniowy|计费周期|付款周期|請求周期|支払間隔',
    ],
    reason: [
      'motif de résiliation|motif|motivo de baja|motivo|motivo disdetta|reden|opzegreden|motivo do cancelamento|powód|powód rezygnacji|流失原因|解約理由|退会理由',
    ],
  },
  surveys: {
    customer: CUSTOMER,
    date: [
      'date de réponse|fecha de respuesta|data risposta|antwoorddatum|data da resposta|data odpowiedzi|答题时间|回答日|回答日時',
    ],
    score: [
      'recommandation|note de recommandation|recomendación|recomendaría|puntuación nps|raccomandazione|consiglieresti|aanbeveling|aanbevelingsscore|recomendação|polecenie|ocena nps|推荐度|推荐分数|推奨度|おすすめ度',
      'note|puntuación|calificación|punteggio|voto|cijfer|nota|avaliação|ocena|评分|满意度|評価|満足度|点数',
    ],
    comment: ['commentaire|comentario|commento|opmerking|comentário|komentarz|评论|意见|コメント|自由記述'],
  },
  spend: {
    date: ['date|mois|mes|fecha|mese|data|maand|datum|mês|miesiąc|月份|月|日期|日付'],
    channel: CHANNEL,
    amount: [
      'dépense|dépenses|budget|coût|gasto|inversión|spesa|costo|uitgaven|kosten|gasto|investimento|wydatki|koszt|花费|投放费用|广告费|広告費|費用',
    ],
  },
};
