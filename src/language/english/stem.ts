import porter2 from 'wink-porter2-stemmer';

/** In UTF-16 units. No word of a language is longer, and the stemmer takes the square of the length. */
const LONGEST_WORD = 64;

/** The Porter2 stem of a folded word; of a longer run of letters only its beginning. */
export function stemWord(word: string): string {
  return word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : porter2(word);
}

/** Each line: the base form, then the forms that the stemmer does not bring back to it. */
const IRREGULAR = `
be been
become became
begin began begun
bear bore borne
beat beaten
bend bent
bid bade bidden
bind bound
bite bit bitten
bleed bled
blow blew blown
break broke broken
bring brought
build built
burn burnt
buy bought
catch caught
choose chose chosen
cling clung
come came
deal dealt
dig dug
draw drew drawn
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fly flew flown
forbid forbade forbidden
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
go went gone
grow grew grown
hang hung
hear heard
hide hid hidden
hold held
keep kept
know knew known
lay laid
lead led
leave left
lend lent
lose lost
make made
mean meant
meet met
mislead misled
overcome overcame
oversee oversaw overseen
overtake overtook overtaken
overthrow overthrew overthrown
pay paid
prove proven
resell resold
rewrite rewrote rewritten
ride rode ridden
ring rang rung
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold sale
send sent
shake shook shaken
shine shone
shoot shot
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
sleep slept
speak spoke spoken
spend spent
stand stood
steal stole stolen
stick stuck
strike struck stricken
swear swore sworn
sweep swept
swim swam swum
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
undergo underwent undergone
understand understood
undertake undertook undertaken
wake woke woken
wear wore worn
win won
withdraw withdrew withdrawn
withhold withheld
write wrote written
man men
woman women
child children
person people
foot feet
tooth teeth
mouse mice
life lives
wife wives
half halves
leaf leaves
crisis crises
analysis analyses
datum data
medium media
criterion criteria
phenomenon phenomena
grey gray
us usa
percent percentage
january jan
february feb
august aug
september sept
october oct
november nov
december dec
axe ax
jewellery jewelry
`;

/**
 * English forms that share no stem with their base form, by form. "left" is always taken for the
 * verb, and "found" for "find": both sides of a search make the same mistake.
 */
export function createIrregularForms(): ReadonlyMap<string, string> {
  const forms = new Map<string, string>();
  for (const line of IRREGULAR.split('\n')) {
    const [base, ...others] = line.split(' ').filter(Boolean);
    if (base) for (const other of others) forms.set(other, base);
  }
  return forms;
}
