import {
  type APIContainerComponent,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  MessageFlags,
  SectionBuilder,
  TextDisplayBuilder,
} from 'discord.js';
import type { ListBlock, TextBlock, VerifiedQuoteBlock, VerifiedReply } from '../commands/index.ts';
import type { Locale } from '../i18n/index.ts';
import { BUTTON_LABEL_UNITS, fitParts, type Link, type Part, TEXT_UNITS } from './budget.ts';
import { escapeText } from './escape.ts';
import { graphemeEnds, lastFitting, shorten } from './graphemes.ts';
import { labelText } from './label.ts';
import { maskedLink, safeLink } from './link.ts';
import { botMessages, notShownLine } from './messages.ts';
import { cutQuotedWords, renderQuotedWords, renderSourceLines } from './render-quote.ts';

/** A message with Components V2. It pings nobody, whatever it quotes. */
export interface RenderedMessage {
  readonly components: readonly [APIContainerComponent];
  /** IsComponentsV2, and Ephemeral when the asker alone may see it. */
  readonly flags: number;
  readonly allowedMentions: { readonly parse: [] };
}

const HEADING_UNITS = 250;
const FOOTER_UNITS = 250;
const ITEM_UNITS = 300;

/** A reply as a Discord message within every limit. Pure. */
export function renderReply(reply: VerifiedReply): RenderedMessage {
  const { locale } = reply;
  const heading = headingText('##', reply.heading);
  const footer = labelText(reply.footer ?? '', FOOTER_UNITS);
  const headParts = heading === '' ? [] : [wordsPart(heading)];
  const footParts = footer === '' ? [] : [wordsPart(`-# ${footer}`)];
  const hiddenNote = (hidden: number) =>
    wordsPart(`-# ${escapeText(notShownLine(locale, hidden))}`);

  const parts = withHeadings(reply.blocks, locale);
  const fitted = fitParts(parts, [...headParts, ...footParts], hiddenNote);
  const noteParts = fitted.hidden > 0 ? [hiddenNote(fitted.hidden)] : [];
  return message(
    [...headParts, ...fitted.parts, ...noteParts, ...footParts],
    reply.visibility === 'private',
  );
}

/** A line or two of ours for the asker alone: an error, a refusal, progress. */
export function renderNotice(text: string): RenderedMessage {
  const short = shorten(text, TEXT_UNITS / 2 - 1);
  return message([wordsPart(escapeText(short))], true);
}

/** Whether the asker alone may see a message. */
export function isPrivateMessage({ flags }: RenderedMessage): boolean {
  return (flags & MessageFlags.Ephemeral) !== 0;
}

/** The same message for the asker alone. */
export function asPrivate(rendered: RenderedMessage): RenderedMessage {
  return { ...rendered, flags: rendered.flags | MessageFlags.Ephemeral };
}

function message(parts: readonly Part[], isPrivate: boolean): RenderedMessage {
  const container = new ContainerBuilder();
  for (const { text, link } of joinContinued(parts)) {
    const display = new TextDisplayBuilder().setContent(text);
    if (link) {
      const button = new ButtonBuilder()
        .setStyle(ButtonStyle.Link)
        .setLabel(link.label)
        .setURL(link.url);
      container.addSectionComponents(
        new SectionBuilder().addTextDisplayComponents(display).setButtonAccessory(button),
      );
    } else {
      container.addTextDisplayComponents(display);
    }
  }
  if (parts.length === 0) {
    container.addTextDisplayComponents(new TextDisplayBuilder().setContent('…'));
  }
  return {
    components: [container.toJSON()],
    flags: isPrivate
      ? MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral
      : MessageFlags.IsComponentsV2,
    allowedMentions: { parse: [] },
  };
}

function joinContinued(parts: readonly Part[]): { text: string; link: Link | null }[] {
  const displays: { text: string; link: Link | null }[] = [];
  for (const { text, link, continues } of parts) {
    const last = displays.at(-1);
    if (continues && last) last.text += `\n${text}`;
    else displays.push({ text, link });
  }
  return displays;
}

/** Every block as parts. A heading goes with what follows it, so that it is never left alone. */
function withHeadings(blocks: VerifiedReply['blocks'], locale: Locale): Part[] {
  const parts: Part[] = [];
  let heading = '';
  for (const block of blocks) {
    if (block.type === 'text' && block.style === 'heading') {
      heading += `${headingText('###', block.text)}\n`;
      continue;
    }
    // Not push(...): a list can have more items than a call can have arguments.
    for (const part of blockParts(block, locale)) {
      parts.push(heading.trim() === '' ? part : prefixed(heading, part));
      heading = '';
    }
  }
  if (heading.trim() !== '') parts.push(wordsPart(heading.trim()));
  return parts;
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

function blockParts(block: VerifiedReply['blocks'][number], locale: Locale): Part[] {
  if (block.type === 'quote') return [quotePart(block, locale)];
  if (block.type === 'text') return block.text.trim() === '' ? [] : [textPart(block)];
  const items = block.items.map((item, index) => itemPart(item, index > 0, locale));
  return block.more ? [...items, morePart(block.more, items.length > 0)] : items;
}

function morePart({ count, text }: NonNullable<ListBlock['more']>, continues: boolean): Part {
  return { ...wordsPart(`-# ${escapeText(text)}`), continues, count };
}

function textPart({ style, text }: TextBlock): Part {
  const render = (words: string) => {
    const escaped = escapeText(words);
    if (style === 'warning') return `⚠ ${escaped}`;
    return style === 'subtle' ? `-# ${escaped.replaceAll('\n', '\n-# ')}` : escaped;
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
  const source = renderSourceLines(block, locale);
  const url = safeLink(block.source.url);
  return {
    text: `${renderQuotedWords(block)}\n${source}`,
    link: url === null ? null : { label: readLabel(locale), url },
    continues: false,
    count: 1,
    priority: false,
    shorten: (fits) => {
      const words = cutQuotedWords(block, (rendered) => fits(`${rendered}\n${source}`));
      return words === null ? null : `${words}\n${source}`;
    },
  };
}

function itemPart(item: ListBlock['items'][number], continues: boolean, locale: Locale): Part {
  const url = safeLink(item.url);
  const detail = [
    item.detail === null ? '' : labelText(item.detail, ITEM_UNITS),
    url === null ? '' : maskedLink(readLabel(locale), url),
  ].filter((part) => part !== '');
  const text = labelText(item.text, ITEM_UNITS) || '…';
  return {
    ...wordsPart(detail.length === 0 ? `- ${text}` : `${text}\n-# ${detail.join(' · ')}`),
    continues,
    count: 1,
  };
}

/** Words of ours that are shown whole and not counted. */
function wordsPart(text: string): Part {
  return { text, link: null, continues: false, count: 0, priority: false };
}

function headingText(level: '##' | '###', text: string): string {
  const label = labelText(text, HEADING_UNITS);
  if (label === '') return '';
  // Discord drops number signs at the end of a heading and would leave the backslash of "C\#".
  return `${level} ${label}${label.endsWith('#') ? '\u200B' : ''}`;
}

function readLabel(locale: Locale): string {
  return shorten(botMessages(locale).read, BUTTON_LABEL_UNITS);
}
