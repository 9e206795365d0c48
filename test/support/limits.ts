/**
 * How long anything in a test may take before it counts as hanging, in ms: more than ten times what
 * the slowest test needs on a quiet machine. Nothing else in a test measures time.
 */
export const HANG_LIMIT_MS = 120_000;
