import type { Article } from '../../corpus/index.ts';
import { formatCounts, type Locale } from '../../i18n/index.ts';
import { type Answer, matchesFilter } from '../../retrieval/index.ts';
import { commandMessages } from '../messages.ts';
import type { Page, PagedReply } from '../paging.ts';
import type { Block, QuoteBlock, Reply } from '../reply.ts';
import { articleOf, indexFooter, noArticlesReply, quoteBlock, textBlock } from '../reply-parts.ts';
import { answerActions, limitOf, startOf, viewActions } from './actions.ts';
import { type AskParts, quoteAt, visibilityOf } from './found-quotes.ts';
import { toFilter } from './input.ts';
import { askMessages } from './messages.ts';
import { sourcesReply } from './sources.ts';
import { widenQuote } from './widen-quote.ts';

/** What was asked for: a page of quotes, of their contexts or of their sources; or why there is none. */
export function askReply(parts: AskParts): Reply | PagedReply {
  const { input, found, generation, call } = parts;
  const { locale } = call;
  const { question } = found.answer;
  const { articles } = generation.corpus;
  const filter = toFilter(input);
  if (articles.length === 0) return noArticlesReply(question, locale);
  if (!articles.some((article) => matchesFilter(article, filter.language ?? 'en', filter))) {
    return {
      locale,
      visibility: 'private',
      heading: question,
      blocks: [textBlock(askMessages[locale].noArticleFits)],
      footer: indexFooter(generation, locale),
    };
  }
  if (found.answer.verdict === 'nothing') return nothingReply(parts);
  if (input.show === 'context') return contextReply(parts);
  if (input.show === 'sources') return sourcesReply(parts);
  return quotesReply(parts);
}

function nothingReply(parts: AskParts): Reply {
  const { found, generation, call } = parts;
  const { answer } = found;
  const { locale } = call;
  const { askSomething, notAnswered } = askMessages[locale];
  return {
    locale,
    visibility: visibilityOf(parts),
    heading: answer.question,
    blocks: [
      ...subjectBlocks(answer, locale),
      ...correctionBlocks(answer, locale),
      textBlock(asksNothing(answer) ? askSomething : notAnswered),
      ...reasonBlocks(answer, locale),
      ...headlineBlocks(answer, generation.corpus.byId, locale),
    ],
    footer: indexFooter(generation, locale),
  };
}

/** A greeting, or a question without a word that names anything. */
function asksNothing({ terms, absentPhrases, pronoun }: Answer): boolean {
  return pronoun === null && terms.found.length + terms.missing.length + absentPhrases.length === 0;
}

/** What the question was taken to be about, or that nobody knows whom it means. */
function subjectBlocks({ subject, pronoun }: Answer, locale: Locale): readonly Block[] {
  const { about, nobodyMeant, nothingMeant } = askMessages[locale];
  if (subject !== null) return [textBlock(about(subject), 'subtle')];
  if (pronoun === null) return [];
  const isOfThing = /^(?:it|its|itself|this|that|these|those)$|^[它这這那]/iu.test(pronoun);
  return [textBlock((isOfThing ? nothingMeant : nobodyMeant)(pronoun))];
}

/** What the articles hold of the question, and what they do not. */
function reasonBlocks({ absentPhrases, terms }: Answer, locale: Locale): readonly Block[] {
  const messages = askMessages[locale];
  const { found, missing } = terms;
  return [
    ...phraseBlocks(absentPhrases, locale),
    ...(found.length === 0
      ? []
      : [textBlock(messages.termsFound(found.join(' · '), found.length), 'subtle')]),
    ...(missing.length === 0
      ? []
      : [textBlock(messages.termsMissing(missing.join(' · ')), 'subtle')]),
  ];
}

/** Says which phrases are in no article. */
function phraseBlocks(absent: readonly string[], locale: Locale): readonly Block[] {
  if (absent.length === 0) return [];
  const { quoted, phrasesAbsent } = askMessages[locale];
  const phrases = absent.map(quoted).join(commandMessages[locale].listSeparator);
  return [textBlock(phrasesAbsent(phrases))];
}

