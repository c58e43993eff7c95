import type { Encoding } from '../../src/domain/encodings';

/** Words of a language and the same as bytes, a line each, as Python's codecs write them; in base64. */
export interface LegacyText {
  readonly language: string;
  readonly encoding: Encoding;
  readonly words: readonly string[];
  readonly bytes: string;
}

export const LEGACY_TEXTS: readonly LegacyText[] = [
  {
    language: 'polish',
    encoding: 'windows-1250',
    words: [
      'Łódź',
      'Gdańsk',
      'Kraków',
      'Wrocław',
      'Żółć',
      'Częstochowa',
      'Świętokrzyska 12',
      'Małgorzata Dąbrowska',
      'Paweł Wójcik',
      'Zażółć gęślą jaźń',
    ],
    bytes:
      'o/NknwpHZGHxc2sKS3Jha/N3Cldyb2OzYXcKr/Oz5gpDeupzdG9jaG93YQqMd2nqdG9rcnp5c2thIDEyCk1hs2dvcnphdGEgRLlicm93c2thClBhd2WzIFfzamNpawpaYb/zs+YgZ+qcbLkgamGf8Q==',
  },
  {
    language: 'polish',
    encoding: 'iso-8859-2',
    words: [
      'Łódź',
      'Gdańsk',
      'Kraków',
      'Wrocław',
      'Żółć',
      'Częstochowa',
      'Świętokrzyska 12',
      'Małgorzata Dąbrowska',
      'Paweł Wójcik',
      'Zażółć gęślą jaźń',
    ],
    bytes:
      'o/NkvApHZGHxc2sKS3Jha/N3Cldyb2OzYXcKr/Oz5gpDeupzdG9jaG93YQqmd2nqdG9rcnp5c2thIDEyCk1hs2dvcnphdGEgRLFicm93c2thClBhd2WzIFfzamNpawpaYb/zs+YgZ+q2bLEgamG88Q==',
  },
  {
    language: 'czech',
    encoding: 'windows-1250',
    words: [
      'Dvořák',
      'Plzeň',
      'Černý Kostelec',
      'Jiří Novák',
      'Žižkov',
      'Příbram',
      'Ústí nad Labem',
      'Kateřina Svobodová',
    ],
    bytes:
      'RHZv+OFrClBsemXyCshlcm79IEtvc3RlbGVjCkpp+O0gTm924WsKjmmea292ClD47WJyYW0K2nN07SBuYWQgTGFiZW0KS2F0ZfhpbmEgU3ZvYm9kb3bh',
  },
  {
    language: 'czech',
    encoding: 'iso-8859-2',
    words: [
      'Dvořák',
      'Plzeň',
      'Černý Kostelec',
      'Jiří Novák',
      'Žižkov',
      'Příbram',
      'Ústí nad Labem',
      'Kateřina Svobodová',
    ],
    bytes:
      'RHZv+OFrClBsemXyCshlcm79IEtvc3RlbGVjCkpp+O0gTm924WsKrmm+a292ClD47WJyYW0K2nN07SBuYWQgTGFiZW0KS2F0ZfhpbmEgU3ZvYm9kb3bh',
  },
  {
    language: 'hungarian',
    encoding: 'windows-1250',
    words: ['Győr', 'Székesfehérvár', 'Hódmezővásárhely', 'Szűcs Gábor', 'Erdős Pál', 'Tóth Zsófia'],
    bytes: 'R3n1cgpTeulrZXNmZWjpcnbhcgpI82RtZXr1duFz4XJoZWx5ClN6+2NzIEfhYm9yCkVyZPVzIFDhbApU83RoIFpz82ZpYQ==',
  },
  {
    language: 'croatian',
    encoding: 'windows-1250',
    words: ['Čakovec', 'Marko Kovačević', 'Đakovo', 'Šibenik', 'Živko Hržić'],
    bytes: 'yGFrb3ZlYwpNYXJrbyBLb3Zh6GV2aeYK0GFrb3ZvCoppYmVuaWsKjml2a28gSHKeaeY=',
  },
  {
    language: 'german',
    encoding: 'windows-1252',
    words: ['Müller', 'Größe', 'Straße', 'Köln', 'Jäger', 'ÄRZTEHAUS', 'Düsseldorf'],
    bytes: 'TfxsbGVyCkdy9t9lClN0cmHfZQpL9mxuCkrkZ2VyCsRSWlRFSEFVUwpE/HNzZWxkb3Jm',
  },
  {
    language: 'german',
    encoding: 'macintosh',
    words: ['Müller', 'Größe', 'Straße', 'Köln', 'Jäger', 'ÄRZTEHAUS', 'Düsseldorf'],
    bytes: 'TZ9sbGVyCkdymqdlClN0cmGnZQpLmmxuCkqKZ2VyCoBSWlRFSEFVUwpEn3NzZWxkb3Jm',
  },
  {
    language: 'french',
    encoding: 'windows-1252',
    words: ['Crème brûlée', 'Château', 'Hélène Lefèvre', 'Garçon', 'Île-de-France', 'Benoît', 'Noël'],
    bytes: 'Q3LobWUgYnL7bOllCkNo4nRlYXUKSOls6G5lIExlZuh2cmUKR2Fy529uCs5sZS1kZS1GcmFuY2UKQmVub+50Ck5v62w=',
  },
  {
    language: 'french',
    encoding: 'macintosh',
    words: ['Crème brûlée', 'Château', 'Hélène Lefèvre', 'Garçon', 'Île-de-France', 'Benoît', 'Noël'],
    bytes: 'Q3KPbWUgYnKebI5lCkNoiXRlYXUKSI5sj25lIExlZo92cmUKR2FyjW9uCutsZS1kZS1GcmFuY2UKQmVub5R0Ck5vkWw=',
  },
  {
    language: 'spanish',
    encoding: 'windows-1252',
    words: ['Muñoz', 'José', 'García', 'Núñez', 'Málaga', 'Cáceres'],
    bytes: 'TXXxb3oKSm9z6QpHYXJj7WEKTvrxZXoKTeFsYWdhCkPhY2VyZXM=',
  },
  {
    language: 'portuguese',
    encoding: 'windows-1252',
    words: ['São Paulo', 'João', 'Conceição', 'Gonçalves', 'Guimarães', 'Belém'],
    bytes: 'U+NvIFBhdWxvCkpv428KQ29uY2Vp5+NvCkdvbudhbHZlcwpHdWltYXLjZXMKQmVs6W0=',
  },
  {
    language: 'danish',
    encoding: 'windows-1252',
    words: ['København', 'Ærø', 'Jørgensen', 'Aalborg Ø', 'Århus', 'Småland'],
    bytes: 'S/hiZW5oYXZuCsZy+ApK+HJnZW5zZW4KQWFsYm9yZyDYCsVyaHVzClNt5WxhbmQ=',
  },
  {
    language: 'icelandic',
    encoding: 'windows-1252',
    words: ['Þórður', 'Sigríður', 'Guðmundsdóttir', 'Reykjavík', 'Ægir'],
    bytes: '3vNy8HVyClNpZ3Lt8HVyCkd18G11bmRzZPN0dGlyClJleWtqYXbtawrGZ2ly',
  },
  {
    language: 'euro',
    encoding: 'iso-8859-15',
    words: ['Preis 12 €', '15 €', 'Café'],
    bytes: 'UHJlaXMgMTIgpAoxNSCkCkNhZuk=',
  },
  {
    language: 'euro',
    encoding: 'windows-1252',
    words: ['Preis 12 €', '15 €', 'Café'],
    bytes: 'UHJlaXMgMTIggAoxNSCACkNhZuk=',
  },
  {
    language: 'turkish',
    encoding: 'windows-1254',
    words: ['Yılmaz', 'Şahin', 'İstanbul', 'Çağlar', 'Öztürk', 'Beşiktaş', 'Güneş'],
    bytes: 'Wf1sbWF6Ct5haGluCt1zdGFuYnVsCsdh8GxhcgrWenT8cmsKQmX+aWt0Yf4KR/xuZf4=',
  },
  {
    language: 'lithuanian',
    encoding: 'windows-1257',
    words: ['Šiauliai', 'Panevėžys', 'Kęstutis Žukauskas', 'Žemaitė', 'Jurgis Ąžuolas'],
    bytes: '0GlhdWxpYWkKUGFuZXbr/nlzCkvmc3R1dGlzIN51a2F1c2thcwreZW1haXTrCkp1cmdpcyDA/nVvbGFz',
  },
  {
    language: 'latvian',
    encoding: 'windows-1257',
    words: ['Rīga', 'Jānis Bērziņš', 'Ventspils', 'Kārlis Ozoliņš', 'Liepāja'],
    bytes: 'Uu5nYQpK4m5pcyBC53J6afLwClZlbnRzcGlscwpL4nJsaXMgT3pvbGny8ApMaWVw4mph',
  },
  {
    language: 'russian',
    encoding: 'windows-1251',
    words: ['Москва', 'Иванов', 'Санкт-Петербург', 'Екатеринбург', 'Товар', 'Покупатель', 'ООО Ромашка'],
    bytes: 'zO7x6uLgCsji4O3u4grR4O3q8i3P5fLl8OHz8OMKxerg8uXw6O3h8/DjCtLu4uDwCs/u6vPv4PLl6/wKzs7OINDu7OD46uA=',
  },
  {
    language: 'russian',
    encoding: 'koi8-r',
    words: ['Москва', 'Иванов', 'Санкт-Петербург', 'Екатеринбург', 'Товар', 'Покупатель', 'ООО Ромашка'],
    bytes: '7c/Ty9fBCunXwc7P1wrzwc7L1C3wxdTF0sLV0scK5cvB1MXSyc7C1dLHCvTP18HSCvDPy9XQwdTFzNgK7+/vIPLPzcHby8E=',
  },
  {
    language: 'russian',
    encoding: 'iso-8859-5',
    words: ['Москва', 'Иванов', 'Санкт-Петербург', 'Екатеринбург', 'Товар', 'Покупатель', 'ООО Ромашка'],
    bytes: 'vN7h2tLQCrjS0N3e0grB0N3a4i2/1eLV4NHj4NMKtdrQ4tXg2N3R4+DTCsLe0tDgCr/e2uPf0OLV2+wKvr6+IMDe3NDo2tA=',
  },
  {
    language: 'russian',
    encoding: 'ibm866',
    words: ['Москва', 'Иванов', 'Санкт-Петербург', 'Екатеринбург', 'Товар', 'Покупатель', 'ООО Ромашка'],
    bytes: 'jK7hqqKgCoiioK2uogqRoK2q4i2PpeKl4KHj4KMKhaqg4qXgqK2h4+CjCpKuoqDgCo+uquOvoOKlq+wKjo6OIJCurKDoqqA=',
  },
  {
    language: 'ukrainian',
    encoding: 'windows-1251',
    words: ['Київ', 'Львів', 'Шевченко', 'Дніпро', 'Харків', 'Івано-Франківськ', 'Єгор', 'Євген Ґалаґан'],
    bytes: 'yui/4grL/OKz4grY5eL35e3q7grE7bPv8O4K1eDw6rPiCrLi4O3uLdTw4O3qs+Lx/OoKquPu8Aqq4uPl7SCl4OvgtODt',
  },
  {
    language: 'ukrainian',
    encoding: 'koi8-u',
    words: ['Київ', 'Львів', 'Шевченко', 'Дніпро', 'Харків', 'Івано-Франківськ', 'Єгор', 'Євген Ґалаґан'],
    bytes: '68mn1wrs2Nem1wr7xdfexc7LzwrkzqbQ0s8K6MHSy6bXCrbXwc7PLebSwc7LptfT2MsKtMfP0gq018fFziC9wczBrcHO',
  },
  {
    language: 'greek',
    encoding: 'windows-1253',
    words: ['Αθήνα', 'Θεσσαλονίκη', 'Γιώργος Παπαδόπουλος', 'Μαρία', 'Πάτρα'],
    bytes: 'weje7eEKyOXz8+Hr7+3f6ucKw+n+8ePv8iDQ4fDh5Pzw7/Xr7/IKzOHx3+EK0Nz08eE=',
  },
  {
    language: 'hebrew',
    encoding: 'windows-1255',
    words: ['ירושלים', 'תל אביב', 'משה כהן', 'חיפה', 'שרה לוי'],
    bytes: '6fjl+ezp7Qr67CDg4enhCu755CDr5O8K5+n05Ar5+OQg7OXp',
  },
  {
    language: 'arabic',
    encoding: 'windows-1256',
    words: ['القاهرة', 'محمد', 'أحمد علي', 'الرياض', 'دبي'],
    bytes: 'x+Hex+XRyQrjzePPCsPN488g2uHtCsfh0e3H1grPyO0=',
  },
  {
    language: 'thai',
    encoding: 'windows-874',
    words: ['กรุงเทพ', 'สมชาย', 'เชียงใหม่', 'ภูเก็ต'],
    bytes: 'ocPYp+C3vgrKwarSwgrgqtXCp+PLwegKwNngoee1',
  },
  {
    language: 'japanese',
    encoding: 'shift_jis',
    words: ['東京都', '大阪市', '田中 太郎', '株式会社', 'ポイント', 'お客様', 'カード', '鈴木 花子'],
    bytes: 'k4yLnpNzCpHljeOOcwqTY5KGIJG+mFkKipSOronvjtAKg3yDQ4OTg2cKgqiLcZdsCoNKgVuDaAqX6ZbYIInUjnE=',
  },
  {
    language: 'japanese',
    encoding: 'euc-jp',
    words: ['東京都', '大阪市', '田中 太郎', '株式会社', 'ポイント', 'お客様', 'カード', '鈴木 花子'],
    bytes: 'xey1/sXUCsLnuuW71ArFxMPmIMLAz7oKs/S8sLLxvNIKpd2lpKXzpcgKpKq10s3NCqWrobylyQrO68zaILLWu9I=',
  },
  {
    language: 'simplified',
    encoding: 'gb18030',
    words: ['北京市', '上海', '王小明', '广州', '张伟', '商品名称', '客户'],
    bytes: 'sbG+qcrQCsnPuqMKzfXQocP3Crnj1t0K1cXOsArJzMa3w/uzxgq/zbun',
  },
  {
    language: 'traditional',
    encoding: 'big5',
    words: ['台北市', '高雄', '王小明', '臺灣', '陳美玲', '商品名稱', '客戶'],
    bytes: 'pXilX6WrCrCqtq8KpP2kcKn6CrtPxlcKs6+s/KzCCrDTq36mV7rZCqvIpOE=',
  },
  {
    language: 'korean',
    encoding: 'euc-kr',
    words: ['서울특별시', '김철수', '부산', '이영희', '상품명', '고객'],
    bytes: 'vK2/78avurC9wwqx6MO2vPYKus676grAzL+1yPEKu/PHsLjtCrDtsLQ=',
  },
];
