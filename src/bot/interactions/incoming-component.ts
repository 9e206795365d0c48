import type { MessageComponentInteraction } from 'discord.js';
import { z } from 'zod';
import { type Control, decodeControlId } from '../render/custom-id.ts';

interface Placed {
  readonly custom_id?: string | undefined;
  readonly components?: readonly Placed[] | undefined;
  readonly accessory?: Placed | undefined;
}

const PLACED: z.ZodType<Placed> = z.lazy(() =>
  z.object({
    custom_id: z.string().optional(),
    components: z.array(PLACED).optional(),
    accessory: PLACED.optional(),
  }),
);

/** What a control of a message does, or null when this version has made no such control. */
export function parseControl({ customId, message }: MessageComponentInteraction): Control | null {
  const placed = z.array(PLACED).safeParse(message.components.map((each) => each.toJSON()));
  return decodeControlId(customId, (placed.data ?? []).flatMap(customIdsIn));
}

/** In the order in which they stand in the message. */
function customIdsIn({ custom_id: id, components = [], accessory }: Placed): readonly string[] {
  return [
    ...(id === undefined ? [] : [id]),
    ...components.flatMap(customIdsIn),
    ...(accessory ? customIdsIn(accessory) : []),
  ];
}

/** Whether a control or its form is used by the person whose command or control the message answered. */
export function isByAsker({
  message,
  user,
}: Pick<MessageComponentInteraction, 'message' | 'user'>): boolean {
  return message.interactionMetadata?.user.id === user.id;
}
