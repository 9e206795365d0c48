import type { Command } from '../command.ts';
import { askForFeedback, isVote, takeVote } from '../feedback/ask-feedback.ts';
import { widestPage } from '../paging.ts';
import { answerJson } from './answer-json.ts';
import { askDefinition } from './definition.ts';
import { findQuotes, quotesOnPage } from './found-quotes.ts';
import { parseAskInput, toFilter } from './input.ts';
import { askReply } from './reply.ts';

/** `/ask`: quotes that answer a question, or the reasons why there are none. */
export const askCommand: Command = {
  definition: askDefinition,

  run: async (call, services) => {
    if (isVote(call)) return takeVote(call, services);
    const input = parseAskInput(call.options, call.locale);
    const generation = services.library.current();
    const found = await findQuotes(input, generation.collection, call.person?.id);
    const feedback = askForFeedback(
      found.answer,
      { filter: toFilter(input), generation },
      call,
      services,
    );
    return {
      reply: askReply({ input, found, generation, call, feedback }),
      json: () => {
        const { first, count } = found;
        const page = widestPage({ start: first, count, most: input.limit });
        const quotes = quotesOnPage(page, found);
        return answerJson({ ...found.answer, quotes }, generation.corpus.byId);
      },
      outcome: found.answer.abstained ? 'abstained' : 'answered',
    };
  },
};
