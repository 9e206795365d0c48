/**
 * How a question is wrapped: courtesies, who wants to know, and what the articles are asked to do.
 * Traditional characters beside simplified ones.
 */
const FRAMES =
  /请问|請問|(?:我?想)(?:知道|问|問|了解)(?:一下|下)?|(?:有)?[谁誰]知道|有人知道|(?:告[诉訴]|跟)我(?:说说|說說|[讲講][讲講])?|介[绍紹](?:一下|下)|[总總][结結](?:一下|下)|[帮幫](?:我|忙)?(?:[找查搜])(?:一下|下|找)?|能不能|可不可以|[听聽][说說]|不是[说說]|有没有(?:[关關][于於]|提到|[说說]到?)?|有沒有(?:[关關][于於]|提到|[说說]到?)?|[关關][于於]|有[关關](?=\p{sc=Han})|的(?:[报報]道|[报報][导導]|新[闻聞]|文章|消息|[内內]容|信息|[资資][讯訊]|[说說]法)(?=[吗嗎么]?[?？。！!\s]*$)|(?:[这這]些|[这這]篇|哪篇)?(?:文章|[报報]道|[报報][导導]|新[闻聞])(?:里|裡|中|上)?(?:有[没沒]有|是否|有)?(?:提到|[说說]到?|提及|[写寫]到?|[讲講]到?)(?![明话話座])(?:[过過]|了)?|是不是真的|是真的[吗嗎]?|真的假的|真的[吗嗎]|[对對]不[对對]|[对對][吗嗎]|是[吗嗎]/gu;

/** Interrogatives, with the measure words that belong to them. */
const INTERROGATIVES =
  /[为為](?:什[么麼]|啥|何)|什[么麼](?:[时時]候|[时時][间間]|地方|人|[样樣]|意思)?|甚[么麼](?:[时時]候)?|啥(?:[时時]候|地方|人|[样樣]|意思)?|咋(?:回事|[样樣]|[么麼])?|怎[么麼](?:回事|[样樣]|[说說]|[会會])?|如何|有?多少(?:[个個人次家名]|[钱錢])?|有?[几幾](?:[个個](?:人)?|[人名次家位号號点點年天月岁歲])|多(?=[高大长長远遠久重深快][?？。呢啊吗嗎了的\s]*$)|哪(?!吒)(?:里|裡|[儿兒]|[个個]|家|些|位|年|天|[种種]|边|邊)?|何[时時地人]|[谁誰]|是否|有[没沒]有/gu;

/** "Now", and no part of 出现在 or 实现在; for use in a pattern. */
export const CHINESE_NOW = '(?<![出发發表实實呈體体展涌湧浮再重])[现現]在';

/** Adverbs, pronouns and particles that point or colour and name nothing. */
const PARTICLES = new RegExp(
  `到底|究竟|[还還](?:能|可以|[会會]|要|在)|有人(?=被|[说說]|[死受])|其[实實]|${CHINESE_NOW}|[后後][来來](?=[呢?？])|[结結]果(?=[呢?？])|一共|[总總]共|大概|那(?:[个個]|些|[边邊]|[么麼])|[这這](?:[个個]|些|[边邊]|[么麼]|事)|他[们們]|她[们們]|它[们們]|我[们們]|你[们們]|[他她它]|自己|[来來]着|[来來]著|了[没沒](?:有)?(?=[?？\\s]*$)|[吗嗎呢吧啊呀嘛啦哦噢喔](?=[?？。！!，,\\s]|$)`,
  'gu',
);

/** What is said to whoever listens, and asks for nothing. */
const GREETING =
  /^[^\p{L}]*(?:[你您]好|大家好|嗨|早上好|晚上好|[谢謝][谢謝][你您]?|好的|帮助|幫助|退出|再[见見])[啊呀哦]?[^\p{L}]*$/u;

/**
 * A Chinese question without its shell, which is blanked so that offsets stay and no bigram reaches
 * across it: what wraps it (请问, 有没有关于 … 的报道), interrogatives, and what points or colours.
 */
export function blankChineseShell(question: string): string {
  if (GREETING.test(question)) return ' '.repeat(question.length);
  return [FRAMES, INTERROGATIVES, PARTICLES].reduce(
    (text, pattern) => text.replaceAll(pattern, (shell) => ' '.repeat(shell.length)),
    question,
  );
}
