import { CorpusEditError } from '../../corpus/editing/index.ts';
import { localised } from '../../i18n/index.ts';
import { UserError } from '../../shared/errors.ts';
import type { Command, CommandCall, CommandResult, Services } from '../command.ts';
import { commandMessages } from '../messages.ts';
import { MAX_TEXT_LENGTH } from '../options.ts';
import { addToCorpus, detailsForm } from './add.ts';
import { type CorpusUse, corpusUse, explainEditError } from './editing.ts';
import { removeFromCorpus } from './remove.ts';
import { showCorpus } from './show.ts';
import { undoCorpus } from './undo.ts';

const SUBCOMMANDS: Readonly<Record<string, (use: CorpusUse) => Promise<CommandResult>>> = {
  add: addToCorpus,
  remove: removeFromCorpus,
  show: showCorpus,
  undo: undoCorpus,
};

/** `/corpus`: what moderators without a shell do with the folder of articles. */
export const corpusCommand: Command = {
  definition: {
    name: 'corpus',
    feature: 'corpusCommands',
    description: localised('Edit the article folder', '编辑文章文件夹'),
    access: 'moderators',
    options: [],
    subcommands: [
      {
        name: 'add',
        description: localised('Preview an article file, then add it', '预览一个文章文件，再添加'),
        options: [
          {
            name: 'file',
            type: 'attachment',
            required: true,
            description: localised(
              'The file: .txt, .md, .html or .jsonl',
              '文件：.txt、.md、.html 或 .jsonl',
            ),
          },
        ],
      },
      {
        name: 'remove',
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
      },
      {
        name: 'show',
        description: localised(
          'Show the files, who added them, and what can be undone',
          '查看文件、添加者以及可撤销的更改',
        ),
        options: [],
      },
      {
        name: 'undo',
        description: localised('Undo the last change to the folder', '撤销对文件夹的最后一次更改'),
        options: [],
      },
    ],
  },

  // A change is followed by a reindex.
  outlastsAnswer: true,
  isAboutIndex: true,
  run: (call, services) =>
    explained(call, services, (use) => {
      const messages = commandMessages[call.locale];
      const run = Object.hasOwn(SUBCOMMANDS, call.subcommand ?? '')
        ? SUBCOMMANDS[call.subcommand ?? '']
        : undefined;
      if (run) return run(use);
      const known = Object.keys(SUBCOMMANDS).join(messages.listSeparator);
      throw new UserError('unknown-subcommand', messages.unknownSubcommand('corpus', known));
    }),

  form: (call, services) => explained(call, services, detailsForm),
};

async function explained<Result>(
  call: CommandCall,
  services: Services,
  work: (use: CorpusUse) => Promise<Result>,
): Promise<Result> {
  const use = corpusUse(call, services);
  try {
    return await work(use);
  } catch (error) {
    if (!(error instanceof CorpusEditError)) throw error;
    const text = explainEditError(error, call.locale);
    throw new UserError(error.code, text, { cause: error });
  }
}
