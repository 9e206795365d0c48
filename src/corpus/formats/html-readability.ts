import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

/** Shorter texts are looked for again with fewer rules; its own 500 is too much for Chinese. */
const CHAR_THRESHOLD = 250;

/** The markup of what Mozilla's Readability takes for the main text of a page, or null. */
export function extractWithReadability(html: string): string | null {
  const { document } = parseHTML(html);
  const options = { charThreshold: CHAR_THRESHOLD, disableJSONLD: true };
  try {
    return new Readability(document, options).parse()?.content ?? null;
  } catch (error) {
    // It takes for granted that elements have parents, which those of an odd page may lack.
    if (error instanceof TypeError) return null;
    throw error;
  }
}
