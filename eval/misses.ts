import type { Article } from '../src/corpus/index.ts';
import type { Verdict } from '../src/retrieval/index.ts';
import type { Round } from './evaluate.ts';
import type { Judgement } from './judge.ts';

/** A question that did not get what it should have got. */
export interface Miss {
  readonly id: string;
  readonly asked: string;
  readonly outcome: Verdict | 'later' | 'not-found';
  /** The place of the first right quote; null without one. */
  readonly rank: number | null;
  readonly confidence: number;
  /** The words that would have been right; empty when nothing answers. */
  readonly expected: readonly string[];
  /** What came first; null where nothing was shown. */
  readonly first: string | null;
  readonly reason: string | null;
}

/** The answerable questions without a right quote in the first place, and the answered others. */
export function missesOf(round: Round, articles: ReadonlyMap<string, Article>): Miss[] {
  return round.judgements.flatMap((judgement) => {
    const outcome = outcomeOf(judgement);
    if (outcome === 'right') return [];
    const { question, asked, rank, confidence, first } = judgement;
    const { id, gold, reason } = question;
    return [
      {
        id,
        asked,
        outcome,
        rank,
        confidence,
        expected: gold.map(
          ({ article, start, end }) => articles.get(article)?.text.slice(start, end) ?? '',
        ),
        first: first?.words ?? null,
        reason,
      },
    ];
  });
}

function outcomeOf({ question, verdict, rank }: Judgement): Miss['outcome'] | 'right' {
  if (question.gold.length === 0) return verdict === 'answered' ? 'answered' : 'right';
  if (verdict !== 'answered') return verdict;
  if (rank === null) return 'not-found';
  return rank === 1 ? 'right' : 'later';
}
