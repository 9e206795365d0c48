import { z } from 'zod';
import { ReindexError } from '../../library/index.ts';
import type { CommandResult } from '../command.ts';
import { optionSchemas, parseOptions } from '../options.ts';
import { actorOf, explainReindexError, indexSummary } from '../reindex/words.ts';
import type { Block } from '../reply.ts';
import { textBlock } from '../reply-parts.ts';
import { type CorpusUse, corpusAction, corpusReply, refuseWhileBusy } from './editing.ts';
import { corpusMessages } from './messages.ts';

/** `/corpus undo`: takes the last change back, and puts what is there now in use. */
export async function undoCorpus(use: CorpusUse): Promise<CommandResult> {
  const { call, editor } = use;
  const schemas = optionSchemas(call.locale);
  const schema = z.object({ change: schemas.optionalText('change') });
  const { change: id = null } = parseOptions(schema, call.options);
  return editor.exclusively(() => undo(id, use));
}

async function undo(id: string | null, use: CorpusUse): Promise<CommandResult> {
  const { call, editor, audit, messages } = use;
  refuseWhileBusy(use);
  const { change, uploadId } = await editor.undo(id);
  const { file, action } = change;
  audit({
    action: 'corpus-undo',
    person: call.person,
    text: (locale) => {
      const { undoneAdd, undoneRemove } = corpusMessages[locale];
      return action === 'add' ? undoneAdd(file) : undoneRemove(file);
    },
    fields: { file, undone: action },
  });
  const reply = corpusReply(
    use,
    action === 'add' ? messages.undoneAdd(file) : messages.undoneRemove(file),
    [await index(use)],
    uploadId === null
      ? []
      : [corpusAction(messages.reviewAgain, 'add', { upload: uploadId, do: 'look' })],
  );
  return { reply, json: () => ({ undone: action, file }) };
}

async function index({ call, library, messages }: CorpusUse): Promise<Block> {
  try {
    await library.apply(call.onProgress, actorOf(call));
    return textBlock(indexSummary(library.status(), call.locale), 'subtle');
  } catch (error) {
    if (!(error instanceof ReindexError)) throw error;
    return textBlock(
      `${messages.notIndexed} ${explainReindexError(error, call.locale)}`,
      'warning',
    );
  }
}
