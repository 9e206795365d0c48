import type { Line } from './lines.ts';
import type { PdfPage } from './read-pages.ts';

/** How many lines at the top and at the bottom of a page can be its head and its foot. */
const MOST_EDGE_LINES = 3;

/** Heads and feet of facing pages differ: so much of all pages have one. */
const MIN_SHARE_OF_PAGES = 0.3;
const MIN_PAGES = 2;

/** How far the same line can be off from page to page, in points. */
const MAX_SHIFT = 6;

/** A number of a page by itself, also "Page 3 of 12", "- 3 -", "3 / 12", "第3页 共12页" and "iv". */
const PAGE_NUMBER =
  /^[^\p{L}\p{N}|]*(?:page|seite|p\.|第)?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*(?:[页頁]|(?:of|von|\/|\|)\s*\d{1,4})?\s*(?:[,，/]?\s*共\s*\d{1,4}\s*[页頁])?[^\p{L}\p{N}|]*$/iu;

/**
 * The lines of each page without running heads and feet, which stand at the same place of several pages
 * and differ in their numbers alone, and without page numbers.
 */
export function withoutRunningLines(pages: readonly PdfPage[]): readonly (readonly Line[])[] {
  const edges = pages.map(edgeLines);
  const places = new Map<string, { readonly page: number; readonly baseline: number }[]>();
  for (const [page, { lines }] of edges.entries()) {
    for (const { text, baseline } of lines) {
      const key = keyOf(text);
      places.set(key, [...(places.get(key) ?? []), { page, baseline }]);
    }
  }
  const least = Math.max(MIN_PAGES, Math.ceil(pages.length * MIN_SHARE_OF_PAGES));
  return pages.map(({ lines }, page) => {
    const { lines: atEdge, outermost } = edges[page] ?? { lines: [], outermost: [] };
    return lines.filter((line) => {
      if (outermost.includes(line) && PAGE_NUMBER.test(line.text)) return false;
      if (!atEdge.includes(line)) return true;
      const same = (places.get(keyOf(line.text)) ?? []).filter(
        ({ baseline }) => Math.abs(baseline - line.baseline) <= MAX_SHIFT,
      );
      return new Set(same.map((place) => place.page)).size < least;
    });
  });
}

function edgeLines({ lines }: PdfPage): {
  readonly lines: readonly Line[];
  readonly outermost: readonly Line[];
} {
  const fromTop = lines.toSorted((one, other) => other.baseline - one.baseline);
  const edgesOf = (count: number) => [
    ...fromTop.slice(0, count),
    ...fromTop.slice(Math.max(count, fromTop.length - count)),
  ];
  return { lines: edgesOf(MOST_EDGE_LINES), outermost: edgesOf(1) };
}

function keyOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/\d+|\b[ivxlc]+\b/gu, '#')
    .replaceAll(/\s+/gu, '');
}
