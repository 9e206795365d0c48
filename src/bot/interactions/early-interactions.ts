import { type Client, GatewayDispatchEvents, Status } from 'discord.js';
import { z } from 'zod';

/** discord.js's own maker of interactions, which emits `interactionCreate`; it is not in its types. */
const MAKER = z.object({
  actions: z.object({
    InteractionCreate: z.custom<{ readonly handle: (payload: unknown) => void }>(
      (value) => z.object({ handle: z.function() }).safeParse(value).success,
    ),
  }),
});

/**
 * discord.js keeps interactions back until every server of every shard is there: 15 s where one is
 * missing, and as long as it takes where a shard is late. Discord waits 3 s. So they are emitted as
 * they come, and a second time once everything is there.
 */
export function emitEarlyInteractions(client: Client): void {
  const { InteractionCreate } = MAKER.parse(client).actions;
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (payload: unknown) => {
    if (client.ws.status !== Status.Ready) InteractionCreate.handle(payload);
  });
}
