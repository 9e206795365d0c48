import { createHash } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import { DEFAULT_MAX_FILES, listFiles } from './list-files.ts';
import { causeOf } from './open-file.ts';

/**
 * What is different after every change to what is read of a folder: a SHA-256 over the names, sizes,
 * times and numbers of its files. No file is opened. Of a folder that cannot be listed it says that.
 */
export async function signatureOfFolder(folder: string, signal?: AbortSignal): Promise<string> {
  const { files, sources, synonyms, problems } = await listFiles(folder, DEFAULT_MAX_FILES, signal);
  const hash = createHash('sha256').update(JSON.stringify(problems));
  for (const { file, path } of [...sources, ...synonyms, ...files]) {
    hash.update(`${JSON.stringify(file)} ${await signatureOfEntry(path)}\n`);
  }
  return hash.digest('hex');
}

async function signatureOfEntry(path: string): Promise<string> {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs } = await lstat(path, { bigint: true });
    return [dev, ino, size, mtimeNs, ctimeNs].join(' ');
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return causeOf(error);
    throw error;
  }
}
