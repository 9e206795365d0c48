import { z } from 'zod';
import { localised } from '../../i18n/index.ts';
import { UserError } from '../../shared/errors.ts';
import type { Command } from '../command.ts';
import { optionSchemas, parseOptions } from '../options.ts';
import type { Action, Block } from '../reply.ts';
import { privateReply, textBlock } from '../reply-parts.ts';
import { orUnavailable, requireFeedback } from './ask-feedback.ts';
import { feedbackMessages } from './messages.ts';

/** `/privacy`: what is kept of the person who asks, and deleting it. */
export const privacyCommand: Command = {
  definition: {
    name: 'privacy',
    description: localised(
      'See what is stored when you ask, and delete your data',
      '查看提问时会保存什么，并可删除自己的数据',
    ),
    access: 'everyone',
    feature: 'feedback',
    options: [],
    subcommands: [],
  },

  run: async (call, services) => {
    const { locale, person } = call;
    const { deleted: deletedLine, personUnknown, privacy } = feedbackMessages[locale];
    const feedback = requireFeedback(services, locale);
    if (person === null) throw new UserError('person-unknown', personUnknown);
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
    const blocks: Block[] = [
      ...(deleted
        ? [textBlock(deletedLine(deleted.questions, deleted.votes))]
        : [
            textBlock(privacy.questions(feedback.keptDays)),
            textBlock(privacy.votes),
            textBlock(privacy.hash),
            textBlock(privacy.not),
          ]),
      textBlock(
        isAnyKept ? privacy.stored(kept.questions, kept.votes) : privacy.nothingStored,
        'subtle',
      ),
    ];
    const action: Action = {
      label: privacy.deleteMine,
      call: { command: 'privacy', options: { delete: 'mine' } },
      emphasis: 'danger',
    };
    return {
      reply: privateReply(privacy.heading, blocks, locale, {
        isTimeless: true,
        ...(isAnyKept && { actions: [action] }),
      }),
      json: () => ({ keptDays: feedback.keptDays, kept, deleted }),
    };
  },
};
