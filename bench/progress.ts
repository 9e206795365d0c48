import type { Cell } from './cell.ts';
import { ENGINES } from './engines/index.ts';

const CLEAR_LINE = '\r\u001b[K';

/** Says on standard error what is being measured. */
export interface Progress {
  readonly show: (cell: Cell, number: number, total: number) => void;
  readonly clear: () => void;
}

/** One line that is drawn over; on anything but a terminal it never writes. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show: ({ engine, language, passageCount }, number, total) => {
      const what = `${ENGINES[engine].label}, ${language}, ${passageCount} passages`;
      stream.write(`${CLEAR_LINE}${number}/${total}  ${what}`);
    },
    clear: () => {
      stream.write(CLEAR_LINE);
    },
  };
}
