// ZIP files whose members lie as they are, without compression: enough for packages and small workbooks.

import { crc32 } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 10;
const FIRST_DAY = (1 << 21) | (1 << 16);

/** The members by name, in their order. */
export function members(bytes) {
  const found = new Map();
  for (let at = 0; bytes.readUInt32LE(at) === LOCAL; ) {
    const size = bytes.readUInt32LE(at + 18);
    const name = at + 30;
    const content = name + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    found.set(bytes.toString('utf8', name, name + bytes.readUInt16LE(at + 26)), bytes.subarray(content, content + size));
    at = content + size;
  }
  return found;
}

/** A file with these members. */
export function zip(members) {
  const [files, directory] = [[], []];
  let offset = 0;
  for (const [name, content] of members) {
    const bytes = Buffer.from(content);
    const entry = described(name, bytes);
    const local = Buffer.concat([number(LOCAL, 4), entry, Buffer.from(name), bytes]);
    directory.push(number(CENTRAL, 4), number(VERSION, 2), entry, Buffer.alloc(10), number(offset, 4), Buffer.from(name));
    files.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const count = number(members.size, 2);
  const end = [number(END, 4), Buffer.alloc(4), count, count, number(listed.length, 4), number(offset, 4), Buffer.alloc(2)];
  return Buffer.concat([...files, listed, ...end]);
}

/** What both descriptions of a member say. */
function described(name, bytes) {
  const size = number(bytes.length, 4);
  const length = number(Buffer.byteLength(name), 2);
  return Buffer.concat([number(VERSION, 2), Buffer.alloc(4), number(FIRST_DAY, 4), number(crc32(bytes), 4), size, size, length, Buffer.alloc(2)]);
}

function number(value, bytes) {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
}
