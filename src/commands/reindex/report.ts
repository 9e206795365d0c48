import { createHash } from 'node:crypto';
import { type Article, countRejected, type Problem } from '../../corpus/index.ts';
import { describeProblem, type Locale } from '../../i18n/index.ts';
import { hasChanges, type ReindexReport } from '../../library/index.ts';
import { hasOtherPages, itemAt, type PagedReply, turnActions, type Unit } from '../paging.ts';
import type { Action, ActionCall, Block, ListItem } from '../reply.ts';
import { privateReply, textBlock } from '../reply-parts.ts';
import { reindexMessages } from './messages.ts';
import { problemLine } from './words.ts';

/** How many items of one section are listed at once. No message holds as many; a terminal might. */
const MAX_ITEMS = 200;

/** 32 bits: enough to notice that a difference is another one, and short on a button. */
const HASH_DIGITS = 8;

/** A kind of difference: what it is called with its count, and what is listed under that. */
interface ReportSection {
  readonly title: string;
  readonly items: readonly ListItem[];
}

/** What a report says that is no list. */
export function changeBlocks(report: ReindexReport, locale: Locale): Block[] {
  const messages = reindexMessages[locale];
  if (!hasChanges(report)) return [textBlock(messages.nothingChanged)];
  return report.areSynonymsChanged ? [textBlock(messages.synonymsChanged)] : [];
}

/** What a folder changes and what is wrong with it; kinds of which there is nothing are left out. */
export function reportSections(report: ReindexReport, locale: Locale): readonly ReportSection[] {
  const messages = reindexMessages[locale];
  const errors = report.problems.filter(({ severity }) => severity === 'error');
  const warnings = report.problems.filter(({ severity }) => severity === 'warning');
  function section<Entry>(
    title: (count: number) => string,
    entries: readonly Entry[],
    toItem: (entry: Entry) => ListItem,
    count = entries.length,
  ): ReportSection[] {
    if (entries.length === 0) return [];
    return [{ title: title(count), items: entries.map(toItem) }];
  }
  const toProblemItem = (problem: Problem): ListItem => problemItem(problem, locale);
  return [
    ...section(messages.added, report.added, articleItem),
    ...section(messages.changed, report.changed, ({ after }) => articleItem(after)),
    ...section(messages.removed, report.removed, articleItem),
    // An article counts once, however much is wrong with it.
    ...section(messages.rejected, errors, toProblemItem, countRejected(errors)),
    ...section(messages.warnings, warnings, toProblemItem),
  ];
}

/** A problem with what to do about it. */
export function problemItem(problem: Problem, locale: Locale): ListItem {
  return {
    text: problemLine(problem, locale),
    detail: describeProblem(problem, locale).remedy,
    url: null,
  };
}

function articleItem({ title, file, url }: Article): ListItem {
  return { text: title, detail: file, url };
}

/** All sections, one below the other; very long ones are cut, and what is left is counted. */
export function sectionBlocks(sections: readonly ReportSection[], locale: Locale): Block[] {
  return sections.flatMap(({ title, items }) => {
    const shown = items.slice(0, MAX_ITEMS);
    const left = items.length - shown.length;
    const more = { count: left, text: reindexMessages[locale].andMore(left) };
    return [textBlock(title, 'heading'), { type: 'list', items: shown, ...(left > 0 && { more }) }];
  });
}

/** The items of all sections, each below the title of its section. */
function sectionUnits(sections: readonly ReportSection[]): readonly Unit[] {
  return sections.flatMap(({ title, items }) => {
    const headings = [textBlock(title, 'heading')];
    return items.map((item): Unit => ({ headings, item }));
  });
}

/** How much there is of each kind, on one line: "Added: 3 · Rejected: 1"; empty where nothing is. */
export function countsLine(report: ReindexReport, locale: Locale): string {
  return reportSections(report, locale)
    .map(({ title }) => title)
    .join(' · ');
}

/**
 * A short hash of a difference and what it is one against: another one for any other folder or index.
 *
 * @param before id of the generation that the folder was compared with.
 */
export function reportHash(report: ReindexReport, before: string): string {
  const { added, changed, removed, areSynonymsChanged, problems } = report;
  const contents = (articles: readonly Article[]) =>
    articles.map(({ id, contentHash }) => [id, contentHash]);
  return createHash('sha256')
    .update(
      JSON.stringify([
        before,
        contents(added),
        contents(changed.map(({ after }) => after)),
        contents(removed),
        areSynonymsChanged,
        problems.map(({ code, file, line }) => [code, file, line]),
      ]),
    )
    .digest('hex')
    .slice(0, HASH_DIGITS);
}

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
    ...changeBlocks(report, locale),
  ];
  const show = (blocks: readonly Block[], actions: readonly Action[]) =>
    privateReply(messages.preview, [...head, ...blocks], locale, {
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
