export type { IndexFigures } from './index-figures.ts';
export { type Operations, startOperations } from './start-operations.ts';
