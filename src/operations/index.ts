export type { IndexGauges } from './health.ts';
export { type Operations, startOperations } from './start-operations.ts';
