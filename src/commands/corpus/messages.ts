import type { Translations } from '../../i18n/index.ts';

/** What `/corpus` says. Counts, sizes and dates come ready for the language. */
export interface CorpusMessages {
  readonly switchedOff: string;
  readonly busy: string;
  readonly noAttachment: string;
  readonly attachment: Readonly<Record<'gone' | 'wrong-address' | 'timeout' | 'failed', string>>;
  readonly tooLarge: (name: string, max: string) => string;
  readonly tooLargeHere: (file: string) => string;
  readonly nameNotSupported: (name: string) => string;
  readonly uploadGone: string;
  readonly notEditable: string;
  readonly outsideFolder: (file: string) => string;
  readonly fileMissing: (file: string) => string;
  readonly fileExists: (file: string) => string;
  readonly nothingToUndo: string;
  readonly notTheLast: string;
  readonly changedMeanwhile: (file: string) => string;
  /** `reason` is a cause in words, or an errno name. */
  readonly fileSystem: (reason: string) => string;
  readonly causes: Readonly<Record<'denied' | 'full' | 'readOnly' | 'missing', string>>;
  readonly previewOne: string;
  readonly previewMany: (count: string) => string;
  readonly previewNone: string;
  readonly fileAndSize: (file: string, size: string) => string;
  readonly begins: (words: string) => string;
  readonly andMore: (count: string) => string;
  readonly problems: string;
  readonly idTaken: (id: string, title: string) => string;
  readonly sameText: (title: string) => string;
  readonly notYet: string;
  readonly add: string;
  readonly editDetails: string;
  readonly discard: string;
  readonly undo: string;
  readonly addAgain: string;
  readonly keep: string;
  readonly remove: (title: string) => string;
  readonly formTitle: string;
  readonly fields: Readonly<Record<'title' | 'publisher' | 'published' | 'url', string>>;
  readonly added: (file: string) => string;
  readonly discarded: string;
  readonly gaveNothing: string;
  /** Before the reason. */
  readonly takenBack: string;
  readonly leftBehind: (file: string) => string;
  readonly removeHeading: (title: string) => string;
  readonly removeFile: (file: string, count: string, isOne: boolean) => string;
  readonly removeRejected: (file: string) => string;
  readonly canBeUndone: string;
  readonly removed: (file: string) => string;
  readonly kept: string;
  readonly articleMissing: string;
  readonly noMatch: (query: string) => string;
  readonly severalMatch: (query: string, count: string) => string;
  readonly changedSince: string;
  readonly showHeading: (count: string, isOne: boolean) => string;
  readonly showEmpty: string;
  readonly holds: (count: string, isOne: boolean) => string;
  readonly holdsNone: string;
  readonly changedAt: (when: string) => string;
  readonly addedBy: (person: string, when: string) => string;
  readonly somebody: string;
  readonly lastAdded: (file: string, person: string, when: string) => string;
  readonly lastRemoved: (file: string, person: string, when: string) => string;
  readonly undoneAdd: (file: string) => string;
  readonly undoneRemove: (file: string) => string;
  /** Before the reason. */
  readonly notIndexed: string;
}

