/**
 * Words that newspapers exchange for each other, one group a line, in base forms and without any
 * word in two groups. Kept to what stands for the same act or thing in nearly every story: these
 * count as weak evidence only.
 */
const GROUPS = `
reject refuse decline rebuff spurn
resign quit
choose pick select
acquire buy purchase takeover acquisition
sell divest divestiture divestment
ban prohibit outlaw
sue lawsuit litigation
approve approval authorise authorize permission clearance
begin start commence
end finish conclude
announce unveil
increase raise rise grow
decrease drop fall reduce
kill murder slay
injure wound hurt
firm company
attorney lawyer
ceo executive
yearly annual
chair chairman
delete remove strike
purpose motive aim
us america american
uk britain british
`;

/** Verbs that mean something else together with a particle, which may stand after the object. */
const PHRASAL_VERBS: readonly PhrasalVerb[] = [
  { verb: 'turn', particles: ['down', 'away'], meaning: 'reject refuse decline rebuff spurn' },
  { verb: 'step', particles: ['down', 'aside'], meaning: 'resign quit leave' },
  { verb: 'set', particles: ['up'], meaning: 'found establish create' },
  { verb: 'shut', particles: ['down'], meaning: 'close ban' },
  { verb: 'take', particles: ['over'], meaning: 'acquire buy purchase takeover' },
  { verb: 'pull', particles: ['out'], meaning: 'withdraw leave' },
];

/** How many words may stand between a verb and its particle: "turn the software company down". */
const MAX_OBJECT_WORDS = 4;

interface PhrasalVerb {
  readonly verb: string;
  readonly particles: readonly string[];
  readonly meaning: string;
}

/** The synonyms of a question's term; the question tells "turn down" from "turn". */
export type Synonyms = (term: string, question: string) => readonly string[];

/** A {@link Synonyms} look-up. `normalise` makes a word the term under which it is indexed. */
export function createThesaurus(normalise: (word: string) => string): Synonyms {
  const toTerms = (words: string) => words.split(' ').filter(Boolean).map(normalise);
  const groups = new Map<string, readonly string[]>();
  for (const line of GROUPS.split('\n')) {
    const terms = toTerms(line);
    for (const term of terms) groups.set(term, terms);
  }
  const phrasal = new Map(PHRASAL_VERBS.map((entry) => [normalise(entry.verb), entry]));

  return (term, question) => {
    const entry = phrasal.get(term);
    const words = question.toLowerCase().match(/[\p{L}\p{N}'’]+/gu) ?? [];
    const at = words.findIndex((word) => normalise(word) === term);
    const following = new Set(words.slice(at + 1, at + 2 + MAX_OBJECT_WORDS));
    const isPhrasal = entry?.particles.some((particle) => following.has(particle)) ?? false;
    const terms = [
      ...(entry && isPhrasal ? toTerms(entry.meaning) : []),
      ...(groups.get(term) ?? []),
    ];
    return [...new Set(terms)].filter((other) => other !== term);
  };
}
