import { speakerAt } from './speakers.ts';
import type { ClaimedQuotation } from './verify-quotation.ts';

/** Quotation marks of English, Chinese and their neighbours: what opens, and what may close it. */
const CLOSING_OF: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['„', '“”'],
  ['«', '»'],
  ['「', '」'],
  ['『', '』'],
  ['‘', '’'],
  ['"', '"'],
  ['＂', '＂'],
]);

/** Lines that begin with `>`, as chats and Markdown quote. */
const BLOCK = /(?:^|\n)(?:[ \t]*>[^\n]*(?:\n|$))+/gu;
const BLOCK_MARK = /^[ \t]*(?:>+[ \t]?)+/gmu;

/** A comma inside the marks belongs to whoever quotes. */
const LAST_COMMA = /[,，]$/u;

const LETTER = /[\p{L}\p{N}]/u;

/**
 * The quotations of a text, in order, each with who is named beside it: what stands in quotation marks
 * or block quotes, or else all of it. Takes time in proportion to the text, whatever marks it has.
 */
export function findQuotations(text: string): readonly ClaimedQuotation[] {
  const found: (ClaimedQuotation & { readonly start: number })[] = [];
  const words = text.replaceAll(BLOCK, (block, start: number) => {
    found.push({ text: block.replaceAll(BLOCK_MARK, '').trim(), speaker: null, start });
    return '\n'.repeat(block.length);
  });
  for (const { start, end } of markedRanges(words)) {
    const said = words.slice(start, end).trim().replace(LAST_COMMA, '');
    if (!LETTER.test(said)) continue;
    const speaker = speakerAt(words, { start, end })?.name ?? null;
    found.push({ text: said, speaker, start });
  }
  const quotations = found
    .filter((each) => each.text !== '')
    .toSorted((one, other) => one.start - other.start)
    .map(({ text: said, speaker }) => ({ text: said, speaker }));
  return quotations.length > 0 ? quotations : [{ text: text.trim(), speaker: null }];
}

/** What stands between marks, outermost ones only; marks without another half are passed over. */
function markedRanges(text: string) {
  const ranges: { readonly start: number; readonly end: number }[] = [];
  const nextOf = createNextFinder(text);
  for (let at = 0; at < text.length; at += 1) {
    const closing = CLOSING_OF.get(text.charAt(at));
    if (closing === undefined || isInsideWord(text, at)) continue;
    const paragraphEnd = nextOf('\n\n', at + 1);
    let end = Math.min(...Array.from(closing, (mark) => nextOf(mark, at + 1)));
    // The apostrophe of "don’t" closes nothing.
    while (text.charAt(end) === '’' && isInsideWord(text, end)) end = nextOf('’', end + 1);
    if (end >= paragraphEnd) continue;
    ranges.push({ start: at + 1, end });
    at = end;
  }
  return ranges;
}

function isInsideWord(text: string, at: number): boolean {
  return (
    /[\p{sc=Latin}\p{N}]/u.test(text.charAt(at - 1)) &&
    /[\p{sc=Latin}\p{N}]/u.test(text.charAt(at + 1))
  );
}

/** Where a mark comes next; each mark is looked for once over the whole text. */
function createNextFinder(text: string): (mark: string, from: number) => number {
  const known = new Map<string, number>();
  return (mark, from) => {
    const last = known.get(mark) ?? -1;
    if (last >= from) return last;
    const found = text.indexOf(mark, from);
    const next = found === -1 ? Infinity : found;
    known.set(mark, next);
    return next;
  };
}
