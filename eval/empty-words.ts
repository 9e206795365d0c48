/**
 * Words of a question that tell nothing of what it is about. A list of the evaluation's own: were it
 * the program's, a change to the program would change what the program is asked.
 */
export const ENGLISH_EMPTY_WORDS: ReadonlySet<string> = new Set(
  `about according after although because been before being between could does doing during each
   every from going have having into itself many might more most much other over said says shall
   should some such than that their them themselves then there these they this those through under
   until upon want wants were what when where which while whom whose will with within without would
   your`.split(/\s+/u),
);

/** The same for single Chinese characters, in both scripts. */
export const CHINESE_EMPTY_CHARACTERS: ReadonlySet<string> = new Set(
  '的了着著是在有和跟与與及被把也都就吗嗎呢吧啊这這那哪什么甚麼谁誰怎样樣几幾多少为為'.split(''),
);
