/**
 * Encodings in which a text file may be written, as the WHATWG standard names them, each with the languages it was made for. Of
 * encodings that give the same text the first is used.
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

/** Other common names of encodings. */
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

/** The encoding with this name, in any spelling; null where there is none. */
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

/** One encoding in which a file may be written. */
export interface EncodingReading {
  readonly encoding: Encoding;
  /** Parts of the file's lines in this encoding: the first that differ from the text as it was read. */
  readonly lines: readonly string[];
}

/** The possible encodings of a file that does not state its own. */
export interface EncodingChoice {
  /** Whether the bytes are clear evidence for one encoding, or the user has chosen one. */
  readonly sure: boolean;
  /** The encoding in which the file was read; its lines are those that differ in the likeliest other one. */
  readonly read: EncodingReading;
  /** Encodings that give another text, the likeliest first. */
  readonly others: readonly EncodingReading[];
  /** How many of `others` are nearly as likely as the best. */
  readonly plausible: number;
}
