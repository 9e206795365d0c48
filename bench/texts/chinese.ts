import {
  CHINESE_FUNCTION_WORDS,
  inventChineseNames,
  inventChineseWords,
  shuffleChineseCharacters,
} from './chinese-words.ts';
import { inventEnglishNames } from './english-words.ts';
import type { Sentence, Topic, Writer } from './language.ts';
import { createRandom, createZipfPick, type Random } from './random.ts';
import { takeSome } from './take-some.ts';

const WORD_COUNT = 25_000;
const NAME_COUNT = 8000;
const QUESTION_ENDS = [
  '是什么？',
  '为什么？',
  '什么时候发生的？',
  '有多少？',
  '怎么样了？',
] as const;

/** Writes texts of real characters in invented words, as frequent and as bursty as Chinese ones. */
export function createChineseWriter(seed: number): Writer {
  const words = createRandom(seed);
  const characters = shuffleChineseCharacters(words);
  const pickWord = createZipfPick(inventChineseWords(words, characters, WORD_COUNT), 1.05);
  const pickName = createZipfPick(inventChineseNames(words, characters, NAME_COUNT), 0.9);
  const pickLatinName = createZipfPick(inventEnglishNames(words, 300), 1);
  const pickFunctionWord = createZipfPick(CHINESE_FUNCTION_WORDS, 1);

  const contentWord = (random: Random, topic: Topic): string => {
    if (random.chance(0.1)) return random.chance(0.7) ? random.pick(topic.names) : pickName(random);
    if (random.chance(0.02)) return pickLatinName(random);
    if (random.chance(0.03)) return number(random);
    return random.chance(0.15) ? random.pick(topic.words) : pickWord(random);
  };

  return {
    sentenceGap: '',
    paragraphLength: { shortest: 200, longest: 400 },
    topic: (random) => ({
      words: Array.from({ length: 12 }, () => pickWord(random)),
      names: Array.from({ length: 5 }, () => pickName(random)),
    }),
    sentence: (random, topic) =>
      writeSentence(random, () => contentWord(random, topic), pickFunctionWord),
    title: (random, topic) => {
      const about = takeSome(random, topic.words, random.between(3, 6));
      return [random.pick(topic.names), ...about].join('');
    },
    question: (random, { contentWords }) => {
      const [first = '', second = '', ...rest] = takeSome(random, contentWords, 5);
      return `${first}${second}的${rest.join('')}${random.pick(QUESTION_ENDS)}`;
    },
  };
}

function writeSentence(
  random: Random,
  contentWord: () => string,
  pickFunctionWord: (random: Random) => string,
): Sentence {
  const length = random.between(14, 30);
  const contentWords: string[] = [];
  let text = '';
  let clauseLength = 0;
  for (let position = 0; position < length; position += 1) {
    const isLast = position === length - 1;
    if (!isLast && random.chance(0.25)) {
      text += pickFunctionWord(random);
      continue;
    }
    const word = contentWord();
    contentWords.push(word);
    text += word;
    clauseLength += 1;
    if (!isLast && clauseLength >= 4 && random.chance(0.35)) {
      text += '，';
      clauseLength = 0;
    }
  }
  return { text: random.chance(0.1) ? `“${text}。”` : `${text}。`, contentWords };
}

function number(random: Random): string {
  return random.pick([
    () => `${random.between(1990, 2030)}年`,
    () => `${random.between(2, 99)}%`,
    () => `${random.between(1, 900)}万`,
  ])();
}
