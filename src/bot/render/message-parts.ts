import type {
  DateBlock,
  ListBlock,
  ListItem,
  TextBlock,
  VerifiedQuoteBlock,
  VerifiedReply,
} from '../../commands/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { graphemeEnds, lastFitting } from '../../shared/graphemes.ts';
import { readLabel } from '../messages.ts';
import { maskedLink, quoteLink, safeLink } from './link.ts';
import { escapeText, labelText, subtleLines } from './markdown.ts';
import { type Part, TEXT_UNITS } from './message-limits.ts';
import { cutQuotedWords, renderQuotedWords, renderSourceLines } from './render-quote.ts';

type ShownBlock = VerifiedReply['blocks'][number];

const HEADING_UNITS = 250;
const ITEM_UNITS = 300;
const LABEL_UNITS = 100;

/** Every block as parts. A heading goes with what follows it, so that it is never left alone. */
export type BlockParts = (blocks: VerifiedReply['blocks']) => Part[];

/** Makes parts; those of a block, or of an item of a list, once however often they come. */
export function createBlockParts(locale: Locale): BlockParts {
  const made = new Map<object, Part>();
  const makeOnce: MakeOnce = (source, make) => {
    const part = made.get(source) ?? make();
    made.set(source, part);
    return part;
  };
  return (blocks) => blockParts(blocks, (block) => partsOf(block, locale, makeOnce));
}

/** The part of a block or an item, made where it was not before. */
type MakeOnce = (source: object, make: () => Part) => Part;

function blockParts(
  blocks: VerifiedReply['blocks'],
  toParts: (block: Exclude<ShownBlock, DateBlock>) => readonly Part[],
): Part[] {
  const parts: Part[] = [];
  let heading = '';
  for (const block of blocks) {
    if (isHeading(block)) {
      heading += `${headingText('###', block.text)}\n`;
      continue;
    }
    // Not push(...): a list can have more items than a call can have arguments.
    for (const part of toParts(block)) {
      parts.push(heading.trim() === '' ? part : prefixed(heading, part));
      heading = '';
    }
  }
  if (heading.trim() !== '') parts.push(wordsPart(heading.trim()));
  return parts;
}

function isHeading(block: ShownBlock): block is TextBlock | DateBlock {
  return block.type === 'date' || (block.type === 'text' && block.style === 'heading');
}

function prefixed(prefix: string, part: Part): Part {
  const { shorten: cut } = part;
  return {
    ...part,
    text: `${prefix}${part.text}`,
    ...(cut && {
      shorten: (fits: (text: string) => boolean) => {
        const text = cut((shorter) => fits(`${prefix}${shorter}`));
        return text === null ? null : `${prefix}${text}`;
      },
    }),
  };
}

function partsOf(
  block: Exclude<ShownBlock, DateBlock>,
  locale: Locale,
  makeOnce: MakeOnce,
): Part[] {
  if (block.type === 'quote') return [makeOnce(block, () => quotePart(block, locale))];
  if (block.type === 'text') {
    // Looked at as it is shown: there are line breaks that are no white space otherwise.
    return escapeText(block.text).trim() === '' ? [] : [textPart(block)];
  }
  const items = block.items.map((item, index) => ({
    ...makeOnce(item, () => itemPart(item, locale)),
    continues: index > 0,
  }));
  return block.more ? [...items, ...moreParts(block.more, items.length > 0)] : items;
}

function moreParts({ count, text }: NonNullable<ListBlock['more']>, continues: boolean): Part[] {
  const lines = subtleLines(escapeText(text).split('\n'));
  return lines === '' ? [] : [{ ...wordsPart(lines), continues, count }];
}

function textPart({ style, text }: TextBlock): Part {
  const render = (words: string) => {
    const escaped = escapeText(words);
    if (style === 'warning') return `⚠ ${escaped}`;
    return style === 'subtle' ? subtleLines(escaped.split('\n')) : escaped;
  };
  const trimmed = text.trim();
  return {
    ...wordsPart(render(trimmed)),
    count: 1,
    priority: style === 'warning',
    shorten: (fits) => {
      const cut = (end: number) => render(`${trimmed.slice(0, end)}…`);
      const ends = graphemeEnds(trimmed.slice(0, TEXT_UNITS));
      const end = lastFitting(ends, (offset) => fits(cut(offset)));
      return end === null ? null : cut(end);
    },
  };
}

function quotePart(block: VerifiedQuoteBlock, locale: Locale): Part {
  const label = subtleLines([labelText(block.label ?? '', LABEL_UNITS)]);
  const source = renderSourceLines(block, locale);
  const render = (words: string) =>
    [label, words, source].filter((lines) => lines !== '').join('\n');
  const url =
    block.isCompact || block.isBrief ? null : quoteLink(block.source.url, block.directive);
  return {
    text: render(renderQuotedWords(block)),
    link: url === null ? null : { label: readLabel(locale), url },
    continues: false,
    count: 1,
    priority: false,
    shorten: (fits) => {
      const words = cutQuotedWords(block, (rendered) => fits(render(rendered)));
      return words === null ? null : render(words);
    },
  };
}

function itemPart(item: ListItem, locale: Locale): Part {
  const url = safeLink(item.url);
  const detail = [
    item.detail === null ? '' : labelText(item.detail, ITEM_UNITS),
    url === null ? '' : maskedLink(readLabel(locale), url),
  ].filter((part) => part !== '');
  const text = labelText(item.text, ITEM_UNITS) || '…';
  return {
    ...wordsPart(detail.length === 0 ? `- ${text}` : `${text}\n-# ${detail.join(' · ')}`),
    count: 1,
  };
}

/** Words of ours that are shown whole and not counted. */
export function wordsPart(text: string): Part {
  return { text, link: null, continues: false, count: 0, priority: false };
}

/** A line as a heading, or nothing where there is nothing to say. */
export function headingText(level: '##' | '###', text: string): string {
  const label = labelText(text, HEADING_UNITS);
  if (label === '') return '';
  // Discord drops number signs at the end of a heading and would leave the backslash of "C\#".
  return `${level} ${label}${label.endsWith('#') ? '\u200B' : ''}`;
}
