import type { ActionCall } from './reply.ts';

/** A line of text that a form asks for. */
export interface FormField {
  /** The option that it becomes. */
  readonly name: string;
  readonly label: string;
  /** What stands in it at first. */
  readonly value: string;
  /** Shown while it is empty. */
  readonly placeholder?: string;
  /** UTF-16 units; at most 4000. */
  readonly maxLength: number;
}

/** A form to fill in: plain data. No field is required. */
export interface FormDefinition {
  readonly title: string;
  /** At most five. */
  readonly fields: readonly FormField[];
  /** What sending it in means; the fields are added to its options. */
  readonly call: ActionCall;
}
