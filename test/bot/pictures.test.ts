import { type APIMessage, ComponentType, MessageFlags, PermissionFlagsBits } from 'discord.js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { COMPONENTS, DISPLAY_BYTES, TEXT_BYTES } from '../../src/bot/render/message-limits.ts';
import { PICTURE_WAIT_MS } from '../../src/bot/response/pictures.ts';
import { DEFER_AFTER_MS } from '../../src/bot/response/respond.ts';
import { createPictureMaker, PictureError, type PictureMaker } from '../../src/chart/index.ts';
import { commands } from '../../src/commands/index.ts';
import type { Generation, Library } from '../../src/library/index.ts';
import { APP_PERMISSIONS } from '../discord/guild-payloads.ts';
import { corpusOf, fakeLibrary } from '../support/fake-library.ts';
import { WAIT_LIMIT_MS } from '../support/limits.ts';
import { decodePng } from '../support/png.ts';
import { monthlyStory } from '../support/timeline-entries.ts';
import { PICTURE_PROGRAM } from '../support/worker-url.ts';
import { deferred } from './support/fakes.ts';
import { componentsOf, galleryOf, textsOf } from './support/messages.ts';
import { type RunningBot, SOME_PICTURE, startBot } from './support/running-bot.ts';

const story = monthlyStory(
  40,
  undefined,
  (month) => `In ${month} the bridge was painted anew, ${'and again, '.repeat(20)}said the mayor.`,
);
const WITHOUT_FILES = APP_PERMISSIONS & ~PermissionFlagsBits.AttachFiles;

let running: RunningBot;
let generation: Generation;

async function start(makePicture: PictureMaker['make'], shown = story) {
  const still = fakeLibrary([shown.article]).library;
  generation = { ...still.current(), timeline: async () => shown.entries };
  const library: Library = { ...still, current: () => generation };
  running = await startBot(commands, { library, makePicture });
  return vi.mocked(makePicture);
}

const some = () => vi.fn<PictureMaker['make']>(async () => SOME_PICTURE);

afterEach(async () => {
  await running.bot.stop();
  await running.discord.stop();
});

const ask = (fields: object = {}) =>
  running.discord.slash({ name: 'timeline', locale: 'en-GB', ...fields });

function press(message: APIMessage, label: string, fields: object = {}) {
  const { customId = '' } = componentsOf(message).find((each) => each.label === label) ?? {};
  return running.discord.button({ message, customId, locale: 'en-GB', ...fields });
}

/** The kinds of its first components. */
const openingOf = (message: APIMessage) =>
  componentsOf(message)
    .slice(0, 4)
    .map(({ type }) => type);

const filesOf = (message: APIMessage) => message.attachments.map(({ filename }) => filename);

function expectNoPicture(message: APIMessage): void {
  expect(galleryOf(message)).toEqual([]);
  expect(filesOf(message)).toEqual([]);
}

