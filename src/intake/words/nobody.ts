/** Words that stand where a customer's key would be, and name nobody. */

/** What a failed formula leaves in a cell, in the languages of spreadsheets: `#N/A`, `#REF!`, `#WERT!`, `#¡VALOR!`. */
const FAILED_FORMULA = /^#[\p{L}¡/0]{1,10}[!?]?$/u;

/** What exports write for nothing. */
const NOTHING =
  /^(?:[-–—._?*/\\~]+|\(blank\)|\(leer\)|\(vide\)|\(en blanco\)|\(vazio\)|\(not set\)|not set|undefined|null|\(null\)|<null>|nil|nan|n[./]?a\.?|n\.v\.|k\.a\.|none)$/i;

const GUESTS =
  'guest|anonymous|anonym|walk in|walkin|cash sale|cash sales|cash customer|counter sale|over the counter|unregistered|not registered|no customer|no name|unknown|' +
  'gast|laufkunde|laufkundin|laufkundschaft|barverkauf|barkunde|barzahler|bareinnahme|kassenkunde|thekenverkauf|unbekannt|anonymer kunde|kein kunde|ohne kunde|diverse|diverser kunde|' +
  'invite|client de passage|client comptoir|client divers|clients divers|anonyme|inconnu|client inconnu|vente comptoir|sans client|' +
  'invitado|cliente anonimo|anonimo|publico en general|publico general|cliente mostrador|mostrador|consumidor final|cliente final|cliente contado|cliente varios|clientes varios|desconocido|sin cliente|' +
  'ospite|cliente occasionale|cliente generico|cliente banco|sconosciuto|' +
  'convidado|cliente balcao|balcao|venda balcao|desconhecido|cliente diversos|consumidor nao identificado|sem cliente|' +
  'onbekend|passant|kasklant|contante klant|winkelklant|' +
  'gosc|klient detaliczny|klient anonimowy|nieznany|paragon|host|neznamy|vendeg|ismeretlen|' +
  'gaest|gjest|gast kund|okand|ukendt|ukjent|tuntematon|vieras|kontantkund|kontantkunde|' +
  'misafir|konuk|bilinmeyen|perakende musteri|гость|неизвестно|неизвестный|розничный покупатель|частное лицо|гiсть|гість|' +
  'επισκεπτης|πελατης λιανικης|ضيف|زائر|אורח|散客|游客|匿名|匿名用户|未知|顾客|零售客户|訪客|散戶|ゲスト|非会員|不明|비회원|게스트|손님|khach le|khach vang lai|tamu|pelanggan umum';

/** Words beside the one that says it: `Guest Checkout`, `anonymous user`, `walk-in customer`. */
const BESIDE =
  /(?: (?:customers?|users?|checkouts?|orders?|shoppers?|buyers?|accounts?|clients?|purchases?|sales?|kunden?|kundin|besteller|bestellung|konto|kaufer|client|cliente|clientes|klant|klient|kund))$/;

const GUEST_WORDS: ReadonlySet<string> = new Set(GUESTS.split('|').map(lettersOf));
/** Mailboxes that a shop fills in for who gives none. */
const EMPTY_MAILBOX =
  /^(?:guest|no[-_.]?e?mail|no[-_.]?reply|none|no|na|n\/a|unknown|anonymous|walk[-_.]?in|dummy|noone|nobody|gast|keine?|kein[-_.]?e?mail|ohne|sans|sin[-_.]?(?:correo|email)|invitado|ospite)@/i;

function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A formula that failed, or a mark for an empty cell: nobody's key, however often it stands. */
export const isNoKey = (value: string): boolean =>
  value.length <= 12 && (NOTHING.test(value) || FAILED_FORMULA.test(value));

/** A word for whoever buys without a name: `Guest`, `Laufkunde`, `散客`. A person may be called so where keys are surnames. */
export function isGuestWord(value: string): boolean {
  if (value.length > 40 || /[\d@]/.test(value)) return false;
  const letters = lettersOf(value);
  return GUEST_WORDS.has(letters) || GUEST_WORDS.has(letters.replace(BESIDE, ''));
}

/** A key that shops write for nobody, and that may be somebody's: `0`, `-1`, `99999`, `noemail@shop.example`. */
export const isStopgapKey = (value: string): boolean => /^(?:-1|0+|9{4,})$/.test(value) || EMPTY_MAILBOX.test(value);
