import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LOCALES, nearestLocale } from '../../src/i18n/index.ts';

describe('the nearest locale', () => {
  test.each(LOCALES)('to %s is itself', (locale) => {
    expect(nearestLocale(locale, 'en-US')).toBe(locale);
    expect(nearestLocale(locale, 'zh-TW')).toBe(locale);
  });

  test.each([
    ['zh', 'zh-CN'],
    ['zh-SG', 'zh-CN'],
    ['zh-HK', 'zh-TW'],
    ['zh-MO', 'zh-TW'],
    ['zh-Hant', 'zh-TW'],
    ['zh-Hans', 'zh-CN'],
    ['zh-Hant-CN', 'zh-TW'],
    // Simplified script is read, wherever it is.
    ['zh-Hans-HK', 'zh-CN'],
    ['ZH-tw', 'zh-TW'],
    ['zh_TW.UTF-8', 'zh-TW'],
    ['zh_TW@radical', 'zh-TW'],
    ['zh_CN.GB18030', 'zh-CN'],
    ['en', 'en-US'],
    ['en-CA', 'en-US'],
    ['en_US.UTF-8', 'en-US'],
    ['en_US@posix', 'en-US'],
    ['en_GB.ISO-8859-15@euro', 'en-GB'],
    ['en-AU', 'en-GB'],
    ['en-IN', 'en-GB'],
  ])('to %s is %s', (tag, locale) => {
    expect(nearestLocale(tag, 'zh-TW')).toBe(locale);
    expect(nearestLocale(tag, 'en-GB')).toBe(locale);
  });

  test.each(['fr', 'de-CH', 'C', 'C.UTF-8', 'POSIX', '', 'zhuang', 'eng', '-', undefined])(
    'to %j is the fallback, American English unless another is given',
    (tag) => {
      expect(nearestLocale(tag)).toBe('en-US');
      expect(nearestLocale(tag, 'zh-CN')).toBe('zh-CN');
    },
  );

  test('is there for any text', () => {
    fc.assert(
      fc.property(fc.string(), (tag) => {
        expect(LOCALES).toContain(nearestLocale(tag));
      }),
    );
  });
});
