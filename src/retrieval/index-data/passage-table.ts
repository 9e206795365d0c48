import type { Sentence } from '../../language/index.ts';
import type { Passage } from '../passages/split-passages.ts';
import { type IndexData, PASSAGE_LANGUAGES, partOf } from './index-data.ts';

/** The passage with a number, of the article with an id. Made anew at each call. */
export function passageAt(data: IndexData, passage: number, articleId: string): Passage {
  const before = {
    start: data.passageBeforeStart[passage] ?? 0,
    end: data.passageBeforeEnd[passage] ?? 0,
    ...unpackCuts(data.passageBeforeCuts[passage] ?? 0),
  };
  const language = PASSAGE_LANGUAGES[data.passageLanguage[passage] ?? 0];
  if (!language) throw new RangeError(`passage ${passage} is in no known language`);
  return {
    articleId,
    start: data.passageStart[passage] ?? 0,
    end: data.passageEnd[passage] ?? 0,
    language,
    sentences: sentencesOf(data, passage),
    before: before.start < before.end ? before : null,
  };
}

function sentencesOf(data: IndexData, passage: number): Sentence[] {
  const [from, to] = partOf(data.passageSentenceFrom, passage);
  const sentences: Sentence[] = [];
  for (let sentence = from; sentence < to; sentence += 1) {
    sentences.push({
      start: data.sentenceStart[sentence] ?? 0,
      end: data.sentenceEnd[sentence] ?? 0,
      ...unpackCuts(data.sentenceCuts[sentence] ?? 0),
    });
  }
  return sentences;
}

type Cuts = Pick<Sentence, 'cutBefore' | 'cutAfter'>;

/** 1 when it is cut before, plus 2 when it is cut after. */
export function packCuts({ cutBefore, cutAfter }: Cuts): number {
  return (cutBefore ? 1 : 0) + (cutAfter ? 2 : 0);
}

function unpackCuts(cuts: number): Cuts {
  return { cutBefore: cuts % 2 === 1, cutAfter: cuts >= 2 };
}
