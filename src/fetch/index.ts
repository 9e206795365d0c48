export { readFeedProblems } from './feed-problems.ts';
export { FetchError } from './fetch-error.ts';
export { type Fetching, openFetching } from './open-fetching.ts';
export type { KeptPage, PageKeeper } from './page-keeper.ts';
