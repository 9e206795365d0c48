/** The syllables of pinyin as the dictionary writes it, in lower case and without tones: "Lu:4" is "lu". */
export function syllablesOf(pinyin: string): string[] {
  return pinyin
    .toLowerCase()
    .replaceAll('u:', 'u')
    .replaceAll(/\d/gu, '')
    .split(' ')
    .filter((syllable) => /^[a-z]+$/u.test(syllable));
}
