import { ComponentType, MessageFlags } from 'discord.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCustomId } from '../../src/bot/render/custom-id.ts';
import {
  COMPONENTS,
  DISPLAY_BYTES,
  TEXT_BYTES,
  TEXT_UNITS,
} from '../../src/bot/render/message-limits.ts';
import { renderQuotedWords } from '../../src/bot/render/render-quote.ts';
import { renderNotice } from '../../src/bot/render/render-reply.ts';
import { type Block, buildTimelineChart, type Reply } from '../../src/commands/index.ts';
import { LOCALES } from '../../src/i18n/index.ts';
import { hostileText } from './support/hostile-text.ts';
import { buttonsOf, componentsOf, galleryOf, textsOf } from './support/messages.ts';
import { markupIn, read } from './support/reader.ts';
import {
  articleOf,
  fitsMessage,
  quoteBlock,
  renderReply,
  replyOf,
  sourceOf,
  verifiedReply,
} from './support/replies.ts';

/** Reported from the field; test/discord judges by the same number. */
const TEXT_BYTES_SEEN_TO_FAIL = 10_170;

function expectWithinLimits(message: unknown): void {
  const texts = textsOf(message);
  const units = texts.reduce((sum, text) => sum + text.length, 0);
  const counted = [...texts, ...galleryOf(message).map(({ description }) => description)];
  const bytes = counted.reduce((sum, text) => sum + Buffer.byteLength(text) + 12, 0);
  expect(units).toBeLessThanOrEqual(TEXT_UNITS);
  expect(bytes).toBeLessThanOrEqual(TEXT_BYTES_SEEN_TO_FAIL);
  expect(componentsOf(message).length).toBeLessThanOrEqual(COMPONENTS);
  expect(texts.every((text) => text !== '' && !/\p{Surrogate}/u.test(text))).toBe(true);
  for (const { label, url } of buttonsOf(message)) {
    expect(label?.length).toBeLessThanOrEqual(80);
    expect(url?.length).toBeLessThanOrEqual(512);
  }
}

const article = articleOf('Americans have until 15 September.');
const quote = quoteBlock(article, [{ start: 21, end: 33 }]);

function render(blocks: readonly Block[], fields: Partial<Reply> = {}, articles = [article]) {
  return renderReply(verifiedReply(replyOf(blocks, fields), articles), null);
}

