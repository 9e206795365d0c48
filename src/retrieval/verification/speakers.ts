import type { Range } from '../../shared/range.ts';

/** Who says what stands in quotation marks, as it is written beside them. */
export interface Speaker {
  readonly name: string;
  /** The sentence before the quotation and the one after it, where others may be named as well. */
  readonly context: string;
}

/** How much of a paragraph is looked at on either side, in UTF-16 units. */
const LOOKED_AT = 200;

/** How long a quotation may be whose marks are looked for, in UTF-16 units. */
const LONGEST_QUOTATION = 2000;

const SAID =
  '(?:said|says|told|added|adds|wrote|writes|tweeted|stated|states|explained|warned|warns|argued|argues|noted|insisted|claimed|claims|denied|admitted|asked|replied|responded|announced|confirmed|continued|commented|remarked|declared|testified|recalled|concluded|enthused)';

const TITLE =
  '(?:Mr|Mrs|Ms|Dr|Prof|Professor|Sen|Senator|Rep|Representative|Gov|Governor|Gen|General|Lord|Lady|Sir|President|Vice President|Prime Minister|Minister|Secretary|Chairman|Director|Chairwoman|Judge|Justice|Mayor|CEO|Chief Executive)\\.?';

const CAPITALISED = "\\p{Lu}[\\p{L}\\p{M}’'-]*";
const NAME = `(?<name>${CAPITALISED}(?:\\.? (?:\\p{Lu}\\. |(?:de|del|der|van|von|bin|al|la) )?${CAPITALISED}){0,6})`;
const ROLE =
  '(?:spokes(?:man|woman|person)|president|chair(?:man|woman)|[Cc]hief executive|[Cc]hief|[Dd]irector|minister|[Ss]ecretary|[Ss]enator|[Aa]nalyst|manager|officer|leader|head|founder|professor|lawyer|mayor|governor|CEO|writer|author)';
const PREPOSITION =
  '(?:in|on|at|of|for|to|from|by|after|before|during|that|as|with|about|when|while|and|or)';

/** "..., said Boeing spokesman John Smith" and "..., said the writer John Smith". */
const AFTER_VERB = new RegExp(
  `^[,.?!]?\\s*${SAID}\\s+(?:(?:[\\p{L}\\p{M}’'-]+ ){0,6}?${ROLE}(?: for ${CAPITALISED})?,? (?=\\p{Lu})|(?:(?!${PREPOSITION}\\b)\\p{Ll}+ ){0,3})${NAME}`,
  'u',
);

/** "..., John Smith, a spokesman, said". Only where the sentence goes on after the quotation. */
const AFTER_NAME = new RegExp(
  `^,?\\s*${NAME}(?:, [^,.“”"]{1,60},)?\\s+(?:also |later )?${SAID}\\b`,
  'u',
);

/** "John Smith said: ..." */
const BEFORE = new RegExp(
  `(?:^|[.!?;,:”"]\\s*|\\b(?:[Aa]s|[Bb]ut|[Aa]nd|${ROLE})\\s+)${NAME}(?:, [^,.“”"]{1,80},)?\\s+(?:also |later |has |had |then )?${SAID}\\b[^.“”"]{0,40}[,:]?\\s*$`,
  'u',
);

/** An office before a name is not part of it. */
const LEADING_TITLE = new RegExp(`^(?:.*\\b)?${TITLE} (?=\\p{Lu})`, 'u');

