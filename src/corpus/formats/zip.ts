import { inflateRawSync } from 'node:zlib';

/** Why an archive is not read. */
export class ZipError extends Error {
  override readonly name = 'ZipError';
  readonly code: 'damaged' | 'encrypted' | 'too-large';

  constructor(code: ZipError['code'], options?: ErrorOptions) {
    super(`zip: ${code}`, options);
    this.code = code;
  }
}

// Signatures and places of fields: APPNOTE.TXT of PKWARE, 4.3.
const END = 0x06054b50;
const END_BYTES = 22;
const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const MAX_COMMENT_BYTES = 65_535;

/** Documents have some hundred files. */
const MAX_ENTRIES = 10_000;

const STORED = 0;
const DEFLATED = 8;

/**
 * Unpacks the files of an archive that are wanted, by their names. Sizes are not believed but counted:
 * unpacking ends when all files together have more than `maxBytes`.
 *
 * @throws ZipError
 */
export function unzip(
  archive: Uint8Array,
  isWanted: (name: string) => boolean,
  maxBytes: number,
): ReadonlyMap<string, Buffer> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    return unpack(bytes, isWanted, maxBytes);
  } catch (error) {
    if (error instanceof ZipError) throw error;
    // Fields that lead out of the file, and data that is not packed as they say.
    throw new ZipError('damaged', { cause: error });
  }
}

function unpack(
  bytes: Buffer,
  isWanted: (name: string) => boolean,
  maxBytes: number,
): ReadonlyMap<string, Buffer> {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MAX_ENTRIES) throw new ZipError('too-large');
  const files = new Map<string, Buffer>();
  let left = maxBytes;
  let place = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(place) !== CENTRAL) throw new ZipError('damaged');
    const nameEnd = place + CENTRAL_BYTES + bytes.readUInt16LE(place + 28);
    const name = bytes.toString('utf8', place + CENTRAL_BYTES, nameEnd);
    if (isWanted(name)) {
      const content = unpackEntry(bytes, place, left);
      left -= content.length;
      files.set(name, content);
    }
    place = nameEnd + bytes.readUInt16LE(place + 30) + bytes.readUInt16LE(place + 32);
  }
  return files;
}

/** Where the record at the end begins; a comment may follow it. */
function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_BYTES - MAX_COMMENT_BYTES);
  for (let place = bytes.length - END_BYTES; place >= first; place -= 1) {
    if (bytes.readUInt32LE(place) === END) return place;
  }
  throw new ZipError('damaged');
}

function unpackEntry(bytes: Buffer, central: number, maxBytes: number): Buffer {
  const isEncrypted = (bytes.readUInt16LE(central + 8) & 1) === 1;
  if (isEncrypted) throw new ZipError('encrypted');
  const method = bytes.readUInt16LE(central + 10);
  const packedBytes = bytes.readUInt32LE(central + 20);
  const local = bytes.readUInt32LE(central + 42);
  if (bytes.readUInt32LE(local) !== LOCAL) throw new ZipError('damaged');
  const start =
    local + LOCAL_BYTES + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (start + packedBytes > bytes.length) throw new ZipError('damaged');
  const packed = bytes.subarray(start, start + packedBytes);
  if (method === STORED) {
    if (packed.length > maxBytes) throw new ZipError('too-large');
    return packed;
  }
  if (method !== DEFLATED) throw new ZipError('damaged');
  return inflate(packed, maxBytes);
}

function inflate(packed: Buffer, maxBytes: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, maxBytes) });
  } catch (error) {
    const isTooLarge =
      error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new ZipError(isTooLarge ? 'too-large' : 'damaged', { cause: error });
  }
}

/** An archive of files, none of them packed. */
export function zipUnpacked(files: ReadonlyMap<string, Uint8Array>): Buffer {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, content] of files) {
    const nameBytes = Buffer.from(name);
    const local = Buffer.alloc(LOCAL_BYTES);
    local.writeUInt32LE(LOCAL, 0);
    writeSizes(local, 18, content.length, nameBytes.length);
    const central = Buffer.alloc(CENTRAL_BYTES);
    central.writeUInt32LE(CENTRAL, 0);
    writeSizes(central, 20, content.length, nameBytes.length);
    central.writeUInt32LE(offset, 42);
    parts.push(local, nameBytes, content);
    directory.push(central, nameBytes);
    offset += LOCAL_BYTES + nameBytes.length + content.length;
  }
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  const directoryBytes = directory.reduce((sum, { length }) => sum + length, 0);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

/** Checksums stay zero: whoever reads the archive has it from here. */
function writeSizes(header: Buffer, place: number, contentBytes: number, nameBytes: number): void {
  header.writeUInt32LE(contentBytes, place);
  header.writeUInt32LE(contentBytes, place + 4);
  header.writeUInt16LE(nameBytes, place + 8);
}
