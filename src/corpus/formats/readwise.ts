import { type GivenMetadata, parseField, withoutNulls } from '../metadata/metadata.ts';
import type { Cut } from '../place-in-file.ts';

/** What Readwise writes over the highlights of an article. */
export interface ReadwiseExport {
  readonly inferred: GivenMetadata;
  /** What is not the highlights: the head, and the links to where they were made. */
  readonly cuts: readonly Cut[];
}

/** In UTF-16 units: a title, a picture and a few lines of metadata. */
const MAX_HEAD_LENGTH = 4000;

const HEAD =
  /^\s*(?:#[^\S\n]+(?<title>[^\n]+)\n)?(?:\s*!\[[^\]\n]*\]\([^\n]*\)[^\S\n]*\n)?\s*##[^\S\n]+Metadata[^\S\n]*\n(?<metadata>(?:[^\S\n]*\n|[^\S\n]*[-*][^\n]*\n)+)##[^\S\n]+Highlights[^\n]*\n/u;

const HIGHLIGHT_LINK = /[^\S\n]*\(\[View Highlight\]\([^()\s]{0,500}\)\)/gu;

/** The highlights of an article as Readwise exports them in Markdown; null for any other text. */
export function readReadwiseExport(content: string): ReadwiseExport | null {
  const { 0: head, groups } = HEAD.exec(content.slice(0, MAX_HEAD_LENGTH)) ?? {};
  if (head === undefined) return null;
  const stated = (key: string): string | undefined =>
    new RegExp(`^\\s*[-*]\\s*${key}:\\s*(.+)$`, 'imu')
      .exec(groups?.['metadata'] ?? '')?.[1]
      ?.replaceAll(/\[\[|\]\]/gu, '')
      .trim();
  return {
    inferred: withoutNulls({
      title: parseField('title', stated('Full Title') ?? groups?.['title']),
      author: parseField('author', stated('Author')),
      url: parseField('url', stated('URL')),
    }),
    cuts: [
      { start: 0, end: head.length, replacement: '' },
      ...Array.from(content.matchAll(HIGHLIGHT_LINK), ({ 0: link, index }) => ({
        start: index,
        end: index + link.length,
        replacement: '',
      })),
    ],
  };
}
