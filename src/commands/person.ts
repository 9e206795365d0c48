/** A person as the front end knows them. */
export interface Person {
  /** Stays the same for the same person. */
  readonly id: string;
  /** What others call them. Plain text, chosen by the person. */
  readonly name: string;
}
