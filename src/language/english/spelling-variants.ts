/**
 * British and American spellings brought to one, rule by rule. The result is for looking up only,
 * so that a rule may give what nobody writes ("sise"), but never what is another word: each is
 * limited to endings or stems where it cannot.
 */
const RULES: readonly (readonly [RegExp, string])[] = [
  // organize, organization, analyze. From z to s, because "promise" and "rise" have no other form.
  [/(?<=[a-z]{2})iz(?=(?:e|ed|er|ers|es|ing|able|ation|ations|ational)$)/u, 'is'],
  [/(?<=[a-z]{2})yz(?=(?:e|ed|er|ers|es|ing)$)/u, 'ys'],
  // By stem, because of "hour", "four" and "tour".
  [
    /(?<=^(?:dis|un|mis|re|multi)?(?:arb|ard|arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|ranc|rig|rum|sav|savi|splend|tum|val|vap|vig))our/u,
    'or',
  ],
  [
    /(?<=^(?:epi)?(?:cent|theat|lit|(?:kilo|centi|milli)?met|fib|spect|lust|meag|calib|somb|sab))re(?=(?:s|line)?$)/u,
    'er',
  ],
  [/(?<=^(?:cent|spect|lust|calib))re(?=d$)/u, 'ere'],
  // After an unstressed syllable: travelled, cancelling, modeller, but not "called" or "controlled".
  [/(?<=[aeiouy][a-z]*[aeiu])ll(?=(?:ed|er|ers|ing|ings|or|ors)$)/u, 'l'],
  [/(?<=^(?:def|lic|off|pret))ence(?=[sd]?$)/u, 'ense'],
  [/(?<=^(?:anal|catal|dial|epil|monol|prol))ogue(?=[sd]?$)/u, 'og'],
  [/(?<=^program)me(?=s?$)/u, ''],
  [/(?<=^(?:orthop|p|encyclop))ae(?=d|dic|dia)/u, 'e'],
  [/(?<=^(?:an|leuk))ae(?=mi)/u, 'e'],
  [/(?<=^an)ae(?=sthe)/u, 'e'],
  [/(?<=^arch)ae(?=olog)/u, 'e'],
  [/(?<=^gyn)ae(?=colog)/u, 'e'],
  [/^haemo/u, 'hemo'],
  [/^foet(?=us|al)/u, 'fet'],
  [/^oestr/u, 'estr'],
  [/^manoeuvr(?:e(?!d))?/u, 'maneuver'],
  [/(?<=^(?:acknowledg|judg|abridg))e(?=ment)/u, ''],
  [/(?<=^ag)e(?=ing$)/u, ''],
  [/(?<=^(?:fulfi|enro|insta))l(?=(?:s|ment|ments)?$)/u, 'll'],
  [/(?<=^(?:ski|wi))l(?=ful)/u, 'll'],
  [/^sceptic/u, 'skeptic'],
  [/^sulph/u, 'sulf'],
  [/^aluminium$/u, 'aluminum'],
  [/^aeroplane/u, 'airplane'],
  [/^artefact/u, 'artifact'],
  [/^enquir/u, 'inquir'],
  [/^plough/u, 'plow'],
  [/^mould/u, 'mold'],
  [/^whiskey/u, 'whisky'],
  [/^pyjama/u, 'pajama'],
  [/^cosy$/u, 'cozy'],
];

/** In UTF-16 units. No word that has two spellings is longer. */
const LONGEST_WORD = 32;

/** A folded English word in the one spelling under which it is looked up. */
export function unifySpelling(word: string): string {
  if (word.length > LONGEST_WORD) return word;
  return RULES.reduce(
    (spelled, [pattern, replacement]) => spelled.replace(pattern, replacement),
    word,
  );
}
