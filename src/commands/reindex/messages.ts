import { counted, createTranslations, text } from '../../i18n/index.ts';

/** What `/reindex` says. Names of people come ready to be shown, times ready for the language. */
export const reindexMessages = createTranslations(
  {
    actors: {
      terminal: 'someone in a terminal',
      watcher: 'the folder watcher',
      shutdown: 'the shutdown of the bot',
      unknown: 'someone',
    },
    preview: 'What a reindex would change',
    applied: 'The index is up to date',
    status: 'Index status',
    anotherRuns: 'Another reindex is running',
    alreadyDifferent: 'Nothing was applied',
    nothingChanged: 'Nothing has changed.',
    synonymsChanged: 'The synonyms have changed.',
    added: (count: number) => text`Added: ${count}`,
    changed: (count: number) => text`Changed: ${count}`,
    removed: (count: number) => text`Removed: ${count}`,
    rejected: (count: number) => text`Rejected: ${count}`,
    warnings: (count: number) => text`Warnings: ${count}`,
    andMore: (count: number) => text`and ${count} more`,
    problemAt: (where: string, reason: string) => `${where}: ${reason}`,
    indexSummary: (articles: number, passages: number, version: string) =>
      `${counted(articles, 'article')} · ${counted(passages, 'passage')} · index version ${version}`,
    took: (seconds: string) => `took ${seconds} s`,
    /** Above another page of a difference. */
    folderChanged: 'The folder or the index has changed since. This is the difference now.',
    appliedOther: 'The folder changed after the preview. This is what was applied.',
    previewOutdated:
      'The index has been replaced since this preview, perhaps with these very changes.',
    apply: 'Apply',
    cancel: 'Cancel',
    refresh: 'Refresh',
    previewAgain: 'Preview again',
    progress: {
      reading: (done: number, total: number) => text`Reading files: ${done} of ${total}`,
      indexing: (done: number, total: number) => text`Indexing articles: ${done} of ${total}`,
    },
    /** The last stage has what is left of all. */
    left: {
      reading: (time: string) => `about ${time} left to read`,
      indexing: (time: string) => `about ${time} left`,
    },
    seconds: (count: number) => text`${count} s`,
    minutes: (count: number) => text`${count} min`,
    hours: (count: number) => text`${count} h`,
    builtAt: (when: string) => `Built ${when}`,
    notRunning: 'No reindex is running.',
    startedBy: (who: string, when: string) =>
      `A reindex started by ${who} is running (since ${when}).`,
    lastApplied: (who: string, when: string) =>
      `The last reindex, started by ${who}, was applied ${when}.`,
    lastFailed: (who: string, when: string) =>
      `The last reindex, started by ${who}, failed ${when}. The previous index is still in use.`,
    lastCancelled: (who: string, when: string) =>
      `The last reindex was cancelled by ${who} ${when}. The previous index is still in use.`,
    cancelledRun: (starter: string) =>
      `Cancelled the reindex started by ${starter}. The previous index is still in use.`,
    nothingToCancel: 'No reindex is running, so there is nothing to cancel.',
    cancelled: (who: string) =>
      `The reindex was cancelled by ${who}. The previous index is still in use.`,
    shutDown: 'The bot was shutting down, so the reindex stopped. Nothing changed.',
    busy: (who: string) =>
      `A reindex started by ${who} is running. Try again when it is done: /reindex status`,
    unexpected: 'Unexpected error; the log has the details.',
    folderUnreadable: (reason: string, remedy: string) =>
      `The index was not rebuilt: ${reason}. ${remedy}`,
    /** Before lines that name the folders. */
    subfolderUnreadable:
      'The index was not rebuilt, because articles would be lost: these folders cannot be read. Check their permissions.',
    noUsableArticle: (rejected: number) =>
      text`The index was not rebuilt: the folder has no usable article. Rejected: ${rejected}`,
    timeLimit:
      'The index was not rebuilt: it took too long. The limit is the setting INDEX_TIME_LIMIT_SECONDS.',
    memoryLimit:
      'The index was not rebuilt: it needed too much memory. The limit is the setting INDEX_MEMORY_LIMIT_MB.',
    threadEnded: 'The index was not rebuilt: the work stopped by itself. The log has the details.',
    auditApplied: (seconds: string) => `Reindex applied in ${seconds} s`,
    versions: (before: string, after: string) => `index version ${before} → ${after}`,
    auditFailed: (reason: string) => `Reindex failed. ${reason}`,
    auditCancelled: (starter: string, progress: string) =>
      `Cancelled the reindex started by ${starter}. ${progress}`,
  },
  (zh) => ({
    actors: {
      terminal: zh`终端中的用户`,
      watcher: zh`文件夹监视程序`,
      shutdown: zh`机器人关闭`,
      unknown: zh`某人`,
    },
    preview: zh`重建索引后会有以下变化`,
    applied: zh`索引已是最新`,
    status: zh`索引状态`,
    anotherRuns: zh`正在重建索引`,
    alreadyDifferent: zh`未启用任何变化`,
    nothingChanged: zh`没有变化。`,
    synonymsChanged: zh`同义词有变化。`,
    added: (count) => zh`新增：${count}`,
    changed: (count) => zh`修改：${count}`,
    removed: (count) => zh`移除：${count}`,
    rejected: (count) => zh`未采用：${count}`,
    warnings: (count) => zh`警告：${count}`,
    andMore: (count) => zh`另有 ${count} 项`,
    problemAt: (where, reason) => zh`${where}：${reason}`,
    indexSummary: (articles, passages, version) =>
      zh`${articles} 篇文章 · ${passages} 个段落 · 索引版本 ${version}`,
    took: (seconds) => zh`耗时 ${seconds} 秒`,
    folderChanged: zh`文件夹或索引已更新，以下为最新差异。`,
    appliedOther: zh`预览之后文件夹又有变化，以下为实际启用的变化。`,
    previewOutdated: zh`预览之后索引已更换，可能已包含这些变化。`,
    apply: zh`启用`,
    cancel: zh`取消`,
    refresh: zh`刷新`,
    previewAgain: zh`重新预览`,
    progress: {
      reading: (done, total) => zh`正在读取文件：${done} / ${total}`,
      indexing: (done, total) => zh`正在为文章建立索引：${done} / ${total}`,
    },
    left: {
      reading: (time) => zh`读取约还需 ${time}`,
      indexing: (time) => zh`约还需 ${time}`,
    },
    seconds: (count) => zh`${count} 秒`,
    minutes: (count) => zh`${count} 分钟`,
    hours: (count) => zh`${count} 小时`,
    builtAt: (when) => zh`建于 ${when}`,
    notRunning: zh`目前没有在重建索引。`,
    startedBy: (who, when) => zh`正在重建索引，由 ${who} 于 ${when} 发起。`,
    lastApplied: (who, when) => zh`上次重建索引由 ${who} 发起，于 ${when} 启用。`,
    lastFailed: (who, when) =>
      zh`上次重建索引由 ${who} 发起，于 ${when} 失败。仍在使用原来的索引。`,
    lastCancelled: (who, when) => zh`上次重建索引于 ${when} 被 ${who} 取消。仍在使用原来的索引。`,
    cancelledRun: (starter) => zh`已取消由 ${starter} 发起的重建。仍在使用原来的索引。`,
    nothingToCancel: zh`目前没有在重建索引，无需取消。`,
    cancelled: (who) => zh`重建索引已被 ${who} 取消。仍在使用原来的索引。`,
    shutDown: zh`机器人正在关闭，重建索引已停止。没有任何变化。`,
    busy: (who) => zh`${who} 发起的重建正在进行，请等它完成后再试。进度：/reindex status`,
    unexpected: zh`发生意外错误，详情见日志。`,
    folderUnreadable: (reason, remedy) => zh`索引未重建：${reason}。${remedy}`,
    subfolderUnreadable: zh`索引未重建，否则会丢失文章：以下文件夹无法读取，请检查权限。`,
    noUsableArticle: (rejected) => zh`索引未重建：文件夹中没有可用的文章。未采用：${rejected} 篇`,
    timeLimit: zh`索引未重建：耗时过长。上限由设置 INDEX_TIME_LIMIT_SECONDS 决定。`,
    memoryLimit: zh`索引未重建：占用内存过多。上限由设置 INDEX_MEMORY_LIMIT_MB 决定。`,
    threadEnded: zh`索引未重建：过程意外停止。详情见日志。`,
    auditApplied: (seconds) => zh`重建索引完成，耗时 ${seconds} 秒`,
    versions: (before, after) => zh`索引版本 ${before} → ${after}`,
    auditFailed: (reason) => zh`重建索引失败。${reason}`,
    auditCancelled: (starter, progress) => zh`取消了由 ${starter} 发起的重建。${progress}`,
  }),
);
