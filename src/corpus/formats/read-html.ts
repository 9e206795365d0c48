import { inferId, type Reading, rejectWith } from '../build-article.ts';
import { detectLanguage } from '../metadata/detect-language.ts';
import type { GivenMetadata } from '../metadata/metadata.ts';
import { createWarning, type ProblemValues } from '../problem.ts';
import { readFrontMatter } from './front-matter.ts';
import { findMainParagraphs } from './html-main.ts';
import { readHtmlMetadata } from './html-metadata.ts';
import { removeNoise } from './html-noise.ts';
import { type Paragraph, renderParagraphs, weigh } from './html-text.ts';
import { parseWithinLimits } from './html-tree.ts';
import { trimParagraphs } from './html-trim.ts';

/**
 * Reads a web page: its main text, and the metadata in its markup. Front matter before the markup, if
 * it has any, goes before what the markup states.
 */
export function readHtmlArticle(content: string, file: string): Reading {
  const front = readFrontMatter(content, file);
  const { problems } = front;
  if (problems.some(({ severity }) => severity === 'error')) return { drafts: [], problems };
  const parsed = parseWithinLimits(front.text, file);
  if (!parsed.ok) return rejectWith(parsed.problem);
  const document = parsed.value;
  const { given: stated, inferred, headings } = readHtmlMetadata(document);
  const shown = renderParagraphs(document);
  removeNoise(document);
  const paragraphs = trimParagraphs(findMainParagraphs(document), headings);
  const text = paragraphs.map((paragraph) => paragraph.text).join('\n\n');
  const given = { ...withoutWrongLanguage(stated, text), ...front.given };
  const doubt = findDoubt(paragraphs, shown, given.title ?? null);
  const draft = {
    file,
    line: null,
    inferredId: inferId(file),
    given,
    inferred,
    text,
    headings,
  };
  const warnings = doubt === null ? [] : [createWarning('doubtful-page', { doubt }, file)];
  return { drafts: [draft], problems: [...problems, ...warnings] };
}

/** Many pages keep the language that their software came with: a script tells better. */
function withoutWrongLanguage(given: GivenMetadata, text: string): GivenMetadata {
  const { language, ...others } = given;
  const script = detectLanguage(text);
  const isWrong = ['zh', 'ja', 'ko'].some(
    (asian) => (script === asian) !== (language?.split('-')[0] === asian),
  );
  return isWrong ? others : given;
}

/** Weights (see `weigh`): below the first, a text is short; above the second, a page is not. */
const SHORT_TEXT_WEIGHT = 400;
const LONG_PAGE_WEIGHT = 1200;

/** Less than this share of what a page shows may not be all of an article. */
const MIN_SHARE = 0.4;

/** Fewer words may all be missing from the text of an article. */
const MIN_TITLE_WORDS = 3;

/** Why the text that was found may not be the article, or null. */
function findDoubt(
  paragraphs: readonly Paragraph[],
  shown: readonly Paragraph[],
  title: string | null,
): ProblemValues['doubtful-page']['doubt'] | null {
  const weight = weigh(paragraphs);
  const whole = weigh(shown);
  if (paragraphs.length === 0) return null;
  if (weight < SHORT_TEXT_WEIGHT && whole > LONG_PAGE_WEIGHT) return 'short';
  if (whole > LONG_PAGE_WEIGHT && weight < whole * MIN_SHARE) return 'left-out';
  const words = title?.toLowerCase().match(/\p{Script=Han}{2}|[\p{L}\p{N}]{4,}/gu) ?? [];
  const text = paragraphs.map((paragraph) => paragraph.text.toLowerCase()).join('\n');
  const isForeign = words.length >= MIN_TITLE_WORDS && !words.some((word) => text.includes(word));
  return isForeign ? 'title' : null;
}
