import type { VoteOutcome } from '../../feedback/index.ts';
import type { Translations } from '../../i18n/index.ts';

/** What is said about feedback, and about what is kept for it. */
export interface FeedbackMessages {
  readonly wasItRight: string;
  /** Where there are more quotes than one. */
  readonly wasFirstRight: string;
  readonly votes: Readonly<Record<'right' | 'wrong', string>>;
  readonly thanks: Readonly<Record<VoteOutcome, string>>;
  readonly personUnknown: string;
  readonly off: string;
  readonly unavailable: string;

  readonly privacyHeading: string;
  readonly privacyQuestions: (days: string) => string;
  readonly privacyVotes: string;
  readonly privacyHash: string;
  readonly privacyNot: string;
  readonly keptOfYou: (questions: string, votes: string) => string;
  readonly nothingKeptOfYou: string;
  readonly deleteMine: string;
  readonly deletedMine: (questions: string, votes: string) => string;
}

/** The words of feedback in every language. */
export const feedbackMessages: Translations<FeedbackMessages> = {
  en: {
    wasItRight: 'Was this the right quote?',
    wasFirstRight: 'Was the first quote the right one?',
    votes: { right: 'Yes', wrong: 'No' },
    thanks: {
      counted: 'Thank you, this helps.',
      replaced: 'Thank you. This replaces what you said before.',
      unknown:
        'Thank you, but this question is no longer kept here, so your answer could not be counted.',
    },
    personUnknown: 'This cannot be counted, because it is not known who you are.',
    off: 'Feedback is switched off here: nothing is kept, and there is nothing to show.',
    unavailable:
      'What is kept cannot be reached at the moment, so this could not be done. Answers are not affected. Please try again later.',
    privacyHeading: 'What is kept when you ask',
    privacyQuestions: (days) =>
      `Your question, when you asked it, the filters you used, whether there was an answer and which quote came first. It is deleted after ${days} days.`,
    privacyVotes:
      'Whether you marked a quote as right or wrong. One answer for each quote and question, for as long as that.',
    privacyHash:
      'Your name and id are not kept. In their place is a code that is the same each time, so that your questions count as those of one person and can be deleted.',
    privacyNot:
      'Nothing else is kept: no messages, and no text of others that you looked up sources for. Moderators can read the questions, without who asked them.',
    keptOfYou: (questions, votes) =>
      `Kept of you now: questions ${questions}, marked quotes ${votes}.`,
    nothingKeptOfYou: 'Nothing is kept of you now.',
    deleteMine: 'Delete what is mine',
    deletedMine: (questions, votes) => `Deleted: questions ${questions}, marked quotes ${votes}.`,
  },
  'zh-CN': {
    wasItRight: '这是你要找的引文吗？',
    wasFirstRight: '第一条引文是你要找的吗？',
    votes: { right: '是', wrong: '不是' },
    thanks: {
      counted: '谢谢，这很有帮助。',
      replaced: '谢谢，已替换你之前的评价。',
      unknown: '谢谢，但这个问题的记录已被删除，因此无法计入你的评价。',
    },
    personUnknown: '无法得知你是谁，因此不能计入。',
    off: '此处未启用反馈功能：没有保存任何内容，也没有可显示的内容。',
    unavailable: '目前无法访问保存的内容，因此未能完成。回答不受影响，请稍后再试。',
    privacyHeading: '提问时会保存什么',
    privacyQuestions: (days) =>
      `你的问题、提问时间、所用的筛选条件、是否找到回答以及排在首位的引文。${days} 天后删除。`,
    privacyVotes: '你把引文标为正确还是错误。同一问题的同一引文只保留一次评价，保存时间相同。',
    privacyHash:
      '不保存你的名称和 ID，只保存一个固定的代码，用来把你的问题算作同一人所提，并供你删除。',
    privacyNot:
      '此外不保存任何内容：不保存消息，也不保存你为他人文字查找来源时的内容。管理员可以看到问题，但看不到是谁提的。',
    keptOfYou: (questions, votes) => `目前保存的内容：问题 ${questions} 条，引文评价 ${votes} 条。`,
    nothingKeptOfYou: '目前没有保存你的任何内容。',
    deleteMine: '删除我的内容',
    deletedMine: (questions, votes) => `已删除：问题 ${questions} 条，引文评价 ${votes} 条。`,
  },
  'zh-TW': {
    wasItRight: '這是你要找的引文嗎？',
    wasFirstRight: '第一則引文是你要找的嗎？',
    votes: { right: '是', wrong: '不是' },
    thanks: {
      counted: '謝謝，這很有幫助。',
      replaced: '謝謝，已取代你先前的評價。',
      unknown: '謝謝，但這個問題的紀錄已被刪除，因此無法計入你的評價。',
    },
    personUnknown: '無法得知你是誰，因此不能計入。',
    off: '此處未啟用回饋功能：沒有保存任何內容，也沒有可顯示的內容。',
    unavailable: '目前無法存取保存的內容，因此未能完成。回答不受影響，請稍後再試。',
    privacyHeading: '提問時會保存什麼',
    privacyQuestions: (days) =>
      `你的問題、提問時間、所用的篩選條件、是否找到回答，以及排在首位的引文。${days} 天後刪除。`,
    privacyVotes: '你把引文標為正確或錯誤。同一問題的同一引文只保留一次評價，保存時間相同。',
    privacyHash:
      '不保存你的名稱和 ID，只保存一個固定的代碼，用來把你的問題算作同一人所提，並供你刪除。',
    privacyNot:
      '此外不保存任何內容：不保存訊息，也不保存你為他人文字查找來源時的內容。管理員可以看到問題，但看不到是誰提的。',
    keptOfYou: (questions, votes) => `目前保存的內容：問題 ${questions} 則，引文評價 ${votes} 則。`,
    nothingKeptOfYou: '目前沒有保存你的任何內容。',
    deleteMine: '刪除我的內容',
    deletedMine: (questions, votes) => `已刪除：問題 ${questions} 則，引文評價 ${votes} 則。`,
  },
};
