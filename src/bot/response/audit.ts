import { DiscordAPIError } from 'discord.js';
import type { Audit, AuditEntry } from '../../commands/index.ts';
import type { Locale } from '../../i18n/index.ts';
import type { Logger } from '../../shared/log.ts';
import { botMessages } from '../messages.ts';
import { renderNotice } from '../render/render-reply.ts';
import type { Post } from './responder.ts';

/** What {@link createAudit} needs. */
export interface AuditOptions {
  readonly post: Post;
  /** The channel of those who watch over the bot; null for none. */
  readonly channelId: string | null;
  /** The language of that channel. */
  readonly locale: Locale;
}

/** Notes, and what is still on its way to the channel. */
export interface ChannelAudit {
  /** Notes in a log, such as that of one interaction, and in the channel. */
  readonly noteIn: (log: Logger) => Audit;
  /** Resolves when everything noted so far was posted or refused. */
  readonly settled: () => Promise<void>;
}

/**
 * Notes what moderators do: in the log always, and in a channel where there is one, in order. Nobody
 * waits for the channel. One that refuses is told of in the log, once until it takes messages again.
 */
export function createAudit({ post, channelId, locale }: AuditOptions): ChannelAudit {
  let posting = Promise.resolve();
  let isRefused = false;

  async function tellChannel(channel: string, entry: AuditEntry, log: Logger): Promise<void> {
    try {
      await post(channel, renderNotice(lineOf(entry, locale)));
      isRefused = false;
    } catch (error) {
      if (isRefused) return;
      isRefused = error instanceof DiscordAPIError;
      log.error(
        { err: error, channel },
        'could not post in the audit channel; check AUDIT_CHANNEL_ID, and that the bot has View Channel and Send Messages there',
      );
    }
  }

  return {
    noteIn: (log) => (entry) => {
      const { action, person, fields } = entry;
      log.info({ ...fields, action, person }, `audit: ${action}`);
      if (channelId !== null) posting = posting.then(() => tellChannel(channelId, entry, log));
    },
    settled: () => posting,
  };
}

function lineOf({ person, text }: AuditEntry, locale: Locale): string {
  const words = text(locale);
  if (!person) return words;
  return botMessages[locale].audit(person.name, person.id, words);
}
