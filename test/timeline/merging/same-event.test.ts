import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/timeline/events/role.ts';
import { createMention, merge } from './mentions.ts';

type Told = readonly [date: string | null, text: string, role?: Role];

async function eventCount([one, other]: readonly [Told, Told]): Promise<number> {
  const mentions = [one, other].map(([date, text, role = 'event'], index) =>
    createMention({ date, text, role, article: `article-${index}` }),
  );
  return (await merge(mentions)).length;
}

const SAME: readonly (readonly [Told, Told])[] = [
  // In English.
  [
    ['2024-05-03', 'Mayor Elin Stroud resigned after the audit.'],
    ['2024-05-03', 'Elin Stroud stepped down as mayor of Port Hale.'],
  ],
  [
    ['2024-05-03', 'The council of Port Hale approved the harbour budget.'],
    ['2024-05-03', 'Councillors in Port Hale passed the budget for the harbour.'],
  ],
  [
    ['2024-05-03', 'Police arrested the banker Otto Lind in Port Hale.'],
    ['2024-05-03', 'Otto Lind, a banker, was detained by the police.'],
  ],
  [
    ['2024-05-03', 'Brightwater rejected a bid by Halden Group.'],
    ['2024-05-03', 'Halden Group said its offer had been turned down by Brightwater.'],
  ],
  [
    ['2024-05-03', 'Dockers at Port Hale went on strike.'],
    ['2024-05-03', 'The dockers of Port Hale walked out.'],
  ],
  [
    ['2024-05-03', 'A fire destroyed the rope works in Port Hale.'],
    ['2024-05-03', 'The Port Hale rope works was destroyed by a blaze.'],
  ],
  [
    ['2024-05-03', 'Arvik Foods recalled 40,000 jars of honey.'],
    ['2024-05-03', 'A recall of 40,000 jars of honey was announced by Arvik Foods.'],
  ],
  [
    ['2024-05-03', 'The union and Brightwater signed a pay agreement.'],
    ['2024-05-03', 'Brightwater signed an agreement on pay with the union.'],
  ],
  [
    ['2024-05-03', 'Prosecutors searched the offices of Arvik Foods.'],
    ['2024-05-03', 'The offices of Arvik Foods were raided by prosecutors.'],
  ],
  [
    ['2024-05-03', 'Halden Group sued Brightwater over the ferry contract.'],
    [
      '2024-05-03',
      'A lawsuit over the ferry contract was filed by Halden Group against Brightwater.',
    ],
  ],
  // A date that is less precise, or missing.
  [
    ['2024-05', 'Police arrested the banker Otto Lind in Port Hale.'],
    ['2024-05-03', 'Otto Lind, the banker, was arrested by police in Port Hale.'],
  ],
  [
    ['2024-05 start', 'Brightwater signed the pay agreement with the union.'],
    ['2024-05-03', 'The pay agreement between Brightwater and the union was signed.'],
  ],
  [
    ['2024-05 end', 'China revised its list of export bans.'],
    ['2024-05', 'China updated the list of export bans.'],
  ],
  [
    [null, 'Greta Moss has resigned as head of Arvik Foods.'],
    ['2024-05-03', 'Greta Moss, head of Arvik Foods, stepped down.'],
  ],
  [
    [null, 'Mayor Elin Stroud has resigned.'],
    [null, 'Elin Stroud, the mayor, has stepped down.'],
  ],
  // Deadlines and plans.
  [
    [
      '2024-06-15',
      'Shareholders of Brightwater have until 15 June to accept the offer.',
      'deadline',
    ],
    ['2024-06-15', 'Brightwater shareholders must accept the offer by 15 June.', 'deadline'],
  ],
  [
    ['2024-06-15', 'Port Hale will elect a new mayor on 15 June.', 'planned'],
    ['2024-06-15', 'The election of the mayor of Port Hale is on 15 June.', 'planned'],
  ],
  [
    ['2024-06-15', 'Applications for aid close on 15 June.', 'deadline'],
    ['2024-06-15', 'Families can submit applications for aid until 15 June.', 'deadline'],
  ],
  [
    ['2024-06-15', 'The drivers plan to walk out on 15 June.', 'planned'],
    ['2024-06-15', 'The drivers walked out and stopped every tram.', 'event'],
  ],
  [
    [
      '2024-06-15',
      'President Ada Quill gave American farmers until 15 June to stop trading with Brightwater.',
      'deadline',
    ],
    [
      '2024-06-15',
      'American President Ada Quill set a deadline of 15 June for the ferries of Brightwater to be sold or face a ban.',
      'deadline',
    ],
  ],
  // What one party says on one day, in its parts.
  [
    ['2024-05-03', 'The Quay Post reported that Brightwater will not sell its ferries.', 'report'],
    ['2024-05-03', 'Brightwater will not sell its ferries, a broadcaster said.', 'report'],
  ],
  // In Chinese.
  [
    ['2024-05-03', '亮水公司拒绝了哈尔登集团的收购报价。'],
    ['2024-05-03', '哈尔登集团的收购报价遭亮水公司回绝。'],
  ],
  [
    ['2024-05-03', '港城市长林慧辞职。'],
    ['2024-05-03', '市长林慧宣布卸任港城市长职务。'],
  ],
  [
    ['2024-05-03', '警方逮捕了银行家郑明远。'],
    ['2024-05-03', '银行家郑明远被警方拘捕。'],
  ],
  [
    ['2024-05-03', '海岸食品召回四万瓶蜂蜜。'],
    ['2024-05-03', '海岸食品公司宣布，四万瓶蜂蜜将被召回。'],
  ],
  [
    ['2024-05-03', '工会与亮水公司签署薪资协议。'],
    ['2024-05-03', '亮水公司和工會簽訂了薪資協議。'],
  ],
  [
    ['2024-06-15', '考生须在6月15日前完成报名。', 'deadline'],
    ['2024-06-15', '考生报名6月15日截止。', 'deadline'],
  ],
  [
    [null, '质量总监周岚已被免职。'],
    [null, '负责质量的总监周岚被免去职务。'],
  ],
  // Across the languages.
  [
    ['2024-05-03', 'Microsoft acquired the game studio for $70 million.'],
    ['2024-05-03', '微软以7000万美元收购了这家游戏工作室。'],
  ],
  [
    ['2024-05-03', 'Apple sued Qualcomm in a court in California.'],
    ['2024-05-03', '苹果公司在加利福尼亚的法院起诉高通。'],
  ],
  [
    ['2024-05-03', 'Google was fined by the European Union.'],
    ['2024-05-03', '欧盟对谷歌处以罚款。'],
  ],
  [
    ['2024-05-03', 'Amazon dismissed 300 employees in Germany.'],
    ['2024-05-03', '亚马逊在德国解雇了300名员工。'],
  ],
  [
    ['2024-05-03', 'Oracle was chosen as the technology partner.'],
    ['2024-05-03', '甲骨文被选为技术合作伙伴。'],
  ],
  [
    [null, 'Kevin Mayer has resigned as chief executive of TikTok.'],
    [null, 'TikTok首席执行官凯文·梅耶尔(Kevin Mayer)辞职。'],
  ],
  [
    ['2024-07-03', 'Shareholders of Microsoft vote on the takeover on 3 July.', 'planned'],
    ['2024-07-03', '微软股东将于7月3日就收购投票。', 'planned'],
  ],
  [
    ['2024-05-03', 'The factory of Toyota in Brazil closed.'],
    ['2024-05-03', '丰田在巴西的工厂关闭。'],
  ],
  [
    ['2024-05-03', 'In Caldermoor the mayor, Verena Holbrook, was arrested by police.'],
    ['2024-05-03', '警方逮捕了市长韦雷娜·霍尔布鲁克。'],
  ],
];

