import { counted, createTranslations, text } from '../../i18n/index.ts';

/** What `/corpus` says. Sizes and times come ready for the language. */
export const corpusMessages = createTranslations(
  {
    switchedOff: 'Editing articles is switched off here.',
    /** Why the folder was not changed. */
    errors: {
      'outside-folder': (file: string) =>
        `“${file}” is a link or outside the article folder, so it was left alone.`,
      'file-missing': (file: string) => `“${file}” is not in the article folder.`,
      'file-exists': (file: string) => `“${file}” already exists, so it was left alone.`,
      'too-large': (file: string) => `“${file}” is too large to change here.`,
      'too-many-articles': (file: string) =>
        `“${file}” holds more than 1,000 articles. Split it into smaller files.`,
      'name-not-supported': (name: string) =>
        `I can’t read this kind of file (${name}). Use .txt, .md, .html, .pdf, .docx, .epub or .jsonl.`,
      'upload-gone': () =>
        'This upload has expired: it was added, discarded, or an hour old. Attach it again.',
      'not-editable': () => 'The details of this file cannot be edited here.',
      'nothing-to-undo': () => 'There is nothing to undo.',
      'not-the-last': () => 'There has been another change since. Only the last one can be undone.',
      'changed-meanwhile': (file: string) =>
        `“${file}” has been edited since, so it was left alone. /corpus undo now goes on to the change before it.`,
      busy: () => 'A reindex is running. Try again when it is done: /reindex status',
    },
    noAttachment: 'Attach a file to /corpus add, or give the address of a page: one of the two.',
    fetchingSwitchedOff: 'Fetching pages is switched off here. Attach the page as a file instead.',
    notFetched: (reason: string, remedy: string) => `Nothing was fetched: ${reason}. ${remedy}`,
    newVersion: 'An earlier version of this page is there. Both are kept.',
    feedProblems: 'Feeds that could not be fetched',
    attachment: {
      gone: 'Discord no longer has this file. Attach it again.',
      'wrong-address': 'This file is not on Discord’s servers, so I did not download it.',
      timeout: 'Downloading the file took too long. Try again.',
      failed: 'The file could not be downloaded. Try again.',
    },
    tooLarge: (name: string, max: string) => `“${name}” is too large; the limit is ${max}.`,
    /** What the file system refused, as one of the causes. */
    fileSystem: (cause: string) =>
      `Nothing was changed: ${cause}. Please tell whoever runs the bot.`,
    causes: {
      denied: 'the bot may not write to the folder',
      full: 'the disk is full',
      readOnly: 'the folder is read-only',
      missing: 'the folder does not exist',
      other: (errno: string) => `the folder could not be written (${errno})`,
    },
    previewOne: 'Add this article?',
    previewMany: (count: number) => `Add these ${counted(count, 'article')}?`,
    previewNone: 'This file cannot be added',
    fileAndSize: (file: string, size: string) => `${file} · ${size}`,
    begins: (words: string) => `Begins: ${words}`,
    andMore: (count: number) => text`and ${count} more`,
    problems: 'Problems',
    idTaken: (id: string, title: string) =>
      `The id “${id}” already belongs to “${title}”. Choose another id, or remove that article first.`,
    sameText: (title: string) => `An article with the same text is already there: “${title}”.`,
    notYet: 'It is not quoted until you add it.',
    add: 'Add',
    editDetails: 'Edit details',
    discard: 'Discard',
    undo: 'Undo',
    reviewAgain: 'Review it again',
    keep: 'Keep it',
    remove: (title: string) => `Remove: ${title}`,
    formTitle: 'Article details',
    fields: {
      title: 'Title',
      publisher: 'Publisher',
      published: 'Date (YYYY-MM-DD)',
      url: 'Link',
    },
    added: (file: string) => `Added: ${file}`,
    discarded: 'Discarded. Nothing was added.',
    gaveNothing: 'No article could be read from this file, so it was removed again.',
    /** Before the reason. */
    takenBack: 'Nothing was changed.',
    leftBehind: (file: string) =>
      `The index could not be built, and the change could not be undone: check “${file}” in the article folder.`,
    removeHeading: (title: string) => `Remove “${title}”?`,
    removeFile: (file: string, articles: number) =>
      articles === 1
        ? `This removes the file ${file} from the folder.`
        : text`This removes the file ${file}, with all ${articles} articles in it, from the folder.`,
    removeRejected: (file: string) =>
      `This removes the file ${file}, which has no usable article, from the folder.`,
    canBeUndone: 'To undo this, use /corpus undo.',
    removed: (file: string) => `Removed: ${file}`,
    kept: 'Nothing was removed.',
    articleMissing: 'Which article? Give its id, its file, or words of its title.',
    noMatch: (query: string) => `No article has the id, the file or the title words “${query}”.`,
    severalMatch: (query: string, count: number) =>
      `“${query}” matches ${counted(count, 'article')}. Which one?`,
    changedSince: 'The article has changed since. Review it again.',
    showHeading: (files: number) => `${counted(files, 'file')} in the folder`,
    showEmpty: 'The article folder is empty.',
    holds: (articles: number) => counted(articles, 'article'),
    holdsNone: 'no usable article',
    changedAt: (when: string) => `changed ${when}`,
    addedBy: (person: string, when: string) => `added by ${person}, ${when}`,
    someone: 'someone',
    lastAdded: (file: string, person: string, when: string) =>
      `/corpus undo removes ${file} again (added by ${person}, ${when}).`,
    lastRemoved: (file: string, person: string, when: string) =>
      `/corpus undo restores ${file} (removed by ${person}, ${when}).`,
    undoneAdd: (file: string) => `Undone: ${file} was removed again`,
    undoneRemove: (file: string) => `Undone: ${file} was restored`,
    /** Before the reason. */
    notIndexed: 'The folder was changed, but the previous index is still in use.',
  },
  (zh) => ({
    switchedOff: zh`此处已关闭编辑文章的功能。`,
    errors: {
      'outside-folder': (file) => zh`“${file}”是链接，或不在文章文件夹中，因此保持原样。`,
      'file-missing': (file) => zh`文章文件夹中没有“${file}”。`,
      'file-exists': (file) => zh`“${file}”已存在，因此保持原样。`,
      'too-large': (file) => zh`“${file}”太大，无法在此更改。`,
      'too-many-articles': (file) => zh`“${file}”中的文章超过 1,000 篇。请拆分成较小的文件。`,
      'name-not-supported': (name) =>
        zh`无法读取这种文件（${name}），请使用 .txt、.md、.html、.pdf、.docx、.epub 或 .jsonl。`,
      'upload-gone': () => zh`此次上传已失效：文件已添加、已舍弃或超过了一小时。请重新上传。`,
      'not-editable': () => zh`无法在此编辑这个文件的信息。`,
      'nothing-to-undo': () => zh`没有可撤销的更改。`,
      'not-the-last': () => zh`之后又有别的更改。只能撤销最后一次更改。`,
      'changed-meanwhile': (file) =>
        zh`“${file}”之后又被修改过，因此保持原样。接下来 /corpus undo 将撤销更早的一次更改。`,
      busy: () => zh`正在重建索引，请等它完成后再试。进度：/reindex status`,
    },
    noAttachment: zh`请为 /corpus add 附上文件，或填写网页的网址，二者选一。`,
    fetchingSwitchedOff: zh`此处已关闭抓取网页的功能。请改为附上网页文件。`,
    notFetched: (reason, remedy) => zh`未能抓取：${reason}。${remedy}`,
    newVersion: zh`已有此网页的较早版本，两者都会保留。`,
    feedProblems: zh`未能抓取的订阅源`,
    attachment: {
      gone: zh`Discord 上已没有这个文件，请重新上传。`,
      'wrong-address': zh`这个文件不在 Discord 的服务器上，因此没有下载。`,
      timeout: zh`下载文件耗时过长，请再试一次。`,
      failed: zh`无法下载这个文件，请再试一次。`,
    },
    tooLarge: (name, max) => zh`“${name}”太大，上限为 ${max}。`,
    fileSystem: (cause) => zh`未做任何更改：${cause}。请告知机器人的维护者。`,
    causes: {
      denied: zh`机器人没有写入该文件夹的权限`,
      full: zh`磁盘已满`,
      readOnly: zh`该文件夹为只读`,
      missing: zh`该文件夹不存在`,
      other: (errno) => zh`无法写入该文件夹（${errno}）`,
    },
    previewOne: zh`要添加这篇文章吗？`,
    previewMany: (count) => zh`要添加这 ${count} 篇文章吗？`,
    previewNone: zh`无法添加这个文件`,
    fileAndSize: (file, size) => zh`${file} · ${size}`,
    begins: (words) => zh`开头：${words}`,
    andMore: (count) => zh`另有 ${count} 项`,
    problems: zh`问题`,
    idTaken: (id, title) => zh`编号“${id}”已由“${title}”使用。请换一个编号，或先移除那篇文章。`,
    sameText: (title) => zh`已有内容相同的文章：“${title}”。`,
    notYet: zh`添加之后才会被引用。`,
    add: zh`添加`,
    editDetails: zh`编辑信息`,
    discard: zh`舍弃`,
    undo: zh`撤销`,
    reviewAgain: zh`重新查看`,
    keep: zh`保留`,
    remove: (title) => zh`移除：${title}`,
    formTitle: zh`文章信息`,
    fields: {
      title: zh`标题`,
      publisher: zh`出版方`,
      published: zh`日期（YYYY-MM-DD）`,
      url: zh`链接`,
    },
    added: (file) => zh`已添加：${file}`,
    discarded: zh`已舍弃，没有添加任何内容。`,
    gaveNothing: zh`无法从这个文件中读出文章，因此已将它移除。`,
    takenBack: zh`未做任何更改。`,
    leftBehind: (file) => zh`无法建立索引，也无法撤销更改：请检查文章文件夹中的“${file}”。`,
    removeHeading: (title) => zh`要移除“${title}”吗？`,
    removeFile: (file, articles) =>
      articles === 1
        ? zh`将从文件夹中移除文件 ${file}。`
        : zh`将从文件夹中移除文件 ${file}，连同其中的 ${articles} 篇文章。`,
    removeRejected: (file) => zh`将从文件夹中移除文件 ${file}，其中没有可用的文章。`,
    canBeUndone: zh`可用 /corpus undo 撤销。`,
    removed: (file) => zh`已移除：${file}`,
    kept: zh`没有移除任何内容。`,
    articleMissing: zh`是哪篇文章？请填写编号、文件名或标题中的字词。`,
    noMatch: (query) => zh`没有文章的编号、文件名或标题与“${query}”相符。`,
    severalMatch: (query, count) => zh`有 ${count} 篇文章与“${query}”相符，是哪一篇？`,
    changedSince: zh`文章之后又有变化，请重新查看。`,
    showHeading: (files) => zh`文件夹中有 ${files} 个文件`,
    showEmpty: zh`文章文件夹是空的。`,
    holds: (articles) => zh`${articles} 篇文章`,
    holdsNone: zh`没有可用的文章`,
    changedAt: (when) => zh`修改于 ${when}`,
    addedBy: (person, when) => zh`由 ${person} 添加，${when}`,
    someone: zh`某人`,
    lastAdded: (file, person, when) =>
      zh`/corpus undo 将移除 ${file}（由 ${person} 添加，${when}）。`,
    lastRemoved: (file, person, when) =>
      zh`/corpus undo 将恢复 ${file}（由 ${person} 移除，${when}）。`,
    undoneAdd: (file) => zh`已撤销：${file} 已移出文件夹`,
    undoneRemove: (file) => zh`已撤销：${file} 已放回文件夹`,
    notIndexed: zh`文件夹已更改，但仍在使用原来的索引。`,
  }),
);
