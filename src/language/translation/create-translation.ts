import type { Article } from '../../corpus/index.ts';
import { createBreather } from '../../shared/yield.ts';
import type { Analyser } from '../analyser.ts';
import type { PassageLanguage } from '../script-language.ts';
import type { Translate } from './concept.ts';
import type { DictionaryLoader } from './dictionary.ts';
import { createNameMiner } from './name-miner.ts';
import { createTranslator } from './translator.ts';

/** What asking across languages needs. */
export interface Translation {
  /** The languages of which there are passages. */
  readonly languages: ReadonlySet<PassageLanguage>;
  /** Loads what is needed when that is first asked for. */
  readonly load: () => Promise<Translate>;
}

/** What questions are translated with. */
export interface TranslationSources {
  readonly articles: ReadonlyMap<string, Article>;
  /** Those of the passages. */
  readonly languages: ReadonlySet<PassageLanguage>;
  readonly analyser: Analyser;
  readonly loadDictionary: DictionaryLoader;
}

/** A {@link Translation}: names are mined and the dictionary is loaded when first needed. */
export function createTranslation(sources: TranslationSources): Translation {
  const { articles, languages, analyser, loadDictionary } = sources;
  let translate: Promise<Translate> | undefined;
  const create = async () => {
    const dictionary = await loadDictionary();
    const miner = createNameMiner();
    const breathe = createBreather();
    for (const article of articles.values()) {
      miner.read(article);
      await breathe();
    }
    return createTranslator({ dictionary, analyser, names: miner.pairs() });
  };
  return {
    languages,
    load: () => {
      translate ??= create().catch((error: unknown) => {
        translate = undefined;
        throw error;
      });
      return translate;
    },
  };
}
