import * as fc from 'fast-check';
import { parseFragment } from 'parse5';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  createFontLoader,
  drawTimelineChart,
  type Fonts,
  fontTextOf,
} from '../../src/chart/index.ts';
import { PALETTE, ROLE_COLOURS } from '../../src/chart/palette.ts';
import { createPngRenderer } from '../../src/chart/render-png.ts';
import { compileResvg } from '../../src/chart/render-pool.ts';
import { ASCENT, DESCENT, setLine, setWords, type TextLine } from '../../src/chart/text-line.ts';
import { buildTimelineChart, type TimelineChart } from '../../src/commands/index.ts';
import { LOCALES } from '../../src/i18n/index.ts';
import { decodePng } from '../support/png.ts';
import { anyChart, chartOf, dayPoint, wordsOf } from './charts.ts';

const load = createFontLoader();
const draw = async (chart: TimelineChart) =>
  drawTimelineChart(chart, await load(fontTextOf(chart)));

let renderPng: (svg: string) => Uint8Array;

beforeAll(async () => {
  renderPng = await createPngRenderer(await compileResvg());
});

/** The words of the first element of a name, as a reader of the document gets them. */
function wordsIn(svg: string, name: string): string {
  const [root] = parseFragment(svg).childNodes;
  const children = root && 'childNodes' in root ? root.childNodes : [];
  const found = children.find(({ nodeName }) => nodeName === name);
  const texts = found && 'childNodes' in found ? found.childNodes : [];
  return texts.map((node) => ('value' in node ? node.value : '')).join('');
}

describe('a picture as SVG', () => {
  test('is well-formed, whatever people type', () =>
    fc.assert(
      fc.asyncProperty(anyChart, async (chart) => {
        const svg = await draw(chart);
        // Resvg reads XML strictly.
        expect(() => renderPng(svg)).not.toThrow();
      }),
      { numRuns: 25 },
    ));

  test.each([
    ['<g>', /expected 'g' tag/u],
    ['<title>&</title>', /malformed entity/u],
  ])('that is not well-formed would be noticed: %s', (content, reason) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg">${content}</svg>`;
    expect(() => renderPng(svg)).toThrow(reason);
  });

  test('tells its title and description to whoever cannot see it', async () => {
    const topic = 'a <script>alert("1")</script> & \u0000\ud83d more';
    const points = [dayPoint('2024-05-02')];
    const chart = buildTimelineChart({ locale: 'en-US', topic, points, undated: 0 });
    const svg = await draw(chart);
    expect(wordsIn(svg, 'title')).toBe('Timeline: a <script>alert("1")</script> &  more');
    expect(wordsIn(svg, 'desc')).toBe(chart.description);
    expect(svg).not.toContain('<script');
  });

  test('refers to nothing outside of itself', async () => {
    const svg = await draw(chartOf([dayPoint('2024-05-02')]));
    const links = Array.from(svg.matchAll(/href="([^"]*)"/gu), ([, target = '']) => target);
    expect(links.length).toBeGreaterThan(0);
    for (const link of new Set(links)) {
      expect(link).toMatch(/^#/u);
      expect(svg).toContain(`id="${link.slice(1)}"`);
    }
    expect(svg).not.toMatch(/<(?:text|image|style|font)\b/u);
  });

  test('is the same every time', async () => {
    const chart = chartOf([dayPoint('2024-05-02'), dayPoint('2024-06-30', { role: 'deadline' })]);
    const fresh = drawTimelineChart(chart, await createFontLoader()(fontTextOf(chart)));
    expect(await draw(chart)).toBe(fresh);
  });
});

describe('a picture as PNG', () => {
  test('is as large as the drawing, opaque, and rounded at its corners', async () => {
    const svg = await draw(chartOf([dayPoint('2024-05-02'), dayPoint('2024-06-30')]));
    const { width, height, colourAt } = decodePng(renderPng(svg));
    expect(svg).toContain(`viewBox="0 0 ${width} ${height}"`);
    expect(colourAt(0, 0)).toBe('#00000000');
    expect(colourAt(width - 1, height - 1)).toBe('#00000000');
    expect(colourAt(width - 30, Math.round(height / 2))).toBe(`${PALETTE.ground}ff`);
  });

  test('shows the marks of every role, words and the axis', async () => {
    const roles = ['event', 'deadline', 'planned', 'report'] as const;
    const points = roles.map((role, day) => dayPoint(`2024-05-0${day + 1}`, { role }));
    const { width, height, colourAt } = decodePng(renderPng(await draw(chartOf(points))));
    const seen = new Set<string>();
    for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) seen.add(colourAt(x, y));
    const expected = [
      ...Object.values(ROLE_COLOURS),
      PALETTE.text,
      PALETTE.quietText,
      PALETTE.axis,
    ];
    expect([...seen]).toEqual(expect.arrayContaining(expected.map((colour) => `${colour}ff`)));
  });

  test('is small enough to be sent, however much it shows', async () => {
    const points = Array.from({ length: 240 }, (_, index) => {
      const [month, day] = [1 + (index % 12), 1 + (index % 28)].map((part) =>
        String(part).padStart(2, '0'),
      );
      return dayPoint(
        `${2022 + (index % 2)}-${month}-${day}`,
        index % 30 === 0 ? {} : { words: null },
        'zh-TW',
      );
    });
    const chart = buildTimelineChart({ locale: 'zh-TW', topic: '渡輪', points, undated: 9 });
    expect(renderPng(await draw(chart)).length).toBeLessThan(300_000);
  });
});

