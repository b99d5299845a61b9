// A zip archive whose files are stored as they are, which is all that a small workbook needs.
const TABLE = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
// 1 January 1980, the first day that a zip can name: the same selection gives the same bytes.
const DAY = 0x21;
const UTF8 = 0x0800;

/** The checksum of bytes that a zip asks for (CRC-32). */
export function checksum(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = TABLE[(value ^ byte) & 0xff] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

/** Pairs of a width (2 or 4 bytes) and a number in; the bytes out, lowest first. */
function fields(...pairs) {
  const bytes = new DataView(new ArrayBuffer(pairs.reduce((sum, [width]) => sum + width, 0)));
  let at = 0;
  for (const [width, value] of pairs) {
    if (width === 2) bytes.setUint16(at, value, true);
    else bytes.setUint32(at, value, true);
    at += width;
  }
  return new Uint8Array(bytes.buffer);
}

function describe(name, data) {
  return fields([2, 20], [2, UTF8], [2, 0], [2, 0], [2, DAY], [4, checksum(data)], [4, data.length], [4, data.length],
    [2, name.length], [2, 0]);
}

/** Files as [path, text] in; the parts of the archive out, in order, as a Blob takes them. */
export function zip(files) {
  const encoder = new TextEncoder();
  const [local, central] = [[], []];
  let offset = 0;
  for (const [path, content] of files) {
    const [name, data] = [encoder.encode(path), encoder.encode(content)];
    const about = describe(name, data);
    const parts = [fields([4, 0x04034b50]), about, name, data];
    local.push(...parts);
    central.push(fields([4, 0x02014b50], [2, 20]), about, fields([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), name);
    offset += parts.reduce((sum, part) => sum + part.length, 0);
  }
  const size = central.reduce((sum, part) => sum + part.length, 0);
  const end = fields([4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, offset], [2, 0]);
  return [...local, ...central, end];
}
