/**
 * Event triggers: the words for what is done in the news. Each line is one trigger: English base forms and Chinese words for it. Behind
 * a minus sign stand those for what cannot be true as well (accepted, rejected), and behind a tilde
 * those for another stage of the same matter (opened, closed). Words that say no more than that
 * somebody spoke are not triggers. A word may stand for several triggers; then one of them is enough for
 * agreement.
 */
const TRIGGERS = `
consent: accept approve endorse pass adopt ratify agree support favour 接受 批准 通过 同意 赞成 支持 核准 获批 认可 - reject refuse decline rebuff spurn oppose veto object 拒绝 否决 反对 回绝 驳回 谢绝
signature: sign ink signature 签署 签订 签约 签字 签下 签
sale: sell sale transfer divest buy buyer purchase acquire acquisition takeover 出售 卖 售 收购 并购 买 买下 购买 购入 剥离 转让 卖掉 变卖 卖给 转会 转投
offer: offer bid propose proposal 报价 出价 要约 提议 竞购
choice: choose pick select prefer choice 选择 选中 挑选 选定 挑中
appointment: appoint nominate hire appointment name 任命 委任 聘请 出任 提名 获任 聘任
departure: resign quit resignation leave depart departure 辞职 辞任 离任 卸任 辞去 离职 下台 请辞 离开 离队
dismissal: dismiss sack fire oust remove dismissal 免职 罢免 撤职 免去 开除 解雇 革职
suspension: suspend suspension 停职
prohibition: ban prohibit outlaw bar block prohibition 禁止 封禁 禁令 封杀 取缔 查禁 ~ allow permit 允许 准许 放行
opening: open reopen inaugurate 开放 开通 开幕 启用 开业 开张 开馆 ~ close shut closure 关闭 闭幕 停业 关停 封闭 关门
start: begin start commence launch 开始 启动 展开 开启 开工 ~ end finish conclude stop halt cease terminate 结束 终止 停止 停产 中止 完结
resumption: resume restart restore 恢复 重启 复课 复工 复飞 复航
rise: rise increase raise grow climb jump 上升 增长 提高 上调 增加 上涨 涨 ~ fall drop decrease lower cut reduce slump 下降 减少 下跌 下调 降低 削减 跌
victory: win beat defeat victory triumph lose loss 获胜 赢得 击败 战胜 夺得 输 输给 落败 败给 失利
election: elect election 选举 当选 大选 选出
ballot: vote ballot 投票 表决 票决
charge: charge indict prosecute indictment 起诉 指控 检控 公诉
suit: sue lawsuit litigation 起诉 诉讼 提告 控告
verdict: convict conviction guilty 定罪 有罪 - acquit acquittal innocent 无罪
sentence: sentence jail imprison 判刑 判处 入狱 监禁
custody: arrest detain detention 逮捕 拘留 拘捕 扣押 ~ release free 释放 获释 保释
search: search raid 搜查 搜索 突击
injury: injure hurt wound burn scald injury 受伤 烫伤 伤者 负伤 - unhurt unharmed 安然无恙
death: kill die dead death murder 死亡 丧生 遇难 身亡 去世 遇害 逝世 罹难
collision: crash collide collision 相撞 碰撞 坠毁 撞上 撞击
blast: explode explosion blast 爆炸
fire: fire blaze 火灾 起火 大火 失火 着火
stoppage: strike walkout stoppage 罢工
protest: protest march demonstrate demonstration rally 抗议 游行 示威 集会
attack: attack assault bomb shell 袭击 攻击 轰炸 炮击
recall: recall 召回 回收
delay: delay postpone defer adjourn 推迟 延期 延后 押后 延迟
cancellation: cancel scrap abandon cancellation 取消 撤销 作罢 放弃
negotiation: talk negotiate negotiation discussion 谈判 磋商 接触 会谈 洽谈 协商 商谈
meeting: meet summit 会见 会晤 会面 峰会
order: order instruct decree 下令 命令 行政令 禁令
evacuation: evacuate evacuation 转移 撤离 疏散
landing: land touchdown landfall 着陆 登陆 降落
flight: launch liftoff 发射 升空 起飞
founding: founded establish founder 成立 创立 创办 建立 设立 创建
building: build construct construction 建 建造 建成 兴建 修建
inquiry: investigate probe inquiry investigation 调查 立案 侦查 彻查
fine: fine penalty 罚款 处罚
appeal: appeal 上诉
withdrawal: withdraw withdrawal 撤出 退出 撤回 撤离
joining: join merge merger 加入 加盟 合并 加盟
issuance: publish release issue unveil introduce implement impose revise update amend revision 发布 公布 出版 推出 出台 实施 施加 修订 调整 修改 更新
addition: add addition 新增 增加 增列
docking: dock 对接
registration: register registration 登记 报名 注册
application: apply application 申请
submission: submit tender 提交 递交 呈交
rescue: rescue save 救援 救出 获救
theft: steal rob theft robbery 偷 盗窃 抢劫 被盗 失窃
escape: escape flee 逃脱 逃离 逃走
collapse: collapse burst breach 决口 垮塌 坍塌 倒塌 溃坝 崩塌
testimony: testify testimony witness 作证 证人
discovery: find discover discovery 发现 找到
payment: pay payment 支付 付款 赔付
`;

