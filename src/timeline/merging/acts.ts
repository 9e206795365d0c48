import type { PassageLanguage } from '../../language/index.ts';

/**
 * Words for one act, as news uses them for each other: verbs, their nouns, verbs with a particle (joined
 * by a plus), and behind the stroke Chinese words in simplified characters. After the kinds of events of
 * the ACE 2005 guidelines, and what else news tells every day.
 */
const ACTS = `
hit strike rock shake jolt rattle / 袭击 侵袭 重创
attack raid assault / 袭击 攻击 突袭
resign resignation quit step+down stand+down step+aside / 辞职 辞去 请辞 卸任 下台 离任 去职 辞任
sack fire dismiss oust axe / 解雇 免职 撤职 罢免 开除 革职 辞退
appoint nominate hire / 任命 委任 提名 出任 接任 聘任
sign ink / 签署 签订 签约 签下
acquire buy purchase takeover acquisition take+over snap+up / 收购 购买 买下 并购 购得
bid offer proposal / 出价 报价 要约 竞购 收购
reject refuse decline rebuff spurn turn+down throw+out vote+down / 拒绝 否决 回绝 驳回 反对 婉拒
accept approve endorse agree / 接受 批准 通过 同意 赞成
strike walkout stoppage walk+out stop+work down+tools / 罢工 停工
resume restart restore reopen / 恢复 重开 复工 复航 复课 复产 重启
close shut shutter shut+down / 关闭 停业 关停 封闭 关门
open begin start commence launch inaugurate kick+off / 开幕 启用 开通 开业 开始 启动
end finish conclude complete expire wrap+up / 结束 完成 落幕 闭幕 完工 到期
collapse topple crumple give+way cave+in come+down bring+down / 坍塌 倒塌 垮塌 塌陷
crash collide collision / 坠毁 相撞 碰撞
die death kill dead toll fatality / 死亡 去世 逝世 遇难 身亡 丧生 病逝 罹难
injure hurt wound / 受伤 负伤 烫伤 烧伤
arrest detain custody capture / 逮捕 拘留 被捕 抓获 落网 扣押
charge indict indictment / 起诉 指控 控告 检控
sue lawsuit suit litigation / 起诉 状告 诉讼 控告
convict conviction guilty / 定罪 有罪
sentence jail imprison / 判处 判刑 获刑 入狱
acquit clear / 无罪
recall withdraw pull / 召回 下架 收回
ban prohibit bar outlaw block / 禁止 封禁 禁令 取缔
postpone delay defer adjourn put+off push+back / 推迟 延期 延后 押后
cancel scrap abandon call+off / 取消 作废
win beat defeat victory / 击败 获胜 战胜 夺冠 赢得
elect election / 当选 选出 选举
transfer join move / 转会 加盟 转投 加入
launch lift+off blast+off take+off / 升空 发射
land touch+down / 着陆 降落
evacuate evacuation / 疏散 撤离 转移
rescue save / 获救 救出 营救
expel deport / 驱逐
release free / 释放 获释
publish release issue unveil / 发布 公布 颁布 出台 刊登
revise amend update / 修订 修改 调整 更新
raise increase hike rise / 上调 提高 上涨 上升
cut lower reduce slash drop fall / 下调 降低 削减 下跌 下降
meet meeting summit talk negotiate contact / 会晤 会谈 会见 磋商 谈判 接触 会面
protest rally march demonstrate / 抗议 示威 游行 集会
flood inundate swamp submerge / 淹没 洪水 被淹 水淹
burn fire blaze / 起火 火灾 着火 失火
explode blast explosion / 爆炸
fine penalise penalty / 罚款 处罚
debut appearance / 首秀 亮相 出场 登场
refund reimburse / 退款
return come+back / 返回 回归 归来
vote ballot poll / 投票 表决
sell sale divest / 出售 卖出 出让 售出
steal theft rob robbery / 盗窃 失窃 抢劫
leave depart / 离开 离队
arrive / 抵达 到达
replace succeed substitute / 接替 取代 更换
complain complaint / 投诉
donate donation donor / 捐款 捐赠 募捐
deadline / 期限 截止日期 限期
`;

interface Phrase {
  readonly particle: RegExp;
  readonly form: string;
}

/** Finds the forms that stand for the acts that a word names. */
export interface ActFinder {
  /**
   * @param term an English word's term.
   * @param after what stands behind it in its text.
   */
  readonly english: (term: string, after: string) => readonly string[];
  readonly chinese: (word: string) => readonly string[];
}

/** So far behind its verb a particle stands, in UTF-16 units. */
const PARTICLE_REACH = 40;

/** Reads the acts. `normalise` makes an English word its term. */
export function createActFinder(normalise: (word: string) => string): ActFinder {
  const words: Readonly<Record<PassageLanguage, Map<string, string[]>>> = {
    en: new Map(),
    zh: new Map(),
  };
  const phrases = new Map<string, Phrase[]>();
  const add = <Item>(map: Map<string, Item[]>, key: string, item: Item) => {
    map.set(key, [...(map.get(key) ?? []), item]);
  };
  for (const [index, line] of ACTS.trim().split('\n').entries()) {
    const form = `@${index}`;
    const [english = '', chinese = ''] = line.split(' / ');
    for (const word of english.split(' ')) {
      const [verb = '', particle] = word.split('+');
      if (particle === undefined) add(words.en, normalise(verb), form);
      else {
        add(phrases, normalise(verb), {
          particle: new RegExp(`^\\s(?:\\S+\\s){0,4}?${particle}\\b`, 'iu'),
          form,
        });
      }
    }
    for (const word of chinese.split(' ')) add(words.zh, word, form);
  }
  return {
    english: (term, after) => {
      const near = after.slice(0, PARTICLE_REACH);
      const phrasal = (phrases.get(term) ?? []).filter(({ particle }) => particle.test(near));
      return phrasal.length > 0 ? phrasal.map(({ form }) => form) : (words.en.get(term) ?? []);
    },
    chinese: (word) => words.zh.get(word) ?? [],
  };
}
