import type { Article } from '../../src/corpus/index.ts';
import { byId, createArticle } from './articles.ts';

/** A running story of our own: how a ferry pier fell, with figures that change, in English. */
export const PIER_STORY: ReadonlyMap<string, Article> = byId([
  createArticle({
    id: 'fall',
    title: 'Ferry pier falls',
    publisher: 'Harbour Post',
    published: '2024-03-04',
    text: 'The old ferry pier of Harbour gave way on Monday evening when a cargo crane was rolled onto it. At least two people were killed and six were hurt, police said.',
  }),
  createArticle({
    id: 'inquiry',
    title: 'Inquiry into the pier',
    publisher: 'Coast Times',
    published: '2024-03-05',
    text: [
      'Five people are now known to have died in the fall of the ferry pier, the hospital said on Tuesday.',
      'What caused the pier to fall?',
      'Engineers found that the piles had rusted through below the water line, said Olga Brandt, who leads the inquiry.',
      'What happens next?',
      'The port authority will pull down the rest of the pier in April.',
    ].join('\n\n'),
  }),
  createArticle({
    id: 'council',
    title: 'Council votes for a new pier',
    publisher: 'Harbour Post',
    published: '2024-03-12',
    text: [
      'The council voted nine to two for a new ferry pier on Tuesday. Mayor Ines Holt said the pier would cost 14 million euros and open in June next year.',
      'The harbour master, Tom Reyes, resigned on Wednesday after reports that he had not read a warning of last autumn.',
      'Residents have collected 3,000 signatures against the plan because the ferries would pass close to the bathing beach.',
    ].join('\n\n'),
  }),
  createArticle({
    id: 'divers',
    title: 'Last worker found',
    publisher: 'Harbour Post',
    published: '2024-03-14',
    text: [
      'Divers found the body of the last missing dock worker on Thursday, which brings the number of dead to seven.',
      'Contributing: A. Writer, Wire Agency. Follow the Harbour Post for all the latest news on the pier.',
    ].join('\n\n'),
  }),
  createArticle({
    id: 'crane',
    title: 'Crane firm denies blame',
    publisher: 'Coast Times',
    published: '2024-03-15',
    text: [
      'The crane operator, Baltic Lift, denied that its crane was too heavy. “We were told that the pier could carry 80 tonnes,” said its head, Petra Lund.',
      'The insurer will pay each family 50,000 euros, a spokesman said.',
    ].join('\n\n'),
  }),
]);

/** The same story in Chinese. */
export const CHINESE_PIER_STORY: ReadonlyMap<string, Article> = byId([
  createArticle({
    id: '坍塌',
    title: '渡轮码头坍塌',
    published: '2024-03-04',
    text: '港口市旧渡轮码头周一晚间坍塌，当时一台货运吊车正驶上码头。警方称，事故造成至少2人死亡、6人受伤。',
  }),
  createArticle({
    id: '调查',
    title: '码头事故调查',
    published: '2024-03-05',
    text: [
      '医院周二通报，码头坍塌事故已有5人遇难。',
      '码头为什么会坍塌？',
      '负责调查的工程师奥尔加·布兰特表示，码头桩基在水线以下已经锈穿。',
      '港务局称，去鸥岛可以改乘北港的渡轮，船票免费。',
    ].join('\n\n'),
  }),
  createArticle({
    id: '致歉',
    title: '港务局就停航致歉',
    published: '2024-03-12',
    text: [
      '市议会周二以九比二通过了新渡轮码头的计划。市长霍尔特说，新码头将耗资1400万欧元，明年6月启用。',
      '港务主管雷耶斯周三辞职。此前有报道称，他没有读过去年秋天的一份警告。',
      '港务局向滞留的乘客表达歉意。',
    ].join('\n\n'),
  }),
  createArticle({
    id: '潜水员',
    title: '最后一名工人找到',
    published: '2024-03-14',
    text: [
      '潜水员周四找到最后一名失踪码头工人的遗体，遇难人数增至7人。',
      '家属对赔偿方案不满，聚集在市政厅门前。',
      '更多阅读：码头事故最新进展 编辑 李四',
    ].join('\n\n'),
  }),
  createArticle({
    id: '吊车',
    title: '吊车公司否认超重',
    published: '2024-03-15',
    text: [
      '吊车公司波罗的吊装否认吊车超重。“我们被告知码头可以承重80吨，”公司负责人佩特拉·伦德说。',
      '警方已对两名主管采取强制措施。',
    ].join('\n\n'),
  }),
]);
