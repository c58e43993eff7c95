/** One entry a byte, of the reversed polynomial 0xEDB88320 (ISO 3309, as ZIP and gzip use it). */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let code = byte;
  for (let bit = 0; bit < 8; bit++) code = code & 1 ? (code >>> 1) ^ 0xedb88320 : code >>> 1;
  return code;
});

/** The checksum of bytes that follow those whose checksum is `before`; 0 at the start. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let code = ~before;
  for (let at = 0; at < bytes.length; at++) code = TABLE[(code ^ bytes[at]) & 0xff] ^ (code >>> 8);
  return ~code >>> 0;
}
