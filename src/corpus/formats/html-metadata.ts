import type { MetadataKey } from '../article.ts';
import { type GivenMetadata, parseField, withoutNulls } from '../metadata/metadata.ts';
import { toOneLine } from '../metadata/one-line.ts';
import { findDate } from '../metadata/parse-date.ts';
import { isOfAnotherStory } from './html-noise.ts';
import { renderParagraphs } from './html-text.ts';
import {
  attributeOf,
  type HtmlElement,
  type HtmlNode,
  rawTextOf,
  walkElements,
} from './html-tree.ts';
import { readLinkedData } from './linked-data.ts';

/** Elements whose dates and headlines are not the article's. */
const ASIDE_TAGS: ReadonlySet<string> = new Set(['nav', 'footer', 'aside', 'template', 'svg']);

/** Names of `<meta>` elements, and of `itemprop`, in lower case, the best first. */
const PUBLISHED_NAMES = [
  'article:published_time article:published og:published_time og:article:published_time',
  'datepublished dc.date.issued dcterms.issued dcterms.created dc.date.created dc.date dcterms.date',
  'parsely-pub-date sailthru.date pubdate publishdate publish-date publish_date publish_time',
  'publication_date publicationdate published_time published_at article_date_original article.published',
  'cxenseparse:recs:publishtime vr:published_time rnews:datepublished bt:pubdate weibo:article:create_at',
  'date article:create_at displaydate originalpublicationdate',
].flatMap((names) => names.split(' '));

/** In UTF-16 units. Lines with the date and the source of an article are shorter. */
const MAX_CREDIT_LENGTH = 160;
/** How many paragraphs after the headline are looked at for them. */
const MAX_CREDIT_LINES = 6;
/** Headlines stand higher up. */
const MAX_LINES = 400;

/** Pages with more `<time>` elements are lists of other things. */
const MAX_TIMES = 100;

/** In UTF-16 units. Longer titles are looked at no further. */
const MAX_TITLE_LENGTH = 500;

const CHANGED = /(?:updated|modified|edited|changed|更新|修改)\p{P}?\s*(?:on|at|于)?\s*$/iu;

/** What the markup of a page says, by where it says so. */
interface PageFacts {
  /** Of `<meta>` and of `itemprop`, by name in lower case; the first of each only. */
  readonly named: ReadonlyMap<string, string>;
  readonly scripts: readonly string[];
  readonly times: readonly HtmlElement[];
  readonly htmlLanguage: string | null;
  readonly title: string | null;
  readonly heading: HtmlElement | null;
  readonly canonical: string | null;
}

/** What a page says of its article. */
interface PageMetadata {
  /** In the markup, where pages state it. */
  readonly given: GivenMetadata;
  /** Told from other markup and from the text. */
  readonly inferred: GivenMetadata;
  readonly headings: readonly string[];
}

/**
 * The metadata of a page, and its headlines. What does not fit is passed over without a word: whoever
 * collected the page did not write it.
 */
export function readHtmlMetadata(document: HtmlNode): PageMetadata {
  const facts = collectFacts(document);
  const { named } = facts;
  const linked = readLinkedData(facts.scripts);
  const linkedHeadline = linked.headline?.slice(0, MAX_TITLE_LENGTH) ?? null;
  const heading =
    facts.heading === null ? null : textOf(facts.heading).slice(0, MAX_TITLE_LENGTH) || null;
  const url = first('url', facts.canonical, named.get('og:url'), savedFrom(document));

  const siteName =
    named.get('og:site_name') ?? named.get('dc.publisher') ?? named.get('dcterms.publisher');
  const publisher = first('publisher', siteName?.startsWith('@') ? null : siteName);
  const fullTitle = named.get('og:title')?.slice(0, MAX_TITLE_LENGTH) ?? facts.title;
  const ending = siteEnding(facts.title, heading ?? named.get('og:title') ?? null);
  const headlines = [heading, fullTitle ?? null, linkedHeadline, facts.title].flatMap((title) =>
    title === null
      ? []
      : [
          toOneLine(title),
          withoutSiteNames(toOneLine(title), ending === null ? [] : [ending], heading),
        ],
  );
  const credits = creditLines(document, headlines);
  const inferredPublisher = first(
    'publisher',
    linked.publisher,
    named.get('application-name'),
    ending,
    url === null ? null : new URL(url).host.replace(/^www\./u, ''),
    sourceIn(credits),
  );
  const seen = dateIn(credits) ?? (url === null ? null : dateOfAddress(url));
  const names = [publisher, inferredPublisher, ending].filter((name) => name !== null);
  const rawTitles = [fullTitle ?? null, facts.title, linkedHeadline, heading];
  const titles = rawTitles.map((title) =>
    title === null ? null : withoutSiteNames(toOneLine(title), names, heading),
  );
  const given = {
    title: first('title', ...titles),
    publisher,
    // Some pages have an address there, or the example of their template.
    author: [named.get('author'), linked.author, named.get('dc.creator')]
      .filter((name) => !/^https?:|@[\w-]+\./iu.test(name ?? ''))
      .reduce<string | null>((found, name) => found ?? first('author', name), null),
    published: localDay(
      [
        ...PUBLISHED_NAMES.slice(0, 1).map((name) => named.get(name)),
        linked.published,
        ...PUBLISHED_NAMES.slice(1).map((name) => named.get(name)),
        timeOf(facts),
      ],
      seen,
    ),
    language: first(
      'language',
      facts.htmlLanguage,
      linked.language,
      named.get('content-language'),
      named.get('dc.language'),
      named.get('og:locale'),
    ),
    url,
  };
  const inferred = { publisher: inferredPublisher, published: seen };
  return {
    given: withoutNulls(given),
    inferred: withoutNulls(inferred),
    headings: [...titles, ...rawTitles].filter((title) => title !== null),
  };
}

