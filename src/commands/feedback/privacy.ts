import { z } from 'zod';
import { formatCount, localised, messagesFor } from '../../i18n/index.ts';
import { UserError } from '../../shared/errors.ts';
import type { Command } from '../command.ts';
import { optionSchemas, parseOptions } from '../options.ts';
import type { Action, Block } from '../reply.ts';
import { textBlock } from '../reply-parts.ts';
import { orUnavailable, requireFeedback } from './ask-feedback.ts';
import { feedbackMessages } from './messages.ts';

/** `/privacy`: what is kept of the person who asks, and deleting it. */
export const privacyCommand: Command = {
  definition: {
    name: 'privacy',
    description: localised(
      'What is kept when you ask, and deleting what is yours',
      '查看提问时会保存什么，并可删除自己的内容',
      '查看提問時會保存什麼，並可刪除自己的內容',
    ),
    access: 'everyone',
    feature: 'feedback',
    options: [],
    subcommands: [],
  },

  run: async (call, services) => {
    const { locale, person } = call;
    const messages = messagesFor(feedbackMessages, locale);
    const feedback = requireFeedback(services, locale);
    if (person === null) throw new UserError('person-unknown', messages.personUnknown);
    const schemas = optionSchemas(locale);
    // Given by the button alone.
    const { delete: deletes } = parseOptions(
      z.object({ delete: schemas.choice('delete', ['mine']) }),
      call.options,
    );
    const deleted =
      deletes === 'mine' && call.isByButton
        ? await orUnavailable(feedback.deleteOf(person.id), locale)
        : null;
    const kept = await orUnavailable(feedback.countOf(person.id), locale);
    const isAnyKept = kept.questions + kept.votes > 0;
    const write = (count: number) => formatCount(count, locale);
    const blocks: Block[] = [
      ...(deleted
        ? [textBlock(messages.deletedMine(write(deleted.questions), write(deleted.votes)))]
        : [
            textBlock(messages.privacyQuestions(write(feedback.keptDays))),
            textBlock(messages.privacyVotes),
            textBlock(messages.privacyHash),
            textBlock(messages.privacyNot),
          ]),
      textBlock(
        isAnyKept
          ? messages.keptOfYou(write(kept.questions), write(kept.votes))
          : messages.nothingKeptOfYou,
        'subtle',
      ),
    ];
    const action: Action = {
      label: messages.deleteMine,
      call: { command: 'privacy', options: { delete: 'mine' } },
      emphasis: 'danger',
    };
    return {
      reply: {
        locale,
        visibility: 'private',
        heading: messages.privacyHeading,
        blocks,
        footer: null,
        isTimeless: true,
        ...(isAnyKept && { actions: [action] }),
      },
      json: () => ({ keptDays: feedback.keptDays, kept, deleted }),
    };
  },
};
