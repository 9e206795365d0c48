import type { Article } from '../../src/corpus/index.ts';
import { createChineseWriter } from './chinese.ts';
import { createEnglishWriter } from './english.ts';
import type { BenchLanguage, Sentence, Topic, Writer } from './language.ts';
import { createRandom, type Random } from './random.ts';

const SEED = 20_200_914;
const PARAGRAPHS_PER_ARTICLE = 8;
const PUBLISHERS = ['Morning Post', 'City Herald', 'The Courier', 'Evening Wire', 'Daily Ledger'];

/** A question that one passage answers. */
export interface BenchQuestion {
  readonly text: string;
  /** The number of the passage, in the order of the articles. */
  readonly passage: number;
}

/** Articles, and what is asked about them. */
export interface BenchTexts {
  readonly articles: ReadonlyMap<string, Article>;
  /** Asked before anything is measured. */
  readonly warmUp: readonly BenchQuestion[];
  readonly questions: readonly BenchQuestion[];
}

/** What is generated. */
export interface TextsRequest {
  readonly language: BenchLanguage;
  /** One paragraph is one passage: none is long enough to be cut. */
  readonly passageCount: number;
  readonly questionCount: number;
}

/** Generates news-like articles with exactly so many passages, always the same ones. */
export function generateTexts({ language, passageCount, questionCount }: TextsRequest): BenchTexts {
  const writer = createWriter(language);
  const random = createRandom(SEED + 1);
  const articles = new Map<string, Article>();
  const passages: (readonly Sentence[])[] = [];
  while (passages.length < passageCount) {
    const count = Math.min(PARAGRAPHS_PER_ARTICLE, passageCount - passages.length);
    const topic = writer.topic(random);
    const paragraphs = Array.from({ length: count }, () => writeParagraph(writer, random, topic));
    passages.push(...paragraphs);
    const article = toArticle(writer, random, {
      id: `article-${articles.size + 1}`,
      language,
      title: writer.title(random, topic),
      paragraphs,
    });
    articles.set(article.id, article);
  }
  const askRandom = createRandom(SEED + 2);
  const askSome = (count: number) =>
    Array.from({ length: count }, () => askAbout(writer, askRandom, passages));
  return {
    articles,
    warmUp: askSome(Math.ceil(questionCount / 4)),
    questions: askSome(questionCount),
  };
}

function createWriter(language: BenchLanguage): Writer {
  switch (language) {
    case 'en':
      return createEnglishWriter(SEED);
    case 'zh':
      return createChineseWriter(SEED);
  }
}

function writeParagraph(writer: Writer, random: Random, topic: Topic): readonly Sentence[] {
  const { shortest, longest } = writer.paragraphLength;
  const wanted = random.between(shortest, longest);
  const sentences: Sentence[] = [];
  let length = 0;
  while (length < wanted) {
    const sentence = writer.sentence(random, topic);
    if (length >= shortest && length + sentence.text.length > longest) break;
    sentences.push(sentence);
    length += sentence.text.length + writer.sentenceGap.length;
  }
  return sentences;
}

function toArticle(
  writer: Writer,
  random: Random,
  {
    id,
    language,
    title,
    paragraphs,
  }: {
    readonly id: string;
    readonly language: BenchLanguage;
    readonly title: string;
    readonly paragraphs: readonly (readonly Sentence[])[];
  },
): Article {
  const day = new Date(Date.UTC(2020, 0, 1 + random.between(0, 1400)));
  return {
    id,
    file: `${id}.md`,
    title,
    publisher: random.pick(PUBLISHERS),
    published: day.toISOString().slice(0, 10),
    url: null,
    language,
    text: paragraphs
      .map((sentences) => sentences.map(({ text }) => text).join(writer.sentenceGap))
      .join('\n\n'),
    retrieved: null,
    bodyStart: 0,
    inferred: [],
    contentHash: id,
  };
}

function askAbout(
  writer: Writer,
  random: Random,
  passages: readonly (readonly Sentence[])[],
): BenchQuestion {
  const passage = random.between(0, passages.length - 1);
  const sentences = passages[passage] ?? [];
  return { text: writer.question(random, random.pick(sentences)), passage };
}
