/** A text in a JSON line under a key such as `token`, `DISCORD_TOKEN` or `Authorization`, at any depth. */
const SECRET_VALUE = /("(?:[^"\\]*token|authorization)":)"(?:[^"\\]|\\.)*"/giu;

/** The same inside a JSON text that stands in the line as a text itself. */
const NESTED_SECRET_VALUE = /(\\+)"([^"\\]*token|authorization)\1":\s*\1"[^"\\]*\1"/giu;

/** Discord's addresses of interactions and webhooks hold a token after the id. */
const SECRET_PATH = /(\/(?:interactions|webhooks)\/\d+\/)[\w-]+/gu;

/** How a Buffer and other arrays of bytes are written. Nobody reads them, and a token could be in one. */
const BYTES =
  /\{"type":"Buffer","data":\[[^\]]*\]\}|\{"0":\d+(?:,"\d+":\d+)*(?:,"\.\.\.":"[^"]*")?\}/gu;

/** A part of a token that is shorter than this could be any word. */
const SHORTEST_PART = 20;

/** How often a text can have been put into JSON inside of JSON. */
const JSON_DEPTH = 3;

/**
 * What takes secrets out of a line of JSON: texts under a key that names one at any depth, the
 * tokens in Discord's addresses, bytes, and the bot's token wherever it stands, as it is or encoded
 * for an address or for JSON inside of JSON. The line stays JSON.
 *
 * @param token the bot's, or null when there is none.
 */
export function createRedactor(token: string | null): (line: string) => string {
  const written = token === null ? [] : waysToWrite(token);
  return (line) => {
    let safe = line
      .replaceAll(BYTES, '"[bytes]"')
      .replaceAll(SECRET_VALUE, '$1"[redacted]"')
      .replaceAll(NESTED_SECRET_VALUE, '$1"$2$1":$1"[redacted]$1"')
      .replaceAll(SECRET_PATH, '$1[redacted]');
    for (const secret of written) safe = safe.replaceAll(secret, '[redacted]');
    return safe;
  };
}

/**
 * The token, and the part behind its last dot, which is what signs it, in every way of writing,
 * longest first. Before that stand the bot's id and a time, which are no secrets.
 */
function waysToWrite(token: string): readonly string[] {
  const signature = token.slice(token.lastIndexOf('.') + 1);
  const secrets = signature.length < SHORTEST_PART ? [token] : [token, signature];
  const ways = secrets.flatMap((secret) => [secret, encodeURIComponent(secret)]);
  const escaped = ways.flatMap((way) => escapedForJson(way));
  return [...new Set(escaped)].toSorted((one, other) => other.length - one.length);
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
