import {
  ENGLISH_CALENDAR_ABBREVIATIONS,
  ENGLISH_MONTHS,
  ENGLISH_WEEKDAYS,
  type Token,
  type WordReader,
} from '../../language/index.ts';
import { memoize } from '../../shared/memoize.ts';
import type { Range } from '../../shared/range.ts';
import { createActFinder } from './acts.ts';
import { createCountryFinder } from './capitals.ts';

/** A word of a text, in whichever language. */
export interface Term extends Range {
  /** Its own term, its synonyms' and its translations: two terms that share one are taken for the same. */
  readonly forms: readonly string[];
  readonly kind: 'name' | 'number' | 'word';
}

/** Reads a text into its terms, in order. */
export type ReadTerms = (text: string) => Term[];

const YEAR = /^(?:19|20)\d\d$/u;
const NUMERAL = /^[一二三四五六七八九十百千万亿]+[人名个家]?$/u;
const DAY_FORM = /^\d\d-\d\d$/u;
const NAME_FORM = /^(?:us|uk|eu|un)$/u;

/**
 * A {@link ReadTerms} that leaves out words of time, of saying and others that say nothing about which
 * event is told.
 *
 * @param isName whether a word, in small letters, is mostly written with a capital.
 */
export function createTermReader(reader: WordReader, isName: (word: string) => boolean): ReadTerms {
  const { analyse, chineseWords, synonyms } = reader;
  const normalise = (word: string) => analyse(word)[0]?.term ?? word;
  const isEmpty = createEmptyWords(normalise);
  const countriesOf = createCountryFinder(normalise);
  const acts = createActFinder(normalise);
  /** A term with the one that stands for all of its synonyms. */
  const formsOf = memoize((term: string): readonly string[] => {
    const same = synonyms(term);
    const [first = term] = [term, ...same].toSorted();
    return [...(same.length === 0 ? [term] : [term, `~${first}`]), ...countriesOf(term)];
  });

  function formTerm({ term, start, end }: Token): Term[] {
    if (DAY_FORM.test(term) || isEmpty(term)) return [];
    const kind = /^\d/u.test(term) ? 'number' : NAME_FORM.test(term) ? 'name' : 'word';
    return [{ start, end, forms: kind === 'name' ? formsOf(term) : [term], kind }];
  }

  function englishTerms(text: string): Term[] {
    const tokens = analyse(text);
    const apart = tokens.filter(({ kind, term }) => kind === 'form' && /^\d/u.test(term));
    return tokens.flatMap((token): Term[] => {
      const { term, kind, start, end } = token;
      if (kind === 'bigram' || kind === 'character' || kind === 'part') return [];
      if (kind === 'form') return formTerm(token);
      if (isEmpty(term) || apart.some((range) => start < range.end && range.start < end)) return [];
      if (kind === 'number') {
        const isDate = YEAR.test(term) || /^[年月日号號]/u.test(text.slice(end));
        return isDate ? [] : [{ start, end, forms: [term], kind }];
      }
      const written = text.slice(start, end);
      const isNamed = /^\p{Lu}/u.test(written) && isName(written.toLowerCase());
      const isPhrasal = PARTICLE.test(text.slice(end, end + PHRASE_LENGTH));
      const own = isPhrasal
        ? [term, ...synonyms(term, text.slice(start, end + PHRASE_LENGTH)).flatMap(formsOf)]
        : formsOf(term);
      const forms = isNamed ? own : [...own, ...acts.english(term, text.slice(end))];
      return [{ start, end, forms, kind: isNamed ? 'name' : 'word' }];
    });
  }

  function chineseTerms(text: string): Term[] {
    return chineseWords(text).flatMap(({ word, english, kind, start, end }): Term[] => {
      if (isEmpty(word) || NUMERAL.test(word)) return [];
      // One character alone is part of too many words to tell anything.
      if (Array.from(word).length === 1 && kind !== 'name') return [];
      const translated = english.map((terms) => terms.join(' ')).filter((form) => !isEmpty(form));
      const forms = [
        ...formsOf(word),
        ...translated.flatMap((form) => formsOf(form)),
        ...acts.chinese(word),
      ];
      return [{ start, end, forms, kind: kind === 'word' ? 'word' : 'name' }];
    });
  }

  return (text) =>
    [...englishTerms(text), ...chineseTerms(text)].toSorted(
      (one, other) => one.start - other.start || one.end - other.end,
    );
}

/** How far behind its verb a particle may stand, in UTF-16 units. */
const PHRASE_LENGTH = 40;
const PARTICLE = /^\s(?:\S+\s){0,4}?(?:down|off|out|up|aside|over|back|away)\b/u;

/** Words of time: the date of a mention is compared by itself. English ones as they stand. */
const ENGLISH_TIME = `
${[...ENGLISH_MONTHS, ...ENGLISH_WEEKDAYS, ...ENGLISH_CALENDAR_ABBREVIATIONS].join(' ')}
today yesterday tomorrow tonight morning afternoon evening night noon midnight local
day week weekend month year decade hour minute daily weekly
last next past previous early earlier late later mid middle recent recently coming following
ago since until till before after already yet again first time date spring summer autumn winter
around nearly about`;

/** Words that only join a sentence to the one before; at its beginning they look like names. */
const ENGLISH_LINKS = `
however moreover meanwhile nevertheless nonetheless furthermore instead therefore thus hence
despite although though while whereas without besides otherwise another other also still`;

/** Words that say that somebody spoke, and those that carry the noun behind them. */
const ENGLISH_SPEECH = `
say said report announce announcement state statement add tell write wrote note declare disclose
reveal describe comment mention quote cite claim accord source people person familiar
reportedly add confirm remark post blog press media outlet newspaper
use make take get give go come put set let see call also own new part plan would expect hope want
`;

const CHINESE_EMPTY = `
日 月 年 周 号 天 时 上午 下午 晚上 凌晨 中午 早上 夜间 今天 昨天 昨日 明天 今日 当天 当日 同日 同一天 本周 上周 下周 本月 上月 下月 今年 去年 明年 前年 近日 日前 此前 随后 年底 月底 月初 年初 星期 礼拜 周一 周二 周三 周四 周五 周六 周日 周末 上周日
宣布 公布 称 表示 说 报道 透露 指出 介绍 声明 宣告 消息 据悉 人士 知情 知情人士 媒体 报 补充 强调 告诉 回应 发表 确认 证实
进行 举行 将 会 已 已经 仍 仍然 以 为 计划 预计 定于 有望 要求 目前 继续 截至 之前 之后 前 后 新 继 月初 底 初`;

/** Whether a word says nothing about which event is told. `normalise` makes an English word its term. */
function createEmptyWords(normalise: (word: string) => string): (term: string) => boolean {
  const split = (words: string) => words.split(/\s+/u).filter(Boolean);
  const empty = new Set([
    ...split(ENGLISH_TIME + ENGLISH_LINKS + ENGLISH_SPEECH).map(normalise),
    ...split(CHINESE_EMPTY),
  ]);
  return (term) => empty.has(term);
}