/** The headlines that come nearest to the question. */
function headlineBlocks(
  { headlines: { are, items } }: Answer,
  articles: ReadonlyMap<string, Article>,
  locale: Locale,
): readonly Block[] {
  if (items.length === 0) return [];
  return [
    textBlock(askMessages[locale].headlines[are], 'heading'),
    {
      type: 'list',
      items: items.map(({ articleId, title }) => ({
        text: title,
        detail: null,
        url: articles.get(articleId)?.url ?? null,
      })),
    },
  ];
}

/** What stands above the quotes: that they may be no answer, and why, where that is so. */
function leadBlocks({ answer }: AskParts['found'], locale: Locale): readonly Block[] {
  if (answer.verdict === 'answered') {
    return [
      ...subjectBlocks(answer, locale),
      ...correctionBlocks(answer, locale),
      ...phraseBlocks(answer.absentPhrases, locale),
    ];
  }
  const { closestOnly, termsMissing } = askMessages[locale];
  const { missing } = answer.terms;
  return [
    ...subjectBlocks(answer, locale),
    ...correctionBlocks(answer, locale),
    textBlock(closestOnly),
    ...phraseBlocks(answer.absentPhrases, locale),
    ...(missing.length === 0 ? [] : [textBlock(termsMissing(missing.join(' · ')), 'subtle')]),
  ];
}

function quotesReply(parts: AskParts): PagedReply {
  const { input, found, generation, feedback, call } = parts;
  const { locale } = call;
  return {
    count: found.count,
    start: found.first,
    most: input.limit,
    unit: (index) => {
      const { quote, duplicates } = quoteAt(index, found);
      const block = quoteBlock([quote, ...duplicates], generation, locale);
      return { blocks: [index === 0 ? { ...block, ...earlierNote(found.answer, locale) } : block] };
    },
    around: (page, blocks) => ({
      locale,
      visibility: visibilityOf(parts),
      heading: found.answer.question,
      blocks: [...sharedBlocks(parts), ...leadBlocks(found, locale), ...blocks],
      footer: `${countOf(page, parts)} · ${indexFooter(generation, locale)}`,
      actions: answerActions(page, parts),
      ...feedback,
    }),
  };
}

/** Says under the newest figure which others stand in earlier articles. */
function earlierNote({ earlierFigures }: Answer, locale: Locale): Pick<QuoteBlock, 'note'> {
  if (earlierFigures.length === 0) return {};
  const figures = formatCounts(earlierFigures.map(Number), locale);
  return { note: askMessages[locale].earlierFigures(figures) };
}

/** The quotes with the sentences around them, each a longer quote with the first one marked in it. */
function contextReply(parts: AskParts): PagedReply {
  const { input, found, generation, call } = parts;
  const { locale } = call;
  const { aroundQuotes } = askMessages[locale];
  const optionsAt = (index: number) => ({
    ...limitOf(input.limit),
    ...startOf(index),
    show: 'context',
  });
  return {
    count: found.count,
    start: found.first,
    most: input.limit,
    unit: (index) => {
      const { quote } = quoteAt(index, found);
      const wide = widenQuote(quote, articleOf(quote, generation));
      return { blocks: [quoteBlock([wide], generation, locale)] };
    },
    around: (page, blocks) => ({
      locale,
      visibility: visibilityOf(parts),
      heading: found.answer.question,
      blocks: [textBlock(aroundQuotes, 'subtle'), ...blocks],
      footer: indexFooter(generation, locale),
      actions: viewActions(page, found.count, optionsAt, parts),
    }),
  };
}

/** Says who shows others what they alone had seen. */
function sharedBlocks({ input, call: { person, locale } }: AskParts): Block[] {
  if (!input.share || person === null) return [];
  return [textBlock(askMessages[locale].sharedBy(person.name), 'subtle')];
}

/** Says which words were taken for others, so that nobody is surprised by the answer. */
function correctionBlocks(
  { corrections }: Answer,
  locale: AskParts['call']['locale'],
): readonly Block[] {
  const { showingResultsFor } = askMessages[locale];
  return corrections.map(({ from, to }) => textBlock(showingResultsFor(to, from), 'subtle'));
}

function countOf({ first, end }: Page, { found, call: { locale } }: AskParts): string {
  return first === 0
    ? askMessages[locale].quotesShown(end, found.count)
    : commandMessages[locale].position(first + 1, end, found.count);
}
