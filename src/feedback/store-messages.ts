import type { FeedbackStore } from './store.ts';

/** What the store can be asked for. */
export type CallName = keyof FeedbackStore;

/** A call of the store by its name. */
export type StoreCall = {
  [Name in CallName]: { readonly name: Name; readonly input: Parameters<FeedbackStore[Name]>[0] };
}[CallName];

/** What a call of the store has given. */
export type StoreOutput = {
  [Name in CallName]: { readonly name: Name; readonly value: ReturnType<FeedbackStore[Name]> };
}[CallName];

/** The output of one of the calls. */
export type OutputOf<Name extends CallName> = Extract<StoreOutput, { readonly name: Name }>;

/** To the thread of the store. Each is answered once, under its id. */
export interface ToStore {
  readonly id: number;
  readonly call: StoreCall;
}

/** From the thread of the store. */
export type FromStore =
  | { readonly kind: 'done'; readonly id: number; readonly output: StoreOutput }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
  /** A file was set aside; its new name, without the folder. */
  | { readonly kind: 'set-aside'; readonly name: string };

/** What the thread of the store is given when it starts. */
export interface StoreSettings {
  readonly folder: string;
  /** As in `DatabaseOptions`. */
  readonly maxPages?: number;
  readonly lockAgeMs?: number;
}
