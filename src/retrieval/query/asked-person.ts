import { ENGLISH_STOP_WORDS, foldWord, type PassageLanguage } from '../../language/index.ts';
import { escapePattern } from '../../shared/escape-pattern.ts';

/** Whose words, or whose description, a question asks for. */
export interface AskedPerson {
  /** `speaker` for "what did X say", `identity` for "who is X". */
  readonly role: 'speaker' | 'identity';
  /** The name with what stands around it in the question. */
  readonly asked: string;
  /** The words of the name, folded; Chinese as one. */
  readonly names: readonly string[];
  /** Whether a text in the question's language has words of that person, or says who it is. */
  readonly isShownIn: (text: string) => boolean;
}

const SAY =
  'say|saying|said|says|think|thinks|tell|claim|argue|promise|respond|react|reply|answer|write|tweet|comment|deny|denied|admit|confirm|apologi[sz]e|call|want|mean|explain|announce|accuse|blame|criticise|criticize|praise';

const ASKED: readonly (readonly [AskedPerson['role'], RegExp])[] = [
  [
    'speaker',
    new RegExp(
      `^(?:(?:what|wat|how|why)(?:.?s)? )?(?:did|does|do|has|have|had|is|was|didn.?t|doesn.?t)? ?(?<name>.{2,60}?) (?:really |actually |even |ever |just |himself |herself |themselves )*(?:${SAY})\\b`,
      'iu',
    ),
  ],
  [
    'speaker',
    /^(?!(?:how|when|where|which|who|why)\b)(?:what (?:is|was|are|were) )?(?<name>.{2,40}?)(?:['’]s?)? (?:reaction|response|statement|take|view|opinion|comments?|remarks?|quotes?)\b/iu,
  ],
  ['speaker', /\baccording to (?<name>[^,?]{2,40})/iu],
  [
    'identity',
    /^who(?:['’]?s| is| are| was| were) (?<name>[^?]{2,60}?)(?: again| exactly| anyway)?[^\p{L}\p{N}]*$/iu,
  ],
  [
    'speaker',
    /^(?:那个|那個|听说|聽說)?(?<name>[^，,？?]{1,14}?)(?:自己|本人|方面|又|都|后来|後來|当时|當時|到底|究竟|最后|最後|今天|昨天)*(?:是)?(?:怎[么麼]|咋|如何)(?:[说說看]|回[应應]|表[态態示]|[评評][价價]|解[释釋]|否[认認])/u,
  ],
  [
    'speaker',
    /^(?:那个|那個)?(?<name>[^，,？?]{1,14}?)(?:自己|本人|方面|又|都|到底|究竟|最后|最後|有没有|有沒有|是否|是不是)*(?:[说說][过過]?|[讲講][过過]?|表示|回[应應]|否[认認]|承[认認]|道歉|澄清|表[态態])(?:[了过過])?(?:什[么麼]|啥|些什[么麼]|[吗嗎没沒么麼]|.{0,16}[吗嗎][？?]?$)/u,
  ],
  [
    'identity',
    /^(?:那个|那個)?(?<name>[^，,？?]{2,14}?)(?:到底|究竟)?是(?:[谁誰]|什[么麼]人|何人|哪位|[干幹]什[么麼]的|[干幹]嘛的|做什[么麼]的)/u,
  ],
];

const SAID =
  'said|says?|told|tells?|added|adds|wrote|writes|tweeted|stated|states|explained|warned|warns|argued|argues|noted|insisted|claimed|claims|denied|denies|admitted|called|asked|replied|responded|announced|confirmed|acknowledged|believes?|thinks?|thought|suggested|vowed|promised|described|according to|testified|declared|commented|remarked|accused|blamed|criticised|criticized';
const SAID_IN_CHINESE =
  '表示|说|說|称|稱|指出|提到|提及|谈到|談到|认为|認為|回应|回應|坦言|强调|強調|透露|否认|否認|承认|承認|告诉|告訴|介绍|介紹|解释|解釋|写道|寫道|发文|發文|呼吁|呼籲|宣布|宣佈|声明|聲明|澄清|直言|批评|批評';

/** A question whether somebody denied something. */
const ASKS_DENIAL = /\b(?:deny|denied|denies|denying)\b|否[认認]/iu;

/** What shows that something is denied, in either language. */
const DENIAL =
  /\b(?:den(?:y|ying|ie[ds]|ials?)|not|never|no|none|nothing|cannot|false|falsely|untrue|lies?|lying|liar|baseless|unfounded|nonsense|reject(?:s|ed)?|dismiss(?:es|ed)?|refut(?:es|ed)|disput(?:es|ed))\b|n['’]t\b|否[认認]|[没沒]有?|不|[从從]未|[并並](?:未|非)|未曾|[虚虛]假|[谣謠]言|[辟闢][谣謠]/iu;

const OFFICE_IN_CHINESE =
  '(?:[总總]裁|[总總][经經]理|[总總][统統]|[总總]理|[总總][监監]|[总總]工程[师師]|[经經]理|主席|主任|部[长長]|局[长長]|市[长長]|院[长長]|校[长長]|州[长長]|[会會][长長]|[团團][长長]|[队隊][长長]|董事[长長]|教授|博士|院士|[发發]言人|新[闻聞]官|[创創]始人|[创創][办辦]人|[负負][责責]人|大臣|首相|[记記]者|[编編][辑輯]|作者|律[师師]|法官|[导導]演|教[练練]|分析[师師]|[专專]家|[学學]者|CEO|CTO|CFO|身分|身份|[员員]|主播|博主)';

/** Reads whose words or description a question asks for; null for another question. */
export function readAskedPerson(question: string, language: PassageLanguage): AskedPerson | null {
  // One space between words, so that no pattern goes through long white space again and again.
  const words = question.replace(/^[^\p{L}\p{N}]+/u, '').replaceAll(/\s+/gu, ' ');
  for (const [role, pattern] of ASKED) {
    const name = pattern.exec(words)?.groups?.['name'];
    if (name === undefined) continue;
    const names = language === 'zh' ? chineseName(name) : englishNames(name);
    if (names.length === 0) continue;
    const shown = shownPattern(role, names, language);
    const wantsDenial = ASKS_DENIAL.test(words);
    return {
      role,
      asked: name,
      names,
      isShownIn: (text) => shown.test(text) && (!wantsDenial || DENIAL.test(text)),
    };
  }
  return null;
}

function englishNames(name: string): string[] {
  return name
    .split(/[^\p{L}\p{N}'’.-]+/u)
    .map((word) => foldWord(word.replace(/['’]s?$/u, '')))
    .filter((word) => word.length > 1 && !ENGLISH_STOP_WORDS.has(word));
}

function chineseName(name: string): string[] {
  const trimmed = name.replaceAll(/^[^\p{L}\p{N}]+|^[的是在]+|[的是在]+$|[^\p{L}\p{N}]+$/gu, '');
  return trimmed.length > 1 ? [trimmed] : [];
}

function shownPattern(
  role: AskedPerson['role'],
  names: readonly string[],
  language: PassageLanguage,
): RegExp {
  const name = `(?:${names.map(inAnyCase).join('|')})`;
  if (language === 'zh') {
    return role === 'speaker'
      ? new RegExp(
          `${name}(?:[：:]|(?:《[^》]{1,40}》|[^。！？；《]){0,16}(?:${SAID_IN_CHINESE}))`,
          'u',
        )
      : new RegExp(
          `${OFFICE_IN_CHINESE}[^，。！？]{0,6}${name}|${name}(?:[（(][^）)]{1,40}[）)]|是(?!否)|[为為]|，[^。]{0,16}${OFFICE_IN_CHINESE})|名[为為叫]${name}`,
          'u',
        );
  }
  return role === 'speaker'
    ? new RegExp(
        `\\b${name}:\\s|\\b${name}\\b(?: \\([^)]{1,20}\\))?(?:, [^,.!?"“”]{1,60},| (?:\\p{Lu}[\\p{L}.'’-]+|spokes\\p{L}+|officials?|executives?)){0,2} (?:[^.!?;:,"“”]{1,60} and )?(?:(?:has|have|had|also|then|later|\\p{L}+ly) ){0,2}(?:${SAID})\\b|[,"”’'] (?:${SAID}) (?:[\\p{L}.'’-]+ ){0,6}?${name}\\b`,
        'u',
      )
    : new RegExp(
        `\\b${name}\\b(?: \\p{Lu}[\\p{L}'’-]+)?(?:, (?:\\d+|an?|the|who|whose|whom|\\p{Ll}+)\\b| (?:is|was|are|were|has been) (?:an?|the|one)\\b| \\()|(?<![.!?] )\\b\\p{Ll}{4,} (?:\\p{Lu}[\\p{L}.'’-]+ ){0,2}${name}\\b`,
        'u',
      );
}

/** A pattern for a folded name in any case, where capitals of other words tell names from common words. */
function inAnyCase(name: string): string {
  return Array.from(name, (letter) => {
    const capital = letter.toUpperCase();
    return capital === letter ? escapePattern(letter) : `(?:${letter}|${capital})`;
  }).join('');
}
