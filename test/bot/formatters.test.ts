import { expect, onTestFinished, test, vi } from 'vitest';
import { createReplyRenderer } from '../../src/bot/render/render-reply.ts';
import { verifyReply } from '../../src/commands/index.ts';
import { LOCALES } from '../../src/i18n/index.ts';
import { quotesOf, run } from '../support/command-calls.ts';
import { monthlyStory, timelineLibrary } from '../support/timeline-entries.ts';

const CONSTRUCTORS = [
  'DateTimeFormat',
  'DisplayNames',
  'ListFormat',
  'NumberFormat',
  'PluralRules',
  'RelativeTimeFormat',
  'Segmenter',
] as const;

test('timelines are laid out without a new formatter, however often', async () => {
  const { article, entries } = monthlyStory(80);
  const library = timelineLibrary([article], entries);
  const articles = new Map([[article.id, article]]);
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  for (const name of CONSTRUCTORS) {
    vi.spyOn(Intl, name).mockImplementation(function create() {
      throw new Error(`a new Intl.${name}`);
    });
  }
  expect(() => new Intl.NumberFormat('en-US')).toThrow('a new Intl.NumberFormat');
  let probes = 0;
  for (const locale of LOCALES) {
    for (const options of [{}, { all: 'true' }]) {
      const renderer = createReplyRenderer('generation', locale);
      const result = await run('timeline', library, options, {
        locale,
        fits: (reply) => {
          probes += 1;
          const verified = verifyReply(reply, articles, (error) => {
            throw error;
          });
          return renderer.fits(verified);
        },
      });
      expect(quotesOf(result).length).toBeGreaterThan(3);
    }
  }
  expect(probes).toBeGreaterThan(20);
});
