import type { CorpusPart, ParseCache, ParsedFile, Problem } from '../corpus/index.ts';
import type { ReadingItem } from './generation-api.ts';

/** A part of a corpus in pieces; a file that stands in `known` as it is, is only named. */
export function* toItems(part: CorpusPart, known: ParseCache): Generator<ReadingItem> {
  if (part.kind === 'problems') {
    for (const problem of part.problems) yield { kind: 'folder-problem', problem };
    return;
  }
  const { articles, problems, ...file } = part.parsed;
  if (known.get(file.file) === part.parsed) {
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
  known: ParseCache,
  onPart: (part: CorpusPart) => void,
): PartCollector {
  let open: {
    readonly file: Omit<ParsedFile, 'articles' | 'problems'>;
    readonly articles: ParsedFile['articles'][number][];
    readonly problems: Problem[];
  } | null = null;

  function end(): void {
    if (open === null) return;
    const { file, articles, problems } = open;
    open = null;
    onPart({ kind: 'file', parsed: { ...file, articles, problems } });
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
          const parsed = known.get(item.file);
          if (!parsed) throw new Error(`nothing is known of ${item.file}`);
          onPart({ kind: 'file', parsed });
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
