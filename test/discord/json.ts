/** A JSON object nobody has vouched for yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object with keys, rather than a list or a plain value. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as an object; an empty one if it is none. */
export function objectFrom(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The objects of a list; none if the value is no list. */
export function objectsFrom(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The value as text; empty if it is none. */
export function textFrom(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The value as a number; 0 if it is none. */
export function numberFrom(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

/** Every string inside a value, keys included, with the path to it. */
export function* stringsIn(value: unknown, path = ''): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [path, value];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) yield [`${path}.${key}`, key];
    yield* stringsIn(inner, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`);
  }
}
