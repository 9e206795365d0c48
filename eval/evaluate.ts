import { answerQuestion } from '../src/commands/ask/answer-question.ts';
import type { PassageLanguage } from '../src/language/script-language.ts';
import type { Generation } from '../src/library/index.ts';
import { type Judgement, judge } from './judge.ts';
import { QUOTES_ASKED_FOR } from './metrics.ts';
import type { EvalSet } from './open-set.ts';
import { inOtherScript } from './other-script.ts';
import type { EvalQuestion } from './question.ts';
import { withTypingError } from './typing-error.ts';

/** The ways in which the questions of a set are asked. */
export const VARIANTS = ['as-written', 'typing-error', 'other-script'] as const;

/** One of {@link VARIANTS}. */
export type Variant = (typeof VARIANTS)[number];

/** Questions of one language, asked in one way. */
export interface Round {
  readonly set: 'main' | 'cross-language' | 'chat';
  readonly language: PassageLanguage;
  readonly variant: Variant;
  readonly judgements: readonly Judgement[];
}

const ASKED: Readonly<Record<Variant, (question: EvalQuestion) => string>> = {
  'as-written': ({ question }) => question,
  'typing-error': ({ question, language }) => withTypingError(question, language),
  'other-script': ({ question }) => inOtherScript(question),
};

const LANGUAGES: readonly PassageLanguage[] = ['en', 'zh'];

/** Asks every question of a set in every way that its language has. Rounds without questions are left out. */
export async function evaluate(set: EvalSet): Promise<Round[]> {
  const rounds: Round[] = [];
  for (const variant of VARIANTS) {
    for (const language of LANGUAGES) {
      if (variant === 'other-script' && language !== 'zh') continue;
      rounds.push(await askRound(set, { set: 'main', language, variant }));
    }
  }
  for (const name of ['cross-language', 'chat'] as const) {
    for (const language of LANGUAGES) {
      rounds.push(await askRound(set, { set: name, language, variant: 'as-written' }));
    }
  }
  return rounds.filter(({ judgements }) => judgements.length > 0);
}

async function askRound(
  { generation, questions, crossLanguage, chat }: EvalSet,
  round: Omit<Round, 'judgements'>,
): Promise<Round> {
  const all = { main: questions, 'cross-language': crossLanguage, chat }[round.set];
  const judgements: Judgement[] = [];
  for (const question of all.filter(({ language }) => language === round.language)) {
    judgements.push(await askOne(question, ASKED[round.variant](question), generation));
  }
  return { ...round, judgements };
}

async function askOne(
  question: EvalQuestion,
  asked: string,
  generation: Generation,
): Promise<Judgement> {
  const request = { question: asked, limit: QUOTES_ASKED_FOR, filter: {} };
  return judge(question, await answerQuestion(request, generation), generation.corpus.byId);
}
