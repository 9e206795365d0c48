import { localised } from '../i18n/index.ts';
import type { OptionDefinition } from './command.ts';
import { MAX_TEXT_LENGTH } from './options.ts';

/** The option that chooses articles by words of their publisher or title. */
export function sourceOption(name: 'source' | 'query'): OptionDefinition {
  return {
    name,
    type: 'string',
    required: false,
    maxLength: MAX_TEXT_LENGTH,
    completes: 'source',
    description: localised(
      'Only articles whose publisher or title has these words',
      '仅限发布者或标题含有这些字的文章',
      '僅限發布者或標題含有這些字的文章',
    ),
  };
}
