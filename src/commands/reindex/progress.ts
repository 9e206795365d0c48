import type { Locale } from '../../i18n/index.ts';
import type { Progress } from '../command.ts';
import type { Action, Reply } from '../reply.ts';
import { privateReply, textBlock } from '../reply-parts.ts';
import { reindexMessages } from './messages.ts';

const BAR_CELLS = 20;

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Seconds are given in steps of this many: more would be a promise that an estimate cannot keep. */
const SECOND_STEP = 5;

/** Gives up the reindex that is going on, whoever started it. Its answer leaves the message alone. */
export function cancelAction(locale: Locale): Action {
  return {
    label: reindexMessages[locale].cancel,
    call: { command: 'reindex', subcommand: 'cancel', options: {} },
    target: 'privately',
    emphasis: 'danger',
  };
}

/** What is shown while a folder is read or indexed. */
export function progressReply(progress: Progress, locale: Locale): Reply {
  const { actions } = progress;
  const blocks = [textBlock(progressText(progress, locale))];
  return privateReply('', blocks, locale, { ...(actions && { actions }) });
}

/** How far it is, as a line, a bar, and how long it still takes where that can be told. */
export function progressText(progress: Progress, locale: Locale): string {
  const { stage, done, total, leftMs = null } = progress;
  const messages = reindexMessages[locale];
  const line = messages.progress[stage](done, total);
  return [
    line,
    ...(total > 0 ? [progressBar(done / total)] : []),
    ...(leftMs === null ? [] : [messages.left[stage](roundedTime(leftMs, locale))]),
  ].join('\n');
}

/** Full only when everything is done. */
function progressBar(share: number): string {
  const bounded = Math.min(1, Math.max(0, share));
  const full = Math.floor(bounded * BAR_CELLS);
  return `${'█'.repeat(full)}${'░'.repeat(BAR_CELLS - full)} ${Math.floor(bounded * 100)}%`;
}

/** Rounded up: to {@link SECOND_STEP} seconds, from a minute on to minutes, from two hours on to hours. */
function roundedTime(ms: number, locale: Locale): string {
  const messages = reindexMessages[locale];
  const seconds = Math.max(1, Math.ceil(ms / SECOND_MS / SECOND_STEP)) * SECOND_STEP;
  if (seconds * SECOND_MS < MINUTE_MS) return messages.seconds(seconds);
  if (ms < 2 * HOUR_MS) return messages.minutes(Math.ceil(ms / MINUTE_MS));
  return messages.hours(Math.ceil(ms / HOUR_MS));
}
