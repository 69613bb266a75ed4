import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";

/** One file of an archive. */
export interface ZipEntry {
  /** With `/` between folders; never absolute, never with `..`. */
  path: string;
  bytes: Uint8Array;
}

/** An entry as it stands in an archive. */
export interface StoredZipEntry extends ZipEntry {
  /** Day and time as DOS wrote them, in 32 bits. */
  time: number;
  /** Mode of a Unix file. */
  mode: number;
}

/** 1 January 1980, 00:00: the first moment that the format knows. */
export const zipTime = 0x0021_0000;
/** A plain file that everybody may read. */
export const zipMode = 0o100_644;

const localSignature = 0x0403_4b50;
const centralSignature = 0x0201_4b50;
const endSignature = 0x0605_4b50;
const deflated = 8;
const stored = 0;
/** Version 2.0 of the format, and names in UTF-8. */
const neededVersion = 20;
const utf8Names = 0x0800;
/** Made on Unix, so that the mode counts. */
const madeBy = (3 << 8) | neededVersion;

/**
 * Packs files so that the same files always give the same bytes: sorted by path, with one time and one mode, without
 * comments and extra fields. (On the same Node: another one may compress in another way.)
 *
 * @throws Error for a path that is absolute, leads out of the archive, or is there twice.
 */
export function zipArchive(entries: readonly ZipEntry[]): Buffer {
  const sorted = [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [at, { path, bytes }] of sorted.entries()) {
    if (!isInside(path)) throw new Error(`${path} cannot be packed: it leads out of the archive.`);
    if (sorted[at - 1]?.path === path) throw new Error(`${path} cannot be packed twice.`);
    const name = Buffer.from(path);
    const smaller = deflateRawSync(bytes, { level: 9 });
    const isSmaller = smaller.length < bytes.length;
    const content = isSmaller ? smaller : bytes;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(neededVersion, 0);
    common.writeUInt16LE(utf8Names, 2);
    common.writeUInt16LE(isSmaller ? deflated : stored, 4);
    common.writeUInt32LE(zipTime, 6);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(content.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    files.push(word(localSignature), common, name, Buffer.from(content));
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(zipMode * 0x1_0000, 6);
    rest.writeUInt32LE(offset, 10);
    directory.push(word(centralSignature), half(madeBy), common, rest, name);
    offset += 4 + common.length + name.length + content.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(sorted.length, 4);
  end.writeUInt16LE(sorted.length, 6);
  end.writeUInt32LE(
    directory.reduce((sum, part) => sum + part.length, 0),
    8,
  );
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, ...directory, word(endSignature), end]);
}

/**
 * The files of an archive that `zipArchive` wrote, in its order.
 *
 * @throws Error for what is none, or is damaged.
 */
export function readZip(archive: Buffer): StoredZipEntry[] {
  const end = archive.length - 22;
  if (end < 0 || archive.readUInt32LE(end) !== endSignature) throw new Error("This is no archive of ours.");
  const entries: StoredZipEntry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (archive.readUInt32LE(at) !== centralSignature) throw new Error("The archive's directory is damaged.");
    const nameLength = archive.readUInt16LE(at + 28);
    const path = archive.toString("utf8", at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const from = local + 30 + nameLength;
    const content = archive.subarray(from, from + archive.readUInt32LE(at + 20));
    const bytes = archive.readUInt16LE(at + 10) === deflated ? inflateRawSync(content) : Buffer.from(content);
    if (crc32(bytes) !== archive.readUInt32LE(at + 16)) throw new Error(`${path} is damaged in the archive.`);
    entries.push({
      path,
      bytes,
      time: archive.readUInt32LE(at + 12),
      mode: archive.readUInt32LE(at + 38) >>> 16,
    });
    at += 46 + nameLength;
  }
  return entries;
}

function isInside(path: string): boolean {
  return !/^[/\\]|^[a-z]:|\\/i.test(path) && path.split("/").every((part) => part !== "" && part !== "..");
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function half(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