describe('the picture of a timeline in Discord', () => {
  test('arrives as a PNG file, under the heading, with what it shows in words', async () => {
    const { make } = createPictureMaker({ program: PICTURE_PROGRAM, timeLimitMs: WAIT_LIMIT_MS });
    await start(make);
    const asked = ask();
    const message = await asked.settled();
    const [file, ...others] = asked.events.flatMap(({ sent }) => sent.files);
    expect(others).toEqual([]);
    expect(file).toMatchObject({ name: 'timeline.png', contentType: 'image/png' });
    expect(decodePng(file?.content ?? Buffer.alloc(0)).width).toBe(1000);
    expect(galleryOf(message)).toEqual([
      {
        media: { url: 'attachment://timeline.png' },
        description: expect.stringMatching(
          /^Timeline\. 40 entries\. January 1990 \(event\): .* more\.$/u,
        ),
      },
    ]);
    expect(openingOf(message)).toEqual([
      ComponentType.Container,
      ComponentType.TextDisplay,
      ComponentType.MediaGallery,
      ComponentType.TextDisplay,
    ]);
    expect(textsOf(message)[0]).toBe('## Timeline');
    running.discord.assertNoViolations();
  });

  test('goes with page one and is gone from page two; turning back does not draw it again', async () => {
    const make = await start(some());
    const short = await ask().settled();
    expect(filesOf(short)).toEqual(['timeline.png']);
    const first = await press(short, 'Full timeline').settled();
    expect(filesOf(first)).toEqual(['timeline.png']);
    expect(first.attachments[0]?.id).not.toBe(short.attachments[0]?.id);
    const second = await press(first, 'Next').settled();
    expect(second.id).toBe(short.id);
    expectNoPicture(second);
    const back = await press(second, 'Previous').settled();
    expect(filesOf(back)).toEqual(['timeline.png']);
    expect(galleryOf(back)).toEqual(galleryOf(first));
    expect(make).toHaveBeenCalledTimes(1);
    running.discord.assertNoViolations();
  });

  test('comes to another person in a message of their own', async () => {
    await start(some());
    const short = await ask().settled();
    const user = { id: '1100000000000000099', username: 'other' };
    const copy = await press(short, 'Full timeline', { user }).settled();
    expect((copy.flags ?? 0) & MessageFlags.Ephemeral).toBeTruthy();
    expect(filesOf(copy)).toEqual(['timeline.png']);
    running.discord.assertNoViolations();
  });

  test('is another one after the articles have changed', async () => {
    const make = await start(some());
    const short = await ask().settled();
    const later = monthlyStory(20);
    generation = {
      ...generation,
      id: 'ba9876543210',
      corpus: corpusOf([later.article]),
      timeline: async () => later.entries,
    };
    const [item] = galleryOf(await press(short, 'Full timeline').settled());
    expect(item?.description).toContain('20 entries');
    expect(make.mock.calls.map(([{ points }]) => points.length)).toEqual([40, 20]);
  });

  test('is not asked for where the bot may not attach files', async () => {
    const make = await start(some());
    const short = await ask({ appPermissions: WITHOUT_FILES }).settled();
    expectNoPicture(short);
    expectNoPicture(
      await press(short, 'Full timeline', { appPermissions: WITHOUT_FILES }).settled(),
    );
    expect(make).not.toHaveBeenCalled();
    running.discord.assertNoViolations();
  });

  test.each([
    ['fails', () => Promise.reject(new PictureError('failed', 'a picture failed'))],
    [
      'throws',
      () => {
        throw new Error('a picture failed');
      },
    ],
    ['is too large', async () => new Uint8Array(8 * 1024 * 1024 + 1)],
  ])('that %s is left out, the answer is whole, and the log says why', async (_, makePicture) => {
    await start(makePicture);
    const short = await ask().settled();
    expectNoPicture(short);
    expect(textsOf(short).join('\n')).toContain('### January 1990');
    expect(running.logged).toContainEqual(
      expect.objectContaining({ level: 40, msg: 'sent an answer without its picture' }),
    );
    running.discord.assertNoViolations();
  });

  test('that failed is tried again the next time', async () => {
    const make = some();
    make.mockRejectedValueOnce(new PictureError('busy', 'too many pictures are waiting'));
    await start(make);
    const short = await ask().settled();
    expectNoPicture(short);
    expect(filesOf(await press(short, 'Full timeline').settled())).toEqual(['timeline.png']);
  });

  test('that takes long comes with the answer that was deferred in time', async () => {
    const png = deferred<Uint8Array>();
    await start(() => png.promise);
    const asked = ask();
    await running.timers.set(PICTURE_WAIT_MS);
    running.clock.advance(DEFER_AFTER_MS);
    running.timers.fire(DEFER_AFTER_MS);
    await asked.response();
    png.resolve(SOME_PICTURE);
    const message = await asked.settled();
    expect(asked.events.map(({ kind }) => kind)).toEqual(['callback', 'edit']);
    expect(filesOf(message)).toEqual(['timeline.png']);
    running.discord.assertNoViolations();
  });

  test('that takes too long is left out, and shown the next time when it is there', async () => {
    const png = deferred<Uint8Array>();
    const make = await start(vi.fn<PictureMaker['make']>(() => png.promise));
    const asked = ask();
    await running.timers.set(PICTURE_WAIT_MS);
    running.timers.fire(PICTURE_WAIT_MS);
    const short = await asked.settled();
    expectNoPicture(short);
    png.resolve(SOME_PICTURE);
    expect(filesOf(await press(short, 'Full timeline').settled())).toEqual(['timeline.png']);
    expect(make).toHaveBeenCalledTimes(1);
    running.discord.assertNoViolations();
  });

  test.each([
    ['en-GB', {}],
    ['en-GB', { all: true }],
    ['zh-CN', {}],
    ['zh-TW', { all: true }],
  ])('keeps to the limits with the words beside it, in %s with %o', async (locale, options) => {
    const long = monthlyStory(
      60,
      undefined,
      (month) => `${month}，${'大桥重新开放，渡轮停航，市长表示满意；'.repeat(30)}`,
    );
    await start(some(), long);
    const message = await ask({ locale, options }).settled();
    expect(filesOf(message)).toEqual(['timeline.png']);
    expect(componentsOf(message).length).toBeLessThanOrEqual(COMPONENTS);
    const descriptions = galleryOf(message).map(({ description }) => description);
    const bytes = [...textsOf(message), ...descriptions].map(
      (text) => Buffer.byteLength(text) + DISPLAY_BYTES,
    );
    expect(bytes.reduce((sum, each) => sum + each)).toBeLessThanOrEqual(TEXT_BYTES);
    running.discord.assertNoViolations();
  });
});
