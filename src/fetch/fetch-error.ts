import type { FetchFault } from '../corpus/index.ts';

/** Why nothing was fetched from an address. What it was is in `fault`; the cause is for the log. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly fault: FetchFault;

  constructor(kind: FetchFault['kind'], detail = '', options?: ErrorOptions) {
    super(detail === '' ? `fetch: ${kind}` : `fetch: ${kind} (${detail})`, options);
    this.fault = { kind, detail };
  }
}
