/**
 * Encodings in which a text file may be written, as the WHATWG standard names them, and for whom each was made. In the order
 * in which they are preferred where readings say the same.
 */
export const ENCODINGS = {
  'utf-8': 'all languages',
  'utf-16le': 'all languages',
  'utf-16be': 'all languages',
  'windows-1252': 'Western European',
  'iso-8859-15': 'Western European, with the euro sign',
  macintosh: 'Western European, old Macs',
  'windows-1250': 'Central European',
  'iso-8859-2': 'Central European',
  'windows-1254': 'Turkish',
  'windows-1257': 'Baltic',
  'windows-1251': 'Cyrillic',
  'koi8-r': 'Russian',
  'koi8-u': 'Ukrainian',
  'iso-8859-5': 'Cyrillic',
  ibm866: 'Cyrillic, DOS',
  'windows-1253': 'Greek',
  'iso-8859-7': 'Greek',
  'windows-1255': 'Hebrew',
  'windows-1256': 'Arabic',
  'windows-874': 'Thai',
  shift_jis: 'Japanese',
  'euc-jp': 'Japanese',
  gb18030: 'Chinese, simplified',
  big5: 'Chinese, traditional',
  'euc-kr': 'Korean',
} as const;

export type Encoding = keyof typeof ENCODINGS;

export const isEncoding = (name: string): name is Encoding => Object.hasOwn(ENCODINGS, name);

/** Other names under which people know them. */
const ALIASES: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  latin1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
  gbk: 'gb18030',
  gb2312: 'gb18030',
};

/** The encoding of that name, however it is written; null where there is none. */
export function encodingNamed(name: string): Encoding | null {
  const lower = name
    .trim()
    .toLowerCase()
    .replace(/^cp-?(?=125\d$)/, 'windows-');
  if (isEncoding(lower)) return lower;
  return Object.hasOwn(ALIASES, lower) ? ALIASES[lower] : null;
}

const WRITTEN: Readonly<Record<string, string>> = {
  macintosh: 'Macintosh',
  ibm866: 'IBM 866',
  shift_jis: 'Shift JIS',
  big5: 'Big5',
};

/** `Windows-1250` */
export const encodingName = (encoding: string): string =>
  WRITTEN[encoding] ??
  encoding.replace(/^windows/, 'Windows').replace(/^(utf|iso|koi|euc|gb).*$/, (name) => name.toUpperCase());

/** One way in which a file's letters can be read. */
export interface EncodingReading {
  readonly encoding: Encoding;
  /** Pieces of the user's own lines, read so: the first that come out otherwise than they were read. */
  readonly lines: readonly string[];
}

/** What a file that does not say how it is encoded leaves open. */
export interface EncodingChoice {
  /** The bytes speak for one reading; or somebody has chosen. */
  readonly sure: boolean;
  /** As it was read; its lines are those of the likeliest other reading. */
  readonly read: EncodingReading;
  /** Readings that give other text, the likeliest first. */
  readonly others: readonly EncodingReading[];
  /** So many of `others` are nearly as likely as the best. */
  readonly plausible: number;
}