describe('a line of text', () => {
  let fonts: Fonts;

  const shown = (text: string, maxWidth?: number) =>
    setLine(text, fonts.regular, 30, maxWidth)
      .glyphs.map(({ glyph }) => String.fromCodePoint(Number.parseInt(glyph.id.slice(8), 16)))
      .join('');

  beforeAll(async () => {
    fonts = await load('abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 渡輪轮期限é…');
  });

  test('leaves out what has no glyph, and shows no box for it', () => {
    expect(shown('ferry 🛳️ שלום 渡輪')).toBe('ferry 渡輪');
    expect(shown('👩‍👩‍👧‍👦')).toBe('');
  });

  test('leaves out controls and marks of direction, and joins white space', () => {
    expect(shown(' a\u202eb\u0000c\n\t d\u2066 ')).toBe('abc d');
  });

  test('composes accents, and leaves out what cannot be composed', () => {
    expect(shown('cafe\u0301')).toBe('café');
    expect(shown(`z${'\u0335'.repeat(90)}`)).toBe('z');
  });

  test('has the letter without its accent where the font lacks the two together', () => {
    expect(shown('Žižek')).toBe('Zizek');
  });

  test('is cut between characters where it is too wide, and says so', () => {
    const cut = setLine('渡輪'.repeat(500), fonts.regular, 30, 200);
    expect(cut.width).toBeLessThanOrEqual(200);
    expect(cut.width).toBeGreaterThan(200 - 2 * 30);
    expect(shown('渡輪'.repeat(500), 200)).toMatch(/^渡輪.*…$/u);
    expect(shown('ferry', 200)).toBe('ferry');
  });

  test('never is wider than it may be, and has nothing that was not written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 40, max: 600 }),
        (text, room) => {
          expect(setLine(text, fonts.regular, 30, room).width).toBeLessThanOrEqual(room + 0.001);
          let rest = Array.from(text.normalize('NFD'));
          for (const letter of shown(text).replaceAll(/\s/gu, '')) {
            const [base = ''] = letter.normalize('NFD');
            expect(rest).toContain(base);
            rest = rest.slice(rest.indexOf(base) + 1);
          }
        },
      ),
    );
  });
});

describe('words of an article', () => {
  let fonts: Fonts;
  const written = (lines: readonly TextLine[]) =>
    lines.map(({ glyphs }) =>
      glyphs
        .map(({ glyph }) => String.fromCodePoint(Number.parseInt(glyph.id.slice(8), 16)))
        .join(''),
    );
  const set = (text: string, room: number, more: object = {}) =>
    written(setWords({ ...wordsOf(text), ...more }, fonts.regular, 30, room, 2));

  beforeAll(async () => {
    fonts = await load('The bridge opened again, 大桥重新开放（市长说）。… .');
  });

  test('are broken between words, and end with an ellipsis where there is no room for more', () => {
    expect(set('The bridge opened again.', 300)).toEqual(['The bridge opened', 'again.']);
    expect(set('The bridge opened again, the bridge opened again.', 300)).toEqual([
      'The bridge opened',
      'again, the bridge …',
    ]);
    expect(set('The bridge', 300, { cutBefore: true, cutAfter: true })).toEqual(['… The bridge …']);
  });

  test('keep a closing mark on the line of what it closes, and an opening one with what follows', () => {
    expect(set('大桥重新开放（市长说）。', 200)).toEqual(['大桥重新开放', '（市长说）。']);
  });

  test('are not shown at all where a character has no glyph, so that none is left out of them', () => {
    expect(set('The bridge שלום opened.', 900)).toEqual([]);
    expect(set('The bridge o\u200bpened.', 900)).toEqual(['The bridge opened.']);
  });
});

describe('the font', () => {
  const months = Array.from(
    { length: 12 },
    (_, month) => `2024-${String(month + 1).padStart(2, '0')}-28`,
  );

  test.each(LOCALES)('has every character that a chart says by itself in %s', async (locale) => {
    const points = months.map((date) => dayPoint(date, {}, locale));
    const chart = buildTimelineChart({ locale, topic: null, points, undated: 1 });
    const text = fontTextOf(chart);
    const fonts = await load(text);
    const missing = [...new Set(text)].filter(
      (character) => !fonts.regular.glyphOf(character) || !fonts.bold.glyphOf(character),
    );
    expect(missing).toEqual([]);
  });

  test.each([
    ['Simplified', '新闻报道称，公司将在期限前出售业务，官员拒绝发表评论。'],
    ['Traditional', '新聞報導稱，公司將在期限前出售業務，官員拒絕發表評論；臺灣、國、號、萬、週。'],
    ['Latin', 'Société Générale – “Ångström” & naïve £9.50 café, São Paulo'],
  ])('has %s text', async (_script, text) => {
    const { regular } = await load(text);
    expect(Array.from(text).filter((character) => !regular.glyphOf(character))).toEqual([]);
  });

  test('draws nothing above or below the line that a text is given', async () => {
    const text = 'ÅÉgjpqy(|)時間軸：計畫報導，期限。時间线：来源';
    const { regular, bold } = await load(text);
    for (const face of [regular, bold]) {
      for (const { glyph } of setLine(text, face, 1000).glyphs) {
        const heights = Array.from(glyph.outline.matchAll(/-?[\d.]+[ ,](-?[\d.]+)/gu), ([, y]) =>
          Number(y),
        );
        expect(heights.length).toBeGreaterThan(0);
        expect(Math.max(...heights)).toBeLessThanOrEqual(ASCENT * 1000);
        expect(Math.min(...heights)).toBeGreaterThanOrEqual(-DESCENT * 1000);
      }
    }
  });
});