/** Two or more words for one trigger; other words may stand between a verb and its particle. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/\bturn(?:s|ed|ing)? (?:\S+ ){0,5}?down\b/giu, '-consent'],
  [/\bstep(?:s|ped|ping)? (?:down|aside)\b/giu, 'departure'],
  [/\bwalk(?:s|ed|ing)? out\b/giu, 'stoppage'],
  [/\bstop(?:s|ped|ping)? work\b/giu, 'stoppage'],
  [/\bput(?:s|ting)? (?:\S+ ){0,5}?off\b/giu, 'delay'],
  [/\bcall(?:s|ed|ing)? (?:\S+ ){0,5}?off\b/giu, 'cancellation'],
  [/\b(?:touch(?:es|ed|ing)?|set(?:s|ting)?) down\b/giu, 'landing'],
  [/\b(?:came|come|comes|coming) ashore\b/giu, 'landing'],
  [/\b(?:take|takes|took|taking|lift|lifts|lifted|lifting) off\b/giu, 'flight'],
  [/\bset(?:s|ting)? up\b/giu, 'founding'],
  [/\b(?:give|gives|gave|given|giving) way\b/giu, 'collapse'],
  [/\bpull(?:s|ed|ing)? out\b/giu, 'withdrawal'],
  [/\b(?:take|takes|took|taken|taking) (?:\S+ ){0,4}?over\b/giu, 'sale'],
  [/\b(?:go|goes|going|gone|went) to court\b/giu, 'suit'],
  [
    /\b(?:bring|brings|bringing|brought) in(?= (?:\S+ ){0,2}?(?:rules?|laws?|curbs?|limits?|regulations?|restrictions?|measures?|sanctions?)\b)/giu,
    'issuance',
  ],
  [/\b(?:take|takes|taking|taken|took) (?:\S+ ){0,3}?to court\b/giu, 'suit'],
  [/\b(?:give|gives|gave|given|giving) evidence\b/giu, 'testimony'],
  [/\brul(?:e|es|ed|ing) (?:\S+ ){0,4}?out\b/giu, '-consent'],
];

const HAN = /\p{sc=Han}/u;

/** One trigger that a word stands for, or its contrary. */
export interface EventTrigger {
  readonly name: string;
  /** -1 for the contrary. */
  readonly polarity: 1 | -1;
  /** Whether trigger and contrary are two stages, which may both have been taken. */
  readonly hasStages: boolean;
}

/** The triggers in words and phrases. */
export interface TriggerFinder {
  /** Of one index term, or one Chinese word in simplified characters. */
  ofWord(term: string): readonly EventTrigger[];
  /** Of the phrases in an English text, with their UTF-16 offsets. */
  inPhrases(
    text: string,
  ): readonly { readonly trigger: EventTrigger; readonly start: number; readonly end: number }[];
}

/** A {@link TriggerFinder}. `normalise` makes an English word the term under which it is indexed. */
export function createTriggerFinder(normalise: (word: string) => string): TriggerFinder {
  const triggers = new Map<string, EventTrigger[]>();
  // A stemmer does not bring all forms of a verb together: "sued" is another stem than "sue".
  const termsOf = (word: string) => {
    const root = word.replace(/e$/u, '');
    return HAN.test(word) ? [word] : [word, `${root}ed`, `${root}ing`].map(normalise);
  };
  const learn = (words: string, trigger: EventTrigger) => {
    for (const word of words.split(' ').filter(Boolean)) {
      for (const term of termsOf(word)) {
        const known = triggers.get(term) ?? [];
        if (!known.some(({ name }) => name === trigger.name))
          triggers.set(term, [...known, trigger]);
      }
    }
  };
  for (const line of TRIGGERS.trim().split('\n')) {
    const [name = '', words = ''] = line.split(':');
    const [same = '', contrary = ''] = words.split(/ [-~] /u);
    const hasStages = words.includes(' ~ ');
    learn(same, { name, polarity: 1, hasStages });
    learn(contrary, { name, polarity: -1, hasStages });
  }
  return {
    ofWord: (term) => triggers.get(term) ?? [],
    inPhrases: (text) =>
      PHRASES.flatMap(([pattern, name]) =>
        [...text.matchAll(pattern)].map(({ 0: written, index }) => ({
          trigger: {
            name: name.replace('-', ''),
            polarity: name.startsWith('-') ? -1 : 1,
            hasStages: false,
          },
          start: index,
          end: index + written.length,
        })),
      ),
  };
}
