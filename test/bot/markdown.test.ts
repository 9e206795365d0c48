import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bidiClosers, escapeText, isolateLabel } from '../../src/bot/render/markdown.ts';
import { asShown, HOSTILE_FRAGMENTS, hostileText } from './support/hostile-text.ts';
import { markupIn, read, shownText } from './support/reader.ts';

describe('the reader model', () => {
  // The property below means nothing if the reader is blind.
  test.each([
    ['**a**', 'bold'],
    ['*a*', 'italic'],
    ['_a_', 'italic'],
    ['__a__', 'underline'],
    ['~~a~~', 'strike'],
    ['||a||', 'spoiler'],
    ['`a`', 'code'],
    ['```a```', 'code'],
    ['# a', 'heading'],
    ['b\n### a', 'heading'],
    ['-# a', 'subtext'],
    ['- a', 'list'],
    ['  1. a', 'list'],
    ['> a', 'quote'],
    ['>>> a', 'quote'],
    ['[a](https://b.example)', 'masked-link'],
    ['https://b.example', 'link'],
    ['discord.gg/abc', 'link'],
    ['<a@b.example>', 'link'],
    ['<@1>', 'mention'],
    ['<@&1>', 'mention'],
    ['<#1>', 'mention'],
    ['@everyone', 'mention'],
    ['<t:1>', 'timestamp'],
    ['</ask:1>', 'command'],
    ['<:x:1>', 'emoji'],
    [':smile:', 'emoji'],
  ])('sees the markup in %j', (source, type) => {
    expect(markupIn(read(source))).toContain(type);
  });

  test('keeps what is escaped', () => {
    expect(read('\\*a\\*\\a')).toEqual([{ type: 'text', text: '*a*\\a' }]);
  });
});

describe('escapeText', () => {
  test.each(HOSTILE_FRAGMENTS.map((text) => [text]))('shows %j as it is', (text) => {
    const nodes = read(escapeText(text));
    expect(markupIn(nodes)).toEqual([]);
    expect(shownText(nodes)).toBe(asShown(text));
  });

  test('any text is shown exactly, without any markup', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const nodes = read(escapeText(text));
        expect(markupIn(nodes)).toEqual([]);
        expect(shownText(nodes)).toBe(asShown(text));
      }),
      { numRuns: 3000 },
    );
  });

  test('ordinary prose stays as it is, so that it costs nothing', () => {
    const prose =
      'Mr. Smith (53) said: "It\'s 5% - or $1.5bn - today; isn\'t it?" 他说，禁令已生效。';
    expect(escapeText(prose)).toBe(prose.replace(':', '\\:'));
  });
});

describe('text that runs in two directions', () => {
  test.each([
    ['nothing', ''],
    ['an \u202eoverride', '\u202c'],
    ['closed \u202eoverride\u202c', ''],
    ['\u2067isolate', '\u2069'],
    ['\u2067isolate \u202ewith an override', '\u202c\u2069'],
    ['\u2067isolate \u202ewith an override\u2069 closed', ''],
    ['closers alone \u202c\u2069', ''],
  ])('%j is closed', (line, closers) => {
    expect(bidiClosers(line)).toBe(closers);
  });

  test('a label cannot reorder its neighbours', () => {
    expect(isolateLabel('The \u202eGuardian')).toBe('The Guardian');
    expect(isolateLabel('הארץ')).toBe('\u2068הארץ\u2069');
    expect(isolateLabel('卫报 Guardian')).toBe('卫报 Guardian');
  });
});
