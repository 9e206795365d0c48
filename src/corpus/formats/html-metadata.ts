import type { MetadataKey } from '../article.ts';
import { type GivenMetadata, parseField } from '../metadata/metadata.ts';
import { toOneLine } from '../metadata/one-line.ts';
import {
  attributeOf,
  type HtmlElement,
  type HtmlNode,
  rawTextOf,
  walkElements,
} from './html-tree.ts';

/** Elements whose dates and headlines are not the article's. */
const ASIDE_TAGS: ReadonlySet<string> = new Set(['nav', 'footer', 'aside', 'template', 'svg']);

/** What the markup of a page says, by where it says so; the first of each only. */
interface PageFacts {
  readonly meta: ReadonlyMap<string, string>;
  readonly htmlLanguage: string | null;
  readonly title: string | null;
  readonly heading: string | null;
  readonly canonical: string | null;
  readonly time: string | null;
  readonly linkedDate: string | null;
}

/**
 * The metadata in a page's own markup, and its headlines. What does not fit is passed over without
 * a word: whoever collected the page did not write it.
 */
export function readHtmlMetadata(document: HtmlNode): {
  readonly given: GivenMetadata;
  readonly headings: readonly string[];
} {
  const facts = collectFacts(document);
  const { meta } = facts;
  const given: { [Key in MetadataKey]?: string } = {};
  const state = (key: MetadataKey, ...candidates: (string | null | undefined)[]): void => {
    for (const candidate of candidates) {
      const value = typeof candidate === 'string' ? parseField(key, candidate) : null;
      if (value === null) continue;
      given[key] = value;
      return;
    }
  };
  state('publisher', meta.get('og:site_name'));
  const title = facts.title === null ? null : withoutSiteName(facts.title, given.publisher ?? null);
  state('title', meta.get('og:title'), title, facts.heading);
  state('published', meta.get('article:published_time'), facts.linkedDate, facts.time);
  state('language', facts.htmlLanguage);
  state('url', facts.canonical, meta.get('og:url'));
  const headings = [facts.heading, title].flatMap((heading) => heading ?? []);
  return { given, headings };
}

function collectFacts(document: HtmlNode): PageFacts {
  const meta = new Map<string, string>();
  const found = new Map<Exclude<keyof PageFacts, 'meta'>, string>();
  const keep = (fact: Exclude<keyof PageFacts, 'meta'>, value: string | null): void => {
    if (value !== null && value.trim() !== '' && !found.has(fact)) found.set(fact, value);
  };
  for (const element of walkElements(document)) {
    switch (element.tagName) {
      case 'html':
        keep('htmlLanguage', attributeOf(element, 'lang'));
        break;
      case 'meta': {
        const name = attributeOf(element, 'property') ?? attributeOf(element, 'name');
        const content = attributeOf(element, 'content');
        const key = name?.toLowerCase();
        if (key !== undefined && content !== null && !meta.has(key)) meta.set(key, content);
        break;
      }
      case 'link':
        if (attributeOf(element, 'rel')?.toLowerCase() === 'canonical') {
          keep('canonical', attributeOf(element, 'href'));
        }
        break;
      case 'title':
        if (isInBody(element)) keep('title', toOneLine(rawTextOf(element)));
        break;
      case 'h1':
        if (isInBody(element)) keep('heading', toOneLine(rawTextOf(element)));
        break;
      case 'time':
        if (isInBody(element)) keep('time', attributeOf(element, 'datetime'));
        break;
      case 'script':
        if (attributeOf(element, 'type')?.toLowerCase() === 'application/ld+json') {
          keep('linkedDate', readLinkedDate(rawTextOf(element)));
        }
        break;
      default:
    }
  }
  const get = (fact: Exclude<keyof PageFacts, 'meta'>): string | null => found.get(fact) ?? null;
  return {
    meta,
    htmlLanguage: get('htmlLanguage'),
    title: get('title'),
    heading: get('heading'),
    canonical: get('canonical'),
    time: get('time'),
    linkedDate: get('linkedDate'),
  };
}

function isInBody(element: HtmlElement): boolean {
  for (let parent = element.parentNode; parent !== null; ) {
    if (!('tagName' in parent)) return true;
    if (ASIDE_TAGS.has(parent.tagName)) return false;
    parent = parent.parentNode;
  }
  return true;
}

/** `datePublished` of a JSON-LD object, of the first in a list, or of the first in its `@graph`. */
function readLinkedDate(json: string): string | null {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return null;
  }
  const top = Array.isArray(value) ? value : [value];
  const candidates: unknown[] = [
    ...top,
    ...top.flatMap((item) => propertyOf(item, '@graph') ?? []),
  ];
  for (const candidate of candidates) {
    const date = propertyOf(candidate, 'datePublished');
    if (typeof date === 'string') return date;
  }
  return null;
}

function propertyOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}

/** "Headline | Site" → "Headline", when the site is known by that name. */
function withoutSiteName(title: string, publisher: string | null): string {
  if (publisher === null || !title.toLowerCase().endsWith(publisher.toLowerCase())) return title;
  const headline = title.slice(0, title.length - publisher.length);
  const cut = headline.replace(/\s*[|·•»:–—-]\s*$/u, '');
  return cut === headline || cut === '' ? title : cut;
}
