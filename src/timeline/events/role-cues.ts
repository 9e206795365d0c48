/** The signs by which a language tells the roles apart. Each pattern looks at one side of the date. */
export interface RoleCues {
  /** Right before the date: the last day for something. */
  readonly limitBefore: RegExp;
  /** Right after the date: the last day for something, whatever else is said. */
  readonly limitAfter: RegExp;
  /** In the clause: somebody has to do something. */
  readonly demand: RegExp;
  /** In the clause: it lay ahead when it was written, or when it was planned. */
  readonly future: RegExp;
  /** In the clause: it is over. */
  readonly past: RegExp;
  /** Around the date, which {@link DATE_MARK} stands for: a medium or a source speaks, or a report is told of. */
  readonly report: RegExp;
  /** Ends a clause. */
  readonly clauseEnd: RegExp;
}

/** Stands for the date in its sentence. */
export const DATE_MARK = '\u0001';