/** English first; the Chinese of each script is written for its readers, not converted. */
export const corpusMessages: Translations<CorpusMessages> = {
  en: {
    switchedOff: 'Changing the articles from here is switched off.',
    busy: 'A reindex is running. Try again when it is done: /reindex status',
    noAttachment: 'Attach a file: /corpus add',
    attachment: {
      gone: 'Discord does not have this file any more. Attach it again.',
      'wrong-address': 'This file is not on Discord’s servers, so it was not fetched.',
      timeout: 'Fetching the file took too long. Try again.',
      failed: 'The file could not be fetched. Try again.',
    },
    tooLarge: (name, max) => `“${name}” is too large: at most ${max}.`,
    tooLargeHere: (file) => `“${file}” is too large to be changed from here.`,
    nameNotSupported: (name) =>
      `“${name}” is no kind of file that is read. Use .txt, .md, .html or .jsonl.`,
    uploadGone:
      'This file is not waiting any more: it was added or discarded, or it waited for more than an hour. Attach it again.',
    notEditable: 'The details of this file cannot be changed here.',
    outsideFolder: (file) =>
      `“${file}” is a link, or not in the folder of articles. It was left alone.`,
    fileMissing: (file) => `“${file}” is not in the folder of articles.`,
    fileExists: (file) => `There is a file “${file}” already. It was left alone.`,
    nothingToUndo: 'There is nothing to undo.',
    notTheLast: 'Something else was changed after this. Only the last change can be undone.',
    changedMeanwhile: (file) =>
      `“${file}” is not as it was left by that change, so it was not touched.`,
    fileSystem: (reason) =>
      `Nothing was changed, because the folder could not be written: ${reason}. Whoever set up the bot can mend that.`,
    causes: {
      denied: 'permission denied',
      full: 'the disk is full',
      readOnly: 'the disk cannot be written',
      missing: 'the folder does not exist',
    },
    previewOne: 'Add this article?',
    previewMany: (count) => `Add these articles? ${count}`,
    previewNone: 'This cannot be added',
    fileAndSize: (file, size) => `${file} · ${size}`,
    begins: (words) => `It begins: ${words}`,
    andMore: (count) => `and ${count} more`,
    problems: 'Problems',
    idTaken: (id, title) =>
      `Its id “${id}” is that of “${title}”. Give it another id, or remove that article first.`,
    sameText: (title) => `The same text is already there: “${title}”.`,
    notYet: 'No answer quotes it before it is added.',
    add: 'Add',
    editDetails: 'Edit details',
    discard: 'Discard',
    undo: 'Undo',
    addAgain: 'Look at it again',
    keep: 'Keep it',
    remove: (title) => `Remove: ${title}`,
    formTitle: 'Details of the article',
    fields: {
      title: 'Title',
      publisher: 'Publisher',
      published: 'Date (YYYY-MM-DD)',
      url: 'Link',
    },
    added: (file) => `Added: ${file}`,
    discarded: 'Discarded. Nothing was added.',
    gaveNothing: 'No article could be read from it, so it was taken out again.',
    takenBack: 'Nothing was changed, because the index could not be built.',
    leftBehind: (file) =>
      `The index could not be built, and the change could not be taken back: look after “${file}” in the folder of articles.`,
    removeHeading: (title) => `Remove “${title}”?`,
    removeFile: (file, count, isOne) =>
      isOne
        ? `The file ${file} is taken out of the folder.`
        : `The file ${file} is taken out of the folder, with all ${count} articles in it.`,
    removeRejected: (file) =>
      `The file ${file}, which gives no article, is taken out of the folder.`,
    canBeUndone: 'This can be undone: /corpus undo',
    removed: (file) => `Removed: ${file}`,
    kept: 'Nothing was removed.',
    articleMissing: 'Say which article: its id, or words of its title.',
    noMatch: (query) => `No article has the id, the file or the title words “${query}”.`,
    severalMatch: (query, count) => `“${query}” fits several articles: ${count}. Which one?`,
    changedSince: 'The article has changed since this was asked. Look again.',
    showHeading: (count, isOne) => `${count} ${isOne ? 'file' : 'files'} in the folder`,
    showEmpty: 'There is no file in the folder of articles.',
    holds: (count, isOne) => `${count} ${isOne ? 'article' : 'articles'}`,
    holdsNone: 'no article in use',
    changedAt: (when) => `changed ${when}`,
    addedBy: (person, when) => `added by ${person}, ${when}`,
    somebody: 'somebody',
    lastAdded: (file, person, when) =>
      `/corpus undo takes back: ${file}, added by ${person}, ${when}.`,
    lastRemoved: (file, person, when) =>
      `/corpus undo takes back: ${file}, removed by ${person}, ${when}.`,
    undoneAdd: (file) => `Undone: ${file} is not in the folder any more`,
    undoneRemove: (file) => `Undone: ${file} is back in the folder`,
    notIndexed:
      'The folder was changed, but the index could not be built; the one before stays in use.',
  },
  'zh-CN': {
    switchedOff: '在此更改文章的功能已关闭。',
    busy: '正在重建索引，请等它完成后再试。进度：/reindex status',
    noAttachment: '请附上文件：/corpus add',
    attachment: {
      gone: 'Discord 上已没有这个文件，请重新上传。',
      'wrong-address': '这个文件不在 Discord 的服务器上，因此没有下载。',
      timeout: '下载文件用时过长，请再试一次。',
      failed: '无法下载该文件，请再试一次。',
    },
    tooLarge: (name, max) => `“${name}”太大：最多 ${max}。`,
    tooLargeHere: (file) => `“${file}”太大，无法在此更改。`,
    nameNotSupported: (name) => `不支持“${name}”这种文件，请使用 .txt、.md、.html 或 .jsonl。`,
    uploadGone: '这个文件已不在等候中：它已被添加或放弃，或者等候超过了一小时。请重新上传。',
    notEditable: '无法在此更改这个文件的信息。',
    outsideFolder: (file) => `“${file}”是链接，或不在文章文件夹中，因此没有改动它。`,
    fileMissing: (file) => `文章文件夹中没有“${file}”。`,
    fileExists: (file) => `已有名为“${file}”的文件，没有改动它。`,
    nothingToUndo: '没有可以撤销的更改。',
    notTheLast: '之后又有别的更改。只能撤销最后一次更改。',
    changedMeanwhile: (file) => `“${file}”与那次更改后的内容不同，因此没有动它。`,
    fileSystem: (reason) =>
      `没有做任何改动，因为无法写入文件夹：${reason}。请由架设机器人的人处理。`,
    causes: {
      denied: '没有权限',
      full: '磁盘已满',
      readOnly: '磁盘为只读',
      missing: '文件夹不存在',
    },
    previewOne: '要添加这篇文章吗？',
    previewMany: (count) => `要添加这些文章吗？共 ${count} 篇`,
    previewNone: '无法添加',
    fileAndSize: (file, size) => `${file} · ${size}`,
    begins: (words) => `开头：${words}`,
    andMore: (count) => `另有 ${count} 项`,
    problems: '问题',
    idTaken: (id, title) => `它的编号“${id}”已由“${title}”使用。请换一个编号，或先移除那篇文章。`,
    sameText: (title) => `已有相同的内容：“${title}”。`,
    notYet: '添加之前，任何回答都不会引用它。',
    add: '添加',
    editDetails: '修改信息',
    discard: '放弃',
    undo: '撤销',
    addAgain: '再看一次',
    keep: '保留',
    remove: (title) => `移除：${title}`,
    formTitle: '文章信息',
    fields: { title: '标题', publisher: '发布者', published: '日期（YYYY-MM-DD）', url: '链接' },
    added: (file) => `已添加：${file}`,
    discarded: '已放弃，没有添加任何内容。',
    gaveNothing: '无法从中读出文章，因此已将它移出。',
    takenBack: '没有做任何改动，因为无法建立索引。',
    leftBehind: (file) => `无法建立索引，也无法撤回更改：请检查文章文件夹中的“${file}”。`,
    removeHeading: (title) => `要移除“${title}”吗？`,
    removeFile: (file, count, isOne) =>
      isOne
        ? `将从文件夹中移出文件 ${file}。`
        : `将从文件夹中移出文件 ${file}，其中共有 ${count} 篇文章。`,
    removeRejected: (file) => `将从文件夹中移出文件 ${file}，它没有可用的文章。`,
    canBeUndone: '可以撤销：/corpus undo',
    removed: (file) => `已移除：${file}`,
    kept: '没有移除任何内容。',
    articleMissing: '请写明是哪篇文章：编号，或标题中的字词。',
    noMatch: (query) => `没有文章的编号、文件名或标题符合“${query}”。`,
    severalMatch: (query, count) => `符合“${query}”的文章有 ${count} 篇，是哪一篇？`,
    changedSince: '询问之后文章已有变动，请再看一次。',
    showHeading: (count) => `文件夹中有 ${count} 个文件`,
    showEmpty: '文章文件夹中没有文件。',
    holds: (count) => `${count} 篇文章`,
    holdsNone: '没有可用的文章',
    changedAt: (when) => `修改于 ${when}`,
    addedBy: (person, when) => `由 ${person} 添加，${when}`,
    somebody: '某人',
    lastAdded: (file, person, when) => `/corpus undo 将撤销：${file}，由 ${person} 添加，${when}。`,
    lastRemoved: (file, person, when) =>
      `/corpus undo 将撤销：${file}，由 ${person} 移除，${when}。`,
    undoneAdd: (file) => `已撤销：${file} 已不在文件夹中`,
    undoneRemove: (file) => `已撤销：${file} 已放回文件夹`,
    notIndexed: '文件夹已更改，但无法建立索引；仍使用之前的索引。',
  },
  'zh-TW': {
    switchedOff: '在此更改文章的功能已關閉。',
    busy: '正在重建索引，請等它完成後再試。進度：/reindex status',
    noAttachment: '請附上檔案：/corpus add',
    attachment: {
      gone: 'Discord 上已沒有這個檔案，請重新上傳。',
      'wrong-address': '這個檔案不在 Discord 的伺服器上，因此沒有下載。',
      timeout: '下載檔案花費太久，請再試一次。',
      failed: '無法下載這個檔案，請再試一次。',
    },
    tooLarge: (name, max) => `「${name}」太大：最多 ${max}。`,
    tooLargeHere: (file) => `「${file}」太大，無法在此更改。`,
    nameNotSupported: (name) => `不支援「${name}」這種檔案，請使用 .txt、.md、.html 或 .jsonl。`,
    uploadGone: '這個檔案已不在等候中：它已被新增或捨棄，或是等候超過了一小時。請重新上傳。',
    notEditable: '無法在此更改這個檔案的資訊。',
    outsideFolder: (file) => `「${file}」是連結，或不在文章資料夾中，因此沒有更動它。`,
    fileMissing: (file) => `文章資料夾中沒有「${file}」。`,
    fileExists: (file) => `已有名為「${file}」的檔案，沒有更動它。`,
    nothingToUndo: '沒有可以復原的更改。',
    notTheLast: '之後又有別的更改。只能復原最後一次更改。',
    changedMeanwhile: (file) => `「${file}」與那次更改後的內容不同，因此沒有動它。`,
    fileSystem: (reason) =>
      `沒有做任何更動，因為無法寫入資料夾：${reason}。請由架設機器人的人處理。`,
    causes: {
      denied: '沒有權限',
      full: '磁碟已滿',
      readOnly: '磁碟是唯讀的',
      missing: '資料夾不存在',
    },
    previewOne: '要新增這篇文章嗎？',
    previewMany: (count) => `要新增這些文章嗎？共 ${count} 篇`,
    previewNone: '無法新增',
    fileAndSize: (file, size) => `${file} · ${size}`,
    begins: (words) => `開頭：${words}`,
    andMore: (count) => `另有 ${count} 項`,
    problems: '問題',
    idTaken: (id, title) =>
      `它的編號「${id}」已由「${title}」使用。請換一個編號，或先移除那篇文章。`,
    sameText: (title) => `已有相同的內容：「${title}」。`,
    notYet: '新增之前，任何回答都不會引用它。',
    add: '新增',
    editDetails: '修改資訊',
    discard: '捨棄',
    undo: '復原',
    addAgain: '再看一次',
    keep: '保留',
    remove: (title) => `移除：${title}`,
    formTitle: '文章資訊',
    fields: { title: '標題', publisher: '發布者', published: '日期（YYYY-MM-DD）', url: '連結' },
    added: (file) => `已新增：${file}`,
    discarded: '已捨棄，沒有新增任何內容。',
    gaveNothing: '無法從中讀出文章，因此已將它移出。',
    takenBack: '沒有做任何更動，因為無法建立索引。',
    leftBehind: (file) => `無法建立索引，也無法撤回更改：請檢查文章資料夾中的「${file}」。`,
    removeHeading: (title) => `要移除「${title}」嗎？`,
    removeFile: (file, count, isOne) =>
      isOne
        ? `將從資料夾中移出檔案 ${file}。`
        : `將從資料夾中移出檔案 ${file}，其中共有 ${count} 篇文章。`,
    removeRejected: (file) => `將從資料夾中移出檔案 ${file}，它沒有可用的文章。`,
    canBeUndone: '可以復原：/corpus undo',
    removed: (file) => `已移除：${file}`,
    kept: '沒有移除任何內容。',
    articleMissing: '請寫明是哪篇文章：編號，或標題中的字詞。',
    noMatch: (query) => `沒有文章的編號、檔名或標題符合「${query}」。`,
    severalMatch: (query, count) => `符合「${query}」的文章有 ${count} 篇，是哪一篇？`,
    changedSince: '詢問之後文章已有變動，請再看一次。',
    showHeading: (count) => `資料夾中有 ${count} 個檔案`,
    showEmpty: '文章資料夾中沒有檔案。',
    holds: (count) => `${count} 篇文章`,
    holdsNone: '沒有可用的文章',
    changedAt: (when) => `修改於 ${when}`,
    addedBy: (person, when) => `由 ${person} 新增，${when}`,
    somebody: '某人',
    lastAdded: (file, person, when) => `/corpus undo 將復原：${file}，由 ${person} 新增，${when}。`,
    lastRemoved: (file, person, when) =>
      `/corpus undo 將復原：${file}，由 ${person} 移除，${when}。`,
    undoneAdd: (file) => `已復原：${file} 已不在資料夾中`,
    undoneRemove: (file) => `已復原：${file} 已放回資料夾`,
    notIndexed: '資料夾已更改，但無法建立索引；仍使用之前的索引。',
  },
};
