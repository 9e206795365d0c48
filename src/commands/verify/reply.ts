import { formatDate, type Locale } from '../../i18n/index.ts';
import { languageOf } from '../../language/index.ts';
import type { Generation } from '../../library/index.ts';
import {
  FEWEST_CHARACTERS,
  type QuotationCheck,
  type QuotationMatch,
} from '../../retrieval/index.ts';
import { boundaryBefore } from '../../shared/graphemes.ts';
import { askMessages } from '../ask/messages.ts';
import type { CommandCall } from '../command.ts';
import { commandMessages } from '../messages.ts';
import { hasOtherPages, itemAt, type Page, type PagedReply, turnActions } from '../paging.ts';
import type { Action, ActionCall, Block, QuoteBlock } from '../reply.ts';
import { articleOf, indexFooter, quoteBlock, textBlock } from '../reply-parts.ts';
import { contractOf } from './json.ts';
import { verifyMessages } from './messages.ts';

/** Quotations of one page. */
export const QUOTATIONS_AT_ONCE = 5;

/** How much of a quotation stands above its verdict, in UTF-16 units. */
const TEXT_LENGTH = 200;

/** So many changes are told one by one, each side of so many UTF-16 units at most. */
const MOST_CHANGES = 8;
const CHANGE_LENGTH = 100;

/** What the reply of `verify` is made of. */
export interface VerifyParts {
  readonly input: { readonly text: string; readonly private: boolean; readonly share: boolean };
  readonly found: {
    readonly checks: readonly QuotationCheck[];
    /** The index of the first check among all quotations of the text. */
    readonly offset: number;
    readonly count: number;
    /** The index of the quotation to begin with. */
    readonly start: number;
  };
  readonly generation: Generation;
  readonly call: Pick<CommandCall, 'locale' | 'person' | 'isPrivate'>;
}

/** The quotations of a text, each with its verdict and its proof. */
export function verifyReply(parts: VerifyParts): PagedReply {
  const { input, found, generation, call } = parts;
  const { locale } = call;
  const { count, start, checks, offset } = found;
  return {
    count,
    start,
    most: QUOTATIONS_AT_ONCE,
    unit: (index) => {
      const check = itemAt(checks, index - offset);
      return {
        blocks: [
          textBlock(shortened(check.text, TEXT_LENGTH), 'heading'),
          ...checkBlocks(check, generation, locale),
        ],
      };
    },
    around: (page, blocks) => ({
      locale,
      visibility: input.private ? 'private' : 'public',
      heading: verifyMessages[locale].heading,
      blocks: [
        ...sharedBlocks(parts),
        ...blocks,
        textBlock(contractOf(generation, locale), 'subtle'),
      ],
      footer: footerOf(page, parts),
      actions: actionsOf(page, parts),
    }),
  };
}

function footerOf(page: Page, { found, generation, call: { locale } }: VerifyParts): string {
  const footer = indexFooter(generation, locale);
  if (!hasOtherPages(page)) return footer;
  const { position } = commandMessages[locale];
  return `${position(page.first + 1, page.end, found.count)} · ${footer}`;
}

function actionsOf(page: Page, { input, found, call }: VerifyParts): readonly Action[] {
  const callAt = (index: number): ActionCall => ({
    command: 'verify',
    options: { ...(index > 0 && { start: String(index + 1) }), text: input.text },
  });
  const { share } = askMessages[call.locale];
  return [
    ...(hasOtherPages(page) ? turnActions(page, found.count, callAt, call.locale) : []),
    ...(call.isPrivate === true
      ? [
          {
            label: share,
            call: {
              command: 'verify',
              options: { ...callAt(page.first).options, share: 'true' },
            },
            target: 'publicly' as const,
          },
        ]
      : []),
  ];
}

function sharedBlocks({ input, call: { person, locale } }: VerifyParts): readonly Block[] {
  if (!input.share || person === null) return [];
  return [textBlock(askMessages[locale].sharedBy(person.name), 'subtle')];
}

