import { createTermReader } from '../retrieval/index.ts';

/**
 * Chinese words that ask, in both scripts. English ones are stop words of the analysis; these would
 * give bigrams with their neighbours, by which "何时开放" and "什么时候开放" would differ.
 */
const CHINESE_QUESTION_WORDS =
  /(?:为|為)?(?:什么|什麼|甚麼)(?:时候|時候|地方|原因)?|(?:何|几|幾)(?:时|時)|何(?:处|處|故|人)|(?:为|為)何|如何|怎(?:样|樣|么样|麼樣)|多少|哪(?:里|裡|裏|儿|兒|天|年|一天|一年)|(?:请|請)(?:问|問)/gu;

/**
 * A function that gives questions which ask the same the same key: their terms, whatever the order,
 * case, script and form of the words. A question without terms is its own key.
 */
export function createGroupKey(): (question: string) => string {
  const readTerms = createTermReader();
  return (question) => {
    const terms = [...readTerms(question.replace(CHINESE_QUESTION_WORDS, ' '))];
    if (terms.length > 0) return terms.toSorted().join(' ');
    return question.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  };
}
