import { CorpusEditError } from '../../corpus/editing/index.ts';
import { localised } from '../../i18n/index.ts';
import { UserError } from '../../shared/errors.ts';
import type { Command, CommandCall, Services } from '../command.ts';
import { moderatorCommand } from '../moderator-command.ts';
import { MAX_TEXT_LENGTH } from '../options.ts';
import { addToCorpus, detailsForm } from './add.ts';
import { type CorpusUse, corpusUse, explainEditError } from './editing.ts';
import { removeFromCorpus } from './remove.ts';
import { showCorpus } from './show.ts';
import { undoCorpus } from './undo.ts';

/** UTF-16 units; as much as the corpus keeps of an address. */
const MAX_ADDRESS_LENGTH = 2048;

/** `/corpus`: what moderators without a shell do with the folder of articles. */
export const corpusCommand: Command = {
  ...moderatorCommand(
    {
      name: 'corpus',
      feature: 'corpusCommands',
      description: localised('Edit the article folder', '编辑文章文件夹'),
    },
    {
      add: {
        description: localised(
          'Preview an article file or a web page, then add it',
          '预览一个文章文件或网页，再添加',
        ),
        options: [
          {
            name: 'file',
            type: 'attachment',
            required: false,
            description: localised(
              'The file: .txt, .md, .html, .pdf, .docx, .epub or .jsonl',
              '文件：.txt、.md、.html、.pdf、.docx、.epub 或 .jsonl',
            ),
          },
          {
            name: 'url',
            type: 'string',
            required: false,
            maxLength: MAX_ADDRESS_LENGTH,
            description: localised(
              'The address of a web page, instead of a file',
              '网页的网址，用来代替文件',
            ),
          },
        ],
        run: explained(addToCorpus),
      },
      remove: {
        description: localised('Remove an article from the folder', '从文件夹中移除一篇文章'),
        options: [
          {
            name: 'article',
            type: 'string',
            required: true,
            maxLength: MAX_TEXT_LENGTH,
            completes: 'article',
            description: localised(
              'Its id, its file, or words of its title',
              '文章的编号、文件名或标题中的字词',
            ),
          },
        ],
        run: explained(removeFromCorpus),
      },
      show: {
        description: localised(
          'Show the files, who added them, and what can be undone',
          '查看文件、添加者以及可撤销的更改',
        ),
        run: explained(showCorpus),
      },
      undo: {
        description: localised('Undo the last change to the folder', '撤销对文件夹的最后一次更改'),
        run: explained(undoCorpus),
      },
    },
  ),
  // A change is followed by a reindex.
  outlastsAnswer: true,
  isAboutIndex: true,
  form: explained(detailsForm),
};

/** Says why the folder was not changed. */
function explained<Result>(work: (use: CorpusUse) => Promise<Result>) {
  return async (call: CommandCall, services: Services): Promise<Result> => {
    const use = corpusUse(call, services);
    try {
      return await work(use);
    } catch (error) {
      if (!(error instanceof CorpusEditError)) throw error;
      throw new UserError(error.code, explainEditError(error, call.locale), { cause: error });
    }
  };
}
