import type { Token, WordReader } from '../../language/index.ts';
import {
  ENGLISH_CALENDAR_ABBREVIATIONS,
  ENGLISH_MONTHS,
  ENGLISH_WEEKDAYS,
} from '../../language/index.ts';
import { memoize } from '../../shared/memoize.ts';
import type { Range } from '../../shared/range.ts';
import { createCountryFinder } from './capitals.ts';
import { createTriggerFinder, type EventTrigger } from './event-triggers.ts';
import type { MentionTerm } from './profile.ts';

/** Reads texts into terms. */
export interface TermReader {
  /** The terms of a text, in its order, without those of `left` (its date). */
  read(text: string, left?: Range | null): MentionTerm[];
}

/**
 * Whether a term is mostly written with a capital where that says something; "perhaps" when it only
 * ever begins a sentence.
 */
export type Nameness = (term: string) => 'name' | 'perhaps' | 'word';

const YEAR = /^(?:19|20)\d\d$/u;
const NUMERAL = /^[一二三四五六七八九十百千万亿]+[人名个家]?$/u;
const DAY_FORM = /^\d\d-\d\d$/u;

/** A {@link TermReader}. */
export function createMentionReader(reader: WordReader, nameness: Nameness): TermReader {
  const { analyse, chineseWords, synonyms } = reader;
  const normalise = (word: string) => analyse(word)[0]?.term ?? word;
  const triggers = createTriggerFinder(normalise);
  const isEmpty = createEmptyWords(normalise);
  const countriesOf = createCountryFinder(normalise);
  /** A term with the one that stands for all of its synonyms. */
  const formsOf = memoize((term: string): readonly string[] => {
    const [first = term] = [term, ...synonyms(term)].toSorted();
    return synonyms(term).length === 0 ? [term] : [term, `~${first}`];
  });

  function englishTerms(text: string): Draft[] {
    const tokens = analyse(text);
    const apart = tokens.filter(({ kind }) => kind === 'form');
    const dates = apart.filter(({ term }) => DAY_FORM.test(term));
    const amounts = apart.filter(({ term }) => /^\d/u.test(term) && !DAY_FORM.test(term));
    const phrases = triggers.inPhrases(text);
    const covered = [...dates, ...amounts, ...phrases];
    const drafts = tokens.flatMap((token): Draft[] => {
      const { term, kind } = token;
      if (kind === 'bigram' || kind === 'character' || kind === 'part') return [];
      if (kind === 'form') return formTerm(token);
      if (covered.some((range) => overlaps(token, range)) || isEmpty(term)) return [];
      if (kind === 'number') {
        const isDate = YEAR.test(term) || /^[年月日号號]/u.test(text.slice(token.end));
        return isDate ? [] : [{ ...rangeOf(token), forms: [term], kind }];
      }
      // "The end of March" is no trigger.
      const own = /^end$/iu.test(token.surface) ? [] : triggers.ofWord(term);
      const named = nameness(term);
      const isNamed =
        (named === 'name' || (named === 'perhaps' && own.length === 0)) &&
        /^\p{Lu}/u.test(text.slice(token.start, token.start + 2));
      return [{ ...wordDraft(term, isNamed ? [] : own, isNamed), ...rangeOf(token) }];
    });
    const triggered = phrases.map(({ trigger, start, end }): Draft => {
      return {
        start,
        end,
        forms: [`trigger:${trigger.name}`],
        triggers: [trigger],
        kind: 'trigger',
      };
    });
    const counted = findOrdinals(text).map(({ ordinal, start, end }): Draft => {
      return { start, end, forms: [`nth:${ordinal}`], kind: 'ordinal' };
    });
    return [...drafts, ...triggered, ...counted];
  }

  function formTerm(token: Token): Draft[] {
    const { term } = token;
    if (DAY_FORM.test(term) || isEmpty(term)) return [];
    const kind = /^\d/u.test(term) ? 'number' : 'name';
    if (kind === 'name' && !/^(?:us|uk|eu|un)$/u.test(term))
      return [{ ...rangeOf(token), forms: [term], kind: 'word' }];
    return [{ ...rangeOf(token), forms: [term], kind }];
  }

  function wordDraft(
    term: string,
    own: readonly EventTrigger[],
    isNamed: boolean,
  ): Omit<Draft, 'start' | 'end'> {
    const forms = [
      ...formsOf(term),
      ...own.map(({ name }) => `trigger:${name}`),
      ...countriesOf(term),
    ];
    if (isNamed) return { forms, triggers: own, kind: 'name' };
    return { forms, triggers: own, kind: own.length > 0 ? 'trigger' : 'word' };
  }

  function chineseTerms(text: string): Draft[] {
    return chineseWords(text).flatMap((found): Draft[] => {
      const { word, english, kind } = found;
      const own = triggers.ofWord(word);
      if (isEmpty(word) || NUMERAL.test(word)) return [];
      // One character alone is part of too many words to tell anything.
      if (Array.from(word).length === 1 && kind !== 'name' && own.length === 0) return [];
      const draft = wordDraft(word, kind === 'name' ? [] : own, kind !== 'word');
      const translated = english.map((terms) => terms.join(' ')).filter((form) => !isEmpty(form));
      return [{ ...draft, ...rangeOf(found), forms: [...draft.forms, ...translated] }];
    });
  }

  return {
    read(text, left = null) {
      const negations = findNegations(text);
      const speakers = findSpeakers(text);
      const passedOver = findPassedOver(text);
      const drafts = [...englishTerms(text), ...chineseTerms(text)]
        .filter((draft) => left === null || !isWithin(draft, left))
        .filter((draft) => !passedOver.some((range) => isWithin(draft, range)))
        .toSorted((one, other) => one.start - other.start || one.end - other.end);
      const denied = new Set(
        negations.map((reach) =>
          drafts.find((draft) => draft.kind === 'trigger' && isWithin(draft, reach)),
        ),
      );
      const isOfSpeaker = (draft: Draft) => speakers.some((who) => isWithin(draft, who));
      return drafts.map((draft) => ({
        triggers: [],
        ...draft,
        isNegated: denied.has(draft),
        isAsserted:
          draft.kind === 'trigger' &&
          (isAsserted(text, draft) || (denied.has(draft) && !isConditional(text, draft))),
        isAttribution: isOfSpeaker(draft),
        isSpeaker: draft.kind === 'name' && isOfSpeaker(draft),
      }));
    },
  };
}

