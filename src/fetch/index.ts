export { FetchError } from './fetch-error.ts';
export { openPageKeeper } from './open-page-keeper.ts';
export type { KeptPage, PageKeeper } from './page-keeper.ts';
