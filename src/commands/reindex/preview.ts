import type { Locale } from '../../i18n/index.ts';
import type { ReindexReport } from '../../library/index.ts';
import { hasOtherPages, itemAt, type PagedReply, turnActions } from '../paging.ts';
import type { Action, ActionCall, Block, Reply } from '../reply.ts';
import { textBlock } from '../reply-parts.ts';
import { reindexMessages } from './messages.ts';
import { hasChanges, reportHash, reportSections, sectionBlocks, sectionUnits } from './report.ts';

/** The most items of a page: what is read at a glance. Long ones fill a message before. */
const ITEMS_PER_PAGE = 15;

/** What a preview is made of. */
interface PreviewParts {
  readonly report: ReindexReport;
  /** The first item of the page, counted from 1. */
  readonly start: number;
  /** Hash of the difference that the button's page was made of. */
  readonly seen: string | undefined;
  readonly locale: Locale;
}

/**
 * What a reindex would change. The buttons of a page carry the hash of its difference, so that it is
 * noticed when the next one is of another.
 */
export function previewReply(parts: PreviewParts): PagedReply {
  const { report, start, seen, locale } = parts;
  const messages = reindexMessages[locale];
  const sections = reportSections(report, locale);
  const units = sectionUnits(sections);
  const count = units.length;
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
  const apply = (options: ActionCall['options']) =>
    hasChanges(report) ? [applyAction(options, locale)] : [];
  const callAt = (index: number) => ({
    command: 'reindex',
    subcommand: 'preview',
    options: { start: String(index + 1), seen: hash },
  });
  return {
    count,
    start: start - 1,
    most: ITEMS_PER_PAGE,
    unit: (index) => itemAt(units, index),
    around: (page, blocks) =>
      show(blocks, [
        ...(hasOtherPages(page) ? turnActions(page, count, callAt, locale) : []),
        ...apply({ seen: hash, base: report.generationId }),
      ]),
    // Nobody types a hash.
    whole: () => show(sectionBlocks(sections, locale), apply({})),
  };
}

function applyAction(options: ActionCall['options'], locale: Locale): Action {
  return {
    label: reindexMessages[locale].apply,
    call: { command: 'reindex', subcommand: 'apply', options },
    // Beside the preview, so that a second press cannot replace what the first one came to.
    target: 'privately',
    emphasis: 'main',
  };
}
