import { mkdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { replaceFile, unlessMissing } from '../shared/fs.ts';

/** Below `DATA_DIR`. It begins with a full stop, so that nothing in it is read as an article where one folder is inside of the other. */
const FOLDER_NAME = '.fetch';

/** Where this room tells what goes on; a pino logger is one. */
export interface FetchLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

/** What is remembered of one kind, in one file. */
export interface StateFile<State> {
  read(): Promise<State>;
  write(state: State): Promise<void>;
}

/**
 * A JSON file in `DATA_DIR` that is replaced as a whole. One that cannot be read is put aside, which
 * is logged, and nothing is remembered then.
 */
export function createStateFile<State>(
  { dataDir, log }: { readonly dataDir: string; readonly log: FetchLog },
  name: string,
  schema: z.ZodType<State>,
  empty: State,
): StateFile<State> {
  const folder = path.join(dataDir, FOLDER_NAME);
  const file = path.join(folder, name);
  return {
    async read() {
      const text = await unlessMissing(readFile(file, 'utf8'));
      if (text === null) return empty;
      try {
        return schema.parse(JSON.parse(text));
      } catch (error) {
        await rename(file, `${file}.broken`);
        log.warn(
          { err: error, file },
          'could not read what is known of fetched pages; it was set aside',
        );
        return empty;
      }
    },
    async write(state) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await replaceFile(file, `${JSON.stringify(state)}\n`, { mode: 0o600 });
    },
  };
}