function collectFacts(document: HtmlNode): PageFacts {
  const named = new Map<string, string>();
  const scripts: string[] = [];
  const times: HtmlElement[] = [];
  let htmlLanguage: string | null = null;
  let title: string | null = null;
  let heading: HtmlElement | null = null;
  let canonical: string | null = null;
  const keep = (name: string | null, value: string | null): void => {
    const key = name?.toLowerCase();
    if (key !== undefined && value?.trim() && !named.has(key)) named.set(key, value);
  };
  for (const element of walkElements(document)) {
    const { tagName } = element;
    const property = attributeOf(element, 'itemprop');
    const content = attributeOf(element, 'content') ?? attributeOf(element, 'datetime');
    if (tagName === 'html') htmlLanguage = attributeOf(element, 'lang');
    else if (tagName === 'meta') {
      for (const name of ['property', 'name', 'http-equiv', 'itemprop']) {
        keep(attributeOf(element, name), content);
      }
    } else if (tagName === 'link') {
      if (attributeOf(element, 'rel')?.toLowerCase() === 'canonical') {
        canonical ??= attributeOf(element, 'href');
      }
    } else if (tagName === 'script') {
      if (attributeOf(element, 'type')?.toLowerCase() === 'application/ld+json') {
        scripts.push(rawTextOf(element));
      }
    } else if (tagName === 'title' && isInBody(element))
      title ??= textOf(element).slice(0, MAX_TITLE_LENGTH) || null;
    else if (tagName === 'h1' && heading === null && isInBody(element)) {
      if (textOf(element) !== '') heading = element;
    } else if (tagName === 'time' && times.length < MAX_TIMES && isInBody(element)) {
      if (property !== 'dateModified' && !isOfAnotherStory(element)) times.push(element);
    } else if (property === 'datePublished') {
      keep(property, content ?? rawTextOf(element));
    }
  }
  return { named, scripts, times, htmlLanguage, title, heading, canonical };
}

function isInBody(element: HtmlElement): boolean {
  return ancestorsOf(element).every(({ tagName }) => !ASIDE_TAGS.has(tagName));
}

function ancestorsOf(element: HtmlElement): readonly HtmlElement[] {
  const ancestors: HtmlElement[] = [];
  let node = element.parentNode;
  while (node !== null && 'tagName' in node) {
    ancestors.push(node);
    node = node.parentNode;
  }
  return ancestors;
}

/** Whether a point in time is given in UTC, where it was another day in much of the world. */
const IN_UTC = /\d:\d{2}(?:[:.][\d.]+)?\s*(?:Z|[+-]00:?00|GMT|UTC)$/u;

const WITH_OFFSET = /\d:\d{2}(?:[:.][\d.]+)?\s*[+-]\d{2}:?\d{2}$/u;

/**
 * The day of the first candidate that is a date. Of a point in time in UTC the day before or after it is
 * taken that another candidate has with an offset, or that readers see (`seen`): "2024-03-06T02:30Z" is
 * the evening of 5 March in New York.
 */
function localDay(
  candidates: readonly (string | null | undefined)[],
  seen: string | null,
): string | null {
  const written = candidates.filter((candidate) => typeof candidate === 'string');
  const stated = written.find((candidate) => parseField('published', candidate) !== null);
  const day = parseField('published', stated);
  if (stated === undefined || day === null || !IN_UTC.test(stated.trim())) return day;
  const instant = Date.parse(stated);
  const local = written.find(
    (candidate) => WITH_OFFSET.test(candidate.trim()) && Date.parse(candidate) === instant,
  );
  const others = [parseField('published', local), seen].filter((other) => other !== null);
  return others.find((other) => Math.abs(Date.parse(other) - Date.parse(day)) <= DAY_MS) ?? day;
}

const DAY_MS = 24 * 60 * 60_000;

/** The date of the `<time>` in an article that is not in a list, else of the first at all. */
function timeOf({ times }: PageFacts): string | null {
  const isMain = (time: HtmlElement): boolean => {
    const tags = new Set(ancestorsOf(time).map(({ tagName }) => tagName));
    return !tags.has('li') && (tags.has('article') || tags.has('main'));
  };
  const own = times.filter(isMain);
  return (
    [...own, ...(own.length > 0 ? [] : times)]
      .map((time) => attributeOf(time, 'datetime') ?? textOf(time))
      .find((time) => parseField('published', time) !== null) ?? null
  );
}

