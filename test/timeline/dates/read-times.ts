import { findTemporalExpressions } from '../../../src/timeline/index.ts';

/** Each expression as "value words", with its kind or modifier in front where it has one. */
export function readTimes(language: 'en' | 'zh', text: string, reference: string | null): string[] {
  return findTemporalExpressions(text, { language, reference }).map(
    ({ start, end, kind, value, modifier }) =>
      [value, ...(modifier ? [modifier] : []), text.slice(start, end)].join(' ') +
      (kind === 'date' ? '' : ` (${kind})`),
  );
}
