/**
 * Letters beyond ASCII by language, the commonest first, as counts of everyday text order them. Only the order is used: the
 * frequency of the letter in place r is taken to be in proportion to 1/r (Zipf), which tells languages apart well enough.
 */
export const LATIN_LETTERS: Readonly<Record<string, string>> = {
  german: 'üäößé',
  french: 'éèàêçôîâûùïëœ',
  spanish: 'óíáñéúü',
  portuguese: 'ãçáéíóêâõúàô',
  italian: 'èàòùìé',
  catalan: 'óàéèíçòúïü',
  dutch: 'ëéïèöüáóê',
  swedish: 'äåöéü',
  danish: 'øåæéö',
  icelandic: 'áíðóéúþöæý',
  estonian: 'äõüöšž',
  polish: 'ąęłóśżćńź',
  czech: 'íáéěřčžýšůúťňďó',
  slovak: 'áíéčšžýúťľôňäóďĺŕ',
  hungarian: 'áéíóöőüúű',
  romanian: 'ăîâţşéö',
  croatian: 'čšžćđ',
  turkish: 'ışğüçöâî',
  lithuanian: 'ėšįžųčąūę',
  latvian: 'āīēūšņļžķčģ',
};

/** Alphabets that are not Latin: nearly all letters of a word are among these. */
export const OTHER_LETTERS: Readonly<Record<string, string>> = {
  russian: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё',
  ukrainian: 'оанивіртекслдупямьзгбчйхцшжюєїщфґ',
  bulgarian: 'аиоентрсвлкдпмзгубчщъяцюжшхйфь',
  serbian: 'аоиенрсјтвкдулпмзгбчцжшхљњћџфђ',
  greek: 'αοιετσνηυρπκμλςόήίδγχθέάφβύώξζψϊϋΐΰ',
  hebrew: 'יוהלארתמשנבדכםעחקפטצגזסןךףץ',
  arabic: 'اليمونتربةعدسفهكقحجشصطخضذثزغظىأإآءئؤ',
  thai: 'านรอกเงมยวสลท่ต้ดีัะพคิืขแปไหบ็ำใจชผถุูโซณศธภษฎฐฏฑฒฉฝญฟึ์ๆฯ',
};

/** Frequent characters of scripts that have thousands; the rest are told by the part of their standard they stand in. */
export const FREQUENT_CHARACTERS = {
  japanese:
    '日本人東京大阪名古屋神奈川県市区町村郡田中山木高佐藤鈴橋伊渡辺小林加吉松井上村清水一二三四五六七八九十年月金額円売商品番号数量単価顧客注文会社店部都府道北海福岡和子美男女電話住所合計税込',
  simplified:
    '的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗京沪广州深圳元价格数量客户订单商品号码金额购买姓名城省区县路街',
  traditional:
    '的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可她里後小麼心多天而能好都然沒日於起還發成事只作當想看文無開手十用主行方又如前所本見經頭面公同三已老從動兩長知民樣現分將外但身些與高意進把法此實回二理美點月明其種聲全工己話兒者向情部正名定女問力機給等幾很業最間新什打便位因重被走電四第門相次東政海口使教西再平真聽世氣信北少關並內加化由卻代軍產入先山五太水萬市王李張劉陳楊趙黃周吳徐孫胡朱林何郭馬羅台灣臺北高雄元價格數量客戶訂單商品號碼金額購買姓名城省區縣路街',
  korean:
    '이다는의에가고을지하한기사로리자은서도대어나시인그를아수일해제부라정만것있보주장여전들스구상과원비신적화선안오연김박최조강윤임성경동소미용국관물위과울산천광양품명번호량액금총객건매출름',
} as const;
