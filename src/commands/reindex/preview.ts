import type { Locale } from '../../i18n/index.ts';
import type { ReindexReport } from '../../library/index.ts';
import type { CommandCall } from '../command.ts';
import { type Page, pageFrom } from '../paging.ts';
import type { Action, Block, Reply } from '../reply.ts';
import { textBlock } from '../reply-parts.ts';
import { hasOtherPages, turnActions } from '../turn-actions.ts';
import { hasChanges, pageBlocks, reportHash, reportSections, sectionBlocks } from './report.ts';
import { wordsIn } from './words.ts';

/** The most items of a page: what is read at a glance. Long ones fill a message before. */
const ITEMS_PER_PAGE = 15;

/** What a preview is made of. */
interface PreviewParts {
  readonly report: ReindexReport;
  /** The first item of the page, counted from 1. */
  readonly start: number;
  /** Hash of the difference that the control's page was made of. */
  readonly seen: string | undefined;
  readonly locale: Locale;
  readonly fits: CommandCall['fits'];
}

/**
 * What a reindex would change: all of it, or a page where the front end has pages. The controls of a
 * page carry the hash of its difference, so that it is noticed when the next one is of another.
 */
export function previewReply(parts: PreviewParts): Reply {
  const { report, start, seen, locale, fits } = parts;
  const messages = wordsIn(locale);
  const sections = reportSections(report, locale);
  const count = sections.reduce((sum, { items }) => sum + items.length, 0);
  const hash = reportHash(report, report.generationId);
  const head: Block[] = [
    ...(seen === undefined || seen === hash ? [] : [textBlock(messages.folderChanged, 'warning')]),
    ...(hasChanges(report) ? [] : [textBlock(messages.nothingChanged)]),
  ];
  const show = (blocks: readonly Block[], actions: readonly Action[]): Reply => ({
    locale,
    visibility: 'private',
    heading: messages.preview,
    blocks: [...head, ...blocks],
    footer: null,
    ...(actions.length > 0 && { actions }),
  });
  const hidden = fits ? { seen: hash, base: report.generationId } : {};
  const apply = hasChanges(report) ? [applyAction(hidden, locale)] : [];
  if (!fits) return show(sectionBlocks(sections, locale), apply);
  if (count === 0) return show([], apply);
  const callAt = (place: number) => ({
    command: 'reindex',
    subcommand: 'preview',
    options: { start: String(place + 1), seen: hash },
  });
  const showPage = (page: Page) =>
    show(pageBlocks(sections, page.first, page.end), [
      ...(hasOtherPages(page) ? turnActions(page, count, callAt, locale) : []),
      ...apply,
    ]);
  const pageFits = (page: Page) => {
    // Where they lead is not known yet: nowhere takes more room on a button than behind the end.
    const previous = page.previous === null ? null : count;
    const next = page.next === null ? null : count;
    return fits(showPage({ ...page, previous, next }));
  };
  return showPage(pageFrom(start - 1, { count, most: ITEMS_PER_PAGE, fits: pageFits }));
}

function applyAction(options: Readonly<Record<string, string>>, locale: Locale): Action {
  return {
    label: wordsIn(locale).apply,
    call: { command: 'reindex', subcommand: 'apply', options },
    // Beside the preview, so that a second press cannot take the place of what the first one came to.
    target: 'privately',
    emphasis: 'main',
  };
}
