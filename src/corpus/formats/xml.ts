import { attributeOf, MAX_HTML_DEPTH, parseHtml, rawTextOf, walkElements } from './html-tree.ts';

/** An element of XML: its name without a prefix in lower case, its attributes, and all text in it. */
export interface XmlElement {
  readonly name: string;
  readonly attribute: (name: string) => string | null;
  readonly text: () => string;
}

/**
 * The elements of a small XML file, in order, read by the limits of HTML: what is no XML, or too much of
 * it, has none, and so has a file that is not there.
 */
export function readXmlElements(file: Uint8Array | undefined): readonly XmlElement[] {
  const parsed = parseHtml(closeEmptyElements(textOf(file)));
  if (parsed.kind !== 'document') return [];
  return Array.from(walkElements(parsed.document), (element) => ({
    name: element.tagName.replace(/^.*:/u, ''),
    attribute: (name) => attributeOf(element, name),
    text: () => rawTextOf(element).trim(),
  }));
}

/** Whether elements of XML are nested deeper than a page's may be, for readers to which that takes long. */
export function isTooDeep(file: Uint8Array): boolean {
  let depth = 0;
  for (const [tag] of textOf(file).matchAll(/<[^<>]*>/gu)) {
    if (/^<[!?]|\/>$/u.test(tag)) continue;
    depth += tag.startsWith('</') ? -1 : 1;
    if (depth > MAX_HTML_DEPTH) return true;
  }
  return false;
}

/** XHTML for a reader of HTML, to whom `<title/>` is the beginning of a title. */
export function closeEmptyElements(xhtml: string): string {
  return xhtml.replaceAll(/<([A-Za-z][\w:.-]*)(\s[^<>]*)?\/>/gu, '<$1$2></$1>');
}

function textOf(file: Uint8Array | undefined): string {
  return file === undefined ? '' : Buffer.from(file).toString('utf8');
}
