/** What a request did wrong. All but `specification` are what Discord's own specification lets through. */
export type Rule =
  | 'specification'
  | 'unanswered'
  | 'answered-late'
  | 'answered-twice'
  | 'wrong-answer-type'
  | 'deferred-flags'
  | 'unknown-interaction'
  | 'too-many-follow-ups'
  | 'mentions'
  | 'lone-surrogate'
  | 'empty-message'
  | 'empty-embed'
  | 'embeds-too-long'
  | 'texts-too-long'
  | 'texts-too-many-bytes'
  | 'too-many-components'
  | 'too-many-rows'
  | 'mixed-row'
  | 'custom-id-twice'
  | 'button-target'
  | 'button-face'
  | 'beside-components-v2'
  | 'components-v2-flag'
  | 'file-too-large'
  | 'attachment-missing'
  | 'modal-too-long'
  | 'modal-value'
  | 'command-name'
  | 'command-name-twice'
  | 'command-description'
  | 'command-locale'
  | 'command-option-order'
  | 'command-option-mix'
  | 'command-autocomplete'
  | 'command-too-long'
  | 'command-scope';

/** One thing a request did that Discord, or this project, does not allow. */
export interface Violation {
  readonly rule: Rule;
  /** The request and the path inside its body. */
  readonly where: string;
  readonly detail: string;
}

/** Notes a violation at a path inside the body under judgement. */
export type Report = (rule: Rule, path: string, detail: string) => void;

/** Rules that Discord itself does not enforce with a 400: the request goes through, the test fails. */
const NOT_REFUSED: ReadonlySet<Rule> = new Set(['mentions', 'lone-surrogate']);

/** Whether Discord would refuse a request because of this. */
export function isRefused(violation: Violation): boolean {
  return !NOT_REFUSED.has(violation.rule);
}

/** The violations, one to a line, for an error message. */
export function renderViolations(violations: readonly Violation[]): string {
  return violations.map(({ rule, where, detail }) => `- ${rule} at ${where}: ${detail}`).join('\n');
}
