import { expect, test } from 'vitest';
import { createProgressLine } from '../../src/terminal/progress-line.ts';
import { recorder } from './fakes.ts';

test('a terminal sees one line, which is gone in the end', () => {
  const { stream, text } = recorder({ isTTY: true, columns: 60 });
  const progress = createProgressLine(stream, 'en-US');
  progress.show({ stage: 'reading', done: 1, total: 2 });
  progress.show({ stage: 'indexing', done: 2, total: 2 });
  progress.clear();
  progress.clear();
  expect(text()).toBe(
    '\r\u001b[KReading articles: 1 / 2\r\u001b[KBuilding the index: 2 / 2\r\u001b[K',
  );
});

test('a pipe sees nothing', () => {
  const { stream, text } = recorder();
  const progress = createProgressLine(stream, 'zh-CN');
  progress.show({ stage: 'reading', done: 1, total: 1 });
  progress.clear();
  expect(text()).toBe('');
});
