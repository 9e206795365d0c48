import type { Message } from 'discord.js';
import { z } from 'zod';

/** Stands for what was taken out, until it is known what stands beside it. */
const GAP = '\ue0ff';

/** Markup that stands for something else than words, and what is read instead. */
const SPECIAL: readonly (readonly [RegExp, string | ((...groups: readonly string[]) => string)])[] =
  [
    [/```[^]*?(?:```|$)/gu, '\n'],
    [
      /<(?:@[!&]?|#)\d{1,25}>|<(?:id:\w{1,40}|\/[^<>\n]{1,100}:\d{1,25}|a?:\w{1,40}:\d{1,25})>/gu,
      GAP,
    ],
    [/<t:(-?\d{1,15})(?::\w)?>/gu, (_all, seconds = '') => dayOf(Number(seconds))],
    [/\[([^[\]\n]{1,500})\]\(<?https?:[^()\s]{1,2000}(?: "[^"\n]{0,200}")?\)/gu, '$1'],
    [/<?https?:\/\/[^\s<>]+>?/gu, GAP],
    [/@(?:everyone|here)\b/gu, GAP],
  ];

/** What only says how a line or word looks. */
const LINE_START = /^[ \t]*(?:>>> |> |-# |#{1,3} |[-*+] |\d{1,3}[.)] )+/gmu;
const LINE_START_BUT_QUOTES = /^[ \t]*(?:-# |#{1,3} |[-*+] |\d{1,3}[.)] )+/gmu;

/** Quotes all lines from here on. */
const LONG_QUOTE = /^[ \t]*>>> ([^]*)/mu;
const EMPHASIS = /\*{1,3}|~~|\|\||`{1,2}|__|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
const ESCAPED = /\\([!-/:-@[-`{-~])/gu;

const EMOJI =
  /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\ufe0f|\u200d|\u20e3/gu;

/** What was taken out at the start of a line, with the comma or colon that followed a name there. */
const GAP_CALLED = /^ ?(?:\ue0ff ?)+[,:，：、] ?/gmu;

/** What was taken out before punctuation, which belongs to the word before. */
const GAP_BEFORE_PUNCTUATION = / ?(?:\ue0ff ?)+(?=[,.;:!?)，。；：！？、）])/gu;

/** What stands for an escaped sign while markup is taken out, so that it is not taken for markup. */
const PLACEHOLDER_BASE = 0xe000;
const PLACEHOLDERS = /[\ue000-\ue0ff]/gu;

/**
 * The words of a message's Discord markdown, without formatting, mentions, emoji, addresses and
 * blocks of code, nor the comma that would be left of them. A masked link gives its label, a time its day in UTC. Markup that is not known
 * stays as it is written.
 *
 * @param keepsQuotes whether `> ` stays before each line of a block quote.
 */
export function toPlainText(markdown: string, keepsQuotes = false): string {
  let text = markdown
    .replaceAll(PLACEHOLDERS, ' ')
    .replaceAll(ESCAPED, (_all, sign: string) =>
      String.fromCharCode(PLACEHOLDER_BASE + sign.charCodeAt(0)),
    );
  for (const [pattern, words] of SPECIAL) {
    text =
      typeof words === 'string'
        ? text.replaceAll(pattern, words)
        : text.replaceAll(pattern, (...groups: readonly string[]) => words(...groups));
  }
  const quoted = keepsQuotes
    ? text.replace(LONG_QUOTE, (_all, rest: string) => `> ${rest.replaceAll('\n', '\n> ')}`)
    : text;
  return quoted
    .replaceAll(keepsQuotes ? LINE_START_BUT_QUOTES : LINE_START, '')
    .replaceAll(EMPHASIS, '')
    .replaceAll(EMOJI, GAP)
    .replaceAll(/[^\S\n]+/gu, ' ')
    .replaceAll(GAP_CALLED, '')
    .replaceAll(GAP_BEFORE_PUNCTUATION, '')
    .replaceAll(GAP, ' ')
    .replaceAll(PLACEHOLDERS, (each) => String.fromCharCode(each.charCodeAt(0) - PLACEHOLDER_BASE))
    .replaceAll(/[^\S\n]+/gu, ' ')
    .trim();
}

function dayOf(seconds: number): string {
  const date = new Date(1000 * seconds);
  return Number.isNaN(date.getTime()) ? ' ' : date.toISOString().slice(0, 10);
}

interface Shown {
  readonly content?: string | undefined;
  readonly components?: readonly Shown[] | undefined;
}

const SHOWN: z.ZodType<Shown> = z.lazy(() =>
  z.object({ content: z.string().optional(), components: z.array(SHOWN).optional() }),
);

/** Where a message has words: its own, those that it passes on, and those that it shows beside them. */
type MessageWords = Pick<Message, 'content' | 'embeds' | 'components'>;

/** The words of a message and of what it forwards, embeds and shows; empty where there are none. */
export function plainTextOf(message: Message, keepsQuotes = false): string {
  return [message, ...message.messageSnapshots.values()]
    .flatMap((each) => textsOf(each))
    .map((text) => toPlainText(text, keepsQuotes))
    .filter((text) => text !== '')
    .join('\n\n');
}

function textsOf({ content, embeds, components }: MessageWords): readonly string[] {
  const shown = z.array(SHOWN).safeParse(components.map((component) => component.toJSON()));
  return [
    content,
    ...embeds.flatMap(({ title, description, fields }) => [
      title ?? '',
      description ?? '',
      ...fields.map(({ name, value }) => `${name}\n${value}`),
    ]),
    ...(shown.data ?? []).flatMap(contentsIn),
  ];
}

function contentsIn({ content = '', components = [] }: Shown): readonly string[] {
  return [content, ...components.flatMap(contentsIn)];
}
