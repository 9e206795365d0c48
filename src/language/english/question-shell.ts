import { blank } from '../../shared/blank.ts';

/** What the articles are called by those who ask. */
const MEDIUM =
  '(?:(?:news )?(?:articles?|stor(?:y|ies)|reports?|sources?|pieces?|texts?|news|papers?|coverage|posts?))';

/** What they are asked for. */
const MATERIAL =
  '(?:quotes?|quotations?|passages?|info|information|details?|mentions?|word|sources?|evidence|references?|anything|something|news|stuff|context|background)';

/** Verbs of telling, with what may stand behind them. */
const TELLS =
  '(?:say|says|said|mention|mentions|talk|talks|tell|tells|report|reports|cover|covers|discuss|discusses|state|states|describe|describes|have|has|contain|explain|explains|write|writes)(?: (?:us|me))?(?: (?:anything|something|much|more))?';

const ABOUT = '(?:about|on|of|for|regarding|concerning|from)';
const WHETHER = '(?:that|if|whether|about|on)';
const PERSON = '(?:you|u|anyone|anybody|someone|somebody|y.?all|we|i)';

/** What is said to whoever listens, and asks for nothing. */
const GREETING =
  /^\W*(?:hi|hello|hey|yo|good (?:morning|evening|day)|thanks?(?: you)?(?: so much| a lot)?|thx|ok|okay|cool|nice|help|exit|quit|bye)(?: (?:there|all|everyone|bot|verbatim))?\W*$/iu;

/**
 * How a question is wrapped, from its beginning on: calls, courtesies, who wants to know, what the
 * articles are asked to do, and whether it is true. Closed classes of words and their order.
 */
