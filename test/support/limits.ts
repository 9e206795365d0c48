/**
 * How long a test may take before it counts as hanging, in ms: more than ten times what the slowest
 * one needs on a quiet machine.
 */
export const TEST_LIMIT_MS = 240_000;

/** The same for one thing that a test waits for: shorter, so that the failure says what did not come. */
export const WAIT_LIMIT_MS = 100_000;
