import type { Generation } from '../../library/index.ts';
import type { CommandCall } from '../command.ts';
import type { Reply } from '../reply.ts';
import type { FoundQuotes } from './found-quotes.ts';
import type { AskInput } from './input.ts';

/** What a reply of `/ask` is made of. */
export interface AskParts {
  readonly input: AskInput;
  readonly found: FoundQuotes;
  readonly generation: Generation;
  /** What the person is asked about the answer, where they are. */
  readonly feedback: Pick<Reply, 'feedback'>;
  readonly call: Pick<CommandCall, 'locale' | 'person' | 'isPrivate' | 'isStale'>;
}

/** Who sees a reply with quotes: everyone, unless the asker wants it otherwise. */
export function visibilityOf({ input }: AskParts): Reply['visibility'] {
  return input.private ? 'private' : 'public';
}