const NO_NAME =
  /^(?:The|A|An|In|On|At|But|And|He|She|They|It|We|I|You|This|That|These|Those|There|When|If|As|For|By|From|After|Before|Some|Many|Most|One|Two|Three|What|Who|Why|How|His|Her|Their|Our|Its|My|Others?|Officials?|Police|Critics|Sources?|Analysts|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/u;

const SAID_IN_CHINESE =
  '(?:表示|称|稱|说|說|指出|透露|强调|強調|坦言|认为|認為|写道|寫道|告诉|告訴|回应|回應|补充|補充|解释|解釋|直言|呼吁|呼籲|宣布|宣佈|介绍|介紹)';

const OFFICE =
  '(?:总裁|總裁|总经理|總經理|总统|總統|总理|總理|首相|主席|主任|部长|部長|局长|局長|市长|市長|院长|院長|校长|校長|州长|州長|会长|會長|董事长|董事長|教授|博士|院士|发言人|發言人|创始人|創始人|负责人|負責人|大臣|议员|議員|记者|記者|律师|律師|研究员|研究員|分析师|分析師|专家|專家|先生|女士)';

/** The most common family names, those of two characters first. */
const FAMILY_NAME =
  '(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|夏侯|皇甫|慕容|[王李张張刘劉陈陳杨楊赵趙黄黃周吴吳徐孙孫胡朱高林何郭马馬罗羅梁宋郑鄭谢謝韩韓唐冯馮于董萧蕭程曹袁邓鄧许許傅沈曾彭吕呂苏蘇卢盧蒋蔣蔡贾賈丁魏薛叶葉阎閻余潘杜戴夏钟鍾汪田任姜范方石姚谭譚廖邹鄒熊金陆陸郝孔白崔康毛邱秦江史顾顧侯邵孟龙龍万萬段雷钱錢汤湯尹黎易常武乔喬贺賀赖賴龚龔文闻聞洪时時权權庞龐樊兰蘭殷施陶翟安颜顏倪严嚴牛温溫芦蘆季俞章鲁魯葛伍韦韋申尤毕畢聂聶焦向柳邢路岳齐齊梅莫庄莊辛管祝左涂谷祁舒耿牟卜詹冉费費纪紀游关關房裴陸])';

/** A person as Chinese writes one: alone, behind an office, or from abroad. */
const CHINESE_NAME = new RegExp(
  `^(?:[^，。；：！？“”「」\\s]{0,16}(?:${OFFICE}|[长長员員师師]))?(?<name>${FAMILY_NAME}\\p{sc=Han}{1,2}|\\p{sc=Han}{2,6}(?:[·・]\\p{sc=Han}{1,8}){1,2})$|^[^A-Za-z]{0,24}(?<latin>[A-Z][A-Za-z.]+(?: [A-Z][A-Za-z.]+){1,2})$`,
  'u',
);

/** What stands between a name and its verb. */
const CHINESE_ADVERB =
  /(?:还|還|也|亦|则|則|则是|又|再|近日|今日|今天|昨日|昨天|同时|同時|随后|隨後|当天|當天|此前|对此|對此|向[^，。]{1,12}|对[^，。]{1,12}|對[^，。]{1,12}|在[^，。]{1,16})+$/u;

const BEFORE_IN_CHINESE = new RegExp(
  `(?:^|[，。；！？”」』\\n])(?<subject>[^，。；：！？“”「」『』\\n]{2,40}?)${SAID_IN_CHINESE}[^。“”「」]{0,8}[，,：:]?\\s*$`,
  'u',
);
const AFTER_IN_CHINESE = new RegExp(
  `^[，,]?\\s*(?<subject>[^，。；：！？“”「」『』\\s]{2,20}?)${SAID_IN_CHINESE}`,
  'u',
);

/**
 * Who says a stretch of an article or a message that stands in quotation marks, by the words beside
 * the marks; null where they name nobody plainly ("he said", no marks).
 */
export function speakerAt(text: string, range: Range): Speaker | null {
  const quotation = quotationAround(text, range);
  if (!quotation) return null;
  const said = text.slice(quotation.start, quotation.end).trim();
  const lineStart = text.lastIndexOf('\n', quotation.start - 1) + 1;
  const lineEnd = text.indexOf('\n', quotation.end);
  const before = text.slice(
    Math.max(lineStart, quotation.start - 1 - LOOKED_AT),
    quotation.start - 1,
  );
  const after = text.slice(
    quotation.end + 1,
    Math.min(lineEnd === -1 ? text.length : lineEnd, quotation.end + 1 + LOOKED_AT),
  );
  const name = /\p{sc=Han}/u.test(said)
    ? (chineseName(BEFORE_IN_CHINESE.exec(before)) ?? chineseName(AFTER_IN_CHINESE.exec(after)))
    : (englishName(AFTER_VERB.exec(after)) ??
      (/[,?!]$/u.test(said) || /^\s*,/u.test(after) ? englishName(AFTER_NAME.exec(after)) : null) ??
      englishName(BEFORE.exec(before)));
  const context = `${before.slice(before.search(/[^.。！？!?]*$/u))} ${/^[^.。！？!?]*/u.exec(after)?.[0] ?? ''}`;
  return name === null ? null : { name, context };
}

function englishName(match: RegExpExecArray | null): string | null {
  const name = match?.groups?.['name'];
  if (name === undefined || NO_NAME.test(name.split(' ')[0] ?? '')) return null;
  return name.replace(LEADING_TITLE, '').replace(/['’]s?$/u, '');
}

function chineseName(match: RegExpExecArray | null): string | null {
  const subject = match?.groups?.['subject']?.replace(CHINESE_ADVERB, '');
  const groups = subject ? CHINESE_NAME.exec(subject.trim())?.groups : undefined;
  return groups?.['name'] ?? groups?.['latin'] ?? null;
}

const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '「': '」',
  '『': '』',
  '«': '»',
  '„': '“',
};
const CLOSING = '”」』»';

/** The insides of the quotation marks around a range, or null where it stands in none. */
function quotationAround(text: string, { start, end }: Range): Range | null {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - LONGEST_QUOTATION);
  const before = text.slice(from, start);
  // The range may hold its own marks.
  const own = text.charAt(start);
  const opening = PAIRS[own] !== undefined || own === '"' ? start : openMark(before, from);
  if (opening === null) return null;
  const closing = text.charAt(opening) === '"' ? '"' : (PAIRS[text.charAt(opening)] ?? '');
  const last = Math.max(opening + 1, end - 1);
  const close = text.indexOf(closing, last);
  const lineEnd = text.indexOf('\n', end);
  if (close === -1 || close > end + LONGEST_QUOTATION) return null;
  if (lineEnd !== -1 && close > lineEnd) return null;
  return { start: opening + 1, end: close };
}

/** Where the quotation that is open at the end of some text was opened; null for none. */
function openMark(before: string, offset: number): number | null {
  let open: number | null = null;
  for (const { 0: mark, index } of before.matchAll(/["“”„「」『』«»]/gu)) {
    if (mark === '"') open = open === null ? index : null;
    else if (CLOSING.includes(mark)) open = null;
    else open ??= index;
  }
  return open === null ? null : offset + open;
}

/** Words of a name that tell people apart. */
const WORDS = /[\p{L}\p{M}]{3,}/gu;

/** Whether two names may be of one person: they share a word, or one holds the other. */
export function isSamePerson(one: string, other: string): boolean {
  const a = fold(one);
  const b = fold(other);
  if (a.includes(b) || b.includes(a)) return true;
  const words = new Set(a.match(WORDS));
  return (b.match(WORDS) ?? []).some((word) => words.has(word));
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** Whether a text has a name, or a word of it. */
export function isNamedIn(text: string, name: string): boolean {
  const plain = fold(text);
  const folded = fold(name);
  return plain.includes(folded) || (folded.match(WORDS) ?? []).some((word) => plain.includes(word));
}
