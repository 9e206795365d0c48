import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { removeFile } from '../../shared/fs.ts';
import { createOneAtATime } from '../../shared/one-at-a-time.ts';
import {
  canStateDetails,
  listArticleFiles,
  loadCorpus,
  maxFileBytes,
  withFrontMatter,
} from '../index.ts';
import { freeName, safeName, writeNew } from './add-file.ts';
import { CorpusEditError, withFileErrors } from './editing-error.ts';
import type { CorpusEditor, FolderFile, Upload } from './editor.ts';
import { hashOf, readBytes } from './files.ts';
import { type Change, createJournal } from './journal.ts';
import { noteOrigin, type Origin } from './note-origin.ts';
import { placeOf, statsOf } from './safe-paths.ts';
import { createUploads, MAX_UPLOADS, type StoredUpload } from './uploads.ts';

/** Bytes of a file that can be removed: it is kept whole, so that it can be put back. */
const MAX_REMOVED_BYTES = 64 * 1024 ** 2;

/** More articles than anybody looks through before they are added. */
const MAX_UPLOADED_ARTICLES = 1000;

/**
 * Below the folder for files of our own. It begins with a full stop, so that nothing in it is read
 * as an article where one folder is inside of the other.
 */
const FOLDER_NAME = '.curation';

/** What an editor is made of. */
interface CorpusEditorOptions {
  /** The folder of articles. */
  readonly folder: string;
  /** The folder for files of our own. */
  readonly dataDir: string;
  /** Bytes: the size over which one article is rejected. */
  readonly maxArticleBytes: number;
  /** ms since the epoch; `Date.now` when left out. */
  readonly now?: () => number;
  /** Told when the journal of changes could not be read and a new one was begun. */
  readonly onBrokenJournal?: (error: unknown) => void;
}

