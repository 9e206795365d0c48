import { expect, test, vi } from 'vitest';
import { runCli } from '../../src/terminal/run-cli.ts';
import type { Parts } from '../../src/terminal/session.ts';
import { fakeIo, fakeParts } from './fakes.ts';

test('verbatim dates answers line by line, goes on after a bad one, and reads no article', async () => {
  const createLibrary = vi.fn<Parts['createLibrary']>(fakeParts().createLibrary);
  const { io, stdout } = fakeIo('{"id":1,"text":"in 2019"}\nbad\n\n{"id":2,"text":"none"}\n');
  const exitCode = await runCli(['dates'], io, fakeParts({ createLibrary }));
  const [first, second, third] = stdout().trim().split('\n');
  expect(exitCode).toBe(1);
  expect(first).toBe('{"id":1,"spans":[{"start":3,"end":7,"value":"2019"}]}');
  expect(second).toContain('"error":"line 2: is not JSON');
  expect(third).toBe('{"id":2,"spans":[]}');
  expect(createLibrary).not.toHaveBeenCalled();
});

test('verbatim dates gives the end of a range as the day behind it, in texts of two languages', async () => {
  const text = '书展4月12-19日举行，2009-2011年停办。\nThe fair runs from 3 to 31 May.';
  const line = JSON.stringify({ id: 'a', text, reference: '2013-05-01', lang: 'mixed' });
  const { io, stdout } = fakeIo(`${line}\n`);
  expect(await runCli(['dates'], io, fakeParts())).toBe(0);
  const values = [...stdout().matchAll(/"value":"([^"]*)"/gu)].map(([, value]) => value);
  expect(values).toEqual(['2013-04-12/2013-04-20', '2009/2012', '2013-05-03/2013-06-01']);
});
