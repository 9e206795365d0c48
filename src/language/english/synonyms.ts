/**
 * Words that newspapers exchange for each other, one group a line, in base forms and without any
 * stem in two groups. Kept to what stands for the same act or thing in nearly every story: these
 * count as weak evidence only. Nouns whose stem is another word's ("protest" is that of
 * "Protestant") stay out.
 */
const GROUPS = `
reject refuse decline rebuff spurn
resign quit
choose pick select
acquire buy purchase takeover acquisition
sell divest divestiture
ban prohibit outlaw
sue lawsuit litigation
approve authorise permission clearance
begin start commence
end finish conclude complete
announce unveil
increase raise rise grow
decrease drop fall reduce cut lower
kill murder slay die death dead fatality casualty perish toll
injure wound hurt
firm company corporation
attorney lawyer
ceo executive
yearly annual
chair chairman chairwoman chairperson
delete remove strike
purpose motive aim goal
chief head boss
staff employee worker personnel workforce
agreement deal accord pact
talk negotiate discussion
postpone delay defer
cancel scrap abandon
arrest detain
investigate probe inquiry
allege accuse
deny denial
explode explosion blast
car vehicle automobile
film movie
doctor physician
election vote ballot
victory win triumph
law legislation
rule regulation
help aid assist
reveal disclose
worry concern fear
stop halt cease
repair fix mend
flee escape
steal theft
try attempt
spokesman spokeswoman spokesperson
rival competitor
customer client
shop store
salary wage pay earnings
illegal unlawful
marry marriage wedding
big large huge
quick fast rapid
reply respond response answer
allow permit let
spy espionage
bidder buyer suitor
launch introduce
fund finance money cash
hide conceal
keep retain
us america american
uk britain british
angry mad furious outraged anger upset
cost price expense
job position employment
sack dismiss fire
kid child
sick ill disease
crash collide collision
plane aircraft airplane jet
ship vessel boat
quake earthquake
leave depart exit
jail prison imprison
apologise apology sorry
support endorse
attack assault raid
missing disappear vanish
save rescue
trapped stuck stranded
poll survey
television tv
photo picture image
storm hurricane typhoon cyclone
university college
mother mum mom
father dad
`;

/** The groups, each as its words. */
export const ENGLISH_SYNONYMS: readonly (readonly string[])[] = GROUPS.trim()
  .split('\n')
  .map((line) => line.split(' '));

/** A verb that means something else together with a particle. */
export interface PhrasalVerb {
  readonly verb: string;
  readonly particles: readonly string[];
  /** Words for what they mean together. */
  readonly meaning: string;
}

/** Verbs whose particle may stand after the object. */
export const PHRASAL_VERBS: readonly PhrasalVerb[] = [
  { verb: 'turn', particles: ['down', 'away'], meaning: 'reject refuse decline rebuff spurn' },
  { verb: 'step', particles: ['down', 'aside'], meaning: 'resign quit leave' },
  { verb: 'set', particles: ['up'], meaning: 'found establish create' },
  { verb: 'shut', particles: ['down'], meaning: 'close ban' },
  { verb: 'take', particles: ['over'], meaning: 'acquire buy purchase takeover' },
  { verb: 'pull', particles: ['out'], meaning: 'withdraw leave' },
  { verb: 'back', particles: ['out'], meaning: 'withdraw leave' },
  { verb: 'sign', particles: ['off'], meaning: 'approve authorise permission' },
  { verb: 'rule', particles: ['out'], meaning: 'reject exclude' },
  { verb: 'call', particles: ['off'], meaning: 'cancel scrap abandon' },
  { verb: 'give', particles: ['up'], meaning: 'abandon surrender quit' },
  { verb: 'put', particles: ['off'], meaning: 'postpone delay defer' },
  { verb: 'lay', particles: ['off'], meaning: 'dismiss sack redundancy layoff' },
  { verb: 'look', particles: ['into'], meaning: 'investigate probe inquiry' },
  { verb: 'hand', particles: ['over'], meaning: 'transfer surrender' },
  { verb: 'blow', particles: ['up'], meaning: 'explode explosion' },
  { verb: 'go', particles: ['up'], meaning: 'increase rise' },
  { verb: 'go', particles: ['down'], meaning: 'decrease fall drop' },
  { verb: 'bring', particles: ['in'], meaning: 'introduce' },
  { verb: 'roll', particles: ['out'], meaning: 'launch introduce' },
  { verb: 'find', particles: ['out'], meaning: 'discover learn' },
];
