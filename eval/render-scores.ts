import { renderMarkdownTable } from '../bench/markdown-table.ts';
import type { PassageLanguage } from '../src/language/script-language.ts';
import type { Round, Variant } from './evaluate.ts';
import { QUOTES_ASKED_FOR, type Scores, scoresOf } from './metrics.ts';

/** A line of the table. */
interface ScoreRow {
  readonly label: string;
  readonly scores: Scores;
  /** The same questions as they are written; null for those themselves. */
  readonly asWritten: Scores | null;
}

/** The figures, in the order of the columns. */
const FIGURES = [
  ['hit1', 'hit@1'],
  ['hit3', 'hit@3'],
  ['hit5', 'hit@5'],
  ['mrr', `MRR@${QUOTES_ASKED_FOR}`],
  ['closest', 'closest only'],
  ['nothing', 'nothing'],
  ['wronglyAnswered', 'answered, unanswerable'],
  ['precision', 'right where answered'],
  ['auroc', 'AUROC'],
] as const satisfies readonly (readonly [keyof Scores, string])[];

const LANGUAGE_NAMES: Readonly<Record<PassageLanguage, string>> = { en: 'English', zh: 'Chinese' };

/** Scores rounds: each by itself, and before them all questions as they are written. */
function scoreRows(rounds: readonly Round[]): ScoreRow[] {
  const written = rounds.filter(({ set, variant }) => set === 'main' && variant === 'as-written');
  const all = scoresOf(written.flatMap(({ judgements }) => judgements));
  const rows = rounds.map((round): ScoreRow => {
    const { set, language, variant, judgements } = round;
    const base = written.find((each) => each.language === language);
    const isVariant = set === 'main' && variant !== 'as-written';
    return {
      label: labelOf(round),
      scores: scoresOf(judgements),
      asWritten: base && isVariant ? scoresOf(base.judgements) : null,
    };
  });
  return written.length > 1 ? [{ label: 'All', scores: all, asWritten: null }, ...rows] : rows;
}

/** The scores as a Markdown table. */
export function renderScores(rounds: readonly Round[]): string {
  const header = ['questions', 'answerable', 'unanswerable', ...FIGURES.map(([, title]) => title)];
  const lines = scoreRows(rounds).map(({ label, scores, asWritten }) => [
    label,
    String(scores.answerable),
    String(scores.unanswerable),
    ...FIGURES.map(([name]) => cellOf(scores[name], asWritten?.[name])),
  ]);
  const legend =
    'In per cent. In brackets: points more or less than for the same questions as they are written.';
  return `${renderMarkdownTable(header, lines)}\n\n${legend}`;
}

const VARIANT_LABELS: Readonly<Record<Variant, Readonly<Record<PassageLanguage, string>>>> = {
  'as-written': { en: '', zh: '' },
  'typing-error': { en: ', one typing error', zh: ', two characters swapped' },
  'other-script': { en: ', the other script', zh: ', the other script' },
};

function labelOf({ set, language, variant }: Round): string {
  if (set === 'cross-language') {
    return language === 'zh' ? 'Chinese about English text' : 'English about Chinese text';
  }
  if (set === 'chat') return `${LANGUAGE_NAMES[language]}, as in a chat`;
  return `${LANGUAGE_NAMES[language]}${VARIANT_LABELS[variant][language]}`;
}

function cellOf(share: number | null, base: number | null | undefined): string {
  if (share === null) return '-';
  const points = (share * 100).toFixed(1);
  if (typeof base !== 'number') return points;
  const change = ((share - base) * 100).toFixed(1);
  return `${points} (${share >= base ? '+' : ''}${change})`;
}
