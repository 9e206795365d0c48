import { type GivenMetadata, parseField, withoutNulls } from '../metadata/metadata.ts';

/** What Readwise writes over the highlights of an article. */
export interface ReadwiseExport {
  readonly inferred: GivenMetadata;
  /** The highlights, without the links to where they were made. */
  readonly text: string;
  /** How many lines of the file come before the text. */
  readonly lineCount: number;
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
    text: content.slice(head.length).replaceAll(HIGHLIGHT_LINK, ''),
    lineCount: head.split('\n').length - 1,
  };
}
