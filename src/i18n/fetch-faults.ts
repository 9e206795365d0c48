import type { FetchFault } from '../corpus/index.ts';
import type { Locale } from './locale.ts';
import { createTranslations } from './messages.ts';

/** Why nothing came from an address, without a full stop, and what to do about it: one short sentence. */
type FaultWording = readonly [reason: string, remedy: string];

const faultWords = createTranslations<
  Readonly<Record<FetchFault['kind'], (detail: string) => FaultWording>>
>(
  {
    address: () => [
      'this is not an http or https address without a user name',
      'Give the full address of the page.',
    ],
    port: (port) => [
      `the port ${port} is not one of web pages`,
      'Give an address with the usual port, 80 or 443.',
    ],
    private: (host) => [
      `${host} is not on the public Internet`,
      'Give the address of a public page.',
    ],
    'unknown-host': (host) => [`the host ${host} is not known`, 'Check the address.'],
    unreachable: (cause) => [`the server cannot be reached (${cause})`, 'Try again later.'],
    timeout: () => ['the server took too long', 'Try again later.'],
    status: (status) => [`the server answered with ${status}`, 'Open the address in a browser.'],
    redirects: () => ['the address redirects too often', 'Give the last address of these.'],
    'too-large': () => ['there is more than 10 MB', 'Save the article as a file instead.'],
    type: (type) => [
      type === ''
        ? 'this is no page, text or document'
        : `this is no page, text or document (${type})`,
      'Save the article as a file instead.',
    ],
    feed: () => ['this is a feed, not a page', 'Put its address in feeds.yaml.'],
    robots: (host) => [
      `the robots.txt of ${host} does not allow it`,
      'Save the article as a file instead.',
    ],
    'robots-away': (origin) => [`${origin}/robots.txt cannot be read`, 'Try again later.'],
    later: (until) => [
      `the server asks not to be called before ${utcMinute(until)} UTC`,
      'Try again then.',
    ],
    'no-article': () => ['no article text was found there', 'Save the article as plain text.'],
    'no-feed': () => ['there is no feed', 'Give the address of an RSS, Atom or JSON feed.'],
    'not-kept': (cause) => [
      `the article folder could not be written (${cause})`,
      'Check its permissions and the disk.',
    ],
  },
  (zh) => ({
    address: () => [zh`这不是不含用户名的 http 或 https 网址`, zh`请填写网页的完整网址。`],
    port: (port) => [zh`${port} 不是网页的端口`, zh`请使用常用端口 80 或 443 的网址。`],
    private: (host) => [zh`${host} 不在公共互联网上`, zh`请填写公开网页的网址。`],
    'unknown-host': (host) => [zh`找不到主机 ${host}`, zh`请检查网址。`],
    unreachable: (cause) => [zh`无法连接服务器（${cause}）`, zh`请稍后再试。`],
    timeout: () => [zh`服务器响应过慢`, zh`请稍后再试。`],
    status: (status) => [zh`服务器返回 ${status}`, zh`请在浏览器中打开该网址查看。`],
    redirects: () => [zh`该网址重定向次数过多`, zh`请填写最终的网址。`],
    'too-large': () => [zh`内容超过 10 MB`, zh`请将文章另存为文件。`],
    type: (type) => [
      type === '' ? zh`这不是网页、文字或文档` : zh`这不是网页、文字或文档（${type}）`,
      zh`请将文章另存为文件。`,
    ],
    feed: () => [zh`这是订阅源，不是网页`, zh`请将它的网址写入 feeds.yaml。`],
    robots: (host) => [zh`${host} 的 robots.txt 不允许抓取`, zh`请将文章另存为文件。`],
    'robots-away': (origin) => [zh`无法读取 ${origin}/robots.txt`, zh`请稍后再试。`],
    later: (until) => [zh`服务器要求在 ${utcMinute(until)} UTC 之后再访问`, zh`请届时再试。`],
    'no-article': () => [zh`没有找到文章正文`, zh`请将文章另存为纯文字。`],
    'no-feed': () => [zh`那里没有订阅源`, zh`请填写 RSS、Atom 或 JSON 订阅源的网址。`],
    'not-kept': (cause) => [zh`无法写入文章文件夹（${cause}）`, zh`请检查文件夹的权限和磁盘。`],
  }),
);

/** Says why nothing came from an address, and what to do about it. */
export function describeFetchFault({ kind, detail }: FetchFault, locale: Locale): FaultWording {
  // Whoever answers chose some of it.
  return faultWords[locale][kind](detail.replaceAll(/[\p{Cc}\p{Cf}]/gu, '\uFFFD').slice(0, 200));
}

function utcMinute(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
