import { beforeAll, describe, expect, test } from 'vitest';
import { inOtherScript, isTraditional } from '../../eval/other-script.ts';
import type { GoldSpan } from '../../eval/question.ts';
import { showTimeline } from '../../eval/timeline-entries.ts';
import { readTimelineGold, type TimelineStory } from '../../eval/timeline-story.ts';
import { languageOf } from '../../src/language/script-language.ts';
import { ownStories } from './own-stories.ts';

let stories: readonly TimelineStory[];

// Opening them finds every sentence of the gold exactly once in its article, or throws.
beforeAll(async () => {
  stories = await ownStories();
});

function articlesOf({ library }: TimelineStory) {
  return library.current().corpus.articles;
}

function wordsOf({ article, start, end }: GoldSpan, { library }: TimelineStory): string {
  return library.current().corpus.byId.get(article)?.text.slice(start, end) ?? '';
}

function goldSpans({ events, conflicts, never }: TimelineStory): GoldSpan[] {
  return [
    ...events.flatMap(({ sentences }) => sentences),
    ...conflicts.flatMap(({ sides }) => sides.flat()),
    ...never,
  ];
}

function languagesOf(story: TimelineStory): string {
  const languages = articlesOf(story).map(({ text }) => languageOf(text));
  return [...new Set(languages)].toSorted().join(' ');
}

function keyOf({ article, start }: GoldSpan): string {
  return `${article} ${start}`;
}

describe('the stories', () => {
  test('are twelve, half to tune on and half to judge with, in both languages and scripts', () => {
    expect(
      stories
        .map(({ half }) => half)
        .toSorted()
        .join(' '),
    ).toBe('hold hold hold hold hold hold tune tune tune tune tune tune');
    expect(stories.filter((story) => languagesOf(story) === 'en zh').length).toBeGreaterThanOrEqual(
      4,
    );
    expect(stories.filter((story) => languagesOf(story) === 'en')).toHaveLength(3);
    expect(stories.filter((story) => languagesOf(story) === 'zh')).toHaveLength(2);
    const traditional = stories.flatMap(articlesOf).filter(({ text }) => isTraditional(text));
    expect(traditional.length).toBeGreaterThanOrEqual(2);
  });

  test('have three to five articles each, all of them dated and with a publisher', () => {
    for (const story of stories) {
      const articles = articlesOf(story);
      expect(articles.length).toBeGreaterThanOrEqual(3);
      expect(articles.length).toBeLessThanOrEqual(5);
      expect(articles.filter(({ published }) => published === null)).toEqual([]);
    }
  });

  test('have conflicts of both kinds in both halves, and stories without any in both', () => {
    for (const half of ['tune', 'hold']) {
      const those = stories.filter((story) => story.half === half);
      const kinds = those.flatMap(({ conflicts }) => conflicts.map(({ kind }) => kind));
      expect(kinds).toContain('date');
      expect(kinds).toContain('claim');
      expect(those.some(({ conflicts }) => conflicts.length === 0)).toBe(true);
    }
  });

  test('have deadlines, plans, background and events without a date', () => {
    for (const half of ['tune', 'hold']) {
      const events = stories.filter((story) => story.half === half).flatMap((each) => each.events);
      expect(events.some(({ roles }) => roles.includes('deadline'))).toBe(true);
      expect(events.some(({ roles }) => roles.includes('planned'))).toBe(true);
      expect(events.some(({ roles }) => roles.includes('report'))).toBe(true);
      expect(events.some(({ background }) => background)).toBe(true);
      expect(events.some(({ dates }) => dates.includes(null))).toBe(true);
    }
  });

  test('name whole sentences', () => {
    for (const story of stories) {
      for (const span of goldSpans(story)) {
        const words = wordsOf(span, story);
        expect(words).toMatch(/^[\p{L}\p{N}"“《].*[.!?。！？]["”」』]?$/u);
        expect(words).not.toMatch(/[.!?]["”]? [A-Z"]|[。！？][^”」』]/u);
        expect(words).not.toContain('\n');
      }
    }
  });

  test('name no sentence twice for one event, and none that tells an event as one that tells none', () => {
    for (const { events, never } of stories) {
      for (const { sentences } of events) {
        expect(new Set(sentences.map(keyOf)).size).toBe(sentences.length);
      }
      const told = new Set(events.flatMap(({ sentences }) => sentences.map(keyOf)));
      expect(never.filter((span) => told.has(keyOf(span)))).toEqual([]);
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    }
  });

  test('set sentences of one event against each other in a conflict', () => {
    for (const { events, conflicts } of stories) {
      for (const { kind, sides } of conflicts) {
        const keys = sides.flat().map(keyOf);
        const about = events.find(({ sentences }) => {
          const told = new Set(sentences.map(keyOf));
          return keys.every((key) => told.has(key));
        });
        expect(new Set(keys).size).toBe(keys.length);
        expect(about).toBeDefined();
        // Sources that differ about the date give more than one.
        const dates = kind === 'date' ? sides.length : 1;
        expect(about?.dates.length).toBeGreaterThanOrEqual(dates);
      }
    }
  });

  test('date nothing after the publication of all its sources but deadlines and plans', () => {
    const early = stories.flatMap((story) => {
      const { byId } = story.library.current().corpus;
      return story.events.filter(({ dates, roles, sentences }) => {
        const published = sentences.map(({ article }) => byId.get(article)?.published ?? '');
        const last = published.toSorted().at(-1) ?? '';
        return roles.includes('event') && dates.some((date) => date !== null && date > last);
      });
    });
    expect(early).toEqual([]);
  });

  test('repeat no sentence, in whatever script', () => {
    const all = stories.flatMap(articlesOf).flatMap(({ text }) => {
      const simplified = isTraditional(text) ? inOtherScript(text) : text;
      return simplified.split(/(?<=[.!?。！？]["”]?)\s*|\n+/u).filter((part) => part.length > 12);
    });
    expect(new Set(all).size).toBe(all.length);
  });

  test('have a timeline that can be read', async () => {
    const [story] = stories;
    if (!story) throw new Error('There is no story.');
    expect((await showTimeline(story.library)).length).toBeGreaterThan(0);
  });
});

describe('gold', () => {
  const moon = () => stories.find(({ name }) => name === 'far-side-samples');
  const articles = () => moon()?.library.current().corpus.byId ?? new Map();
  const goldWith = (never: unknown[]) =>
    JSON.stringify({ half: 'tune', events: [], conflicts: [], never });
  const article = 'moon-landing';

  test('that is not as it must be is refused, with its place', () => {
    const read = (source: string) => () => readTimelineGold(source, 'x/gold.json', articles());
    expect(read('{')).toThrow(/^x\/gold\.json: not JSON/);
    expect(read('{}')).toThrow(/^x\/gold\.json: /);
    expect(read(goldWith([{ article: 'none', starts: 'It', ends: '.' }]))).toThrow('no article');
    expect(read(goldWith([{ article, starts: 'the', ends: '.' }]))).toThrow('not once');
    expect(read(goldWith([{ article, starts: 'Not there', ends: '.' }]))).toThrow('not once');
    expect(read(goldWith([{ article, starts: 'It had left', ends: '!' }]))).toThrow('not behind');
  });

  test('runs from its first words to the end of its last', () => {
    const { never } = readTimelineGold(
      goldWith([{ article, starts: 'It had left', ends: 'May.' }]),
      'x/gold.json',
      articles(),
    );
    const [span] = never;
    const story = moon();
    expect(span && story && wordsOf(span, story)).toBe('It had left Earth from Hainan on 3 May.');
  });
});