const FRAMES: readonly RegExp[] = [
  /^(?:hey|hi|hello|yo|ok|okay|so|well|um+|uh+|hmm+|wait|but|and|also|then|btw|pls|plz|please|sorry|guys|folks|lol|lmao|omg|wow|sooo+|@\S+)(?![\p{L}'’]|-\p{L})[\s,:!.…-]*/iu,
  new RegExp(
    `^(?!(?:will|do|does|did) (?:any|some)(?:one|body) (?!know\\b))(?:can|could|would|will|do|does|did) ${PERSON}(?: (?:please|pls|kindly|possibly))? (?:tell|show|give|find|get|explain|remind|know|help|quote|list|see)(?: (?:me|us))?(?: ${WHETHER})?(?![\\p{L}'’])\\s*`,
    'iu',
  ),
  new RegExp(
    `^(?:tell|show|give|find|get|send|remind|explain|list|quote|help)(?: (?:me|us))(?: more| all)?(?: ${WHETHER})?(?![\\p{L}'’])\\s*`,
    'iu',
  ),
  new RegExp(
    `^(?:find|show|get|give|list|need|want|looking for|search for)?\\s*(?:(?:a|an|any|some|the|all|more)\\s+)*(?!sources? of)${MATERIAL} ${ABOUT}(?![\\p{L}'’])\\s*`,
    'iu',
  ),
  new RegExp(
    `^(?:i|we)(?:.?(?:d|m|ve))?(?: (?:am|was|just|really|would|still))* (?:want|wanna|like|need|trying|wonder|wondering|heard|read)(?: to)?(?: (?:know|find out|see|ask))?(?: ${WHETHER})?(?![\\p{L}'’])\\s*`,
    'iu',
  ),
  /^(?:is|are|was|were) there (?:any|some|a|an|more)?(?![\p{L}'’])\s*/iu,
  new RegExp(
    `^(?:(?:what|where|how) )?(?:do|does|did|is|are|has|have) (?:(?:the|these|those|any|any of|this|that|your|all|one of)\\s+)*${MEDIUM}(?: (?:ever|even|actually))? ${TELLS}(?: ${ABOUT}| ${WHETHER})?(?![\\p{L}'’])\\s*`,
    'iu',
  ),
  new RegExp(
    `^(?:what|how) (?:is|are|was|were) (?:the )?${MEDIUM} (?:saying|reporting)(?: ${ABOUT})?(?![\\p{L}'’])\\s*`,
    'iu',
  ),
  new RegExp(
    `^(?:according to|(?:in|from)(?= (?:the|these|any|this)\\s)) (?:(?:the|these|any|this)\\s+)*${MEDIUM},?(?![\\p{L}'’])\\s*`,
    'iu',
  ),
  /^(?:is|was|isn.?t|wasn.?t) (?:it|that|this)(?: (?:really|actually|even))? (?:true|right|correct|the case|a fact|real|legit)(?: that| when| if)?(?![\p{L}'’])[\s,]*/iu,
  /^explain\s+(?=(?:why|how|what|who|when|where)\b)/iu,
  /^(?:true|right|fact check)(?: that|:)(?![\p{L}'’])\s*/iu,
];

/** How many frames stand one in another at most. */
const MOST_FRAMES = 8;

/** What is hung on the end of a question. With an article it is a noun: "who is the man?". */
const TAIL =
  /(?<=[\s,])(?<!\b(?:the|an?)\s)(?:lol|lmao|haha+|tho|though|pls|plz|please|thx|thanks|tbh|imo|imho|anyway|anyways|btw|or what|or not|or something|really|actually|exactly|right|huh|eh|guys|bro|man|dude|thing|stuff|again|then|tldr|is (?:that|it|this) (?:true|right|real))$/iu;

/** Longer than any of them, in UTF-16 units. */
const TAIL_REACH = 20;

/** Words that a chat writes without their apostrophe or in short, and that ask or answer for a grammar's sake. */
const CHAT_WORDS =
  /(?<![\p{L}\p{N}'’])(?:what|who|when|where|why|how|that|there|it|he|she|here)s(?=\s+\p{L})|(?<![\p{L}\p{N}'’])(?:wat|wut|wot|u|ur|ya|im|ive|youre|youve|theyre|theyve|weve|isnt|arent|wasnt|werent|dont|doesnt|didnt|havent|hasnt|hadnt|cant|couldnt|wouldnt|shouldnt|wont|aint|gonna|wanna|gotta|cuz|coz|bc|lol|lmao|tho|pls|plz|tbh|idk|ppl|really|actually|basically|literally|even|exactly|supposedly|apparently|how come)(?![\p{L}\p{N}'’]|[.-]\p{L})/giu;

/**
 * An English question without its shell, which is blanked so that offsets stay: what wraps it ("does
 * the article mention", "is it true that"), what a chat adds to it, and short forms of words that
 * carry nothing.
 */
export function blankEnglishShell(question: string): string {
  if (GREETING.test(question)) return ' '.repeat(question.length);
  let start = question.length - question.trimStart().length;
  for (let count = 0; count < MOST_FRAMES; count += 1) start += frameOf(question, start);
  const end = endWithoutTails(question, start);
  const tails = { start: Math.max(start, end), end: endOfWords(question, question.length) };
  const rest = blank(blank(question, { start: 0, end: start }), tails);
  // "BC" in capitals is a place or an era.
  return rest.replaceAll(CHAT_WORDS, (word) => (word === 'BC' ? word : ' '.repeat(word.length)));
}

/** Where the words end before what is hung on a question. */
function endWithoutTails(question: string, start: number): number {
  let end = endOfWords(question, question.length);
  for (;;) {
    const from = Math.max(start, end - TAIL_REACH);
    const tail = TAIL.exec(question.slice(from, end));
    if (!tail || isName(tail[0])) return end;
    end = endOfWords(question, from + tail.index);
  }
}

/** "Man" in "Iron Man". */
function isName(word: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(word);
}

/** Where the words of a question end before an offset: white space and marks left out. */
function endOfWords(question: string, before: number): number {
  let end = before;
  while (end > 0 && /[\s,?.!…]/u.test(question.charAt(end - 1))) end -= 1;
  return end;
}

/** The length of the frame that begins at an offset; 0 without one. */
function frameOf(question: string, start: number): number {
  const rest = question.slice(start);
  for (const frame of FRAMES) {
    const length = frame.exec(rest)?.[0].length ?? 0;
    if (length > 0) return length;
  }
  return 0;
}