function checkBlocks(
  check: QuotationCheck,
  generation: Generation,
  locale: Locale,
): readonly Block[] {
  const messages = verifyMessages[locale];
  const { listSeparator } = commandMessages[locale];
  const quote = (matches: readonly QuotationMatch[]) => matchBlocks(matches, generation, locale);
  const { matches, typography } = check;
  switch (check.verdict) {
    case 'exact':
      return [textBlock(found(messages.exact(articleCount(matches)))), ...quote(matches)];
    case 'typography-only': {
      const kinds = typography.map((kind) => messages.typography[kind]).join(listSeparator);
      return [textBlock(found(messages.typographyOnly(kinds))), ...quote(matches)];
    }
    case 'other-speaker': {
      const names = new Set(matches.flatMap(({ speaker }) => speaker ?? []));
      const said = [...names].join(listSeparator);
      const claimed = shortened(check.speaker ?? '', CHANGE_LENGTH);
      return [textBlock(messages.otherSpeaker(said, claimed), 'warning'), ...quote(matches)];
    }
    case 'altered':
      return [
        textBlock(messages.altered, 'warning'),
        ...quote(matches),
        ...changeBlocks(check, locale),
      ];
    case 'stitched':
      return [
        textBlock(messages.stitched(matches.length), 'warning'),
        ...matches.flatMap((match) => quote([match])),
      ];
    case 'absent':
      return [textBlock(messages.absent, 'warning'), ...closestBlocks(check, generation, locale)];
    case 'too-short':
      return [textBlock(messages.tooShort(FEWEST_CHARACTERS))];
  }

  function found(verdict: string): string {
    const dates = matches.flatMap(({ quote: { articleId } }) => {
      const published = generation.corpus.byId.get(articleId)?.published ?? null;
      return published === null ? [] : [published];
    });
    const [first] = dates.toSorted();
    if (first === undefined || articleCount(matches) === 1) return verdict;
    return `${verdict} ${messages.first(formatDate(first, locale))}`;
  }
}

function articleCount(matches: readonly QuotationMatch[]): number {
  return new Set(matches.map(({ quote }) => quote.articleId)).size;
}

/** The first of several places with who says it there; the others are named under it. */
function matchBlocks(
  [first, ...others]: readonly QuotationMatch[],
  generation: Generation,
  locale: Locale,
): readonly QuoteBlock[] {
  if (!first) return [];
  const seen = new Set([first.quote.articleId]);
  const elsewhere = others.flatMap(({ quote }) => {
    const isNew = !seen.has(quote.articleId);
    seen.add(quote.articleId);
    return isNew ? [quote] : [];
  });
  const speaker = first.speaker ?? others.find((match) => match.speaker !== null)?.speaker ?? null;
  const block = quoteBlock([first.quote, ...elsewhere], generation, locale);
  return [speaker === null ? block : { ...block, note: verifyMessages[locale].saidBy(speaker) }];
}

/** Each change in a line; numbers, negations and names stand out and come first. */
function changeBlocks({ differences }: QuotationCheck, locale: Locale): readonly Block[] {
  const messages = verifyMessages[locale];
  return [
    ...differences.slice(0, MOST_CHANGES).map(({ from, to, kind = 'words' }) => {
      const [was, is] = [from, to].map((side) => shortened(side, CHANGE_LENGTH));
      const change =
        from === ''
          ? messages.added(is ?? '')
          : to === ''
            ? messages.leftOut(was ?? '')
            : messages.changed(was ?? '', is ?? '');
      return kind === 'words'
        ? textBlock(change)
        : textBlock(messages.ofKind(messages.kinds[kind], change), 'heading');
    }),
    ...(differences.length > MOST_CHANGES
      ? [textBlock(messages.otherChanges(differences.length - MOST_CHANGES), 'subtle')]
      : []),
  ];
}

function closestBlocks(
  { text, closest }: QuotationCheck,
  generation: Generation,
  locale: Locale,
): readonly Block[] {
  if (closest === null) return [];
  const { closest: inSame, closestInOtherLanguage } = verifyMessages[locale];
  const words = articleOf(closest, generation).text.slice(closest.start, closest.end);
  const label = languageOf(words) === languageOf(text) ? inSame : closestInOtherLanguage;
  return [textBlock(label, 'subtle'), quoteBlock([closest], generation, locale)];
}

/** On one line, without what cannot be seen, and cut between two characters. */
function shortened(text: string, length: number): string {
  const line = text.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  if (line.length <= length) return line;
  return `${line.slice(0, boundaryBefore(line, length - 1)).trimEnd()}…`;
}
