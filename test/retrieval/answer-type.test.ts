import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/language/script-language.ts';
import { type AnswerKind, askedKind, placesOfKind } from '../../src/retrieval/query/answer-type.ts';

describe('a question asks for', () => {
  it.each<[AnswerKind | null, string]>([
    ['deadline', 'By when must the bridge close?'],
    ['deadline', '大桥最晚什么时候关闭？'],
    ['date', 'When did the ferry sink?'],
    ['date', 'In which year was the quay built?'],
    ['date', '渡轮什么时候沉没？'],
    ['date', '码头建于何年？'],
    ['date', '碼頭在什麼時間重開？'],
    ['date', '桥是哪个年代建的？'],
    ['duration', '合同有多少年？'],
    ['duration', 'How long will the bridge be closed?'],
    ['duration', 'For how long has the mayor been ill?'],
    ['duration', 'How long was the delay?'],
    ['duration', 'How many weeks did the strike last?'],
    ['duration', '大桥要关闭多久？'],
    ['duration', '維修需要幾個月？'],
    ['amount', 'How long is the bridge?'],
    ['amount', 'How many ferries sank?'],
    ['money', 'How much will the repairs cost?'],
    ['money', '维修费用是多少？'],
    ['money', 'What does a ticket cost?'],
    ['money', '一张票多少钱'],
    ['amount', 'How much water came in?'],
    ['person', 'Who built the quay?'],
    ['reason', 'Why was the bridge closed?'],
    ['reason', '大桥为什么关闭？'],
    [null, 'Was the bridge closed?'],
    [null, '大桥关闭了吗？'],
  ])('%s: %s', (kind, question) => expect(askedKind(question)).toBe(kind));
});

const holds = (text: string, kind: AnswerKind) =>
  placesOfKind(text, kind, languageOf(text)).length > 0;

describe('a text holds', () => {
  it.each<[AnswerKind, string]>([
    ['deadline', 'It must close by 15 September.'],
    ['deadline', '大桥必须在九月十五日之前关闭。'],
    ['date', 'It closed on Tuesday.'],
    ['date', '大桥星期二关闭。'],
    ['duration', 'It will be closed for three weeks.'],
    ['duration', 'After a 30-day wait they sailed.'],
    ['duration', 'They waited a year and a half.'],
    ['duration', 'It has been closed since 1987.'],
    ['duration', 'It stays closed until Friday.'],
    ['duration', '大桥将关闭三个月。'],
    ['duration', '維修需要30天。'],
    ['duration', '谈判持续了两年多。'],
    ['amount', 'It cost 12 million crowns.'],
    ['money', 'It cost 12 million crowns.'],
    ['money', 'Tickets are $4.50.'],
    ['money', '费用为一千二百万克朗。'],
    ['amount', '费用为一千二百万克朗。'],
    ['person', 'The quay was built by Nora Quill.'],
    ['reason', 'It closed because its pillars had moved.'],
  ])('%s: %s', (kind, text) => expect(holds(text, kind)).toBe(true));

  it.each<[AnswerKind, string]>([
    ['deadline', 'It closed on 15 September.'],
    ['date', 'It closed in the rain.'],
    ['duration', 'It closed on Tuesday with 30 boats.'],
    ['duration', 'The yearly report has three parts.'],
    ['duration', '三十艘船停航。'],
    ['duration', '大桥在2019年9月15日关闭。'],
    ['duration', '码头建于九十年代。'],
    ['amount', 'The bridge leans.'],
    ['amount', 'It was built in 1987.'],
    ['amount', '大桥9月15日关闭，一家报纸说。'],
    ['money', 'It carries 80 tonnes.'],
    ['money', '大桥可以承重80吨。'],
    ['person', 'The quay was built of oak.'],
    ['reason', 'It closed on Tuesday.'],
  ])('no %s: %s', (kind, text) => expect(holds(text, kind)).toBe(false));
});
