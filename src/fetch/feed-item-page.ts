import type { Feed } from '../corpus/index.ts';
import type { PageToRead } from './read-fetched.ts';

/**
 * The page that the own text of a feed's item makes, for where its page cannot be read; null where the
 * feed has a teaser only, or no address for it.
 */
export function pageOfItem(
  { title, url, published, content }: Feed['items'][number],
  feedTitle: string | null,
): PageToRead['page'] | null {
  if (content === null || url === null) return null;
  const meta = (property: string, value: string | null) =>
    value === null ? '' : `<meta property="${property}" content="${escaped(value)}">`;
  const text =
    content.kind === 'html'
      ? content.value
      : content.value
          .split(/\n\s*\n/u)
          .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
          .join('\n');
  const html = `<!DOCTYPE html><html><head><title>${escaped(title ?? '')}</title>${[
    meta('og:site_name', feedTitle),
    meta('article:published_time', published),
  ].join('')}</head><body><article>${text}</article></body></html>`;
  return {
    kind: 'fetched',
    url,
    bytes: Buffer.from(html),
    mediaType: 'text/html',
    charset: 'utf-8',
    validators: { etag: null, lastModified: null },
  };
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
