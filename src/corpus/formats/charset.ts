import { isBinary } from './decode.ts';

/** How many bytes of a page are looked at for its charset (HTML, 13.2.3.2, has 1024). */
const PRESCAN_BYTES = 4096;

/** Many pages call the wider charset by the name of the narrower one that it began as. */
const WIDER: ReadonlyMap<string, string> = new Map([
  ['gb2312', 'gb18030'],
  ['gbk', 'gb18030'],
  ['utf-16', 'utf-8'],
  ['utf-16le', 'utf-8'],
  ['utf-16be', 'utf-8'],
]);

/** The text of a page in the charset that it is in, and whether some bytes were none of its. */
export interface DecodedPage {
  readonly text: string;
  /** Characters that stand for bytes that could not be read. */
  readonly replaced: number;
}

/**
 * Decodes a page by its byte-order mark, as UTF-8 where it is that, or by the charset that it declares.
 * Null for binary data, and when nearly all of it is neither.
 *
 * @param label the charset that the server names, which goes before the one in the page.
 */
export function decodePage(bytes: Uint8Array, label: string | null = null): DecodedPage | null {
  const mark = byteOrderMark(bytes);
  if (mark !== null) return decodeAs(mark, bytes);
  if (isBinary(bytes)) return null;
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), replaced: 0 };
  } catch {
    const named = label === null ? null : decodeLabelled(label.toLowerCase(), bytes);
    return named ?? decodeLabelled(declaredCharset(bytes) ?? 'utf-8', bytes);
  }
}

function decodeLabelled(label: string, bytes: Uint8Array): DecodedPage | null {
  return decodeAs(WIDER.get(label) ?? label, bytes);
}

/** More than this share of characters that could not be read is another charset. */
const MAX_REPLACED_SHARE = 0.01;

function decodeAs(label: string, bytes: Uint8Array): DecodedPage | null {
  let text: string;
  try {
    text = new TextDecoder(label).decode(bytes);
  } catch (error) {
    // A name that nobody knows.
    if (error instanceof RangeError) return null;
    throw error;
  }
  const replaced = text.match(/\uFFFD/gu)?.length ?? 0;
  return replaced > Math.max(1, text.length * MAX_REPLACED_SHARE) ? null : { text, replaced };
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

function declaredCharset(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, PRESCAN_BYTES)).toString('latin1');
  const label =
    /<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w:.-]{2,40})/iu.exec(start);
  return label?.[1]?.toLowerCase() ?? null;
}
