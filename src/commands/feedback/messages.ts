import { counted, createTranslations, text } from '../../i18n/index.ts';

/** What is said about feedback, about what is stored for it, and by `/insights` and `/privacy`. */
export const feedbackMessages = createTranslations(
  {
    wasItRight: 'Was this the right quote?',
    /** Where there are several quotes. */
    wasFirstRight: 'Was the first quote the right one?',
    votes: { right: 'Yes', wrong: 'No' },
    thanks: {
      counted: 'Thank you, this helps.',
      replaced: 'Thank you. This replaces your earlier answer.',
      unknown:
        'Thank you, but this question is no longer stored, so your answer could not be counted.',
    },
    personUnknown: 'I can’t tell who you are, so this can’t be counted.',
    off: 'Feedback is switched off here: nothing is stored, so there is nothing to show.',
    unavailable:
      'The stored feedback can’t be reached at the moment. Answers are not affected. Please try again later.',
    deleted: (questions: number, votes: number) =>
      `Deleted: ${counted(questions, 'question')}, ${counted(votes, 'marked quote')}.`,

    privacy: {
      heading: 'What is stored when you ask',
      questions: (days: number) =>
        `Your question, its time, your filters, whether there was an answer, and which quote came first. Deleted after ${counted(days, 'day')}.`,
      votes:
        'Whether you marked a quote as right or wrong: one answer per quote and question, for the same time.',
      hash: 'Not your name or id, but a code in their place. It stays the same, so that your questions count as one person’s and can be deleted.',
      not: 'Nothing else: no messages, and none of the text you check with “Find sources”. Moderators can read the questions, but not who asked them.',
      stored: (questions: number, votes: number) =>
        `Stored about you now: ${counted(questions, 'question')}, ${counted(votes, 'marked quote')}.`,
      nothingStored: 'Nothing is stored about you now.',
      deleteMine: 'Delete my data',
    },

    insights: {
      unansweredHeading: (count: number) => `${counted(count, 'question')} without an answer`,
      noneUnanswered: (days: number) =>
        `Every question of the last ${counted(days, 'day')} had an answer.`,
      wrongHeading: (count: number) => `${counted(count, 'quote')} marked as wrong`,
      noneWrong: (days: number) =>
        `No quote was marked as wrong in the last ${counted(days, 'day')}.`,
      people: (count: number) => counted(count, 'person', 'people'),
      times: (count: number) => (count === 1 ? 'asked once' : text`asked ${count} times`),
      between: (first: string, last: string) => (first === last ? first : `${first} – ${last}`),
      markedWrong: (people: number) => `marked as wrong by ${counted(people, 'person', 'people')}`,
      markedRight: (people: number) => text`as right by ${people}`,
      passageGone: (articleId: string) => `The quote is no longer in the articles (${articleId}).`,
      storedFor: (days: number) =>
        `Stored for ${counted(days, 'day')}. Questions with the same meaning are counted together.`,
      exportHeading: 'Questions and feedback',
      exported: (rows: number) => `The file has ${counted(rows, 'row')}.`,
      omitted: (rows: number) => `${counted(rows, 'older row')} did not fit.`,
      exportNote:
        'The file shows what people asked, but not who they are. Please handle it with care.',
      deleteHeading: 'Delete all questions and feedback?',
      deleteWarning: 'This deletes everything stored about everyone. It cannot be undone.',
      deleteEverything: 'Delete everything',
      auditExport: (rows: number) => `exported questions and feedback (${counted(rows, 'row')})`,
      auditDelete: (questions: number, votes: number) =>
        `deleted all feedback (${counted(questions, 'question')}, ${counted(votes, 'marked quote')})`,
    },
  },
  (zh) => ({
    wasItRight: zh`这是您要找的引文吗？`,
    wasFirstRight: zh`第一条引文是您要找的吗？`,
    votes: { right: zh`是`, wrong: zh`不是` },
    thanks: {
      counted: zh`谢谢，您的反馈很有用。`,
      replaced: zh`谢谢，已替换您之前的评价。`,
      unknown: zh`谢谢，但这个问题已不再保存，因此无法计入您的评价。`,
    },
    personUnknown: zh`无法得知您是谁，因此不能计入。`,
    off: zh`此处已关闭反馈功能：没有保存任何内容，因此没有可显示的内容。`,
    unavailable: zh`目前无法读取保存的反馈。回答不受影响，请稍后再试。`,
    deleted: (questions, votes) => zh`已删除：${questions} 个问题，${votes} 个引文评价。`,

    privacy: {
      heading: zh`提问时会保存什么`,
      questions: (days) =>
        zh`您的问题、提问时间、筛选条件、是否找到答案，以及排在首位的引文。${days} 天之后删除。`,
      votes: zh`您把引文标为正确还是错误：同一问题的同一引文只保留一次评价，保存时间相同。`,
      hash: zh`不保存您的名称和 ID，而以固定的代号代替，以便把您的问题算作同一人所提，并供您删除。`,
      not: zh`此外不保存任何内容：不保存消息，也不保存您用“查找出处”核对的文字。管理员可以看到问题，但看不到是谁提的。`,
      stored: (questions, votes) => zh`目前保存了您的 ${questions} 个问题，${votes} 个引文评价。`,
      nothingStored: zh`目前没有保存您的任何内容。`,
      deleteMine: zh`删除我的数据`,
    },

    insights: {
      unansweredHeading: (count) => zh`${count} 个没有答案的问题`,
      noneUnanswered: (days) => zh`最近 ${days} 天内，所有问题都有答案。`,
      wrongHeading: (count) => zh`${count} 段被标为错误的引文`,
      noneWrong: (days) => zh`最近 ${days} 天内，没有引文被标为错误。`,
      people: (count) => zh`${count} 人`,
      times: (count) => zh`提问 ${count} 次`,
      between: (first, last) => (first === last ? first : zh`${first}至${last}`),
      markedWrong: (people) => zh`${people} 人标为错误`,
      markedRight: (people) => zh`${people} 人标为正确`,
      passageGone: (articleId) => zh`文章中已没有这条引文（${articleId}）。`,
      storedFor: (days) => zh`保存 ${days} 天。意思相同的问题合并计算。`,
      exportHeading: zh`问题与反馈`,
      exported: (rows) => zh`文件共有 ${rows} 条记录。`,
      omitted: (rows) => zh`另有 ${rows} 条记录因较早而未能放入。`,
      exportNote: zh`文件中有大家提出的问题，但没有提问者的身份。请妥善保管。`,
      deleteHeading: zh`要删除所有问题与反馈吗？`,
      deleteWarning: zh`所有人的内容都将被永久删除，无法恢复。`,
      deleteEverything: zh`全部删除`,
      auditExport: (rows) => zh`导出了问题与反馈（${rows} 条记录）`,
      auditDelete: (questions, votes) =>
        zh`删除了所有反馈（${questions} 个问题，${votes} 个引文评价）`,
    },
  }),
);
