import type { Message } from 'discord.js';
import { z } from 'zod';
import { toPlainText } from './plain-text.ts';

interface Shown {
  readonly content?: string | undefined;
  readonly components?: readonly Shown[] | undefined;
}

const SHOWN: z.ZodType<Shown> = z.lazy(() =>
  z.object({ content: z.string().optional(), components: z.array(SHOWN).optional() }),
);

/** Where a message has words: its own, those that it passes on, and those that it shows beside them. */
type Wording = Pick<Message, 'content' | 'embeds' | 'components'>;

/** The words of a message and of what it forwards, embeds and shows; empty where there are none. */
export function plainTextOf(message: Message): string {
  return [message, ...message.messageSnapshots.values()]
    .flatMap((each) => textsOf(each))
    .map(toPlainText)
    .filter((text) => text !== '')
    .join('\n\n');
}

function textsOf({ content, embeds, components }: Wording): readonly string[] {
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