/** Somebody who was not taken: "chose Alfa over Beta" is nothing that Beta did. */
const PASSED_OVER =
  /(?<=\bprefer(?:s|red|ring)?\s[^.;]{1,60}\b)to\s+\p{Lu}[\p{L}'’-]*|\b(?:over|instead of|rather than)\s+\p{Lu}[\p{L}'’-]*|(?:而非|而不是)[^，。；]{1,12}/gu;

function findPassedOver(text: string): Range[] {
  return [...text.matchAll(PASSED_OVER)].map(({ 0: written, index }) => {
    return { start: index, end: index + written.length };
  });
}

type Draft = Range &
  Pick<MentionTerm, 'forms' | 'kind'> & { readonly triggers?: readonly EventTrigger[] };

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}

function overlaps(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end;
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** Who said it stands right before or behind these; the group is where the name is looked for. */
const SPEAKERS: readonly RegExp[] = [
  /(?<=(?:^|[,.;:"”] ?)|\b(?:and|but|as|while|when|after|later|also|that) )(?<who>[^,.;:"“”]{1,80}?)\s+(?:said|says|reported|reports|wrote|writes|told|stated|learned|learnt)\b/giu,
  // What somebody announces is done, and "that" somebody announces is said.
  /(?<=(?:^|[,.;:"”] ?)|\b(?:and|but|as|while|when|after|later|also|that) )(?<who>[^,.;:"“”]{1,80}?)\s+(?:announced|disclosed|revealed|confirmed|explained|declared|insisted|warned|recalled|noted|made (?:public|clear|known))(?= (?:[\w-]+ ){0,3}?that\b)/giu,
  /\baccording to (?<who>[^,.;:"“”]{1,60})/giu,
  /[,"”] (?:said|reported|wrote) (?<who>[^,.;:"“”]{1,60})/giu,
  /(?:据|根据)(?<who>[^，。；：]{2,20}?)(?:报道|消息|透露|说|称)/gu,
  /(?:^|[，。；])(?<who>[^，。；：]{2,20}?)(?:称|说|表示|报道|透露|指出)[，：]/gu,
];

/** The stretches of a text that name who says what the rest says. UTF-16 offsets. */
function findSpeakers(text: string): Range[] {
  return SPEAKERS.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 0: written, index, groups }) => {
      const who = groups?.['who'] ?? '';
      const start = index + written.indexOf(who);
      return who === '' ? [] : [{ start, end: start + who.length }];
    }),
  );
}

