import type { Article } from '../../corpus/index.ts';
import { UNKNOWN_PUBLISHER } from '../../corpus/index.ts';
import type { Range } from '../../language/index.ts';
import { type Fingerprint, isEcho } from './near-duplicates.ts';
import type { SelectedQuote } from './quote-selection.ts';

/** A statement with every place where it stands; the first is the one to show. */
export interface QuoteGroup {
  readonly shown: SelectedQuote;
  /** The best member's. */
  readonly score: number;
  /** In other articles than the one shown, at most one an article. */
  readonly echoes: readonly SelectedQuote[];
}

/**
 * Folds quotes (best first) that overlap in one article or echo each other into one group each. A
 * group has the rank of its best member; of those that say the same, the best-sourced is shown.
 */
export function foldEchoes(
  quotes: readonly SelectedQuote[],
  fingerprint: (text: string) => Fingerprint,
): QuoteGroup[] {
  const groups: { print: Fingerprint; members: SelectedQuote[] }[] = [];
  for (const quote of quotes) {
    const textOf = ({ start, end }: Range) => fingerprint(quote.article.text.slice(start, end));
    const print = textOf(quote);
    // Most quotes need no context.
    const core = isSameRange(quote, quote.core) ? print : textOf(quote.core);
    const group = groups.find(
      ({ members, print: other }) =>
        members.some((member) => overlaps(member, quote)) ||
        // The context tells whom "he" means; it must be the same one.
        (isEcho(other, core) && (core === print || isEcho(other, print))),
    );
    if (!group) groups.push({ print, members: [quote] });
    else if (!group.members.some((member) => member.article.id === quote.article.id)) {
      group.members.push(quote);
    }
  }
  return groups.flatMap(({ members }) => {
    const shown = bestSourced(members);
    if (!shown) return [];
    const score = Math.max(...members.map((member) => member.score));
    return [{ shown, score, echoes: members.filter((member) => member !== shown) }];
  });
}

function isSameRange(a: Range, b: Range): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Whether `member` already shows some of what `quote` was chosen for; sentences for sense may stand twice. */
function overlaps(member: SelectedQuote, { article, core }: SelectedQuote): boolean {
  return member.article.id === article.id && member.start < core.end && core.start < member.end;
}

/** The first among those with the most known of publisher, date and link. */
function bestSourced(members: readonly SelectedQuote[]): SelectedQuote | undefined {
  const most = Math.max(...members.map(({ article }) => sourceDetails(article)));
  return members.find(({ article }) => sourceDetails(article) === most);
}

function sourceDetails(article: Article): number {
  return [
    article.publisher !== UNKNOWN_PUBLISHER,
    article.published !== null,
    article.url !== null,
  ].filter(Boolean).length;
}
