import { type Attachment, AttachmentError } from '../../commands/index.ts';
import type { Timers } from '../../shared/timers.ts';

/** Where Discord keeps what people upload (Discord's reference, "CDN"). */
export const ATTACHMENT_ORIGINS: readonly string[] = [
  'https://cdn.discordapp.com',
  'https://media.discordapp.net',
];

/** How long fetching a file may take, in ms. */
export const FETCH_TIMEOUT_MS = 30_000;

/** Statuses of a file that is gone, or whose address has run out. */
const GONE: ReadonlySet<number> = new Set([403, 404, 410]);

/** A file as Discord tells of it. Nothing of it is to be trusted. */
export interface AttachmentPayload {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly url: string;
}

/** Turns what Discord tells of a file into something that can be read. */
export type OpenAttachment = (payload: AttachmentPayload) => Attachment;

/**
 * Opens attachments of these origins only, so that nobody has the bot fetch from elsewhere. No
 * redirect is followed.
 */
export function createAttachmentOpener(origins: readonly string[], timers: Timers): OpenAttachment {
  return ({ name, size, url }) => ({
    name,
    byteLength: size,
    read: async (maxBytes) => {
      if (!URL.canParse(url) || !origins.includes(new URL(url).origin)) {
        throw new AttachmentError('wrong-address');
      }
      const controller = new AbortController();
      const cancel = timers.after(FETCH_TIMEOUT_MS, () => controller.abort());
      try {
        return await fetchBytes(url, maxBytes, controller.signal);
      } catch (error) {
        if (error instanceof AttachmentError) throw error;
        const code = controller.signal.aborted ? 'timeout' : 'failed';
        throw new AttachmentError(code, { cause: error });
      } finally {
        cancel();
        // Ends what is still on its way after a refusal.
        controller.abort();
      }
    },
  });
}

async function fetchBytes(url: string, maxBytes: number, signal: AbortSignal): Promise<Uint8Array> {
  const response = await fetch(url, { redirect: 'manual', signal });
  if (GONE.has(response.status)) throw new AttachmentError('gone');
  if (response.status !== 200 || !response.body) {
    throw new Error(`the file was answered with status ${response.status}`);
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Counted here, whatever the answer says of its length.
  for await (const chunk of response.body) {
    length += chunk.length;
    if (length > maxBytes) throw new AttachmentError('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
