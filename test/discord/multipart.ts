import { isObject } from './json.ts';

/** A file that came with a message. */
export interface UploadedFile {
  /** The field it came in, such as `files[0]`. */
  readonly field: string;
  readonly name: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** A request body: what is JSON in it, and the files beside that. */
export interface ParsedBody {
  readonly json: unknown;
  readonly files: readonly UploadedFile[];
}

/** Reads a body as Discord does: plain JSON, or multipart with the JSON in `payload_json`. */
export function parseBody(raw: Buffer, contentType: string): ParsedBody {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/iu.exec(contentType)?.[1];
  if (boundary !== undefined) return parseMultipart(raw, boundary);
  return { json: raw.length === 0 ? undefined : JSON.parse(raw.toString('utf8')), files: [] };
}

function parseMultipart(raw: Buffer, boundary: string): ParsedBody {
  const files: UploadedFile[] = [];
  const fields: Record<string, unknown> = {};
  for (const part of splitParts(raw, Buffer.from(`--${boundary}`))) {
    const headEnd = part.indexOf('\r\n\r\n');
    const head = part.subarray(0, headEnd).toString('utf8');
    const content = part.subarray(headEnd + 4);
    const field = /\bname="([^"]*)"/iu.exec(head)?.[1] ?? '';
    const name = /\bfilename="([^"]*)"/iu.exec(head)?.[1];
    if (name === undefined) fields[field] = content.toString('utf8');
    else files.push({ field, name, content, contentType: contentTypeIn(head) });
  }
  const payload = fields['payload_json'];
  const json: unknown = typeof payload === 'string' ? JSON.parse(payload) : fields;
  return { json: isObject(json) ? json : {}, files };
}

function contentTypeIn(head: string): string {
  return /^content-type:\s*(.+)$/imu.exec(head)?.[1]?.trim() ?? 'application/octet-stream';
}

function* splitParts(raw: Buffer, delimiter: Buffer): Generator<Buffer> {
  let start = raw.indexOf(delimiter);
  while (start !== -1) {
    const next = raw.indexOf(delimiter, start + delimiter.length);
    if (next === -1) return;
    // Each part lies between the line break after one delimiter and the line break before the next.
    yield raw.subarray(start + delimiter.length + 2, next - 2);
    start = next;
  }
}
