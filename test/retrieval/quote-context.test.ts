import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Passage, splitPassages } from '../../src/retrieval/passages/split-passages.ts';
import { withContext } from '../../src/retrieval/quotes/quote-context.ts';
import { createArticle } from '../support/articles.ts';

function passagesOf(text: string): Passage[] {
  return splitPassages(createArticle({ text })).passages;
}

/** What is quoted for the sentence of `text` that begins with `beginning`. */
function quoteFor(text: string, beginning: string): string {
  const at = text.indexOf(beginning);
  for (const passage of passagesOf(text)) {
    const index = passage.sentences.findIndex(({ start }) => start === at);
    if (index === -1) continue;
    const quoted = withContext({ text, ...passage }, index, index);
    return text.slice(quoted[0]?.start, quoted.at(-1)?.end);
  }
  throw new Error(`no sentence begins with ${beginning}`);
}

const FOUNDER =
  'Nora Quill founded the Oakline shipyard on the northern quay of the harbour in 1987.';
const HE =
  'She sold it to a rival from the islands in the spring of the following year for two crowns.';
const OTHER =
  'The fish market opens at five in the morning, and closes when the last of the boats is empty.';

describe('the context of a quote', () => {
  it('is the sentence before one that leans on it', () => {
    expect(quoteFor(`${OTHER} ${FOUNDER} ${HE}`, HE)).toBe(`${FOUNDER} ${HE}`);
  });

  it('is nothing where a sentence stands by itself', () => {
    expect(quoteFor(`${FOUNDER} ${OTHER} ${HE}`, OTHER)).toBe(OTHER);
  });

  it('is two sentences where the first of them leans too, and never more', () => {
    const leaning = [1, 2, 3].map(
      (n) => `He painted boat number ${n} in blue on a wet day in March.`,
    );
    const last = 'He then sold all of them to the harbour board at a loss of nine hundred crowns.';
    expect(quoteFor(`${FOUNDER} ${leaning[0]} ${last}`, last)).toBe(
      `${FOUNDER} ${leaning[0]} ${last}`,
    );
    expect(quoteFor(`${FOUNDER} ${leaning.join(' ')} ${last}`, last)).toBe(
      `${leaning.slice(1).join(' ')} ${last}`,
    );
  });

  it('reaches into the paragraph before', () => {
    expect(quoteFor(`${OTHER} ${FOUNDER}\n\n${HE} ${OTHER}`, HE)).toBe(`${FOUNDER}\n\n${HE}`);
  });

  it.each([
    ['a heading', `${FOUNDER}\n\nA sale at the northern quay\n\n${HE}`],
    ['a heading of Markdown', `${FOUNDER}\n\n## A sale.\n\n${HE}`],
    ['furniture of the page', `${FOUNDER}\n\nShare this story\n\n${HE}`],
    ['a paragraph that stood before', `${OTHER}\n\n${FOUNDER}\n\n${OTHER}\n\n${HE}`],
    [
      'an item of a list',
      `${FOUNDER}\n\n- Oakline shipyard, northern quay\n- Fish market\n\n${HE}`,
    ],
    ['what is too long', `${FOUNDER.repeat(6).replaceAll('.', ' and')} more.\n\n${HE}`],
  ])('does not reach over %s', (_, text) => expect(quoteFor(text, HE)).toBe(HE));

  it('is a neighbour of a sentence that is too short: the one before, or else the one after', () => {
    const text = `${FOUNDER} It paid. ${OTHER}`;
    expect(quoteFor(text, 'It paid.')).toBe(`${FOUNDER} It paid.`);
    expect(quoteFor(`${FOUNDER}\n\nBoats sank. ${OTHER}`, 'Boats sank.')).toBe(
      `Boats sank. ${OTHER}`,
    );
    expect(quoteFor(`${FOUNDER}\n\nBoats sank.`, 'Boats sank.')).toBe('Boats sank.');
  });

  it('is found in Chinese', () => {
    const founder = '宋青一九八七年在北码头创办了橡树造船厂，当时全厂只有七名工人和两条旧船。';
    const sale = '他第二年春天以两个克朗的价格把船厂卖给了群岛的一家竞争对手，从此离开了港口。';
    expect(quoteFor(`${founder}${sale}`, sale)).toBe(`${founder}${sale}`);
    expect(quoteFor(`${sale}${founder}`, founder)).toBe(founder);
    expect(quoteFor(`${founder}渔市没有搬。`, '渔市没有搬。')).toBe(`${founder}渔市没有搬。`);
  });
});

describe('every quote with its context', () => {
  const sentence = fc.constantFrom(
    FOUNDER,
    HE,
    OTHER,
    'Yes.',
    'It paid.',
    'Boats sank.',
    'The company said no.',
    `As a result ${'the fares to the islands went up again and '.repeat(11)}nobody sailed.`,
    '他拒绝了。',
    '该公司当天在北码头宣布，渡轮将停航两天，票价不变。',
    '宋青一九八七年在北码头创办了橡树造船厂。',
  );
  const paragraph = fc.oneof(
    { weight: 6, arbitrary: fc.array(sentence, { minLength: 1, maxLength: 12 }) },
    { weight: 1, arbitrary: fc.constantFrom(['Share this story'], ['A heading'], ['# Marked']) },
  );

  it('is one run of whole sentences around its core, with at most two more, within the limit', () => {
    let widened = 0;
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        (paragraphs, n) => {
          const text = paragraphs.map((sentences) => sentences.join(' ')).join('\n\n');
          const passages = passagesOf(text);
          const starts = new Set(
            passages.flatMap(({ sentences }) => sentences.map((s) => s.start)),
          );
          for (const passage of passages) {
            const from = n % passage.sentences.length;
            const quoted = withContext({ text, ...passage }, from, from);
            const core = passage.sentences[from];
            expect(quoted).toContain(core);
            expect(quoted.every(({ start }) => starts.has(start))).toBe(true);
            expect(quoted.length).toBeLessThanOrEqual(3);
            const length = (quoted.at(-1)?.end ?? 0) - (quoted[0]?.start ?? 0);
            const limit = passage.language === 'zh' ? 250 : 500;
            expect(quoted.length === 1 || length <= limit).toBe(true);
            const gaps = quoted
              .slice(1)
              .map(({ start }, index) => text.slice(quoted[index]?.end, start).trim());
            expect(gaps.join('')).toBe('');
            widened += quoted.length > 1 ? 1 : 0;
          }
        },
      ),
      { numRuns: 300 },
    );
    expect(widened).toBeGreaterThan(100);
  });
});
