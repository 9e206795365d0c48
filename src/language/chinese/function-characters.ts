/**
 * Chinese characters that join or close phrases rather than being part of names and nouns: bigrams
 * do not reach across them. Compared after folding to simplified.
 */
export const CHINESE_FUNCTION_CHARACTERS: ReadonlySet<string> = new Set(
  '的了着是在与及之也都就吗呢吧啊被把而且但并所这那哪什么谁怎么几和或于以其',
);
