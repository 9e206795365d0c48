import { isDenied } from '../events/denial.ts';

/**
 * Verbs of which one undoes or rules out the other, the one before the stroke and the other behind it.
 * Behind a tilde stand stages that follow each other (closed, opened again): two events, and no
 * contradiction. English as patterns of whole words, Chinese in simplified characters.
 */
const OPPOSITES = `
accept\\w*|approv\\w*|endors\\w*|agreed|adopt(?:ed|s)|ratif\\w*|pass(?:ed|es) / reject\\w*|refus\\w*|declin\\w*|rebuff\\w*|spurn\\w*|veto\\w*|turn(?:s|ed)? (?:\\S+ ){0,4}?down|vot(?:e|es|ed) against|threw out|ruled out
接受|批准|通过|同意|赞成 / 拒绝|否决|反对|驳回|回绝
ban(?:s|ned)?|prohibit\\w*|outlaw\\w*|block(?:s|ed) ~ allow\\w*|permit(?:s|ted)?
禁止|封禁|取缔 ~ 允许|准许|放行
clos(?:e|es|ed|ure)|shut\\w* ~ (?:re-?)?open(?:s|ed)?
关闭|封闭|停业|关停|关门 ~ 开放|重开|开业|开门|恢复
began|begins?|start(?:s|ed)?|launch\\w*|commenc\\w* ~ end(?:s|ed)|finish\\w*|conclud\\w*|stop(?:s|ped)?|halt\\w*|ceas\\w*|suspend\\w*
开始|启动 ~ 结束|终止|停止|暂停|中止
ros?e|risen?|rises|rais(?:e|es|ed)|increas\\w*|gain(?:s|ed)|climb\\w*|jump\\w*|soar\\w*|surg\\w*|rall(?:y|ies|ied)|rebound\\w* / fell|falls?|fallen|drop(?:s|ped)?|decreas\\w*|declin\\w*|lower(?:s|ed)|cuts?|reduc\\w*|slump\\w*|plung\\w*|tumbl\\w*|sank|slid
上升|增长|上调|上涨|提高|反弹 / 下降|下跌|下调|降低|减少
arrest\\w*|detain\\w*|jailed|imprison\\w*|captur\\w* ~ releas\\w*|freed|bailed
逮捕|拘留|扣押 ~ 释放|获释|保释
won|wins?|beat|beats|defeat(?:s|ed) / lost|loses?
获胜|赢得|击败 / 落败|输给|失利
guilty|convict\\w* / not guilty|acquit\\w*|cleared
有罪|定罪 / 无罪
impos\\w*|introduc\\w* ~ lift(?:s|ed)|repeal\\w*|revok\\w*|scrap\\w*
实施 ~ 解除|撤销|取消
appoint\\w*|hired|elected|named ~ resign\\w*|quit|sacked|fired|dismiss\\w*|step(?:s|ped)? down
任命|出任|当选 ~ 辞职|辞去|离职|下台|免职
arriv\\w* ~ left|leav(?:e|es|ing)|depart\\w*
抵达 ~ 离开
`;

interface Pair {
  readonly sides: readonly [RegExp, RegExp];
  readonly areStages: boolean;
}

const PAIRS: readonly Pair[] = OPPOSITES.trim()
  .split('\n')
  .map((line) => {
    const [one = '', other = ''] = line.split(/ [/~] /u);
    const pattern = (words: string) =>
      /\p{sc=Han}/u.test(words) ? new RegExp(words, 'u') : new RegExp(`\\b(?:${words})\\b`, 'iu');
    return { sides: [pattern(one), pattern(other)], areStages: line.includes(' ~ ') };
  });

/** How a clause stands to one that is otherwise alike. */
export type Opposition =
  /** One says what the other denies. */
  | 'denied'
  /** One says the contrary of the other. */
  | 'contrary'
  /** One stage of a matter and the one that undoes it. */
  | 'stage'
  | null;

/** How a clause puts what it tells: by which of each pair of opposites, and whether it denies. */
export interface Polarity {
  readonly isDenied: boolean;
  /** By pair: 0 for neither or both, 1 for the one, -1 for the other. */
  readonly signs: readonly number[];
}

/** Reads the {@link Polarity} of a clause, its Chinese in simplified characters. */
export function polarityOf(text: string): Polarity {
  return {
    isDenied: isDenied(text),
    signs: PAIRS.map(({ sides: [one, other] }) => {
      const [has, hasOther] = [one.test(text), other.test(text)];
      return has === hasOther ? 0 : has ? 1 : -1;
    }),
  };
}

/** Whether two clauses say opposite things of what they have in common. */
export function opposition(one: Polarity, other: Polarity): Opposition {
  let isContrary = false;
  for (const [index, sign] of one.signs.entries()) {
    const others = other.signs[index] ?? 0;
    if (sign * others !== -1) continue;
    // "Did not reject" is "accepted", and both are no opposites.
    if (one.isDenied !== other.isDenied) return null;
    if (PAIRS[index]?.areStages) return 'stage';
    isContrary = true;
  }
  if (isContrary) return 'contrary';
  return one.isDenied === other.isDenied ? null : 'denied';
}

/** Another one of its kind: the second lawsuit is not the first. */
const OTHER_INSTANCE =
  /\b(?:a |the )?(?:second|third|fourth|fifth|sixth|another|further)\b(?!-|\s+(?:quarter|half|person|largest|biggest|time in))|第[二三四五六七八九十](?!季|财)|又一|另一|另外/iu;
const AGAIN = /\bagain\b|再次|再度/iu;

/** How a clause counts what it tells: as another of its kind, as what happens again, or not at all. */
export type Instance = 'other' | 'again' | null;

/** Whether a clause tells another event of the kind that it names. */
export function instanceOf(text: string): Instance {
  if (OTHER_INSTANCE.test(text)) return 'other';
  return AGAIN.test(text) ? 'again' : null;
}