const DIFFERENT: readonly (readonly [Told, Told])[] = [
  // They begin alike, and go on with something else.
  [
    ['2024-05-03', '亮水公司拒绝了收购。'],
    ['2024-05-03', '亮水公司召回四万瓶蜂蜜。'],
  ],
  [
    ['2024-05-03', '市长林慧已经辞职。'],
    ['2024-05-03', '市长林慧宣布新的预算。'],
  ],
  [
    ['2024-05-03', 'Brightwater signed a contract with Halden Group.'],
    ['2024-05-03', 'Brightwater signed a contract with Norell Shipping.'],
  ],
  [
    ['2024-05-03', 'The council approved the harbour budget.'],
    ['2024-05-03', 'The council approved the stadium plan.'],
  ],
  // The same day and company, another act.
  [
    ['2024-05-03', 'Brightwater rejected a bid by Halden Group.'],
    ['2024-05-03', 'Brightwater opened a terminal in Port Hale.'],
  ],
  [
    ['2024-05-03', 'Arvik Foods recalled 40,000 jars of honey.'],
    ['2024-05-03', 'Arvik Foods reported a profit of 3 million.'],
  ],
  [
    ['2024-05-03', 'Arvik Foods sold its bakery.'],
    ['2024-05-03', 'Arvik Foods sued its bakery.'],
  ],
  [
    ['2024-05-03', 'The union signed an agreement with Brightwater.'],
    ['2024-05-03', 'The union elected a leader at Brightwater.'],
  ],
  [
    ['2024-05-03', 'Police searched the offices of Arvik Foods.'],
    ['2024-05-03', 'Arvik Foods closed the offices of its lawyers.'],
  ],
  [
    ['2024-05-03', 'Port Hale began to build a dam.'],
    ['2024-05-03', 'The old dam above Port Hale collapsed.'],
  ],
  [
    ['2024-05-03', 'Halden Group offered $2 billion for Brightwater.'],
    ['2024-05-03', 'Halden Group suspended its finance chief.'],
  ],
  [
    ['2024-05-03', '警方逮捕了银行家郑明远。'],
    ['2024-05-03', '警方搜查了市政厅。'],
  ],
  [
    ['2024-05-03', 'Google was fined by the European Union.'],
    ['2024-05-03', '谷歌发布新手机。'],
  ],
  [
    ['2024-05-03', 'Microsoft acquired the game studio.'],
    ['2024-05-03', '微软解雇了一千名员工。'],
  ],
  [
    ['2024-05-03', 'Apple sued Qualcomm.'],
    ['2024-05-03', '苹果公司关闭了门店。'],
  ],
  // The same act, another party or thing.
  [
    ['2024-05-03', 'Police arrested the banker Otto Lind.'],
    ['2024-05-03', 'Police arrested the singer Maya Fell.'],
  ],
  [
    ['2024-05-03', 'Greta Moss was appointed head of Arvik Foods.'],
    ['2024-05-03', 'Hugo Renn was appointed head of Norell Shipping.'],
  ],
  [
    ['2024-05-03', 'A fire destroyed the rope works in Port Hale.'],
    ['2024-05-03', 'A fire destroyed a school in Alderby.'],
  ],
  [
    ['2024-05-03', 'Mayor Elin Stroud resigned.'],
    ['2024-05-03', 'Police chief Hugo Renn resigned.'],
  ],
  [
    ['2024-05-03', 'Tram drivers in Port Hale went on strike.'],
    ['2024-05-03', 'Bus cleaners in Alderby went on strike.'],
  ],
  [
    ['2024-05-03', 'Halden Group bought the shipyard of Port Hale.'],
    ['2024-05-03', 'Norell Shipping bought the cinema of Alderby.'],
  ],
  [
    ['2024-05-03', 'Brightwater rejected a bid by Halden Group.'],
    ['2024-05-03', 'Arvik Foods rejected a bid by Norell Shipping.'],
  ],
  [
    ['2024-05-03', '警方逮捕了银行家郑明远。'],
    ['2024-05-03', '警方逮捕了歌手苏晓梅。'],
  ],
  [
    ['2024-05-03', '海岸食品召回四万瓶蜂蜜。'],
    ['2024-05-03', '北岭电器召回三千台水壶。'],
  ],
  [
    ['2024-05-03', '青台县下令转移村民。'],
    ['2024-05-03', '白岭县下令关闭煤矿。'],
  ],
  [
    ['2024-05-03', 'Google was fined by the European Union.'],
    ['2024-05-03', '英国对亚马逊处以罚款。'],
  ],
  [
    ['2024-05-03', 'Oracle was chosen as the technology partner.'],
    ['2024-05-03', '沃尔玛被选为物流供应商。'],
  ],
  // Steps of one matter.
  [
    ['2024-05-03', 'The harbour bridge at Port Hale closed.'],
    ['2024-05-03', 'The harbour bridge at Port Hale reopened.'],
  ],
  [
    ['2024-05-03', 'Talks between Brightwater and the union began.'],
    ['2024-05-03', 'Talks between Brightwater and the union ended.'],
  ],
  [
    ['2024-05-03', 'Police arrested Otto Lind.'],
    ['2024-05-03', 'Police released Otto Lind.'],
  ],
  [
    ['2024-01-05', 'Lindholm refused a first bid for the striker.'],
    ['2024-01-05', 'Lindholm refused a second bid for the striker.'],
  ],
  [
    ['2024-05-03', '谈判开始。'],
    ['2024-05-03', '谈判破裂后结束。'],
  ],
  [
    ['2024-05-03', '市长发起第一次公投。'],
    ['2024-05-03', '市长发起第二次公投。'],
  ],
  // The same act on other days.
  [
    ['2024-05-03', 'Dockers at Port Hale went on strike.'],
    ['2024-08-19', 'Dockers at Port Hale went on strike.'],
  ],
  [
    ['2022-05', 'Arvik Foods recalled jars of honey.'],
    ['2024-05', 'Arvik Foods recalled jars of honey.'],
  ],
  [
    ['2024-02-03', 'The council approved the harbour budget.'],
    ['2024-05-03', 'The council approved the harbour budget.'],
  ],
  [
    ['2024-05-03', '警方搜查了市政厅。'],
    ['2024-09-03', '警方搜查了市政厅。'],
  ],
  [
    ['2019', 'Halden Group bought a ferry.'],
    ['2021', 'Halden Group bought a ferry.'],
  ],
  [
    ['2024-05-03', 'Brightwater raised its fares.'],
    ['2024-05-10', 'Halden Group raised its fares.'],
  ],
  [
    ['2024-05-03', 'Thousands marched through Port Hale.'],
    ['2024-05-17', 'Thousands marched through Alderby.'],
  ],
  // Roles: a deadline is not the order that set it.
  [
    ['2024-05', 'The mayor signed an order that gives landlords until 15 June to register.'],
    [
      '2024-06-15',
      'The mayor signed an order that gives landlords until 15 June to register.',
      'deadline',
    ],
  ],
  [
    ['2024-06-15', 'Shareholders must accept the offer by 15 June.', 'deadline'],
    ['2024-06-15', 'The shareholders met and accepted the offer.'],
  ],
  [
    ['2024-06-15', 'Candidates must register by 15 June.', 'deadline'],
    ['2024-06-15', 'Families must apply for aid by 15 June.', 'deadline'],
  ],
  [
    ['2024-06-15', 'Port Hale will elect a mayor on 15 June.', 'planned'],
    ['2024-06-15', 'The fair in Alderby opens on 15 June.', 'planned'],
  ],
  [
    ['2024-06-15', '考生须在6月15日前报名。', 'deadline'],
    ['2024-06-15', '企业须在6月15日前缴税。', 'deadline'],
  ],
  [
    ['2024-06-15', 'The transfer window closes on 15 June.', 'deadline'],
    ['2024-06-15', '居民须在6月15日前申请补助。', 'deadline'],
  ],
  // Figures that differ.
  [
    ['2024-05-03', 'Arvik Foods recalled 40,000 jars.'],
    ['2024-05-03', 'Norell Foods recalled 900 tins.'],
  ],
  [
    ['2024-05-03', 'The list gained 23 items.'],
    ['2024-05-03', 'The rules of 21 items were revised.'],
  ],
  // Reports: other reporters, other claims.
  [
    [
      '2024-05-03',
      'The Harbour Times reported that Brightwater will not sell its ferries to Halden Group.',
      'report',
    ],
    [
      '2024-05-03',
      'The Quay Post reported that Brightwater will keep its booking system to itself.',
      'report',
    ],
  ],
  [
    ['2024-05-03', 'Halden Group said that its profit had fallen.', 'report'],
    ['2024-05-03', 'Brightwater said that its ferries had carried a million cars.', 'report'],
  ],
  [
    ['2024-05-03', '《海港报》称亮水公司不会出售渡轮。', 'report'],
    ['2024-05-03', '《码头报》称亮水公司的总裁将离任。', 'report'],
  ],
  // What a party does, and what it says.
  [
    ['2024-05-03', 'Halden Group said its bid for the ferries of Brightwater was rejected.'],
    ['2024-05-03', 'Halden Group sued the ferries of Brightwater.'],
  ],
  [
    ['2024-05-03', 'Halden Group said its bid for the ferries was rejected.'],
    ['2024-05-03', 'Halden Group said its quarterly profit had fallen by 12 per cent.'],
  ],
  // No date.
  [
    [null, 'Mayor Elin Stroud has resigned.'],
    [null, 'Mayor Elin Stroud has been fined.'],
  ],
  // Both sides of a dispute, and one of them.
  // An act of its own, after the one of the date.
  [
    [null, 'Arvik Foods filed a lawsuit following the executive order of Mayor Elin Stroud.'],
    ['2024-05-03', 'Mayor Elin Stroud issued an executive order against Arvik Foods.'],
  ],
  [
    [null, 'Arvik Foods went to court after the executive order of Mayor Elin Stroud.'],
    ['2024-05-03', 'Mayor Elin Stroud issued an executive order against Arvik Foods.'],
  ],
  [
    [null, 'Greta Moss has left Arvik Foods.'],
    [null, 'Hugo Renn has left Norell Shipping.'],
  ],
  [
    [null, 'The police chief has been suspended.'],
    ['2024-05-03', 'The director of the reservoir has been suspended.'],
  ],
  [
    [null, 'The company gave no reason.'],
    [null, 'The company gave no date.'],
  ],
  [
    [null, 'The spokesman declined to comment on the bid.'],
    ['2024-05-03', 'The spokesman presented the bid.'],
  ],
  [
    [null, '警察局长已被停职。'],
    [null, '水库主任已被停职。'],
  ],
  [
    [null, 'Kevin Mayer has resigned.'],
    [null, '约翰·史密斯已经辞职。'],
  ],
  // A date that only holds the other.
  [
    ['2024-05', 'Brightwater opened a terminal in Port Hale.'],
    ['2024-05-03', 'Brightwater closed an office in Port Hale.'],
  ],
  [
    ['2024', 'Halden Group bought the shipyard of Port Hale.'],
    ['2024-05-03', 'Halden Group offered $2 billion for Brightwater.'],
  ],
  [
    ['2024-05', '港城数千人游行。'],
    ['2024-05-03', '港城数千人投票。'],
  ],
];

describe('two mentions are one event', () => {
  it.each(SAME.map((pair) => [pair[0][1], pair[1][1], pair] as const))(
    '%s = %s',
    async (_one, _other, pair) => {
      expect(await eventCount(pair)).toBe(1);
    },
  );
});

describe('one article', () => {
  it('tells an event in both languages as one', async () => {
    const english = createMention({
      article: 'a',
      text: 'Prompted by changes in the structure of the company and by months of quarrels with its owners in the summer, Kevin Mayer resigned as chief executive.',
    });
    const chinese = createMention({
      article: 'a',
      text: '凯文·梅耶尔(Kevin Mayer)上任不久，就在夏天辞去TikTok首席执行官一职。',
    });
    const sentence = { ...chinese.sentence, start: 1000, end: 1000 + chinese.text.length };
    expect(await merge([english, { ...chinese, sentence }])).toHaveLength(1);
  });
});

describe('two mentions are two events', () => {
  it.each(DIFFERENT.map((pair) => [pair[0][1], pair[1][1], pair] as const))(
    '%s ≠ %s',
    async (_one, _other, pair) => {
      expect(await eventCount(pair)).toBe(2);
    },
  );
});
