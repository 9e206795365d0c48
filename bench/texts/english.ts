import {
  ENGLISH_FUNCTION_WORDS,
  inflect,
  inventEnglishNames,
  inventEnglishWords,
} from './english-words.ts';
import type { Sentence, Topic, Writer } from './language.ts';
import { createRandom, createZipfPick, type Random } from './random.ts';
import { takeSome } from './take-some.ts';

const WORD_COUNT = 25_000;
const NAME_COUNT = 8000;
const QUESTION_STARTS = ['What did', 'Why did', 'When did', 'How did', 'Who said that'] as const;
const QUESTION_LINKS = ['and the', 'about the', 'with the', 'of the', 'after the'] as const;

/** Writes texts of invented words that are as frequent, as inflected and as bursty as English ones. */
export function createEnglishWriter(seed: number): Writer {
  const words = createRandom(seed);
  const pickWord = createZipfPick(inventEnglishWords(words, WORD_COUNT), 1.05);
  const pickName = createZipfPick(inventEnglishNames(words, NAME_COUNT), 0.9);
  const pickFunctionWord = createZipfPick(ENGLISH_FUNCTION_WORDS, 1);

  const contentWord = (random: Random, topic: Topic): string => {
    if (random.chance(0.12))
      return random.chance(0.7) ? random.pick(topic.names) : pickName(random);
    if (random.chance(0.04)) return number(random);
    return inflect(random, random.chance(0.15) ? random.pick(topic.words) : pickWord(random));
  };

  return {
    sentenceGap: ' ',
    paragraphLength: { shortest: 500, longest: 800 },
    topic: (random) => ({
      words: Array.from({ length: 12 }, () => pickWord(random)),
      names: Array.from({ length: 5 }, () => pickName(random)),
    }),
    sentence: (random, topic) =>
      writeSentence(random, () => contentWord(random, topic), pickFunctionWord),
    title: (random, topic) => {
      const about = takeSome(random, topic.words, random.between(3, 5));
      return [random.pick(topic.names), ...about.map((word) => inflect(random, word))].join(' ');
    },
    question: (random, { contentWords }) => {
      const asked = takeSome(random, contentWords, 5);
      const [first = '', second = '', ...rest] = asked;
      const start = random.pick(QUESTION_STARTS);
      return `${start} ${first} ${second} ${random.pick(QUESTION_LINKS)} ${rest.join(' ')}?`;
    },
  };
}

function writeSentence(
  random: Random,
  contentWord: () => string,
  pickFunctionWord: (random: Random) => string,
): Sentence {
  const length = random.between(12, 28);
  const written: string[] = [];
  const contentWords: string[] = [];
  for (let position = 0; position < length; position += 1) {
    const isLast = position === length - 1;
    if (!isLast && random.chance(0.42)) {
      written.push(pickFunctionWord(random));
      continue;
    }
    const word = contentWord();
    contentWords.push(word);
    written.push(!isLast && random.chance(0.1) ? `${word},` : word);
  }
  const sentence = capitalise(written.join(' '));
  return { text: random.chance(0.12) ? `“${sentence}.”` : `${sentence}.`, contentWords };
}

function number(random: Random): string {
  return random.pick([
    () => String(random.between(1990, 2030)),
    () => String(random.between(2, 99)),
    () => `${random.between(1, 99)},${random.between(100, 999)}`,
    () => `$${random.between(1, 90)}`,
  ])();
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
