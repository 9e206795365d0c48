/** A text in a JSON line under a key such as `token`, `DISCORD_TOKEN` or `Authorization`, at any depth. */
const SECRET_VALUE = /("(?:[^"\\]*token|authorization)":)"(?:[^"\\]|\\.)*"/giu;

/** The same inside a JSON text that stands in the line as a text itself, up to three deep. */
const NESTED_SECRET_VALUE = /(\\{1,7})"([^"\\]*token|authorization)\1":\s*\1"[^"\\]*\1"/giu;

/** Discord's addresses of interactions and webhooks hold a token after the id. */
const SECRET_PATH = /(\/(?:interactions|webhooks)\/\d+\/)[\w-]+/gu;

/** How a Buffer is written, at any depth. Nobody reads its bytes, and a token could be in them. */
const BUFFER = /(\\{0,7}"type\\{0,7}":\\{0,7}"Buffer\\{0,7}",\\{0,7}"data\\{0,7}":)\[[^\]]*\]/gu;

/** How other arrays of bytes are written. */
const BYTES =
  /\{\\{0,7}"0\\{0,7}":\d+(?:,\\{0,7}"\d+\\{0,7}":\d+)*(?:,\\{0,7}"\.{3}\\{0,7}":\\{0,7}"[^"\\]*\\{0,7}")?\}/gu;

/** A part of a token that is shorter than this could be any word. */
const SHORTEST_PART = 20;

/** A token that is shorter guards nothing, and hiding it would hide that much of any word. */
const SHORTEST_TOKEN = 8;

/** How often a text can have been put into JSON inside of JSON. */
const JSON_DEPTH = 3;

/**
 * What takes secrets out of a line of JSON: texts under a key that names one at any depth, the
 * tokens in Discord's addresses, bytes, and the bot's token wherever it stands, as it is or encoded
 * for an address or for JSON inside of JSON. The line stays JSON.
 *
 * @param token the bot's, or null when there is none. One of fewer than 8 characters, which only a
 *   stand-in for Discord takes, is found under its key alone.
 */
export function createRedactor(token: string | null): (line: string) => string {
  const written = token === null || token.length < SHORTEST_TOKEN ? [] : waysToWrite(token);
  return (line) => {
    let safe = line
      .replaceAll(BUFFER, '$1[]')
      .replaceAll(BYTES, '{}')
      .replaceAll(SECRET_VALUE, '$1"[redacted]"')
      .replaceAll(NESTED_SECRET_VALUE, '$1"$2$1":$1"[redacted]$1"')
      .replaceAll(SECRET_PATH, '$1[redacted]');
    for (const { text, shown } of written) safe = safe.replaceAll(text, shown);
    return safe;
  };
}

/** A way to write a secret, and what stands in its place. */
interface Way {
  readonly text: string;
  readonly shown: string;
}

/**
 * The token, and the part behind its last dot, which is what signs it, in every way of writing,
 * longest first. Before that stand the bot's id and a time, which are no secrets.
 */
function waysToWrite(token: string): readonly Way[] {
  const signature = token.slice(token.lastIndexOf('.') + 1);
  const secrets = signature.length < SHORTEST_PART ? [token] : [token, signature];
  const texts = secrets
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .flatMap(escapedForJson)
    .map((text) => ({ text, shown: '[redacted]' }));
  // A number, since they may stand among numbers.
  const bytes = secrets.map((secret) => ({ text: Buffer.from(secret).join(','), shown: '0' }));
  return [...texts, ...bytes].toSorted((one, other) => other.text.length - one.text.length);
}

/** A text as it stands in a JSON text, in a JSON text inside of one, and so on. */
function escapedForJson(text: string): readonly string[] {
  const found: string[] = [];
  let escaped = text;
  for (let depth = 0; depth < JSON_DEPTH; depth += 1) {
    escaped = JSON.stringify(escaped).slice(1, -1);
    found.push(escaped);
  }
  return found;
}
