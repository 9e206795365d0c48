/** A file that a person handed in with a command. */
export interface Attachment {
  /** As the person's system calls it; not safe as a name of ours. */
  readonly name: string;
  /** What the front end was told of its size. */
  readonly byteLength: number;
  /**
   * Fetches it.
   *
   * @throws AttachmentError, `too-large` as soon as there are more than `maxBytes`.
   */
  readonly read: (maxBytes: number) => Promise<Uint8Array>;
}

/**
 * Why a file could not be fetched.
 *
 * - `gone`: it is not there any more, or not for us.
 * - `wrong-address`: it is not where files of the front end are.
 * - `timeout`, `failed`: it took too long, or did not arrive whole.
 */
export class AttachmentError extends Error {
  override readonly name = 'AttachmentError';
  readonly code: 'too-large' | 'gone' | 'wrong-address' | 'timeout' | 'failed';

  constructor(code: AttachmentError['code'], options?: ErrorOptions) {
    super(`attachment: ${code}`, options);
    this.code = code;
  }
}
