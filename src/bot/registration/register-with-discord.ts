import { REST } from 'discord.js';
import { type Command, offeredCommands } from '../../commands/index.ts';
import type { Config } from '../../config.ts';
import type { Logger } from '../../shared/log.ts';
import { restOptions } from '../connection/rest-options.ts';
import { explainStartupError } from '../connection/startup-error.ts';
import { type RegistrationReport, registerCommands } from './registration.ts';

/** What registering needs, without a connection to the gateway. */
export interface RegisterOptions {
  readonly config: Pick<Config, 'feedback' | 'corpusCommands' | 'guildIds' | 'discordApiUrl'> & {
    readonly token: string;
  };
  readonly commands: readonly Command[];
  readonly log: Logger;
}

/**
 * Registers the commands and does nothing else. Without the gateway no servers are known, so that
 * copies of the commands in servers no longer configured stay until the bot starts.
 *
 * @throws StartupError with one line that says what to do; anything else is a fault of ours.
 */
export async function registerWithDiscord(options: RegisterOptions): Promise<RegistrationReport> {
  const { config, commands, log } = options;
  const { discordApiUrl, guildIds, token } = config;
  const rest = new REST(restOptions(discordApiUrl)).setToken(token);
  try {
    const definitions = offeredCommands(commands, config).map(({ definition }) => definition);
    return await registerCommands({ rest, definitions, guildIds, log });
  } catch (error) {
    throw explainStartupError(error, discordApiUrl);
  }
}
