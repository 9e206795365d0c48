import type { Translations } from '../../i18n/index.ts';

type Stage = 'reading' | 'indexing';

/** What `/reindex` says. Names of people come ready to be shown, counts and times in the language. */
export interface ReindexMessages {
  /** Whoever is no person, and whoever is not known. */
  readonly actors: Readonly<Record<'terminal' | 'watcher' | 'unknown', string>>;
  /** Headings. */
  readonly preview: string;
  readonly applied: string;
  readonly status: string;
  readonly anotherRuns: string;
  readonly alreadyDifferent: string;
  /** Of a report. */
  readonly nothingChanged: string;
  readonly added: (count: string) => string;
  readonly changed: (count: string) => string;
  readonly removed: (count: string) => string;
  readonly rejected: (count: string) => string;
  readonly warnings: (count: string) => string;
  /** The last line of a list that is cut. */
  readonly andMore: (count: string) => string;
  readonly problemAt: (where: string, reason: string) => string;
  readonly indexSummary: (articles: string, passages: string, generation: string) => string;
  readonly took: (seconds: string) => string;
  /** Above a page of a difference that is another one than before. */
  readonly folderChanged: string;
  /** Above what was applied, when it is something else than the preview showed. */
  readonly appliedOther: string;
  /** Instead of applying a preview that was made against another index. */
  readonly previewOutdated: string;
  /** On controls. */
  readonly apply: string;
  readonly cancel: string;
  readonly refresh: string;
  readonly previewAgain: string;
  /** How far it is. */
  readonly progress: Readonly<Record<Stage, (done: string, total: string) => string>>;
  /** What is left of a stage; the last stage is what is left of all. */
  readonly left: Readonly<Record<Stage, (time: string) => string>>;
  readonly seconds: (count: string) => string;
  readonly minutes: (count: string) => string;
  readonly hours: (count: string) => string;
  readonly builtAt: (when: string) => string;
  readonly notRunning: string;
  readonly startedBy: (who: string, when: string) => string;
  /** How the last one ended. */
  readonly lastApplied: (who: string, when: string) => string;
  readonly lastFailed: (who: string, when: string) => string;
  readonly lastCancelled: (by: string, when: string) => string;
  readonly unexpected: string;
  /** To whoever cancels. */
  readonly cancelledRun: (startedBy: string) => string;
  readonly nothingToCancel: string;
  /** To whoever started it. */
  readonly cancelled: (by: string) => string;
  readonly busy: (who: string) => string;
  /** `reason` has no full stop, `remedy` is a sentence. */
  readonly folderUnreadable: (reason: string, remedy: string) => string;
  /** Before lines that name the folders. */
  readonly subfolderUnreadable: string;
  readonly noUsableArticle: (rejected: string) => string;
  /** Why making an index was given up; whoever set up the bot can change the named setting. */
  readonly timeLimit: string;
  readonly memoryLimit: string;
  readonly threadEnded: string;
  /** For the channel of those who watch over the bot. */
  readonly auditApplied: (seconds: string) => string;
  readonly generations: (before: string, after: string) => string;
  readonly auditFailed: (reason: string) => string;
  readonly auditCancelled: (startedBy: string, progress: string) => string;
}

