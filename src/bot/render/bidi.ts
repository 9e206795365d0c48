/** Embeddings and overrides end with PDF, isolates with PDI (Unicode Standard Annex 9). */
const POP_EMBEDDING = '\u202C';
const POP_ISOLATE = '\u2069';
const FIRST_STRONG_ISOLATE = '\u2068';
const EMBEDDINGS = new Set('\u202A\u202B\u202D\u202E');
const ISOLATES = new Set('\u2066\u2067\u2068');
const CONTROLS = /[\u202A-\u202E\u2066-\u2069]/gu;

/** Scripts that run from right to left, and the marks that act like them. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/**
 * What has to stand after a line of quoted text so that no direction it opened goes on into our own
 * words. The quote itself keeps its controls: it is shown as it stands in the article. The answer is
 * empty for nearly every text, and never visible.
 */
export function bidiClosers(line: string): string {
  const open: string[] = [];
  let isolateCount = 0;
  for (const unit of line) {
    if (EMBEDDINGS.has(unit)) open.push(POP_EMBEDDING);
    else if (ISOLATES.has(unit)) {
      open.push(POP_ISOLATE);
      isolateCount += 1;
    } else if (unit === POP_EMBEDDING && open.at(-1) === POP_EMBEDDING) open.pop();
    else if (unit === POP_ISOLATE && isolateCount > 0) {
      isolateCount -= 1;
      // An isolate's end closes every embedding inside of it as well.
      while (open.pop() !== POP_ISOLATE);
    }
  }
  return open.toReversed().join('');
}

/**
 * A label such as a title for a line of ours: direction controls are taken out, and a text that runs
 * from right to left is isolated, so that it cannot reorder what stands beside it.
 */
export function isolateLabel(label: string): string {
  const plain = label.replace(CONTROLS, '');
  return RIGHT_TO_LEFT.test(plain) ? `${FIRST_STRONG_ISOLATE}${plain}${POP_ISOLATE}` : plain;
}
