/**
 * An error whose message a person may read, already in their language. Every other error is logged
 * with its cause and answered with a neutral line.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** Kebab-case reason, for tests and logs. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
