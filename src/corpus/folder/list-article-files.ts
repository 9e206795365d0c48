import { DEFAULT_MAX_FILES, type ListedFile, listFiles } from './list-files.ts';

/** The files of a folder that are read as articles, sorted. What cannot be listed is left out. */
export async function listArticleFiles(
  folder: string,
): Promise<readonly Pick<ListedFile, 'file' | 'path'>[]> {
  const { files } = await listFiles(folder, DEFAULT_MAX_FILES);
  return files;
}