/**
 * Short lines right after the headline, as they stand on the page; where that is not found, the first
 * that have a time of day or name a source.
 */
function creditLines(document: HtmlNode, headlines: readonly string[]): readonly string[] {
  const known = new Set(headlines);
  const lines = renderParagraphs(document)
    .flatMap(({ text }) => text.split('\n'))
    .slice(0, MAX_LINES)
    .map(toOneLine);
  const at = lines.findIndex((line) => known.has(line));
  const near =
    at === -1
      ? lines.filter((line) => line.length <= MAX_CREDIT_LENGTH && /\d:\d\d|来源|來源/u.test(line))
      : lines.slice(at + 1);
  return near
    .slice(0, MAX_CREDIT_LINES)
    .map((line) => (line.length <= MAX_CREDIT_LENGTH ? line : datelineOf(line)));
}

/** "HARBOUR, March 5, 2024 /Wire/ --": what stands before the first sentence. */
function datelineOf(line: string): string {
  return (
    /^\P{Ll}{3,60}?,\s.{5,40}?(?:--|—|–|\/)/u.exec(line.slice(0, MAX_CREDIT_LENGTH))?.[0] ?? ''
  );
}

function dateIn(lines: readonly string[]): string | null {
  for (const line of lines) {
    const found = findDate(line);
    if (found !== null && !CHANGED.test(line.slice(0, found.start))) return found.published;
  }
  return null;
}

/** The name after 来源. */
function sourceIn(lines: readonly string[]): string | null {
  for (const line of lines) {
    const source = /(?:来源|來源)\s*[:：]\s*([^\s|:：，,]{2,20})/u.exec(line)?.[1];
    if (source !== undefined) return source;
  }
  return null;
}

function dateOfAddress(url: string): string | null {
  const match = /[/_-](20\d{2})[/_-]?(\d{2})[/_-]?(\d{2})(?!\d)/u.exec(new URL(url).pathname);
  return match === null ? null : parseField('published', match.slice(1, 4).join('-'));
}

/** Browsers write where a page came from into a comment at its beginning. */
function savedFrom(document: HtmlNode): string | null {
  if (!('childNodes' in document)) return null;
  const nodes = document.childNodes.flatMap((node) =>
    'tagName' in node ? [node, ...node.childNodes] : [node],
  );
  for (const node of nodes) {
    const match = 'data' in node ? /saved from url=\(\d+\)(\S+)/u.exec(node.data) : null;
    if (match?.[1] !== undefined) return match[1];
  }
  return null;
}

const SEPARATOR =
  '\\s*(?:[|｜·•»:：–—_]|\\s[-–—]|-{2,}|-(?=\\p{Script=Han})|(?<=\\p{Script=Han}\\p{P}?)-)\\s*';

/** "标题-频道-港口网": Chinese titles end in a short name without spaces around the hyphen. */
const CHINESE_ENDING = /(?<=\p{Script=Han}.{7,}?)\s*[-–—_|｜]+\s*([^-–—_|｜\p{P}\s]{2,16})\s*$/u;

/** The last part of "Headline - Section - Site", when `headline` is its beginning or it is Chinese. */
function siteEnding(title: string | null, headline: string | null): string | null {
  if (title === null) return null;
  const known = toOneLine(headline ?? '');
  if (known === '' || !title.toLowerCase().startsWith(known.toLowerCase())) {
    const name = CHINESE_ENDING.exec(title)?.[1] ?? '';
    return /\p{Script=Han}/u.test(name) ? name : null;
  }
  const ending = title.slice(known.length);
  if (!new RegExp(`^${SEPARATOR}`, 'u').test(ending)) return null;
  const name = ending.split(new RegExp(SEPARATOR, 'u')).at(-1)?.trim() ?? '';
  return name.length <= 60 && /\p{L}/u.test(name) ? name : null;
}

/** "Headline | Site" → "Headline", when the site is known by that name or the page has that headline. */
function withoutSiteNames(title: string, names: readonly string[], heading: string | null): string {
  if (heading !== null && title.startsWith(heading) && siteEnding(title, heading) !== null) {
    return heading;
  }
  for (const name of names) {
    if (!title.toLowerCase().endsWith(name.toLowerCase())) continue;
    const headline = title.slice(0, title.length - name.length);
    const cut = headline.replace(new RegExp(`${SEPARATOR}$`, 'u'), '');
    if (cut !== headline && cut !== '') return cut;
  }
  return title;
}

function textOf(element: HtmlElement): string {
  return toOneLine(rawTextOf(element));
}

/** The first candidate that fits its key, in its final form. */
function first(
  key: MetadataKey,
  ...candidates: readonly (string | null | undefined)[]
): string | null {
  for (const candidate of candidates) {
    const value = typeof candidate === 'string' ? parseField(key, candidate) : null;
    if (value !== null) return value;
  }
  return null;
}
