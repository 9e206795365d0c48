import { formatCount, type Locale } from '../i18n/index.ts';
import { truncate } from './graphemes.ts';
import type { OutputStream } from './io.ts';
import { terminalMessages } from './messages.ts';

/** One line that says how far long work has come. */
export interface ProgressLine {
  readonly show: (progress: {
    readonly stage: 'reading' | 'indexing';
    readonly done: number;
    readonly total: number;
  }) => void;
  /** Takes the line away. Called before anything else is written, and at the end. */
  readonly clear: () => void;
}

const REDRAW_INTERVAL_MS = 80;
const CLEAR_LINE = '\r\u001b[K';

/** A progress line on `stream`; on anything but a terminal it never writes. */
export function createProgressLine(stream: OutputStream, locale: Locale): ProgressLine {
  if (stream.isTTY !== true) return { show: () => undefined, clear: () => undefined };
  const messages = terminalMessages[locale];
  let isShown = false;
  let drawnAt = Number.NEGATIVE_INFINITY;
  return {
    show({ stage, done, total }) {
      const now = performance.now();
      if (now - drawnAt < REDRAW_INTERVAL_MS && done < total) return;
      drawnAt = now;
      isShown = true;
      const count = `${formatCount(done)} / ${formatCount(total)}`;
      // One column less than there are, or some terminals go on to the next line.
      const text = truncate(`${messages.progress[stage]}: ${count}`, (stream.columns || 80) - 1);
      stream.write(CLEAR_LINE + text);
    },
    clear() {
      if (isShown) stream.write(CLEAR_LINE);
      isShown = false;
    },
  };
}