describe('renderReply', () => {
  test('a quote has its words, its source and a link to it', () => {
    const message = render([quote]);
    expect(message.flags).toBe(MessageFlags.IsComponentsV2);
    expect(message.allowedMentions).toEqual({ parse: [] });
    expect(textsOf(message)).toEqual([
      '## When?',
      '> Americans have until **15 September**.\n-# The Guardian · Sep 14, 2020 · TikTok ban looms',
      '-# 1 of 1',
    ]);
    const words = 'Americans%20have%20until%2015%20September';
    expect(buttonsOf(message)).toEqual([
      { label: 'Read', url: `https://example.com/tiktok#:~:text=${words}` },
    ]);
  });

  test('the page on which a quote stands goes with its source', () => {
    const source = { ...sourceOf(article), page: 12 };
    expect(textsOf(render([{ ...quote, source }]))[1]).toMatch(/ · TikTok ban looms · p\. 12$/u);
    const chinese = render([{ ...quote, source }], { locale: 'zh-CN' });
    expect(textsOf(chinese)[1]).toMatch(/ · 第 12 页$/u);
  });

  test('a quote of one of several versions says which', () => {
    const version = 'version of 5 Mar 2026 10:20 UTC';
    const [, shown] = textsOf(render([{ ...quote, source: { ...quote.source, version } }]));
    expect(shown?.replaceAll('\\', '')).toContain(`TikTok ban looms · ${version}`);
  });

  test('our own words are in the language of the reply, the quote never is', () => {
    const also = { ...quote, alsoIn: [sourceOf(article), sourceOf(article)] };
    const message = render([also], { locale: 'zh-TW', heading: '何時？' });
    expect(textsOf(message)[1]).toBe(
      '> Americans have until **15 September**.\n-# The Guardian · 2020年9月14日 · TikTok ban looms\n-# 另有 2 篇文章內容相同（The Guardian）',
    );
    expect(buttonsOf(message)).toMatchObject([{ label: '閱讀原文' }]);
  });

  test('a private reply is for the asker alone', () => {
    const { flags } = render([quote], { visibility: 'private' });
    expect(flags).toBe(MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral);
  });

  test('texts of each style, lists, and headings that go with what follows', () => {
    const message = render(
      [
        { type: 'text', style: 'normal', text: 'Two sources:' },
        { type: 'text', style: 'heading', text: 'In *2020*' },
        {
          type: 'list',
          items: [
            { text: '# one', detail: 'BBC · 2020', url: 'https://example.com/a_(b)' },
            { text: 'two', detail: null, url: null },
          ],
        },
        { type: 'text', style: 'warning', text: 'Sources disagree' },
        { type: 'text', style: 'subtle', text: 'a\nb' },
      ],
      { footer: null },
    );
    expect(textsOf(message)).toEqual([
      '## When?',
      'Two sources\\:',
      '### In \\*2020\\*\n\\# one\n-# BBC · 2020 · [Read](<https://example.com/a_%28b%29>)\n- two',
      '⚠ Sources disagree',
      '-# a\n-# b',
    ]);
  });

  test.each([
    ['javascript:alert(1)'],
    ['ftp://example.com/a'],
    ['https://user@example.com/'],
    ['http://localhost/'],
    [`https://example.com/${'a'.repeat(512)}`],
    ['not an address'],
  ])('%s is no link', (url) => {
    const source = { ...sourceOf(article), url };
    expect(buttonsOf(render([{ ...quote, source }]))).toEqual([]);
  });

  test('a heading keeps a number sign at its end', () => {
    // Discord takes number signs from the end of a heading, and would leave the backslash.
    expect(textsOf(render([], { heading: 'What is C#' }))[0]).toBe('## What is C\\#\u200b');
  });

  test('a list may have more items than a call can have arguments', () => {
    const item = { text: 'one', detail: null, url: null };
    const items = Array.from({ length: 200_000 }, () => item);
    const message = render([{ type: 'list', items }]);
    expectWithinLimits(message);
    expect(textsOf(message).at(-2)).toMatch(/^-# 19\d,\d{3} more not shown here\./u);
  });

  test('what a list leaves out is told, or counted with what is not shown', () => {
    const item = { text: 'one', detail: null, url: null };
    const listOf = (length: number) => ({
      type: 'list' as const,
      items: Array.from({ length }, () => item),
      more: { count: 1000, text: 'and 1,000 *more*' },
    });
    expect(textsOf(render([listOf(2)]))[1]).toBe('- one\n- one\n-# and 1,000 \\*more\\*');
    const texts = textsOf(render([listOf(5000)]));
    const shown = texts[1]?.split('\n').length ?? 0;
    expect(texts[2]).toContain(`-# ${(6000 - shown).toLocaleString('en')} more not shown here.`);
  });

  test('what does not fit is counted, in the language of the reply', () => {
    const long = articleOf('A sentence of some length. '.repeat(20).trim());
    const message = render(Array(12).fill(quoteBlock(long)), { locale: 'zh-CN' }, [long]);
    const shown = buttonsOf(message).length;
    expect(shown).toBeGreaterThan(3);
    expect(textsOf(message).at(-2)).toBe(
      `-# 另有 ${12 - shown} 项未在此显示。如果命令有筛选选项，可用来缩小范围。`,
    );
    expectWithinLimits(message);
  });

  test('no later quote takes the place of an earlier one that does not fit', () => {
    const small = articleOf('Small.', { id: 'small' });
    const large = articleOf('Large sentence. '.repeat(240).trim(), { id: 'large' });
    const blocks = [small, large, small].map((it) => quoteBlock(it));
    const texts = textsOf(render(blocks, {}, [small, large]));
    expect(texts.filter((text) => text.startsWith('> '))).toHaveLength(1);
    expect(texts.at(-2)).toBe(
      '-# 2 more not shown here. If the command has filters, use them to narrow it down.',
    );
  });

  test('a warning is shown even when quotes take all the room', () => {
    const long = articleOf('A sentence of some length. '.repeat(20).trim());
    const warning: Block = { type: 'text', style: 'warning', text: 'Sources disagree' };
    const message = render([...Array(12).fill(quoteBlock(long)), warning], {}, [long]);
    expect(textsOf(message)).toContain('⚠ Sources disagree');
  });

  test('sixty short quotes stay within 40 components', () => {
    const message = render(Array(60).fill(quote));
    expect(componentsOf(message).length).toBeGreaterThan(34);
    expectWithinLimits(message);
  });

  test.each([
    ['4,000 Chinese characters', '禁'.repeat(4000)],
    ['10,000 characters that all need an escape', '*'.repeat(10_000)],
    ['emoji only', '👩‍👩‍👧‍👦'.repeat(1000)],
    [
      '2,000 combining marks in a row',
      `Zalgo e${'\u0301'.repeat(2000)} here. ${'x '.repeat(3000)}`,
    ],
    ['one character without an end', `a${'\u0301'.repeat(9000)}`],
  ])('a single quote of %s is cut, or counted', (_, text) => {
    const huge = articleOf(text);
    const message = render([quoteBlock(huge)], {}, [huge]);
    const [, shown = ''] = textsOf(message);
    expect(shown).toMatch(/^> [\s\S]+ …\n-# The Guardian|^-# 1 more not shown here/u);
    expectWithinLimits(message);
  });

  test('anything at all gives a message within every limit that breaks nothing', () => {
    const text = fc.oneof(
      hostileText,
      hostileText.map((it) => it.repeat(60)),
    );
    const source = fc.record({
      articleId: fc.constant('guardian'),
      publisher: text,
      title: text,
      published: fc.option(fc.oneof(fc.constant('2020-09'), text)),
      url: fc.option(fc.oneof(fc.webUrl({ withQueryParameters: true }), text)),
    });
    const words = text.filter((it) => it !== '');
    const block = fc.oneof(
      fc.record({
        type: fc.constant('text' as const),
        style: fc.constantFrom(
          'normal' as const,
          'subtle' as const,
          'warning' as const,
          'heading' as const,
        ),
        text,
      }),
      fc.record({
        type: fc.constant('list' as const),
        items: fc.array(fc.record({ text, detail: fc.option(text), url: fc.option(fc.webUrl()) }), {
          maxLength: 50,
        }),
      }),
      fc.tuple(words, source, fc.array(source, { maxLength: 4 })),
    );
    fc.assert(
      fc.property(
        fc.array(block, { maxLength: 20 }),
        text,
        fc.option(text),
        fc.constantFrom(...LOCALES),
        (drafts, heading, footer, locale) => {
          const articles = drafts.flatMap((draft, index) =>
            Array.isArray(draft) ? [articleOf(draft[0], { id: `a${index}` })] : [],
          );
          const blocks = drafts.map((draft, index): Block => {
            if (!Array.isArray(draft)) return draft;
            const quoted = articles.find(({ id }) => id === `a${index}`) ?? article;
            const marks = [{ start: 0, end: Math.min(3, quoted.text.length) }];
            return { ...quoteBlock(quoted, marks), source: draft[1], alsoIn: draft[2] };
          });
          const message = render(blocks, { heading, footer, locale }, articles);
          expectWithinLimits(message);
          const kinds = textsOf(message).flatMap((display) => markupIn(read(display)));
          for (const kind of kinds) {
            expect(['heading', 'subtext', 'quote', 'bold', 'list', 'masked-link']).toContain(kind);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('renderNotice', () => {
  test('is private, plain and within the limits', () => {
    const message = renderNotice('@everyone **'.repeat(2000));
    expect(message.flags).toBe(MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral);
    expect(markupIn(read(textsOf(message).join('\n')))).toEqual([]);
    expectWithinLimits(message);
  });
});

describe('the parts of a timeline', () => {
  const address = 'https://example.com/tiktok';

  test('are dates as headings, with a quiet label and note around the quote', () => {
    const date = { type: 'date' as const, text: 'Late *May*', isDated: true, isAfterGap: false };
    const message = render([date, { ...quote, label: 'deadline #1', note: 'Also told by *X*' }]);
    expect(textsOf(message)[1]).toBe(
      [
        '### Late \\*May\\*',
        '-# deadline \\#1',
        '> Americans have until **15 September**.',
        '-# The Guardian · Sep 14, 2020 · TikTok ban looms',
        '-# Also told by \\*X\\*',
      ].join('\n'),
    );
  });

  test('have the link of a compact quote in its line, without a button', () => {
    const message = render([{ ...quote, isCompact: true }]);
    expect(buttonsOf(message)).toEqual([]);
    expect(textsOf(message)[1]).toContain(`TikTok ban looms · [Read](<${address}>)`);
  });
});

describe('buttons', () => {
  const actions = Array.from({ length: 9 }, (_, index) => ({
    label: 'x'.repeat(100),
    call: { command: 'ask', options: { start: String(index) } },
  }));

  test('are six at most, five in a row, with labels that fit', () => {
    const buttons = componentsOf(render([quote], { actions })).filter(
      ({ customId }) => customId !== undefined,
    );
    expect(buttons).toHaveLength(6);
    expect(buttons.every(({ label = '' }) => label.length === 80)).toBe(true);
  });

  test('count among the components, so that long replies stay within the limit', () => {
    expect.hasAssertions();
    for (const count of [5, 9, 10, 11, 12, 13, 40]) {
      const message = render(
        Array.from({ length: count }, () => quote),
        { actions },
      );
      expectWithinLimits(message);
    }
  });

  test('are replaced by a line when they cannot say what they do', () => {
    const call = { command: 'ask', options: { topic: 'x'.repeat(1000) } };
    const message = render([quote], { actions: [{ label: 'More', call }] });
    expect(textsOf(message).join('\n')).toContain('too long for buttons');
    expect(componentsOf(message).every(({ customId }) => customId === undefined)).toBe(true);
  });
});

const emptyChart = buildTimelineChart({ locale: 'en-US', topic: null, points: [], undated: 0 });

describe('what is asked about a reply', () => {
  const vote = (label: string) => ({
    label,
    call: { command: 'ask', options: { asked: 'AbCdEfGhIjKl', vote: label } },
    target: 'privately' as const,
  });
  const feedback = { prompt: 'Was it right?', actions: [vote('yes'), vote('no')] };
  const more = (question: string) => ({
    label: 'More',
    call: { command: 'ask', options: { question, limit: '9' } },
  });
  const callsOf = (message: ReturnType<typeof render>) => {
    const all = componentsOf(message).filter(({ customId }) => customId !== undefined);
    const ids = all.map(({ customId = '' }) => customId);
    return all.map(({ label, customId = '' }) => ({
      label,
      call: decodeCustomId(customId, ids),
    }));
  };

  test('stands under everything, with its answers', () => {
    const message = render([quote], { feedback });
    expect(textsOf(message).at(-1)).toBe('-# Was it right?');
    expect(callsOf(message)).toMatchObject([
      { label: 'yes', call: { command: 'ask', options: { vote: 'yes' }, target: 'privately' } },
      { label: 'no', call: { command: 'ask', options: { vote: 'no' }, target: 'privately' } },
    ]);
  });

  test('leaves the other buttons what they do, and takes little of their room', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), (question) => {
        const actions = [more(question), { label: '1 of 2', call: null }];
        const alone = callsOf(render([quote], { actions }));
        const together = callsOf(render([quote], { actions, feedback }));
        expect(together.slice(0, alone.length)).toEqual(alone);
        const votes = together.slice(alone.length).map(({ call }) => call?.options['vote']);
        expect(votes).toEqual(['yes', 'no']);
      }),
    );
  });

  test('is left out before the buttons are, where it is what is too long', () => {
    const long = { ...vote('yes'), call: { command: 'ask', options: { asked: 'x'.repeat(200) } } };
    const message = render([quote], {
      actions: [more('When?')],
      feedback: { ...feedback, actions: [long, vote('no')] },
    });
    expect(callsOf(message)).toMatchObject([
      { label: 'More', call: { options: { question: 'When?', limit: '9' } } },
    ]);
    expect(textsOf(message).join()).not.toContain('Was it right');
  });

  test('stays where the buttons are what is too long', () => {
    const message = render([quote], { actions: [more('x'.repeat(900))], feedback });
    expect(callsOf(message)).toMatchObject([
      { label: 'yes', call: { options: { vote: 'yes' } } },
      { label: 'no', call: { options: { vote: 'no' } } },
    ]);
    expect(textsOf(message).join()).toContain('too long for buttons');
  });

  test('takes no room from what the reply says', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 200 }),
        (count, length) => {
          const long = articleOf('A word or two. '.repeat(length).trim());
          const blocks = Array.from({ length: count }, () => quoteBlock(long));
          const without = render(blocks, {}, [long]);
          const asked = render(blocks, { feedback }, [long]);
          expectWithinLimits(asked);
          expect(textsOf(asked).filter((text) => !text.includes('Was it right'))).toEqual(
            textsOf(without),
          );
        },
      ),
    );
  });
});

test('a file stands between the words and the buttons, and comes with them', () => {
  const bytes = Buffer.from('a,b');
  const actions = [{ label: 'Again', call: { command: 'insights', options: {} } }];
  const message = render([], {
    actions,
    attachments: [{ name: 'a.csv', mediaType: 'text/csv', bytes }],
  });
  expect(message.files).toEqual([{ attachment: bytes, name: 'a.csv' }]);
  expect(componentsOf(message).map(({ type }) => type)).toEqual([
    ComponentType.Container,
    ComponentType.TextDisplay,
    ComponentType.TextDisplay,
    ComponentType.File,
    ComponentType.ActionRow,
    ComponentType.Button,
  ]);
});

test('a menu has a row of its own below the buttons, and every choice fits its limits', () => {
  const call = { command: 'timeline', options: { topic: 'bridge' } };
  const choice = { label: 'x'.repeat(200), detail: ' ', value: '3' };
  const message = render([], {
    actions: [{ label: 'Again', call }],
    menu: { prompt: 'One entry', call, option: 'entry', target: 'privately', choices: [choice] },
  });
  expect(
    componentsOf(message)
      .map(({ type }) => type)
      .slice(-4),
  ).toEqual([
    ComponentType.ActionRow,
    ComponentType.Button,
    ComponentType.ActionRow,
    ComponentType.StringSelect,
  ]);
  const menu = componentsOf(message).at(-1);
  expect(menu).toMatchObject({
    placeholder: 'One entry',
    options: [{ label: `${'x'.repeat(99)}…`, description: '…', value: '3' }],
  });
});

test('a picture that there is not takes no room', () => {
  const reply = verifiedReply(replyOf([], { picture: emptyChart }), []);
  const message = renderReply(reply, null);
  expect(message.files).toEqual([]);
  expect(componentsOf(message).map(({ type }) => type)).toEqual([
    ComponentType.Container,
    ComponentType.TextDisplay,
    ComponentType.TextDisplay,
  ]);
});

test('a picture counts among the components, so that long replies stay within the limit', () => {
  const shownBeside = (picture: Pick<Reply, 'picture'>) => {
    const lines = Array.from({ length: 60 }, (_, index): Block => {
      return { type: 'text', style: 'normal', text: `line ${index}` };
    });
    const reply = verifiedReply(replyOf(lines, picture), []);
    const message = renderReply(reply, Buffer.from('a picture'));
    expect(componentsOf(message)).toHaveLength(COMPONENTS);
    return textsOf(message).filter((text) => text.startsWith('line')).length;
  };
  expect(shownBeside({ picture: emptyChart })).toBe(shownBeside({}) - 1);
});

test('the words of a picture count among the bytes, as the same words in a text do', () => {
  const words = '船'.repeat(1000);
  const fits = (bytesLeft: number) => {
    const free = TEXT_BYTES - DISPLAY_BYTES * 4 - Buffer.byteLength(`## When?-# 1 of 1${words}`);
    const text = '桥'.repeat(Math.floor((free - bytesLeft) / 3));
    const block: Block = { type: 'text', style: 'normal', text };
    const picture = { ...emptyChart, description: words };
    return fitsMessage(verifiedReply(replyOf([block], { picture }), []));
  };
  expect(fits(0)).toBe(true);
  expect(fits(-3)).toBe(false);
});

test('a reply fits exactly when all of its quotes are shown whole, beside its picture', () => {
  const many = fc.array(hostileText, { maxLength: 30 });
  const pictures = fc.option(fc.string({ minLength: 1, maxLength: 1024, unit: 'grapheme-ascii' }));
  fc.assert(
    fc.property(many, fc.boolean(), pictures, (texts, withActions, description) => {
      const articles = texts.map((text, index) =>
        articleOf(`${index}, ${text}`, { id: String(index) }),
      );
      const actions = [{ label: 'More', call: { command: 'ask', options: {} } }];
      const blocks = articles.map((each) => quoteBlock(each));
      const fields = {
        ...(withActions && { actions }),
        ...(description !== null && { picture: { ...emptyChart, description } }),
      };
      const reply = verifiedReply(replyOf(blocks, fields), articles);
      const message = renderReply(reply, Buffer.from('a picture'));
      expectWithinLimits(message);
      expect(message.files).toHaveLength(description === null ? 0 : 1);
      const shown = textsOf(message).join('\n');
      const areWhole = reply.blocks.every(
        (block) => block.type !== 'quote' || shown.includes(`${renderQuotedWords(block)}\n`),
      );
      expect(fitsMessage(reply)).toBe(areWhole);
    }),
    { numRuns: 60 },
  );
});
