/** Counts as part of what went in: raise it when the same files are to be read or analysed differently. */
export const ANALYSIS_VERSION = 6;
