import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toPlainText } from '../../src/bot/interactions/plain-text.ts';
import { HOSTILE_FRAGMENTS, hostileText } from './support/hostile-text.ts';

test.each([
  ['**Ferry** *fees* __rise__ ~~again~~ and ||secretly||', 'Ferry fees rise again and secretly'],
  ['# Heading\n> quoted\n-# small\n- item\n12. item', 'Heading\nquoted\nsmall\nitem\nitem'],
  ['snake_case and 5*3', 'snake_case and 53'],
  ['5 \\* 3 \\_ \\# \\\\', '5 * 3 _ # \\'],
  ['see [the notice](https://example.org/a_b "title") now', 'see the notice now'],
  ['at https://example.org/x_y?z=1 or <https://example.org> there', 'at or there'],
  ['<@1100000000000000004> <@&1> <#2> </ask:3> <id:customize> @everyone said', 'said'],
  ['Thanks <@1100000000000000004>, boats leave 🚢! Really.', 'Thanks, boats leave! Really.'],
  ['@everyone, boats leave\n<@&1> 🚢: at noon', 'boats leave\nat noon'],
  ['see <https://example.org>.', 'see.'],
  ['boats 🚢 leave <:boat:1100000000000000004> soon 🇸🇪', 'boats leave soon'],
  ['on <t:1600041600:D>', 'on 2020-09-14'],
  ['run `npm` then\n```js\nconst x = 1;\n```\ndone', 'run npm then\n\n\ndone'],
  ['微软**不卖**，甲骨文也不卖', '微软不卖，甲骨文也不卖'],
])('%j reads %j', (markdown, text) => {
  expect(toPlainText(markdown)).toBe(text);
});

test.each([
  ['> **quoted**\n- item', '> quoted\nitem'],
  ['so:\n>>> one\ntwo', 'so:\n> one\n> two'],
])('%j keeps its block quotes: %j', (markdown, text) => {
  expect(toPlainText(markdown, true)).toBe(text);
});

test('any text becomes text without mentions, addresses and emoji codes, and never fails', () => {
  fc.assert(
    fc.property(hostileText, (markdown) => {
      const text = toPlainText(markdown);
      expect(text).toBe(text.trim());
      // What was escaped is text, whatever it looks like.
      if (markdown.includes('\\')) return;
      expect(text).not.toMatch(/<@[!&]?\d+>|<#\d+>|https?:\/\/[^\s<>]|```/u);
    }),
  );
});

test('a message as long as any is read, whatever it repeats', () => {
  for (const fragment of HOSTILE_FRAGMENTS) {
    const message = fragment.repeat(Math.ceil(10_000 / fragment.length));
    expect(() => toPlainText(message)).not.toThrow();
  }
});