/** A "first" or "second" in a text: two bids, two strikes. UTF-16 offsets. */
interface FoundOrdinal extends Range {
  readonly ordinal: number;
}

const ENGLISH_ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(
  ' ',
);
const CHINESE_ORDINALS = '一二三四五六七八九十';

/** "Second-hand" and "first-quarter" count something else. */
const PATTERN = new RegExp(
  `\\b(?<english>${ENGLISH_ORDINALS.join('|')})\\b(?!-|\\s+(?:quarter|half))|第(?<chinese>[${CHINESE_ORDINALS}])(?![${CHINESE_ORDINALS}季]|财季)|(?<only>首)(?=[次度轮个份起])`,
  'giu',
);

/** The ordinals from first to tenth in a text of either language. */
function findOrdinals(text: string): FoundOrdinal[] {
  return [...text.matchAll(PATTERN)].map(({ 0: written, index, groups }) => {
    const { english, chinese } = groups ?? {};
    const position = english
      ? ENGLISH_ORDINALS.indexOf(english.toLowerCase())
      : CHINESE_ORDINALS.indexOf(chinese ?? '一');
    return { ordinal: position + 1, start: index, end: index + written.length };
  });
}

const NEGATORS = new RegExp(
  [
    '\\b(?:not|never|no|neither|nor|without|unlikely|cannot|nobody|nothing|none|rather than|instead of)\\b',
    "n['’]t\\b",
    '\\b(?:fail|declin|refus)(?:e|ed|es|s|ing)? to\\b',
    '\\b(?:den(?:y|ied|ies|ying)|rul(?:e|es|ed|ing) out)\\b',
    '不(?![仅但只过久断少同得满管是])|没有?|尚?未(?!来)|无(?!锡)|否认',
    // Followed by the verb itself: "拒绝出售", not "拒绝了这一报价".
    '拒绝(?=[出转交签承认接])',
  ].join('|'),
  'giu',
);

/** More than a denial: "not only", "no longer than", "no later than". */
const NO_NEGATION = /^(?:not only|no (?:later|sooner|less|more|fewer) than)\b/iu;

/** What ends the reach of a "not". */
const REACH_END = /[,;:.!?，；：。！？、]|\b(?:but|and|because|although|while)\b/u;

/** How far a "not" reaches, in UTF-16 units: some three words, or the verb behind a Chinese adverb. */
const NEGATION_REACH = { en: 40, zh: 10 } as const;

/** How far a verb may stand before its "neither", in UTF-16 units. */
const LONGEST_VERB = 14;

/** The stretches of a text in which the first trigger is denied, in its order. UTF-16 offsets. */
function findNegations(text: string): Range[] {
  return [...text.matchAll(NEGATORS)].flatMap(({ 0: written, index }) => {
    if (NO_NEGATION.test(text.slice(index, index + 20))) return [];
    const start = index + written.length;
    // "Sold neither to one nor to the other".
    const from = /^neither$/iu.test(written) ? Math.max(0, index - LONGEST_VERB) : start;
    const reach = /\p{sc=Han}/u.test(written) ? NEGATION_REACH.zh : NEGATION_REACH.en;
    const after = text.slice(start, start + reach);
    const end = REACH_END.exec(after)?.index ?? after.length;
    return [{ start: from, end: start + end }];
  });
}

/** How much before and behind a word tells whether it is asserted, in UTF-16 units. */
const ASSERTION_REACH = 24;

