import { describe, expect, it } from 'vitest';
import { isBoilerplate } from '../../src/retrieval/passages/boilerplate.ts';
import { splitPassages } from '../../src/retrieval/passages/split-passages.ts';
import { createArticle } from '../support/articles.ts';

function passagesOf(text: string, bodyStart = 0) {
  const article = createArticle({ text, bodyStart });
  const { passages, exclusions } = splitPassages(article);
  const words = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return {
    passages,
    texts: passages.map(words),
    excluded: exclusions.map((exclusion) => [words(exclusion), exclusion.reason]),
  };
}

describe('passages', () => {
  it('are the paragraphs of an article', () => {
    const { texts } = passagesOf('First one. With two sentences.\n\nSecond one.\n');
    expect(texts).toEqual(['First one. With two sentences.', 'Second one.']);
  });

  it('leave out what stands before the body: a date stamp, or a title in the text', () => {
    const text = 'The Title\n\nThe body.';
    expect(passagesOf(text, text.indexOf('The body')).texts).toEqual(['The body.']);
  });

  it('leave out a paragraph that stands twice, and say so', () => {
    const { texts, excluded } = passagesOf('Oracle is near.\n\nOther.\n\nOracle  is near.');
    expect(texts).toEqual(['Oracle is near.', 'Other.']);
    expect(excluded).toEqual([['Oracle  is near.', 'repeat']]);
  });

  it('leave out the furniture of a page, and say so', () => {
    const { texts, excluded } = passagesOf('The news.\n\nShare Story:\n\nRecent Stories');
    expect(texts).toEqual(['The news.']);
    expect(excluded).toEqual([
      ['Share Story:', 'boilerplate'],
      ['Recent Stories', 'boilerplate'],
    ]);
  });

  it('cut a long paragraph into runs of whole sentences that overlap by one', () => {
    const sentences = Array.from(
      { length: 30 },
      (_, index) => `Sentence number ${index} says something that is long enough to count here.`,
    );
    const { passages, texts } = passagesOf(sentences.join(' '));
    expect(passages.length).toBeGreaterThan(1);
    for (const [index, passage] of passages.entries()) {
      expect(passage.end - passage.start).toBeLessThanOrEqual(1000);
      expect(texts[index]).toMatch(/^Sentence number .*here\.$/u);
      const next = passages[index + 1] ?? { start: passage.sentences.at(-1)?.start };
      expect(next.start).toBe(passage.sentences.at(-1)?.start);
    }
  });

  it('know the sentence before them', () => {
    const { passages } = passagesOf('One. Two.\n\nThree.');
    expect(passages.map(({ before }) => before)).toMatchObject([null, { start: 5, end: 9 }]);
  });

  it('have a language of their own, by script', () => {
    const { passages } = passagesOf(
      '凯文·梅耶尔(Kevin Mayer)提出辞职。\n\nKevin Mayer (凯文) resigned.',
    );
    expect(passages.map(({ language }) => language)).toEqual(['zh', 'en']);
  });
});

describe('a sentence that is too long', () => {
  const { texts, passages } = passagesOf(`${'on and on, '.repeat(400)}and then it ended.`);

  it('is cut into parts that know where they are cut', () => {
    const parts = passages.flatMap(({ sentences }) => sentences);
    expect(parts.length).toBeGreaterThan(4);
    expect(parts[0]).toMatchObject({ cutBefore: false, cutAfter: true });
    expect(parts[1]).toMatchObject({ cutBefore: true, cutAfter: true });
    expect(parts.at(-1)).toMatchObject({ cutBefore: true, cutAfter: false });
  });

  it('is cut between words', () => {
    for (const text of texts) expect(text).toMatch(/^(?:on|and)\b.*(?:on|and|[,.])$/u);
  });
});

describe('articles that are hard to cut', () => {
  it.each([
    ['130,000 short lines', 'x y\n'.repeat(130_000)],
    ['130,000 paragraphs', Array.from({ length: 130_000 }, (_, index) => `p${index}`).join('\n\n')],
    ['a megabyte of prose on one line', 'The council met again on Tuesday. '.repeat(30_000)],
    ['abbreviations without an end', 'U.S. '.repeat(60_000)],
    ['Chinese without a full stop', '中国代表团抵达'.repeat(40_000)],
    ['half a megabyte of one letter', 'a'.repeat(500_000)],
    ['flags', '🇨🇳'.repeat(20_000)],
  ])('are cut, in time that grows with their length: %s', (_, text) => {
    const { passages } = passagesOf(text);
    expect(passages.length).toBeGreaterThan(0);
    expect(passages.filter(({ start, end }) => end - start > 1064)).toEqual([]);
  });
});

describe('boilerplate', () => {
  it.each([
    'Share this story',
    'Share Story:',
    'Recent Stories',
    'Read more: Another headline',
    '© 2024 The Gazette',
    '* * *',
    'By Dana Whitlock',
    'Photo by Dana Whitlock / The Gazette',
    'Image caption: The north wing',
    'Updated 3 May 2026, 9:30 a.m.',
    'Like us on Facebook',
    'This story was originally published by The Gazette.',
    '责任编辑：张三',
    '来源：通讯社',
    '相关阅读',
    '分享到：',
  ])('is %s', (text) => expect(isBoilerplate(text)).toBe(true));

  it.each([
    'Share prices fell on Monday.',
    'Shares of Oracle rose.',
    'Copyright claims against the app were dropped on Monday.',
    'Like this week’s order, the ban takes effect on 20 September.',
    'Save this deal, one adviser said, and the rest will follow',
    'Share on share, Oracle gained 5 per cent',
    'Like many residents, she posted the video on Facebook and asked for help.',
    'Get out now, the mayor wrote on Facebook.',
    'Updated figures on Friday put the number of homeless at 230.',
    'Published in 2019, the plan named 14 dams that needed work.',
    'May 12 began with a call at 6:40 in the morning.',
    'Photographs by residents show water over the wall.',
    'This article has been corrected: the dam is 41 metres high, not 14.',
    'Credit for the rescue belongs to a bus driver.',
    '记者：大坝什么时候能修好？',
    '声明：本公司从未供应混凝土。',
    '评论人士认为这笔交易难以完成',
    '编辑 张三说：公司拒绝了报价。',
    'More articles were added to the list of banned goods.',
    'Top stories of the year were few.',
    'Follow the money, the minister said.',
    'Comments by the minister angered the union.',
    'Like others, she left.',
    'Copyright law was changed in May.',
    '(c) The owner must keep the keys.',
    '编辑部发表声明说…',
    '评论认为此举不妥',
    '编辑部星期一发表声明说，报道属实。',
    '分享会上，部长宣布辞职。',
    '广告收入下降了三成。',
  ])('is not %s', (text) => expect(isBoilerplate(text)).toBe(false));
});
