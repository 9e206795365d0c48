import { ENGLISH_DAY_OR_MONTH } from './calendar.ts';

/** Nouns that, after "the", mostly stand for something named just before. */
const NAMED_BEFORE = [
  'company|firm|group|bank|carrier|manufacturer|maker|platform|app|service|club|union|charity',
  'newspaper|paper|magazine|broadcaster|outlet|agency|channel|programme|website|blog',
  'report|article|statement|announcement|letter|document|memo|filing|post|comments?|remarks?',
  'sources?|spokes(?:man|woman|person)|officials?|executives?|experts?|researchers?|authors?',
  'minister|professor|judge|officer|man|woman|boy|girl|teenager|suspect|victims?|pair|duo|trio',
  'move|decision|deal|agreement|offer|bid|proposal|plan|order|ban|rules?|law|bill|measures?',
  'changes?|restrictions|allegations?|accusations?|claims?|lawsuit|suit|case|ruling|verdict',
  'study|survey|poll|incident|accident|attack|explosion|fire|figures?|same|latter',
].join('|');

const SAYING =
  'sa(?:id|ys?)|add(?:ed|s)|told|wrote|writes|stated|explained|warned|argued|noted|continued|replied|concluded|claimed';

/** Quotation marks and list signs that may stand before the first word. */
const OPENING = /^[\s"'“‘«([\-–—•*]+/u;

/** Words that join a sentence to the one before without leaving it unclear what it is about. */
const JOINING =
  /^(?:but|and|or|yet|so|however|meanwhile|still|also|moreover|furthermore|nevertheless|nonetheless|then|later|earlier|now|today|yesterday|recently|in addition|at first|at the time|at the same time)\b,?\s+/iu;

/** "On Monday, ", "Last year, ", "In 2019, ": nothing in it says whom a pronoun behind it means. */
const TIME_BEFORE_COMMA = new RegExp(
  `^(?:(?:in|on|at|by|since|until|after|before|last|late|early|earlier|later|this|next|the|of|that|following|previous|first|past|morning|afternoon|evening|night|day|week|month|year|weekend|years?|months?|weeks?|days?|ago|one|two|three|four|five|six|ten|\\d{1,4}(?:st|nd|rd|th)?|${ENGLISH_DAY_OR_MONTH})\\s*){1,6},\\s+`,
  'iu',
);

/** "They", and "he" but for "he who": someone named before. */
const PRONOUN =
  /^(?:he(?! who\b)|she|they|his|her(?! majesty\b)|their|theirs|hers|its|him|them)\b/iu;

/** "It is unclear whether", "It was Oracle that", "It takes years to": "it" stands for nothing before. */
const EMPTY_IT = new RegExp(
  [
    "^it(?:[’']s| is| was| has been| had been| will be| would be| may be| might be| could be| remains| remained| became| seems| seemed| appears| appeared)",
    '(?: not| yet| also| now| still| so far| widely| generally| often| too| very| quite| only| more)*',
    '(?: (?:un)?(?:clear|likely|known|certain|possible|usual|common|important|necessary|lawful|true|difficult|hard|easy|early|late|illegal|impossible|expected|believed|thought|understood|reported|estimated|hoped|feared|said|alleged|time|raining|snowing|dark)\\b',
    // A cleft: the name, time or place that is stressed, and what is said of it.
    '| (?:the|in|on|at|by|because|not until|only|\\p{Lu})[^.;]*\\b(?:that|who|whom|when|where)\\b)',
  ].join(''),
  'u',
);
const EMPTY_IT_VERB =
  /^it (?:(?:first |soon |later |also )?emerged|turn(?:s|ed) out|follows|(?:took|takes|will take) (?:\S+ ){1,4}(?:to|before|for)|(?:seems|seemed|appears|appeared) (?:that|as))\b/iu;

/** "This week", "this is", "that company"; but not "this year", "those who" or "that he left". */
const TIME_NOUN =
  '(?:morning|afternoon|evening|weekend|week|month|year|spring|summer|autumn|fall|winter|season|century|decade|time)';
const DEMONSTRATIVE = new RegExp(
  `^(?:this(?! (?:(?:past|coming|last) )?${TIME_NOUN}\\b| \\p{Lu})|these(?! days\\b)|that(?! (?:he|she|they|it|we|i|said)\\b)|those(?! (?:who|whose|with|without|in|living|affected|of)\\b)|such)\\b`,
  'u',
);

/** "The company said"; but not "The company that", "The report by", "The company Oracle". */
const DEFINITE = new RegExp(
  `^(?:the|both|neither) (?:(?:two|three|four|tech|new|latest|Chinese|American|British|US|state) )*(?:${NAMED_BEFORE})\\b(?!\\s+(?:of|to|by|from|with|between|for|that|which|who|whose|against|behind|called|named|published|about|over|based|(?:in|on|at|near) (?!${ENGLISH_DAY_OR_MONTH})|\\p{Lu}))`,
  'u',
);
const BARE_COUNT =
  /^(?:the (?:two|three|four|others|former(?=,| (?:is|was|has|had|will|would)\b))|both (?:are|were|have|had|will|would|said|men|women|sides)|neither (?:is|was|has|had|of them|said)|others (?:said|say|are|were|have)|one of them|some of (?:them|these|those))\b/iu;

/** What follows from, answers or illustrates the sentence before. */
const FOLLOWING_FROM =
  /^(?:as a result|in response|in return|for (?:example|instance)|instead|therefore|thus|hence|consequently|in other words|otherwise|in th(?:at|is|e latter) (?:account|case|version|way|sense|respect|context)|in th(?:at|is)\b(?! (?:week|month|year))|by contrast|conversely|similarly|likewise|because of (?:this|that)|after (?:this|that)\b(?! \w+ \w+ed)|since then|to (?:do (?:this|that|so)|this end|that end)|among (?:them|these|those)|despite (?:this|that)|yes\b|no,|nor\b|not so\b|the reason\b|one reason\b|another reason\b)/iu;

/** "..., the report said" and "..., he added" at the end: the speaker was named before. */
const SPEAKER_BEFORE = new RegExp(
  `,["'”’]*\\s+(?:(?:he|she|they|it) (?:also )?(?:${SAYING})|the (?:${NAMED_BEFORE}) (?:also )?(?:${SAYING}))[^,;]{0,30}[.!?]["'”’)]*$`,
  'iu',
);

/** A sentence that is nothing but someone's words. */
const ONLY_QUOTED = /^["“‘][^"“”]+["”’]$/u;

/**
 * Whether an English sentence says too little without the one before it, because it begins with a
 * word for something named there, or leaves out who speaks. Judged by its words alone.
 */
export function isContextDependentInEnglish(sentence: string): boolean {
  const whole = sentence.trim();
  if (ONLY_QUOTED.test(whole) || SPEAKER_BEFORE.test(whole)) return true;
  let text = whole.replace(OPENING, '');
  if (FOLLOWING_FROM.test(text)) return true;
  text = text.replace(JOINING, '');
  if (FOLLOWING_FROM.test(text)) return true;
  const rest = text.replace(TIME_BEFORE_COMMA, '');
  return [text, rest].some((each) => beginsWithReference(lowerFirst(each)));
}

/** Capitals tell names from other words, but not at the beginning of a sentence. */
function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function beginsWithReference(text: string): boolean {
  if (/^it\b/iu.test(text)) return !EMPTY_IT.test(text) && !EMPTY_IT_VERB.test(text);
  return (
    PRONOUN.test(text) || DEMONSTRATIVE.test(text) || DEFINITE.test(text) || BARE_COUNT.test(text)
  );
}
