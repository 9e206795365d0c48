import { assert, boolean, property, stringMatching } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRobots } from '../../src/fetch/robots.ts';

const allows = (text: string, path: string) => readRobots(text, 'verbatim')(path);

describe('rules of robots.txt (RFC 9309)', () => {
  test.each([
    ['nothing is forbidden by nothing', '', '/a', true],
    ['a rule is the beginning of a path', 'User-agent: *\nDisallow: /a', '/ab', false],
    ['an empty rule says nothing', 'User-agent: *\nDisallow:', '/a', true],
    ['others’ rules are not ours', 'User-agent: other\nDisallow: /', '/a', true],
    [
      'our own group goes before everyone’s',
      'User-agent: *\nDisallow: /\nUser-agent: Verbatim/1.0\nDisallow: /b',
      '/a',
      true,
    ],
    [
      'groups of one name are one',
      'User-agent: verbatim\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: VERBATIM\nDisallow: /b',
      '/b',
      false,
    ],
    [
      'several names can share a group',
      'user-agent: x\nuser-agent: verbatim\ndisallow: /a',
      '/a',
      false,
    ],
    ['the longest rule decides', 'User-agent: *\nDisallow: /a\nAllow: /a/open', '/a/open/1', true],
    ['of two as long, the one that allows', 'User-agent: *\nDisallow: /a\nAllow: /a', '/a', true],
    ['a star is anything', 'User-agent: *\nDisallow: /*.php', '/x/y.php?z', false],
    ['a dollar is the end', 'User-agent: *\nDisallow: /*.php$', '/x.php?z', true],
    ['a dollar is the end (2)', 'User-agent: *\nDisallow: /*.php$', '/x.php.php', false],
    ['a dollar without a star', 'User-agent: *\nDisallow: /a$', '/a', false],
    ['a dollar without a star (2)', 'User-agent: *\nDisallow: /a$', '/ab', true],
    ['comments are left out', 'User-agent: * # all\nDisallow: /a # this', '/a', false],
    ['escapes are compared whatever their case', 'User-agent: *\nDisallow: /%e6', '/%E6%B8', false],
    [
      'letters are compared with their escapes',
      'User-agent: *\nDisallow: /渡',
      '/%E6%B8%A1',
      false,
    ],
    ['line ends of any kind', 'User-agent: *\r\nDisallow: /a\rDisallow: /b', '/b', false],
    ['a page in the place of rules', '<html><body>Disallow: /</body></html>', '/a', true],
  ])('%s', (_name, text, path, isAllowed) => {
    expect(allows(text, path)).toBe(isAllowed);
  });

  test('names and rules without end take no time of their product', () => {
    const agents = Array.from({ length: 15_000 }, (_, index) => `User-agent: agent${index}`);
    const rules = Array.from({ length: 15_000 }, (_, index) => `Disallow: /${index}`);
    const text = [...agents, ...rules, 'User-agent: verbatim', 'Disallow: /a'].join('\n');
    expect(allows(text, '/1')).toBe(true);
    expect(allows(text, '/a')).toBe(false);
  });

  test('a pattern matches what the same regular expression matches', () => {
    const letters = stringMatching(/^[ab*]{0,8}$/u);
    assert(
      property(letters, boolean(), stringMatching(/^[ab]{0,8}$/u), (body, isWhole, path) => {
        const pattern = `/${body}${isWhole ? '$' : ''}`;
        const expected = new RegExp(`^/${body.replaceAll('*', '.*')}${isWhole ? '$' : ''}`, 'u');
        const text = `User-agent: *\nDisallow: ${pattern}`;
        expect(allows(text, `/${path}`)).toBe(!expected.test(`/${path}`));
      }),
    );
  });
});
