import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBoilerplate, repeatKey } from '../../src/retrieval/passages/boilerplate.ts';

it('is one key for a paragraph with any white space between its words', () => {
  const space = fc
    .array(fc.constantFrom(' ', '\n', '\t', '\u00a0', '\u3000', '\u2028'), {
      minLength: 1,
      maxLength: 3,
    })
    .map((spaces) => spaces.join(''));
  const words = ['The', 'bridge', 'is', '“closed”', '大桥'];
  fc.assert(
    fc.property(fc.array(space, { minLength: 6, maxLength: 6 }), (spaces) => {
      const written = words.map((word, index) => `${spaces[index] ?? ''}${word}`).join('');
      expect(repeatKey(written + (spaces[5] ?? ''))).toBe('the bridge is "closed" 大桥');
    }),
  );
});

describe('a line that a page has around its story', () => {
  it.each([
    'EDITOR’S NOTE — This story contains descriptions of violence.',
    '>> Read more: The pier in pictures',
    '► More on this story: the pier in pictures',
    '12 comments',
    'Sign up for The Morning Briefing, our daily newsletter.',
    'Stay up to date with notifications from The Harbour Post.',
    'Subscribe now for unlimited access.',
    'By clicking Sign up, you agree to our privacy policy.',
    'This article is for subscribers only.',
    'Ann Lee is a reporter at the Harbour Post. Follow her on Twitter @annlee.',
    'The Coast Agency contributed to this report.',
    'Have a tip? Email us at tips@example.org.',
    'Last updated on Monday 4 March 2024 at 10.20 am.',
    '4 Mar 2024, 10:20',
    '2024年03月04日10:20 来源：港口日报',
    '3 hours ago',
    '5 min read',
    'FILE - The ferry pier in Harbour is seen on March 1, 2024.',
    'The ferry pier on Monday, after the fall. (Ann Lee/AP)',
    '© 2024 The Coast Agency. All rights reserved. It may not be published or broadcast.',
    'Click here for more news on the pier.',
    'To read more of our coverage of the pier, click here.',
    'This is a developing story. Check back for updates.',
    'Correction: An earlier version of this article misstated the cost.',
    '更正：此前版本的造价有误。',
    '▲码头事故现场。港口社记者张三摄',
    '扫描二维码，关注港口日报。',
    '关注“港口日报”微信公众号，获取更多新闻。',
    '未经授权，不得转载。',
    '编者按：本文为系列报道之一。',
  ])('is %s', (line) => expect(isBoilerplate(line)).toBe(true));

  it.each([
    'Follow the money, Holt wrote on Twitter.',
    'Updated rules take effect at 10.30 on Monday.',
    'Published figures show a rise of 10.25 per cent.',
    'Posted on Monday, the video shows the pier.',
    'The pier fell on Monday, police said. (AP)',
    'By clicking on the link, victims installed the malware.',
    'Contact with the ship was lost at 10:20.',
    'This report was updated in 2019 by the ministry.',
    'Support for independent journalism fell.',
    'Photo finish: the ferry won by a second.',
    'Correction: The pier will cost 16 million euros, not 14 million.',
    'Correction: An earlier version misstated the cost. It is 16 million euros.',
    '4 March 2024',
    '更正：此前版本的造价有误，应为1600万欧元。',
    '未经许可的建筑周二被拆除。',
    '他周二在港口实地 拍摄了现场',
    '关注港口的居民周二集会。',
  ])('is not %s', (line) => expect(isBoilerplate(line)).toBe(false));
});
