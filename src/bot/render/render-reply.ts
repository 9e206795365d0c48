import {
  type APIContainerComponent,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  FileBuilder,
  MediaGalleryBuilder,
  MediaGalleryItemBuilder,
  MessageFlags,
  SectionBuilder,
  type StringSelectMenuBuilder,
  TextDisplayBuilder,
} from 'discord.js';
import type { AttachedFile, VerifiedReply } from '../../commands/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { shorten } from '../../shared/graphemes.ts';
import { botMessages } from '../messages.ts';
import { type ButtonRow, createRows, type MenuRow } from './action-row.ts';
import { escapeText, labelText, replaceLoneSurrogates } from './markdown.ts';
import { DESCRIPTION_UNITS, fitParts, type Link, type Part, TEXT_UNITS } from './message-limits.ts';
import { createBlockParts, headingText, wordsPart } from './message-parts.ts';

/** A message with Components V2. It pings nobody, whatever it quotes. */
export interface RenderedMessage {
  readonly components: readonly [APIContainerComponent];
  /** What the components show of it, uploaded with them. */
  readonly files: readonly { readonly attachment: Buffer; readonly name: string }[];
  /** IsComponentsV2, and Ephemeral when the asker alone may see it. */
  readonly flags: number;
  readonly allowedMentions: { readonly parse: [] };
}

const FOOTER_UNITS = 250;

const PICTURE_NAME = 'timeline.png';

/** Renders the replies that one message may become. They have blocks in common, each rendered once. */
export interface ReplyRenderer {
  /**
   * A reply as a Discord message within every limit.
   *
   * @param png what the reply's picture has become; null where there is none.
   */
  readonly render: (reply: VerifiedReply, png: Uint8Array | null) => RenderedMessage;
  /** Whether {@link render} shows the whole of a reply, its picture included where it has one. */
  readonly fits: (reply: VerifiedReply) => boolean;
}

/**
 * A renderer for the replies of one message.
 *
 * @param generationId the generation that the replies are made of, which their components name.
 * @param locale of the replies.
 */
export function createReplyRenderer(generationId: string, locale: Locale): ReplyRenderer {
  const toParts = createBlockParts(locale);

  function layOut(reply: VerifiedReply, picture: string | null) {
    const { actions = [], feedback } = reply;
    const heading = headingText('##', reply.heading);
    const footer = labelText(reply.footer ?? '', FOOTER_UNITS);
    const rows = createRows(reply, generationId);
    const prompt = rows.feedback && subtlePart(feedback?.prompt ?? '');
    const head = heading === '' ? [] : [wordsPart(heading)];
    const foot = [
      ...(rows.actions.length > 0 || actions.length === 0
        ? []
        : [subtlePart(botMessages[locale].tooLongForButtons)]),
      ...(footer === '' ? [] : [wordsPart(`-# ${footer}`)]),
    ];
    const fitted = fitParts(
      toParts(reply.blocks),
      {
        parts: [...head, ...foot, ...(prompt ? [prompt] : [])],
        components:
          componentsIn([...rows.actions, rows.menu, rows.feedback]) +
          (reply.attachments?.length ?? 0),
        picture,
      },
      hiddenNote,
    );
    if (rows.feedback === null || fitted.isWhole) return { head, fitted, foot, rows, prompt };
    // What is asked about a reply never takes room from what the reply says.
    const { feedback: _feedback, ...rest } = reply;
    return layOut(rest, picture);
  }

  function hiddenNote(hidden: number): Part {
    return subtlePart(botMessages[locale].notShown(hidden));
  }

  return {
    render(reply, png) {
      const description = png === null ? null : descriptionOf(reply);
      const { head, fitted, foot, rows, prompt } = layOut(reply, description);
      const note = fitted.hidden > 0 ? [hiddenNote(fitted.hidden)] : [];
      return message({
        head,
        picture: png === null || description === null ? null : { png, description },
        body: [...fitted.parts, ...note, ...foot],
        attachments: reply.attachments ?? [],
        rows: [...rows.actions, ...(rows.menu ? [rows.menu] : [])],
        feedback: rows.feedback && prompt && { prompt, row: rows.feedback },
        isPrivate: reply.visibility === 'private',
      });
    },
    fits: (reply) => layOut(reply, descriptionOf(reply)).fitted.isWhole,
  };
}

/** The words of a reply's picture, fit for Discord; null where it has no picture. */
function descriptionOf({ picture }: VerifiedReply): string | null {
  if (!picture) return null;
  return replaceLoneSurrogates(shorten(picture.description, DESCRIPTION_UNITS)) || '…';
}

function componentsIn(rows: readonly (ButtonRow | MenuRow | null)[]): number {
  return rows.reduce((sum, row) => sum + (row ? 1 + row.components.length : 0), 0);
}

function subtlePart(text: string): Part {
  return wordsPart(`-# ${escapeText(text)}`);
}

/** A line or two of ours for the asker alone: an error, a refusal, progress. */
export function renderNotice(text: string): RenderedMessage {
  const escaped = escapeText(shorten(text, TEXT_UNITS / 2 - 1));
  const body = escaped.trim() === '' ? [] : [wordsPart(escaped)];
  return message({ head: [], body, isPrivate: true });
}

/** Whether the asker alone may see a message. */
export function isPrivateMessage({ flags }: RenderedMessage): boolean {
  return (flags & MessageFlags.Ephemeral) !== 0;
}

/** The same message for the asker alone. */
export function asPrivate(rendered: RenderedMessage): RenderedMessage {
  return { ...rendered, flags: rendered.flags | MessageFlags.Ephemeral };
}

/** The parts of a message, from above. */
interface MessageParts {
  readonly head: readonly Part[];
  readonly picture?: { readonly png: Uint8Array; readonly description: string } | null;
  readonly body: readonly Part[];
  readonly attachments?: readonly AttachedFile[];
  readonly rows?: readonly (ButtonRow | MenuRow)[];
  readonly feedback?: { readonly prompt: Part; readonly row: ButtonRow } | null;
  readonly isPrivate: boolean;
}

function message(parts: MessageParts): RenderedMessage {
  const { head, picture, body, attachments = [], rows = [], feedback, isPrivate } = parts;
  const container = new ContainerBuilder();
  addTexts(container, head);
  if (picture) {
    const item = new MediaGalleryItemBuilder()
      .setURL(`attachment://${PICTURE_NAME}`)
      .setDescription(picture.description);
    container.addMediaGalleryComponents(new MediaGalleryBuilder().addItems(item));
  }
  addTexts(container, body);
  if (head.length + body.length === 0) {
    container.addTextDisplayComponents(new TextDisplayBuilder().setContent('…'));
  }
  for (const { name } of attachments) {
    container.addFileComponents(new FileBuilder().setURL(`attachment://${name}`));
  }
  for (const row of rows)
    container.addActionRowComponents<ButtonBuilder | StringSelectMenuBuilder>(row);
  if (feedback) {
    addTexts(container, [feedback.prompt]);
    container.addActionRowComponents(feedback.row);
  }
  return {
    components: [container.toJSON()],
    files: [
      ...(picture ? [{ attachment: Buffer.from(picture.png), name: PICTURE_NAME }] : []),
      ...attachments.map(({ bytes, name }) => ({ attachment: Buffer.from(bytes), name })),
    ],
    flags: isPrivate
      ? MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral
      : MessageFlags.IsComponentsV2,
    allowedMentions: { parse: [] },
  };
}

function addTexts(container: ContainerBuilder, parts: readonly Part[]): void {
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
