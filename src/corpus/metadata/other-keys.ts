import { METADATA_KEYS, type MetadataKey } from '../article.ts';

/** What Hugo, Jekyll, WordPress, Hexo, web clippers and news services call our keys, in lower case. */
const MEANT: Readonly<Record<MetadataKey, string>> = {
  id: 'guid',
  title: 'headline name',
  author: 'authors byline creator',
  publisher: 'source site site_name sitename outlet publication newspaper',
  published:
    'date pubdate pub_date publishdate publish_date publisheddate published_date published_at publishedat datepublished date_published created_at',
  language: 'lang locale inlanguage',
  retrieved: '',
  url: 'link canonical canonical_url canonicalurl permalink source_url sourceurl web_url',
};

const KEYS_MEANT: ReadonlyMap<string, MetadataKey> = new Map(
  METADATA_KEYS.flatMap((key) =>
    [key, ...MEANT[key].split(' ').filter(Boolean)].map((name) => [name, key] as const),
  ),
);

/** What others say of a file that is nothing to us, in lower case. */
const PASSED_OVER: ReadonlySet<string> = new Set(
  [
    'path tags tag categories category keywords topics section type kind',
    'description summary excerpt abstract subtitle slug layout draft weight toc aliases alias',
    'lastmod modified updated updated_at updatedat last_modified_at modifieddate expirydate created',
    'image images cover thumbnail featured_image feature_image banner comments comment share math',
    'status visibility cssclass cssclasses publish clipped saved read rating sidebar series',
  ].flatMap((names) => names.split(' ')),
);

/** Which of our keys is meant by one of another tool, `other` for one that is nothing to us, or null. */
export function meantBy(key: string, value: unknown): MetadataKey | 'other' | null {
  const name = key.toLowerCase();
  // Site generators write a path there, and clippers the address of a page.
  if (name === 'permalink' && !/^https?:\/\//iu.test(String(value))) return 'other';
  if (name === 'source' && typeof value === 'string' && /^https?:\/\//iu.test(value)) return 'url';
  return KEYS_MEANT.get(name) ?? (PASSED_OVER.has(name) ? 'other' : null);
}
