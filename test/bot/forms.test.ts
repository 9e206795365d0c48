import { type APIMessage, MessageFlags } from 'discord.js';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FORM_TIMEOUT_MS } from '../../src/bot/interactions/handlers.ts';
import { renderForm } from '../../src/bot/render/render-form.ts';
import type { Command, CommandCall, FormDefinition } from '../../src/commands/index.ts';
import { UserError } from '../../src/shared/errors.ts';
import { judgeCallback } from '../discord/judge.ts';
import { hostileText } from '../support/hostile-text.ts';
import { commandOf, type Deferred, deferred } from './support/fakes.ts';
import { componentsOf, textsOf } from './support/messages.ts';
import { replyOf } from './support/replies.ts';
import { type RunningBot, startBot } from './support/running-bot.ts';

const OTHER = { id: '1100000000000000098', username: 'other' };

const FORM: FormDefinition = {
  title: 'Details',
  fields: [{ name: 'title', label: 'Title', value: 'Old', maxLength: 40 }],
  call: { command: 'note', options: { id: '7' } },
};

let calls: CommandCall[];
let made: Deferred<FormDefinition>;
let running: RunningBot;

beforeEach(async () => {
  calls = [];
  made = deferred<FormDefinition>();
  const note = commandOf('note', (call) => {
    calls.push(call);
    return {
      ...replyOf([{ type: 'text', style: 'normal', text: `reply ${calls.length}` }]),
      actions: [{ label: 'Edit', call: { command: 'note', options: { id: '7' } }, target: 'form' }],
    };
  });
  const withForm: Command = { ...note, form: () => made.promise };
  running = await startBot([withForm]);
});

afterEach(async () => {
  await running.bot.stop();
  await running.discord.stop();
});

const show = () => running.discord.slash({ name: 'note' }).settled();

function press(message: APIMessage, origin: object = {}) {
  const button = componentsOf(message).find(({ label }) => label === 'Edit');
  return running.discord.button({ message, customId: button?.customId ?? '', ...origin });
}

async function customIdOf(pressed: ReturnType<typeof press>): Promise<string> {
  const sent = JSON.stringify((await pressed.response()).sent.json);
  return /"data":\{[^}]*"custom_id":"(?<id>3[^"]*)"/u.exec(sent)?.groups?.['id'] ?? sent;
}

describe('a form', () => {
  test('is the first answer, and its fields come with what it means, in the same message', async () => {
    const message = await show();
    made.resolve(FORM);
    const customId = await customIdOf(press(message));
    const sent = running.discord.modalSubmit({ message, customId, fields: { title: 'New' } });
    const answer = await sent.settled();
    expect(answer.id).toBe(message.id);
    expect(textsOf(answer)).toContain('reply 2');
    expect(calls[1]?.options).toEqual({ id: '7', title: 'New' });
    running.discord.assertNoViolations();
  });

  test('of somebody else gives a private message', async () => {
    const message = await show();
    made.resolve(FORM);
    const customId = await customIdOf(press(message, { user: OTHER }));
    const fields = { title: 'Mine' };
    const sent = running.discord.modalSubmit({ message, customId, fields, user: OTHER });
    const answer = await sent.settled();
    expect(answer.id).not.toBe(message.id);
    expect((answer.flags ?? 0) & MessageFlags.Ephemeral).not.toBe(0);
    running.discord.assertNoViolations();
  });

  test('cannot change what it means by a field of that name', async () => {
    const message = await show();
    made.resolve(FORM);
    const customId = await customIdOf(press(message));
    const sent = running.discord.modalSubmit({ message, customId, fields: { id: '8' } });
    await sent.settled();
    expect(calls[1]?.options).toEqual({ id: '7' });
  });

  test('that takes too long is given up in time, and the person is told', async () => {
    const message = await show();
    const pressed = press(message);
    await running.timers.set(FORM_TIMEOUT_MS);
    running.clock.advance(FORM_TIMEOUT_MS);
    running.timers.fire(FORM_TIMEOUT_MS);
    expect(textsOf(await pressed.settled()).join('')).toContain('abcd1234');
    running.discord.assertNoViolations();
  });

  test('that Discord refuses is told of, as nothing else would be', async () => {
    const message = await show();
    made.resolve(FORM);
    running.discord.failNext('POST /interactions/:id/:token/callback', {
      status: 400,
      body: { code: 50035, message: 'Invalid Form Body' },
    });
    expect(textsOf(await press(message).settled()).join('')).toContain('abcd1234');
    running.discord.assertNoViolations();
  });

  test('that there is none of says why', async () => {
    const message = await show();
    const pressed = press(message);
    await running.timers.set(FORM_TIMEOUT_MS);
    made.reject(new UserError('gone', 'It is gone'));
    expect(textsOf(await pressed.settled())).toEqual(['It is gone']);
    running.discord.assertNoViolations();
  });

  test('of another version is told to be out of use', async () => {
    const customId = '9note';
    const sent = running.discord.modalSubmit({ customId, fields: { title: 'New' } });
    expect(textsOf(await sent.settled()).join('')).toContain('no longer works');
    expect(calls).toEqual([]);
    running.discord.assertNoViolations();
  });

  test('keeps to the limits of Discord, whatever stands in it', () => {
    const words = hostileText(60).map((text) => text || '…');
    const field = fc.record({
      label: words,
      value: hostileText(200),
      placeholder: words,
      maxLength: fc.integer({ min: 1, max: 5000 }),
    });
    fc.assert(
      fc.property(words, fc.array(field, { minLength: 1, maxLength: 7 }), (title, given) => {
        const fields = given.map((each, index) => ({ ...each, name: `field-${index}` }));
        const data = renderForm({ title, fields, call: FORM.call }, '0123456789ab');
        const body = { type: 9, data };
        expect(judgeCallback({ json: body, files: [] }, undefined, 'a form')).toEqual([]);
      }),
    );
  });

  test('whose meaning has no room in a custom id is a fault of ours', () => {
    const call = { command: 'note', options: { id: 'x'.repeat(100) } };
    expect(() => renderForm({ ...FORM, call }, '0123456789ab')).toThrow('too long');
  });
});
