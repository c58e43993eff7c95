export interface Token {
  /** Upper case for words; the text as written for anything else. */
  readonly text: string;
  readonly kind: 'word' | 'quoted' | 'sign';
  readonly start: number;
  readonly end: number;
}

/** Quoted text runs to its closing mark, doubled marks included; without one it runs to the end, as in SQLite. */
const TOKEN = new RegExp(
  [
    String.raw`--[^\n]*`,
    String.raw`/\*[\s\S]*?(?:\*/|$)`,
    String.raw`(?<quoted>'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)|${'`'}(?:[^${'`'}]|${'`'}${'`'})*(?:${'`'}|$)|\[[^\]]*(?:\]|$))`,
    String.raw`(?<word>[\p{L}_\u0080-\uffff][\p{L}\p{N}_$\u0080-\uffff]*)`,
    String.raw`(?<sign>\d[\w.]*|\S)`,
  ].join('|'),
  'gu',
);

/** Words, quoted text and signs as SQLite reads them, without comments: enough to find the beginning and end of statements. */
export function tokensOf(sql: string): Token[] {
  const tokens: Token[] = [];
  for (const match of sql.matchAll(TOKEN)) {
    const { quoted, word } = match.groups!;
    const kind = quoted !== undefined ? 'quoted' : word !== undefined ? 'word' : 'sign';
    if (kind === 'sign' && match.groups!['sign'] === undefined) continue;
    const text = kind === 'word' ? match[0].toUpperCase() : match[0];
    tokens.push({ text, kind, start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}

/** The line of a place in the text, from 1. */
export const lineAt = (sql: string, position: number): number => sql.slice(0, position).split('\n').length;
