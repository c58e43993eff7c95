/** Texts as consecutive UTF-8 and the offset of each, as Arrow stores them. */
export function textBytes(texts: readonly string[]): { bytes: Uint8Array; offsets: Int32Array } {
  const offsets = new Int32Array(texts.length + 1);
  const bytes = new TextEncoder().encode(texts.join(''));
  let at = 0;
  for (let i = 0; i < texts.length; i++) offsets[i + 1] = at += texts[i].length;
  // As many bytes as characters: all are ASCII, so byte offsets equal character offsets.
  if (bytes.byteLength === at) return { bytes, offsets };
  at = 0;
  for (let i = 0; i < texts.length; i++) offsets[i + 1] = at += utf8Length(texts[i]);
  // A text ends and the next begins with half of a surrogate pair, which would be joined: each text is encoded alone.
  return { bytes: bytes.byteLength === at ? bytes : encodedOneByOne(texts, offsets), offsets };
}

function encodedOneByOne(texts: readonly string[], offsets: Int32Array): Uint8Array {
  const bytes = new Uint8Array(offsets[texts.length]);
  const encoder = new TextEncoder();
  for (let i = 0; i < texts.length; i++) bytes.set(encoder.encode(texts[i]), offsets[i]);
  return bytes;
}

/** Half of a surrogate pair is counted as U+FFFD, of three bytes, which TextEncoder writes. */
function utf8Length(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) length += 1;
    else if (code < 0x800) length += 2;
    else if (isHigh(code) && isLow(text.charCodeAt(i + 1))) {
      length += 4;
      i++;
    } else length += 3;
  }
  return length;
}
const isHigh = (code: number) => code >= 0xd800 && code < 0xdc00;
const isLow = (code: number) => code >= 0xdc00 && code < 0xe000;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The texts, decoded at once and then cut, which is faster than decoding each. */
export function readTexts(bytes: Uint8Array, offsets: Int32Array): string[] {
  const count = offsets.length - 1;
  const whole = decoder.decode(bytes.subarray(offsets[0], offsets[count]));
  const texts = new Array<string>(count);
  let from = 0;
  for (let i = 0; i < count; i++) {
    const to = from + charactersIn(bytes, offsets[i], offsets[i + 1]);
    texts[i] = whole.slice(from, to);
    from = to;
  }
  return texts;
}

/** UTF-16 units: one for each byte that begins a character, two where it is of four bytes. */
function charactersIn(bytes: Uint8Array, from: number, to: number): number {
  let characters = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at];
    if (byte < 0x80 || byte >= 0xc0) characters += byte >= 0xf0 ? 2 : 1;
  }
  return characters;
}