/** An auxiliary that makes a verb a statement, right before it or with an adverb between. */
const AUXILIARY =
  /\b(?:will|has|have|had|is|are|was|were|be|been|being|did|does)(?:\s+\w+ly|\s+(?:also|now|already|been|be|not|instead))*\s+$/iu;

/** A verb that only carries the noun behind it: who filed a lawsuit has sued. */
const LIGHT_VERB =
  /\b(?:filed|lodged|brought|launched|made|took|held|issued|placed|submitted|staged|gave|reached|imposed|struck)\s+(?:an?|its|his|her|their|another)\s+(?:[\w-]+\s+)?$/iu;

/** Infinitives, conditions and what only may be. */
const OPEN =
  /\b(?:to|if|unless|whether|would|could|may|might|should|can|must|or)(?:\s+(?:be|have|not|also))*\s+$/iu;

/** An infinitive that says what will be. */
const SETTLED = /\b(?:going|set|due|about|is|are|was|were) to(?: be)?\s+$/iu;

const CHINESE_OPEN =
  /(?:如果|若|是否|能否|要不要|可能|或|计划|打算|威胁|推动|要求|希望|考虑|讨论|寻求|试图|有望|被迫|须|必须|应当|不得不)[^，。；]{0,6}$/u;

/**
 * Whether a trigger states that it is done or will be: "picked", "will sell",
 * "filed a lawsuit", but not "a sale", "to sell" or "if it sold".
 */
function isAsserted(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  const before = text.slice(Math.max(0, start - ASSERTION_REACH), start);
  const [word = ''] = text.slice(start, end).split(' ');
  if (/\p{sc=Han}/u.test(word)) return !CHINESE_OPEN.test(before);
  if (isConditional(text, { start })) return false;
  if (OPEN.test(before)) return SETTLED.test(before);
  return AUXILIARY.test(before) || LIGHT_VERB.test(before) || PAST.test(word);
}

/** Whether a word stands in a condition: "if it was not sold". */
function isConditional(text: string, { start }: { readonly start: number }): boolean {
  return /(?:\b(?:if|unless|whether)\b|如果|若|是否)[^,.;，。；]{0,40}$/iu.test(
    text.slice(Math.max(0, start - 60), start),
  );
}

/** Past tenses and participles; "sold" and others end in no way of their own. */
const PAST =
  /(?:ed|sold|bought|began|begun|built|broke|broken|found|gave|given|held|kept|led|made|put|ran|sent|took|taken|sued|went|gone|hit|set|cut|chosen|chose|won|beat|lost|fled|met|paid|stolen|stole|quit|left|rose|risen|fell|fallen|grew|grown|withdrew|withdrawn|forbade|forbidden|shut|struck|hurt|died)$/iu;

/** Words of time: the date of a mention is compared by itself. English ones as they stand. */
const ENGLISH_TIME = `
${[...ENGLISH_MONTHS, ...ENGLISH_WEEKDAYS, ...ENGLISH_CALENDAR_ABBREVIATIONS].join(' ')}
today yesterday tomorrow tonight morning afternoon evening night noon midnight
day week weekend month year decade hour minute daily weekly
last next past previous early earlier late later mid middle recent recently coming following
ago since until till before after already yet again first time date spring summer autumn winter
around nearly about`;

/** Words that only join a sentence to the one before; at its beginning they look like names. */
const ENGLISH_LINKS = `
however moreover meanwhile nevertheless nonetheless furthermore instead therefore thus hence
despite although though while whereas without besides otherwise another other also still`;

/** Words that say that somebody spoke, and where it was read: what is said is the event. */
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

/** Whether a word says nothing about which event is told. */
type IsEmptyWord = (term: string) => boolean;

/** An {@link IsEmptyWord}. `normalise` makes an English word the term under which it is indexed. */
function createEmptyWords(normalise: (word: string) => string): IsEmptyWord {
  const split = (words: string) => words.split(/\s+/u).filter(Boolean);
  const empty = new Set([
    ...split(ENGLISH_TIME + ENGLISH_LINKS + ENGLISH_SPEECH).map(normalise),
    ...split(CHINESE_EMPTY),
  ]);
  return (term) => empty.has(term);
}
