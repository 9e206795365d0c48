/** Counts as part of what went in: raise it when the same articles are to be analysed differently. */
export const ANALYSIS_VERSION = 2;