/** A {@link CorpusEditor} over a folder. Makes nothing before it is used. */
export function createCorpusEditor(options: CorpusEditorOptions): CorpusEditor {
  const { folder, maxArticleBytes, now = Date.now, onBrokenJournal = () => {} } = options;
  const own = path.join(options.dataDir, FOLDER_NAME);
  const journal = createJournal(path.join(own, 'changes'), onBrokenJournal);
  const maxUploadBytes = (name: string) => maxFileBytes(name, maxArticleBytes);
  const uploads = createUploads(path.join(own, 'uploads'), maxUploadBytes, now);
  /** What uploads gave, by id, which is of their bytes; the last ones read. */
  const readings = new Map<string, Upload>();
  const inTurn = createOneAtATime();
  let isExclusive = false;
  const alone = <Result>(work: () => Promise<Result>) => inTurn(() => withFileErrors(work));

  /** Reads an upload once, where it can hold nobody up. */
  async function readUpload(stored: StoredUpload): Promise<Upload> {
    const { id, name, bytes, origin } = stored;
    const known = readings.get(id);
    if (known) return known;
    const reading = await loadCorpus(stored.folder, { maxArticleBytes, isolatesAll: true });
    const { problems } = reading;
    const articles =
      origin === null
        ? reading.articles
        : reading.articles.map((article) => ({ ...article, ...origin }));
    const isEditable = articles.length === 1 && canStateDetails(name);
    const upload = { id, name, byteLength: bytes.length, articles, problems, isEditable };
    // What kept it from being read may pass.
    if (problems.some(({ code }) => code === 'reading-stopped')) return upload;
    readings.set(id, upload);
    for (const oldest of readings.keys()) {
      if (readings.size <= MAX_UPLOADS) break;
      readings.delete(oldest);
    }
    return upload;
  }

  async function put(
    name: string,
    bytes: Uint8Array,
    origin: Origin | null = null,
  ): Promise<Upload> {
    if (bytes.length > maxUploadBytes(name)) throw new CorpusEditError('too-large', name);
    const stored = await uploads.put(name, bytes, origin);
    const upload = await readUpload(stored);
    if (upload.articles.length <= MAX_UPLOADED_ARTICLES) return upload;
    await uploads.drop(stored.id);
    throw new CorpusEditError('too-many-articles', name);
  }

  /** SHA-256 of a file's bytes, or null when there is none. */
  async function stateOf(file: string): Promise<string | null> {
    const bytes = await readBytes(await placeOf(folder, file), MAX_REMOVED_BYTES);
    return bytes === null ? null : hashOf(bytes);
  }

  /** The same, and null when something else than a file of ours is there by now. */
  async function stateOrNull(file: string): Promise<string | null> {
    try {
      return await stateOf(file);
    } catch (error) {
      if (error instanceof CorpusEditError) return null;
      throw error;
    }
  }

  /** Notes what is about to be done, does it, and notes that it is done. */
  async function change(
    planned: Pick<Change, 'action' | 'file' | 'person' | 'before' | 'after'>,
    removed: Uint8Array | null,
    make: () => Promise<void>,
  ): Promise<Change> {
    const id = randomBytes(6).toString('hex');
    const begun: Change = { ...planned, id, at: now(), isDone: false, isUndoable: true };
    await journal.append(begun, removed);
    try {
      await make();
    } catch (error) {
      await journal.drop(id);
      throw error;
    }
    const done = { ...begun, isDone: true };
    await journal.replace(done);
    return done;
  }

  /** The last change that can be undone. One that was interrupted was made, or it was not. */
  async function settleLast(): Promise<Change | null> {
    for (;;) {
      const last = (await journal.read()).findLast(({ isUndoable }) => isUndoable);
      if (last === undefined) return null;
      if (last.isDone) return last;
      if ((await stateOrNull(last.file)) === last.before) await journal.drop(last.id);
      else await journal.replace({ ...last, isDone: true });
    }
  }

  /** @returns the upload that an added file has become. */
  async function revert({ file, before, after }: Change): Promise<string | null> {
    const place = await placeOf(folder, file);
    if ((await stateOf(file)) !== after) throw new CorpusEditError('changed-meanwhile', file);
    if (before === null) {
      const added = await readBytes(place, MAX_REMOVED_BYTES);
      const upload = added && (await uploads.put(path.basename(file), added, null));
      await removeFile(place);
      return upload?.id ?? null;
    }
    const bytes = await journal.removedBytes(before, MAX_REMOVED_BYTES);
    if (bytes === null || hashOf(bytes) !== before) throw new CorpusEditError('nothing-to-undo');
    await writeNew(place, bytes);
    return null;
  }

  return {
    maxUploadBytes,
    checkName: (name) => void safeName(name),
    upload: (name, bytes, origin) => alone(async () => put(safeName(name), bytes, origin)),
    uploaded: (id) => alone(async () => readUpload(await uploads.get(id))),
    edit: (id, details) =>
      alone(async () => {
        const stored = await uploads.get(id);
        const { isEditable } = await readUpload(stored);
        const text = isEditable ? withFrontMatter(stored.bytes, stored.name, details) : null;
        if (text === null) throw new CorpusEditError('not-editable', stored.name);
        const edited = await put(stored.name, Buffer.from(text));
        if (edited.id !== id) await uploads.drop(id);
        return edited;
      }),
    discard: (id) => alone(() => uploads.drop(id)),
    add: (id, person, isTaken) =>
      alone(async () => {
        const { name, bytes, origin } = await uploads.get(id);
        await settleLast();
        const file = freeName(name, await readdir(folder), isTaken);
        const place = await placeOf(folder, file);
        const planned = {
          action: 'add',
          file,
          person,
          before: null,
          after: hashOf(bytes),
        } as const;
        const done = await change(planned, null, () => writeNew(place, bytes));
        if (origin !== null) await noteOrigin(folder, file, origin);
        await uploads.drop(id);
        return done;
      }),
    remove: (file, person) =>
      alone(async () => {
        const place = await placeOf(folder, file);
        const bytes = await readBytes(place, MAX_REMOVED_BYTES);
        if (bytes === null) throw new CorpusEditError('file-missing', file);
        await settleLast();
        const planned = {
          action: 'remove',
          file,
          person,
          before: hashOf(bytes),
          after: null,
        } as const;
        return change(planned, bytes, () => removeFile(place));
      }),
    undo: (id) =>
      alone(async () => {
        const last = await settleLast();
        if (last === null) throw new CorpusEditError('nothing-to-undo');
        if (id !== null && id !== last.id) throw new CorpusEditError('not-the-last', last.file);
        // As with a change: whether it was made can be seen afterwards.
        await journal.replace({ ...last, isDone: false });
        try {
          const uploadId = await revert(last);
          await journal.drop(last.id);
          return { change: last, uploadId };
        } catch (error) {
          // What somebody did by hand stays, and is in nobody's way.
          const isOver = error instanceof CorpusEditError && error.code === 'changed-meanwhile';
          await journal.replace({ ...last, isUndoable: last.isUndoable && !isOver });
          throw error;
        }
      }),
    async exclusively(work) {
      if (isExclusive) throw new CorpusEditError('busy');
      isExclusive = true;
      try {
        return await work();
      } finally {
        isExclusive = false;
      }
    },
    lastChange: () => alone(settleLast),
    files: () =>
      alone(async () => {
        const listed = await listArticleFiles(folder);
        const changes = await journal.read();
        const files: FolderFile[] = [];
        for (const { file, path: place } of listed) {
          const stats = await statsOf(place);
          // Somebody has removed it since it was listed.
          if (stats === null) continue;
          const { size, mtimeMs } = stats;
          const last = changes.findLast((each) => each.file === file) ?? null;
          const addedBy = last?.action === 'add' ? last : null;
          files.push({ file, byteLength: size, changedAt: mtimeMs, addedBy });
        }
        return files;
      }),
  };
}
