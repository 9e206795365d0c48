declare module 'opencc-js/dict/STCharacters' {
  /** Pairs "simplified traditional", the pairs divided by "|"; further traditional forms follow spaces. */
  const pairs: string;
  export default pairs;
}
