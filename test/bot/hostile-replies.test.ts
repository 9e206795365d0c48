import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RenderedMessage, renderNotice } from '../../src/bot/render/render-reply.ts';
import {
  type Action,
  type Block,
  buildTimelineChart,
  type Reply,
} from '../../src/commands/index.ts';
import { LOCALES } from '../../src/i18n/index.ts';
import { judgeNewMessage } from '../discord/judge.ts';
import { renderViolations } from '../discord/violations.ts';
import { extremeText } from './support/extreme-text.ts';
import { hostileAddress } from './support/hostile-address.ts';
import { asShown } from './support/hostile-text.ts';
import { textsOf } from './support/messages.ts';
import { markupIn, type ReadNode, read, shownText } from './support/reader.ts';
import { articleOf, quoteBlock, renderReply, replyOf, verifiedReply } from './support/replies.ts';

/** Markup that is ours. Everything else would be the text's. */
const OURS = new Set(['heading', 'subtext', 'quote', 'bold', 'list', 'masked-link']);

const optionalText = fc.option(extremeText);
const source = fc.record({
  articleId: fc.constant('guardian'),
  publisher: extremeText,
  title: extremeText,
  published: fc.option(fc.oneof(fc.constant('2020-09'), extremeText)),
  url: fc.option(hostileAddress),
});
const action: fc.Arbitrary<Action> = fc.record({
  label: extremeText,
  call: fc.option(
    fc.record({ command: fc.constant('ask'), options: fc.record({ question: extremeText }) }),
  ),
});
const plainBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    type: fc.constant('text' as const),
    style: fc.constantFrom(
      'normal' as const,
      'subtle' as const,
      'warning' as const,
      'heading' as const,
    ),
    text: extremeText,
  }),
  fc.record({
    type: fc.constant('date' as const),
    text: extremeText,
    isDated: fc.boolean(),
    isAfterGap: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('list' as const),
    items: fc.array(
      fc.record({ text: extremeText, detail: optionalText, url: fc.option(hostileAddress) }),
      { maxLength: 8 },
    ),
    more: fc.record({ count: fc.nat(9), text: extremeText }),
  }),
);
const quoted = fc.record({
  words: extremeText.filter((text) => text !== ''),
  source,
  alsoIn: fc.array(source, { maxLength: 3 }),
  label: extremeText,
  note: extremeText,
  isCompact: fc.boolean(),
  isBrief: fc.boolean(),
});
const menu = fc.record({
  prompt: extremeText,
  call: fc.record({
    command: fc.constant('ask'),
    options: fc.dictionary(fc.constantFrom('topic', 'question'), fc.string({ minLength: 1 })),
  }),
  option: fc.constant('entry'),
  choices: fc
    .array(fc.record({ label: extremeText, detail: extremeText }), { minLength: 1, maxLength: 25 })
    .map((choices) => choices.map((each, index) => ({ ...each, value: String(index) }))),
});
const draft = fc.record({
  blocks: fc.array(fc.oneof(plainBlock, quoted), { maxLength: 8 }),
  heading: extremeText,
  footer: optionalText,
  actions: fc.array(action, { maxLength: 6 }),
  menu: fc.option(menu),
  description: optionalText,
  locale: fc.constantFrom(...LOCALES),
});

function expectAccepted(message: RenderedMessage): void {
  const { components, flags, allowedMentions, files } = message;
  const attachments = files.map(({ name }, id) => ({ id: String(id), filename: name }));
  const violations = judgeNewMessage(
    'follow-up',
    {
      json: { components, flags, allowed_mentions: allowedMentions, attachments },
      files: files.map(({ name, attachment }, id) => ({
        field: `files[${id}]`,
        name,
        contentType: 'image/png',
        content: attachment,
      })),
    },
    'message',
  );
  expect(renderViolations(violations)).toBe('');
}

/** The text without what only closes directions that were left open. */
const withoutClosers = (text: string) => text.replace(/[\u2069\u202c]/gu, '');

function quotesIn(nodes: readonly ReadNode[]): string[] {
  return nodes
    .filter(({ type }) => type === 'quote')
    .map((node) => withoutClosers(shownText([node]).replace(/ …$/u, '')));
}

test('whatever a reply says, Discord takes it, nothing is marked up but by us, and quotes are quotes', () => {
  fc.assert(
    fc.property(draft, ({ blocks, description, actions, menu: list, ...fields }) => {
      const articles = blocks.flatMap((block, index) =>
        'words' in block ? [articleOf(block.words, { id: `a${index}` })] : [],
      );
      const drawn = blocks.map((block, index): Block => {
        if (!('words' in block)) return block;
        const { words: _words, ...rest } = block;
        const article = articles.find(({ id }) => id === `a${index}`);
        if (!article) throw new Error('every quote has its article');
        return { ...quoteBlock(article, [{ start: 0, end: 1 }]), ...rest };
      });
      const chart = buildTimelineChart({
        locale: fields.locale,
        topic: null,
        points: [],
        undated: 0,
      });
      const reply: Reply = replyOf(drawn, {
        ...fields,
        actions,
        ...(list && { menu: list }),
        ...(description !== null && { picture: { ...chart, description } }),
      });
      const message = renderReply(
        verifiedReply(reply, articles),
        description === null ? null : Buffer.from('a picture'),
      );
      expectAccepted(message);
      const nodes = textsOf(message).map((text) => read(text));
      expect(nodes.flatMap(markupIn).filter((kind) => !OURS.has(kind))).toEqual([]);
      const shown = nodes.flatMap(quotesIn);
      const originals = articles.map(({ text }) => withoutClosers(asShown(text)));
      for (const words of shown) {
        expect(originals.some((text) => text.startsWith(words))).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});

test.each(['normal', 'subtle', 'warning'] as const)(
  'a %s text of nothing but a line break that is no white space is left out',
  (style) => {
    const reply = replyOf([{ type: 'text', style, text: '\u0085' }]);
    const message = renderReply(verifiedReply(reply, []), null);
    expectAccepted(message);
    expect(textsOf(message).join('')).not.toContain('⚠');
  },
);

test('whatever a notice says, Discord takes it, and nothing of it is marked up', () => {
  fc.assert(
    fc.property(extremeText, (text) => {
      const message = renderNotice(text);
      expectAccepted(message);
      expect(textsOf(message).flatMap((it) => markupIn(read(it)))).toEqual([]);
    }),
  );
});
