/**
 * English words that carry no evidence in a question about the news. "us" (the country, once
 * folded), "not", "no" and words of time such as "before" are not among them.
 */
export const ENGLISH_STOP_WORDS: ReadonlySet<string> = new Set(
  `a an the this that these those such
   i me my mine you your yours he him his she her hers it its we our ours they them their theirs
   myself yourself himself herself itself ourselves themselves one ones someone somebody something
   who whom whose what which when where why how whether
   is am are was were be been being isn't aren't wasn't weren't
   do does did doing done don't doesn't didn't
   have has had having haven't hasn't hadn't
   can could may might must shall should will would can't couldn't shouldn't won't wouldn't
   and or but nor so yet if then else than because as while though although
   of in on at by for with from to into onto upon about over under between among through during
   out off up down again further there here
   also just only very too much many more most some any each every both either neither all few other
   own same now ever still even
   i'm you're he's she's it's we're they're i've you've we've they've that's there's what's who's let's
   say says tell told according please know`
    .split(/\s+/u)
    .filter(Boolean),
);
