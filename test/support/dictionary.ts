import { createDictionaryLoader } from '../../src/language/index.ts';

/** Loads the dictionary once for all files that share a thread: reading it takes half a second. */
export const loadDictionary = createDictionaryLoader();
