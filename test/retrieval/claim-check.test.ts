import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAnalyser } from '../../src/language/analyser.ts';
import { coreOfClaim, createClaimCheck } from '../../src/retrieval/claims/claim-check.ts';
import { hostileText } from '../support/hostile-text.ts';

const { analyse } = createAnalyser();
const holds = (claim: string, quote: string) => createClaimCheck(claim, analyse)(quote);

describe('a quote can stand below a statement', () => {
  test.each([
    ['The line sold 3 boats to Oslo.', 'It has sold three of its boats, and Oslo paid at once.'],
    ['The boats stopped on 3 May 2024.', 'All boats stopped on May 3rd.'],
    ['They said President Anna Berg resigned.', 'Berg has resigned.'],
    ['On Sunday the line stopped its boats.', 'It stopped them the day before.'],
    ['贝里在2024年5月辞职。', 'Berg resigned in May.'],
    ['Apparently Berg resigned on 3 May.', '贝里已于5月3日辞职。'],
  ])('%j: %j', (claim, quote) => {
    expect(holds(claim, quote)).toBe(true);
  });

  test.each([
    ['another figure', 'The line sold 3 boats.', 'The line sold 4 boats.'],
    ['another day', 'The boats stopped on 3 May.', 'The boats stopped on 4 May.'],
    ['another day in Chinese', '船只于5月3日停航。', '船只于5月4日停航。'],
    ['half of the names', 'They say Anna Berg met Olof Palm.', 'Anna Berg met nobody.'],
    ['none of the names', 'They say Berg resigned.', 'The mayor resigned.'],
  ])('but not with %s', (_what, claim, quote) => {
    expect(holds(claim, quote)).toBe(false);
  });
});

test.each([
  ['lol, also Berg resigned on 3 May', 'Berg resigned on 3 May'],
  ['omg can you believe it, Berg sold 3 boats, crazy right', 'Berg sold 3 boats'],
  ['Berg, the mayor, paid 1,200 crowns', 'Berg, paid 1,200 crowns'],
  ['btw nothing to see', 'nothing to see'],
  ['哈哈，听说渡轮5月3日停航，太好了', '渡轮5月3日停航'],
])('the core of %j is %j', (claim, core) => {
  expect(coreOfClaim(claim)).toBe(core);
});

test('any text has a core, and can be checked', () => {
  fc.assert(
    fc.property(hostileText(60), hostileText(60), (claim, quote) => {
      expect(coreOfClaim(claim).length).toBeLessThanOrEqual(2 * claim.length);
      expect(typeof holds(claim, quote)).toBe('boolean');
    }),
  );
});
