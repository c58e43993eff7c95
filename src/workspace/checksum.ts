/** A 32-bit checksum (FNV-1a over little-endian words, the last few bytes one by one). It finds damage, not intent. */
export function checksumOf(bytes: Uint8Array): number {
  const words = bytes.byteLength >>> 2;
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const word = new Uint32Array(aligned.buffer, aligned.byteOffset, words);
  let sum = 0x811c9dc5;
  for (let at = 0; at < words; at++) sum = Math.imul(sum ^ word[at], 0x01000193);
  for (let at = words * 4; at < bytes.byteLength; at++) sum = Math.imul(sum ^ bytes[at], 0x01000193);
  return sum >>> 0;
}
