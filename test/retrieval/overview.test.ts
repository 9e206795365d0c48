import { describe, expect, it } from 'vitest';
import { readOverview } from '../../src/retrieval/query/overview.ts';

describe('what asks for a story as a whole', () => {
  it.each([
    ['whats new', '', true],
    ["what's new with the pier?", 'the pier?', true],
    ['explain the pier', 'the pier', false],
    ['帮我总结一下码头', '码头', false],
    ['总结这件事', '这件事', false],
    ['码头的事，总结？', '码头的事， ？', false],
  ])('%s', (question, subject, isNewest) => {
    const overview = readOverview(question);
    expect(overview?.isNewest).toBe(isNewest);
    expect(overview?.subject.replaceAll(/\s+/gu, ' ').trim()).toBe(subject);
  });

  it.each([
    'what is new york doing about it',
    'whats new zealands response',
    'explain why the pier fell',
    '年终总结什么时候发布',
    '总结大会谁参加',
  ])('is not in: %s', (question) => expect(readOverview(question)).toBeNull());
});
