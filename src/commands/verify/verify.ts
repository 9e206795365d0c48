import { z } from 'zod';
import { localised } from '../../i18n/index.ts';
import type { Command, CommandDefinition } from '../command.ts';
import { optionSchemas, parseOptions } from '../options.ts';
import { noArticlesReply } from '../reply-parts.ts';
import { MAX_VERIFIED_LENGTH } from './batch.ts';
import { quotationJson } from './json.ts';
import { verifyMessages } from './messages.ts';
import { QUOTATIONS_AT_ONCE, verifyReply } from './reply.ts';

const verifyDefinition: CommandDefinition = {
  name: 'verify',
  onMessage: localised('Check quotation', '核对引文'),
  isAlsoTyped: true,
  readsBlockQuotes: true,
  description: localised(
    'Check whether a quotation is real, word for word',
    '逐字核对一句引文是否属实',
  ),
  access: 'everyone',
  subcommands: [],
  options: [
    {
      name: 'text',
      type: 'string',
      required: true,
      maxLength: MAX_VERIFIED_LENGTH,
      description: localised(
        'A quotation, or a text with quotations in quotation marks',
        '一句引文，或带有引号引文的文字',
      ),
    },
    {
      name: 'private',
      type: 'boolean',
      required: false,
      description: localised('Show the answer only to you', '仅向您显示答案'),
    },
  ],
  buttonOptions: [
    {
      name: 'start',
      type: 'string',
      required: false,
      description: localised('The number of the first quotation', '从第几条引文开始'),
    },
  ],
};

/** `verify`: whether the quotations of a text stand in the articles, word for word. */
export const verifyCommand: Command = {
  definition: verifyDefinition,

  run: async (call, { library }) => {
    const { locale } = call;
    const schemas = optionSchemas(locale);
    const input = parseOptions(
      z.object({
        text: schemas.text('text', MAX_VERIFIED_LENGTH),
        private: schemas.boolean('private'),
        start: schemas.position('start'),
        share: schemas.boolean('share'),
      }),
      call.options,
    );
    const generation = library.current();
    const { collection, corpus } = generation;
    if (corpus.articles.length === 0) {
      const reply = noArticlesReply(verifyMessages[locale].heading, locale);
      return { reply, json: () => ({ count: 0, quotations: [] }), outcome: 'nothing' };
    }
    const checkAround = async (start: number) => {
      // The page before begins two pages before at the earliest.
      const offset = Math.max(0, start - 2 * QUOTATIONS_AT_ONCE);
      const limit = start - offset + QUOTATIONS_AT_ONCE;
      const request = { text: input.text, limit, offset };
      return { ...(await collection.verify(request, call.person?.id)), offset, start };
    };
    const asked = await checkAround((input.start ?? 1) - 1);
    const found = asked.start < asked.count ? asked : await checkAround(asked.count);
    const { checks, count, offset, start } = found;
    return {
      reply: verifyReply({ input, found, generation, call }),
      json: () => ({
        count,
        quotations: checks.slice(start - offset).map((check) => ({
          text: check.text,
          ...quotationJson(check, generation),
        })),
      }),
      outcome: checks.some(({ verdict }) => verdict !== 'absent' && verdict !== 'too-short')
        ? 'answered'
        : 'nothing',
    };
  },
};
