/** Characters of a `robots.txt` that are read; RFC 9309, 2.5, asks for 500 KiB at least. */
export const MAX_ROBOTS_BYTES = 500 * 1024;

/** Whether we may ask for a path with its query, by somebody's `robots.txt`. */
export type Robots = (pathAndQuery: string) => boolean;

interface Rule {
  readonly pattern: string;
  readonly isAllowed: boolean;
}

/**
 * Reads a `robots.txt` (RFC 9309): the rules of all groups for `token`, or else for everyone. The
 * longest rule that matches decides, of two as long the one that allows.
 *
 * @param token our product token, in lower case.
 */
export function readRobots(text: string, token: string): Robots {
  const { own, everyone } = readRules(text, token);
  const rules = (own ?? everyone).toSorted(
    (one, other) =>
      other.pattern.length - one.pattern.length || Number(other.isAllowed) - Number(one.isAllowed),
  );
  return (path) => {
    const wanted = normalise(path);
    return rules.find(({ pattern }) => matches(pattern, wanted))?.isAllowed ?? true;
  };
}

/** The rules of all groups for `token`, null where there is none, and for everyone. */
function readRules(
  text: string,
  token: string,
): { readonly own: readonly Rule[] | null; readonly everyone: readonly Rule[] } {
  let own: Rule[] | null = null;
  const everyone: Rule[] = [];
  let isOurs = false;
  let isEveryones = false;
  let isInRules = true;
  for (const line of text.split(/[\r\n]+/u)) {
    const colon = line.indexOf(':');
    const key = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const value = line
      .slice(colon + 1)
      .replace(/#.*$/u, '')
      .trim();
    if (key === 'user-agent') {
      if (isInRules) [isOurs, isEveryones, isInRules] = [false, false, false];
      // "Verbatim/1.0" means the same as "verbatim".
      const agent = value.toLowerCase().replace(/\/.*$/u, '');
      if (agent === token) own ??= [];
      isOurs ||= agent === token;
      isEveryones ||= agent === '*';
    } else if (key === 'allow' || key === 'disallow') {
      isInRules = true;
      // An empty rule says nothing.
      if (value === '' || !(isOurs || isEveryones)) continue;
      const rule = { pattern: normalise(value), isAllowed: key === 'allow' };
      if (isOurs) own?.push(rule);
      if (isEveryones) everyone.push(rule);
    }
  }
  return { own, everyone };
}

/** Characters beyond ASCII as their escapes, and escapes in upper case (RFC 9309, 2.2.2). */
function normalise(path: string): string {
  return path
    .replaceAll(/[^\x21-\x7e]+/gu, encodeURIComponent)
    .replaceAll(/%[\da-f]{2}/giu, (escape) => escape.toUpperCase());
}

/** Whether a path begins as the pattern says; `*` stands for anything, `$` for the end. */
function matches(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const parts = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  const [first = '', ...others] = parts;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  const last = isWhole ? others.pop() : undefined;
  // The earliest place of each part leaves the most room for the next one.
  for (const part of others) {
    const found = path.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  if (!isWhole) return true;
  if (last === undefined) return at === path.length;
  return path.endsWith(last) && path.length - last.length >= at;
}
