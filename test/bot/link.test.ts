import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoteLink, safeLink } from '../../src/bot/render/link.ts';
import { URL_UNITS } from '../../src/bot/render/message-limits.ts';
import { textDirective } from '../../src/commands/text-directive.ts';
import { judgeCallback } from '../discord/judge.ts';
import { createArticle } from '../support/articles.ts';
import { hostileAddress } from './support/hostile-address.ts';

/** Whether Discord takes a message with this address in it. */
function isTaken(url: string): boolean {
  const button = { type: 2, style: 5, label: 'Read', url };
  const json = { type: 4, data: { components: [{ type: 1, components: [button] }] } };
  return judgeCallback({ json, files: [] }, undefined, 'reply').length === 0;
}

describe('an address', () => {
  test.each([
    ['https://example.org/a|b', 'https://example.org/a%7Cb'],
    ['https://example.org/a?b[]=^c`', 'https://example.org/a?b%5B%5D=%5Ec%60'],
    ['https://example.org/100%?50%25%2', 'https://example.org/100%25?50%25%252'],
    ['https://example.org/a#b#c', 'https://example.org/a#b%23c'],
    ['https://example.org/渡轮', 'https://example.org/%E6%B8%A1%E8%BD%AE'],
    ['https://渡轮.example/', 'https://xn--45w832e.example/'],
  ])('%s is linked as %s', (address, link) => {
    expect(safeLink(address)).toBe(link);
  });

  test.each([
    'https://exam{p}le.org/',
    'https://example"s.org/',
    'https://localhost/',
    'https://[2001:db8::1.2.3.4]/',
    'https://example.org@news.example/',
    'javascript:alert(1)',
  ])('%s is not linked', (address) => {
    expect(safeLink(address)).toBeNull();
  });

  test('is one that Discord takes or none, and leads where it led', () => {
    const decoded = (text: string) =>
      text.replace(/%(?<hex>[\dA-F]{2})/giu, (_match, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
    fc.assert(
      fc.property(hostileAddress, (address) => {
        const link = safeLink(address);
        if (link === null) return;
        expect(isTaken(link)).toBe(true);
        expect(safeLink(link)).toBe(link);
        expect(decoded(link)).toBe(decoded(new URL(address).href));
      }),
      { numRuns: 1000 },
    );
  });
});

const DIRECTIVE = 'text=The%20ferry,sold%20again';

describe('a link to a quote', () => {
  test.each([
    ['https://example.org/a', 'https://example.org/a#:~:text=The%20ferry,sold%20again'],
    ['https://example.org/a?b=c&d', 'https://example.org/a?b=c&d#:~:text=The%20ferry,sold%20again'],
    ['https://example.org/a#part', 'https://example.org/a#part:~:text=The%20ferry,sold%20again'],
    ['https://example.org/a#', 'https://example.org/a#:~:text=The%20ferry,sold%20again'],
  ])('at %s leads to its words', (address, expected) => {
    expect(quoteLink(address, DIRECTIVE)).toBe(expected);
  });

  test.each([
    ['nothing where there is no address', null, null],
    ['nothing where the address is none of the web', 'ftp://example.org/a', null],
    [
      'the address where it leads to words already',
      'https://example.org/a#:~:text=x',
      'https://example.org/a#:~:text=x',
    ],
  ])('is %s', (_what, address, expected) => {
    expect(quoteLink(address, DIRECTIVE)).toBe(expected);
  });

  test('is the plain one where no words can be named', () => {
    expect(quoteLink('https://example.org/a', null)).toBe('https://example.org/a');
  });

  test('is never longer than Discord takes, and plain where the other would be', () => {
    const base = 'https://example.org/';
    for (const length of [400, 461, 462, 463, 464, 465, 466, 492]) {
      const address = base + 'a'.repeat(length - base.length);
      const exact = `${address}#:~:${DIRECTIVE}`;
      expect(quoteLink(address, DIRECTIVE)).toBe(exact.length <= URL_UNITS ? exact : address);
    }
  });

  test('is an address of the same page, whatever the quote and the address', () => {
    const words = fc
      .array(
        fc.constantFrom('The', 'ferry', '-', ',', '& co', '渡轮', '(x)', "it's", '100%', 'ü'),
        {
          minLength: 4,
          maxLength: 40,
        },
      )
      .map((each) => each.join(' '));
    fc.assert(
      fc.property(
        fc.webUrl({ withFragments: true, withQueryParameters: true }),
        words,
        (url, text) => {
          const directive = textDirective(createArticle({ text }), { start: 0, end: text.length });
          const [plain, exact] = [safeLink(url), quoteLink(url, directive)];
          fc.pre(plain !== null && exact !== null && directive !== null);
          expect(exact.length).toBeLessThanOrEqual(URL_UNITS);
          expect(safeLink(exact)).toBe(exact);
          const [page, named] = [new URL(plain), new URL(exact)];
          expect(named.origin + named.pathname + named.search).toBe(
            page.origin + page.pathname + page.search,
          );
          expect(named.hash.startsWith(page.hash)).toBe(true);
          expect(exact === plain || named.hash.endsWith(`:~:${directive}`)).toBe(true);
        },
      ),
    );
  });
});