/** English first; the Chinese of each script is written for its readers, not converted. */
export const reindexMessages: Translations<ReindexMessages> = {
  en: {
    actors: {
      terminal: 'somebody in a terminal',
      watcher: 'the folder watcher',
      unknown: 'somebody',
    },
    preview: 'What a reindex would change',
    applied: 'The index is up to date',
    status: 'The index',
    anotherRuns: 'Another reindex is running',
    alreadyDifferent: 'Nothing was applied',
    nothingChanged: 'Nothing has changed.',
    added: (count) => `Added: ${count}`,
    changed: (count) => `Changed: ${count}`,
    removed: (count) => `Removed: ${count}`,
    rejected: (count) => `Rejected: ${count}`,
    warnings: (count) => `Warnings: ${count}`,
    andMore: (count) => `and ${count} more`,
    problemAt: (where, reason) => `${where}: ${reason}`,
    indexSummary: (articles, passages, generation) =>
      `Articles: ${articles} · passages: ${passages} · index version ${generation}`,
    took: (seconds) => `took ${seconds} s`,
    folderChanged:
      'The folder or the index has changed since this was first shown. This is the difference now.',
    appliedOther: 'The folder had changed since the preview. This is what was applied.',
    previewOutdated:
      'The index has been replaced since this preview was made, perhaps by these very changes.',
    apply: 'Apply',
    cancel: 'Cancel',
    refresh: 'Refresh',
    previewAgain: 'Preview again',
    progress: {
      reading: (done, total) => `Files read: ${done} of ${total}`,
      indexing: (done, total) => `Articles indexed: ${done} of ${total}`,
    },
    left: {
      reading: (time) => `about ${time} left for reading`,
      indexing: (time) => `about ${time} left`,
    },
    seconds: (count) => `${count} s`,
    minutes: (count) => `${count} min`,
    hours: (count) => `${count} h`,
    builtAt: (when) => `Built ${when}`,
    notRunning: 'No reindex is running.',
    startedBy: (who, when) => `A reindex is running, started by ${who} ${when}.`,
    lastApplied: (who, when) => `The last reindex, started by ${who}, was applied ${when}.`,
    lastFailed: (who, when) =>
      `The last reindex, started by ${who}, failed ${when}; the index before it is still in use.`,
    lastCancelled: (by, when) =>
      `The last reindex was cancelled by ${by} ${when}; the index before it is still in use.`,
    unexpected: 'Something unforeseen happened. The log says what.',
    cancelledRun: (startedBy) =>
      `Cancelled: the reindex that was started by ${startedBy}. The index before it is still in use.`,
    nothingToCancel: 'No reindex is running, so there is nothing to cancel.',
    cancelled: (by) => `The reindex was cancelled by ${by}. The index before it is still in use.`,
    busy: (who) =>
      `A reindex is already running, started by ${who}. Try again when it is done: /reindex status`,
    folderUnreadable: (reason, remedy) => `Nothing was changed, because ${reason}. ${remedy}`,
    subfolderUnreadable:
      'Nothing was changed, because articles would be lost: not every folder can be read. Check their permissions.',
    noUsableArticle: (rejected) =>
      `Nothing was changed, because the folder holds no article that can be used. Rejected: ${rejected}`,
    timeLimit:
      'Nothing was changed, because building the index takes longer than it may. The limit is the setting INDEX_TIME_LIMIT_SECONDS.',
    memoryLimit:
      'Nothing was changed, because building the index takes more memory than it may. The limit is the setting INDEX_MEMORY_LIMIT_MB.',
    threadEnded:
      'Nothing was changed, because building the index stopped by itself. The log says why.',
    auditApplied: (seconds) => `Reindex applied in ${seconds} s`,
    generations: (before, after) => `index version ${before} → ${after}`,
    auditFailed: (reason) => `Reindex failed. ${reason}`,
    auditCancelled: (startedBy, progress) =>
      `Reindex started by ${startedBy} cancelled. ${progress}`,
  },
  'zh-CN': {
    actors: { terminal: '终端中的用户', watcher: '文件夹监视程序', unknown: '某人' },
    preview: '重建索引将带来的变化',
    applied: '索引已是最新',
    status: '索引状态',
    anotherRuns: '已有一次重建正在进行',
    alreadyDifferent: '没有启用任何变化',
    nothingChanged: '没有变化。',
    added: (count) => `新增：${count}`,
    changed: (count) => `修改：${count}`,
    removed: (count) => `移除：${count}`,
    rejected: (count) => `未采用：${count}`,
    warnings: (count) => `警告：${count}`,
    andMore: (count) => `另有 ${count} 项`,
    problemAt: (where, reason) => `${where}：${reason}`,
    indexSummary: (articles, passages, generation) =>
      `文章：${articles} 篇 · 段落：${passages} 个 · 索引版本 ${generation}`,
    took: (seconds) => `用时 ${seconds} 秒`,
    folderChanged: '自最初显示以来，文件夹或索引已有变动。以下为现在的差异。',
    appliedOther: '预览之后文件夹又有变动。以下为实际启用的变化。',
    previewOutdated: '这份预览生成之后索引已经更换，也许启用的正是这些变化。',
    apply: '启用',
    cancel: '取消',
    refresh: '刷新',
    previewAgain: '重新预览',
    progress: {
      reading: (done, total) => `已读取的文件：${done} / ${total}`,
      indexing: (done, total) => `已编入索引的文章：${done} / ${total}`,
    },
    left: {
      reading: (time) => `读取约还需 ${time}`,
      indexing: (time) => `约还需 ${time}`,
    },
    seconds: (count) => `${count} 秒`,
    minutes: (count) => `${count} 分钟`,
    hours: (count) => `${count} 小时`,
    builtAt: (when) => `建于 ${when}`,
    notRunning: '目前没有在重建索引。',
    startedBy: (who, when) => `正在重建索引，由 ${who} 于 ${when} 开始。`,
    lastApplied: (who, when) => `上一次重建索引由 ${who} 发起，于 ${when} 完成。`,
    lastFailed: (who, when) =>
      `上一次重建索引由 ${who} 发起，于 ${when} 失败，之前的索引仍在使用。`,
    lastCancelled: (by, when) => `上一次重建索引于 ${when} 被 ${by} 取消，之前的索引仍在使用。`,
    unexpected: '出现了意料之外的问题。详情见日志。',
    cancelledRun: (startedBy) => `已取消由 ${startedBy} 发起的重建。之前的索引仍在使用。`,
    nothingToCancel: '目前没有在重建索引，因此没有可取消的。',
    cancelled: (by) => `重建索引已被 ${by} 取消。之前的索引仍在使用。`,
    busy: (who) => `${who} 发起的重建正在进行，请等它完成后再试。进度：/reindex status`,
    folderUnreadable: (reason, remedy) => `没有做任何改动，因为${reason}。${remedy}`,
    subfolderUnreadable:
      '没有做任何改动，因为有子文件夹无法读取，其中的文章会因此丢失。请检查其权限。',
    noUsableArticle: (rejected) =>
      `没有做任何改动，因为文件夹中没有可用的文章。未采用：${rejected} 篇`,
    timeLimit:
      '没有做任何改动，因为建立索引所用的时间超过了上限。上限由设置 INDEX_TIME_LIMIT_SECONDS 决定。',
    memoryLimit:
      '没有做任何改动，因为建立索引所用的内存超过了上限。上限由设置 INDEX_MEMORY_LIMIT_MB 决定。',
    threadEnded: '没有做任何改动，因为建立索引的过程意外停止。原因见日志。',
    auditApplied: (seconds) => `重建索引完成，用时 ${seconds} 秒`,
    generations: (before, after) => `索引版本 ${before} → ${after}`,
    auditFailed: (reason) => `重建索引失败。${reason}`,
    auditCancelled: (startedBy, progress) => `取消了由 ${startedBy} 发起的重建。${progress}`,
  },
  'zh-TW': {
    actors: { terminal: '終端機中的使用者', watcher: '資料夾監看程式', unknown: '某人' },
    preview: '重建索引將帶來的變化',
    applied: '索引已是最新',
    status: '索引狀態',
    anotherRuns: '已有一次重建正在進行',
    alreadyDifferent: '沒有啟用任何變化',
    nothingChanged: '沒有變化。',
    added: (count) => `新增：${count}`,
    changed: (count) => `修改：${count}`,
    removed: (count) => `移除：${count}`,
    rejected: (count) => `未採用：${count}`,
    warnings: (count) => `警告：${count}`,
    andMore: (count) => `另有 ${count} 項`,
    problemAt: (where, reason) => `${where}：${reason}`,
    indexSummary: (articles, passages, generation) =>
      `文章：${articles} 篇 · 段落：${passages} 個 · 索引版本 ${generation}`,
    took: (seconds) => `費時 ${seconds} 秒`,
    folderChanged: '自最初顯示以來，資料夾或索引已有變動。以下為現在的差異。',
    appliedOther: '預覽之後資料夾又有變動。以下為實際啟用的變化。',
    previewOutdated: '這份預覽產生之後索引已經更換，也許啟用的正是這些變化。',
    apply: '啟用',
    cancel: '取消',
    refresh: '重新整理',
    previewAgain: '重新預覽',
    progress: {
      reading: (done, total) => `已讀取的檔案：${done} / ${total}`,
      indexing: (done, total) => `已編入索引的文章：${done} / ${total}`,
    },
    left: {
      reading: (time) => `讀取約還需 ${time}`,
      indexing: (time) => `約還需 ${time}`,
    },
    seconds: (count) => `${count} 秒`,
    minutes: (count) => `${count} 分鐘`,
    hours: (count) => `${count} 小時`,
    builtAt: (when) => `建於 ${when}`,
    notRunning: '目前沒有在重建索引。',
    startedBy: (who, when) => `正在重建索引，由 ${who} 於 ${when} 開始。`,
    lastApplied: (who, when) => `上一次重建索引由 ${who} 發起，於 ${when} 完成。`,
    lastFailed: (who, when) =>
      `上一次重建索引由 ${who} 發起，於 ${when} 失敗，之前的索引仍在使用。`,
    lastCancelled: (by, when) => `上一次重建索引於 ${when} 被 ${by} 取消，之前的索引仍在使用。`,
    unexpected: '發生了預料之外的問題。詳情見日誌。',
    cancelledRun: (startedBy) => `已取消由 ${startedBy} 發起的重建。之前的索引仍在使用。`,
    nothingToCancel: '目前沒有在重建索引，因此沒有可取消的。',
    cancelled: (by) => `重建索引已被 ${by} 取消。之前的索引仍在使用。`,
    busy: (who) => `${who} 發起的重建正在進行，請等它完成後再試。進度：/reindex status`,
    folderUnreadable: (reason, remedy) => `沒有做任何更動，因為${reason}。${remedy}`,
    subfolderUnreadable:
      '沒有做任何更動，因為有子資料夾無法讀取，其中的文章會因此遺失。請檢查其權限。',
    noUsableArticle: (rejected) =>
      `沒有做任何更動，因為資料夾中沒有可用的文章。未採用：${rejected} 篇`,
    timeLimit:
      '沒有做任何更動，因為建立索引所用的時間超過了上限。上限由設定 INDEX_TIME_LIMIT_SECONDS 決定。',
    memoryLimit:
      '沒有做任何更動，因為建立索引所用的記憶體超過了上限。上限由設定 INDEX_MEMORY_LIMIT_MB 決定。',
    threadEnded: '沒有做任何更動，因為建立索引的過程意外停止。原因見日誌。',
    auditApplied: (seconds) => `重建索引完成，費時 ${seconds} 秒`,
    generations: (before, after) => `索引版本 ${before} → ${after}`,
    auditFailed: (reason) => `重建索引失敗。${reason}`,
    auditCancelled: (startedBy, progress) => `取消了由 ${startedBy} 發起的重建。${progress}`,
  },
};
