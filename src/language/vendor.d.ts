declare module 'wink-porter2-stemmer' {
  /** The Porter2 ("snowball English") stem of a lower-case word. */
  export default function stem(word: string): string;
}

declare module 'opencc-js/dict/TSCharacters' {
  /** Pairs "traditional simplified", the pairs divided by "|"; a second simplified form follows a space. */
  const pairs: string;
  export default pairs;
}

declare module 'opencc-js/dict/TWVariants' {
  /** Pairs "form form-of-Taiwan", as above. */
  const pairs: string;
  export default pairs;
}
