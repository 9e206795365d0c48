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
