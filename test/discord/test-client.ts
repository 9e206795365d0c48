import { once } from 'node:events';
import { Client, type ClientOptions, Events, GatewayIntentBits } from 'discord.js';
import { type FakeDiscord, TOKEN } from './fake-discord.ts';

/** Connects an unmodified discord.js client to the fake, as this project's bot does, and waits until it is ready. */
export async function connectClient(
  discord: FakeDiscord,
  options: Partial<ClientOptions> = {},
): Promise<Client> {
  const client = createTestClient(discord, options);
  const ready = once(client, Events.ClientReady);
  await client.login(TOKEN);
  await ready;
  return client;
}

/** A client that has not logged in yet; only the wait before identifying is left out. */
export function createTestClient(
  discord: FakeDiscord,
  options: Partial<ClientOptions> = {},
): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: discord.apiUrl },
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => {} }) },
    allowedMentions: { parse: [] },
    ...options,
  });
}
