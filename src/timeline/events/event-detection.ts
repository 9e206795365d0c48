import type { PassageLanguage } from '../../language/index.ts';

/** Forms that say that somebody did something or that something was done, and no more than said it. */
const TRIGGERS: Readonly<Record<PassageLanguage, RegExp>> = {
  en: new RegExp(
    `\\b(?:${[
      'resign(?:ed|s)|quit|stepped (?:down|aside)|(?:has|have|had) left|gone on leave|(?:was|were|been) (?:fired|sacked|dismissed|ousted|replaced)|retired',
      'appointed|elected|named as|sworn in|nominated|promoted|hired|laid off',
      'sued|(?:filed|lodged|brought) (?:a|an|its|the|his|her|their)? ?(?:\\w+ )?(?:lawsuit|suit|complaint|appeal|claim|case|petition|motion)|went to court|took (?:\\w+ ){1,4}to court|appealed',
      'arrested|detained|charged|indicted|convicted|acquitted|sentenced|jailed|fined|extradited|freed|pardoned',
      'died|killed|injured|wounded|drowned|born|married',
      'crashed|collapsed|exploded|burned|caught fire|sank|derailed|flooded|erupted|struck|hit|evacuated|rescued',
      'signed|ratified|approved|vetoed|passed|repealed|overturned|blocked|banned|lifted|suspended|revoked|imposed|sanctioned|outlawed',
      'launched|unveiled|opened|closed|shut down|began|started|ended|halted|resumed|cancelled|canceled|postponed|delayed',
      'acquired|bought|sold|merged|took over|withdrew|pulled out|dropped out|rejected|declined (?:its|the|an|his|her|their)|turned down|accepted|agreed|reached (?:a|an) (?:\\w+ )?(?:deal|agreement)|signed up|transferred',
      'recalled|pulled from|removed|issued|released|published|revised|updated|introduced',
      'won|lost|defeated|beat|scored|qualified|voted|walked out|went on strike|returned to work|protested|landed|docked|lifted off|attacked|bombed|invaded|seized|surrendered',
    ].join('|')})\\b`,
    'giu',
  ),
  zh: /辞职|辭職|请辞|請辭|辞去|辭去|卸任|离职|離職|免职|免職|免去|撤职|撤職|离任|離任|解雇|解僱|裁员|裁員|任命|当选|當選|就职|就職|上任|起诉|起訴|提起诉讼|提起訴訟|上诉|上訴|告上法庭|逮捕|拘留|拘捕|指控|定罪|判处|判處|判刑|罚款|罰款|获释|獲釋|去世|逝世|死亡|遇难|遇難|身亡|[受烫燙烧燒摔砸刺]伤|[受烫燙烧燒摔砸刺]傷|坠毁|墜毀|坍塌|倒塌|爆炸|起火|沉没|沉沒|脱轨|脫軌|袭击|襲擊|疏散|撤离|撤離|获救|獲救|签署|簽署|签订|簽訂|批准|否决|否決|通过|通過|撤销|撤銷|封禁|禁止|下达|下達|颁布|頒布|实施|實施|发布|發布|公布|修订|修訂|启动|啟動|开通|開通|开幕|開幕|开业|開業|关闭|關閉|关停|關停|停产|停產|取消|推迟|推遲|恢复|恢復|收购|收購|合并|合併|出售给|出售給|退出|拒绝|拒絕|接受|达成|達成|签约|簽約|转会|轉會|召回|下架|罢工|罷工|复工|復工|夺冠|奪冠|击败|擊敗|获胜|獲勝|投票|表决|表決|发射|發射|升空|着陆|著陸|占领|佔領|投降|抗议|抗議/gu,
};

/** What takes a trigger back: it has not happened, or not yet, or nobody knows. */
const UNREAL: Readonly<Record<PassageLanguage, RegExp>> = {
  en: /(?:n[’']t|\b(?:not|never|nor|neither|nobody|without|if|unless|whether|would|could|might|may|should|must|will|shall|can|cannot|plans?|wants?|hopes?|likely|unlikely|threaten(?:s|ed)?|refus(?:e|es|ed)|fail(?:s|ed)?|before))\b(?:(?!\b(?:since|after|when)\b)[^.;]){0,40}$/iu,
  zh: /(?:不|未|没|沒|无|無|非|否|若|如果|假如|一旦|可能|或将|或將|或会|或會|将|將|拟|擬|计划|計劃|計畫|要求|希望|威胁|威脅|呼吁|呼籲|应当|應當|应该|應該|须|須|准备|準備|考虑|考慮)[^，。；,]{0,8}$/u,
};

/** A participle that only describes its noun: "the revised rules", "rules imposed by China". */
const DESCRIBES: Readonly<Record<PassageLanguage, { before: RegExp; after: RegExp }>> = {
  en: {
    before: /\b(?:the|a|an|its|his|her|their|our|newly|recently|of|by|for|to)\s+$/iu,
    after: /^\s+(?:\w+\s+)?by\b/iu,
  },
  // A verb without anything before it in its clause is the subject of another.
  zh: { before: /(?:^|[，,。；;：:、的])\s*$/u, after: /^(?:的|者|案)/u },
};
const AUXILIARY = /\b(?:was|were|been|is|are|be|being|got|gets)\s+(?:\w+ly\s+)?$/iu;

/** An opening mark, with no other after it. */
const QUOTATION = /["“”「『][^"“”」』]*$/u;

/** Whether a sentence tells of an event that happened, by its words alone and not inside a quotation. */
export function tellsAnEvent(text: string, language: PassageLanguage): boolean {
  for (const { index, 0: trigger } of text.matchAll(TRIGGERS[language])) {
    const before = text.slice(0, index);
    if (QUOTATION.test(before) && isOpen(before)) continue;
    if (UNREAL[language].test(before)) continue;
    if (!describes(before, text.slice(index + trigger.length), language)) return true;
  }
  return false;
}

function describes(before: string, after: string, language: PassageLanguage): boolean {
  const signs = DESCRIBES[language];
  if (signs.before.test(before)) return true;
  return signs.after.test(after) && !(language === 'en' && AUXILIARY.test(before));
}

/** Whether a quotation that began is still going on: as many marks open as close. */
function isOpen(before: string): boolean {
  const straight = before.split('"').length - 1;
  const opened = before.match(/[“「『]/gu)?.length ?? 0;
  const closed = before.match(/[”」』]/gu)?.length ?? 0;
  return straight % 2 === 1 || opened > closed;
}
