import type { CorpusPart, FileReading, Problem } from '../corpus/index.ts';
import type { ReadingItem } from './generation-api.ts';
import type { Readings } from './workshop.ts';

/** A part of a corpus in pieces; a file that stands in `known` as it is, is only named. */
export function* toItems(part: CorpusPart, known: Readings): Generator<ReadingItem> {
  if (part.kind === 'problems') {
    for (const problem of part.problems) yield { kind: 'folder-problem', problem };
    return;
  }
  const { articles, problems, ...file } = part.reading;
  if (known.get(file.file) === part.reading) {
    yield { kind: 'same-file', file: file.file };
    return;
  }
  yield { kind: 'file', ...file };
  for (const article of articles) yield { kind: 'article', ...article };
  for (const problem of problems) yield { kind: 'problem', problem };
}

/** Puts pieces together again. */
export interface PartCollector {
  add(item: ReadingItem): void;
  /** There are no more pieces. */
  end(): void;
}

/**
 * The reverse of {@link toItems}, however the pieces were divided.
 *
 * @param known what files gave that are only named; @param onPart gets every whole part, in order.
 */
export function createPartCollector(
  known: Readings,
  onPart: (part: CorpusPart) => void,
): PartCollector {
  let open: {
    readonly file: Omit<FileReading, 'articles' | 'problems'>;
    readonly articles: FileReading['articles'][number][];
    readonly problems: Problem[];
  } | null = null;

  function end(): void {
    if (open === null) return;
    const { file, articles, problems } = open;
    open = null;
    onPart({ kind: 'file', reading: { ...file, articles, problems } });
  }

  return {
    end,
    add(item) {
      switch (item.kind) {
        case 'folder-problem':
          onPart({ kind: 'problems', problems: [item.problem] });
          return;
        case 'same-file': {
          end();
          const reading = known.get(item.file);
          if (!reading) throw new Error(`nothing is known of ${item.file}`);
          onPart({ kind: 'file', reading });
          return;
        }
        case 'file': {
          end();
          const { kind: _kind, ...file } = item;
          open = { file, articles: [], problems: [] };
          return;
        }
        case 'article':
          open?.articles.push({ article: item.article, line: item.line });
          return;
        case 'problem':
          open?.problems.push(item.problem);
      }
    },
  };
}
