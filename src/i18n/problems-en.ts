import { formatCount } from './format.ts';
import type { Locale } from './locale.ts';
import { causeIn, type ProblemWords } from './problem-words.ts';

/** The problems in English; American and British differ in their numbers alone. */
export function createEnglish(locale: Locale): ProblemWords {
  const format = (count: number): string => formatCount(count, locale);
  return {
    folder: 'the article folder',
    causes: new Map([
      ['ENOENT', 'it does not exist'],
      ['ENOTDIR', 'it is not a folder'],
      ['EACCES', 'permission denied'],
      ['EPERM', 'permission denied'],
      ['ELOOP', 'its links lead in a circle'],
      ['not-a-file', 'it is not a regular file'],
    ]),
    expected: {
      date: {
        reason: 'must be a date such as 2020-09-14',
        remedy: 'Write the date as YYYY-MM-DD.',
      },
      text: { reason: 'must be text', remedy: 'Write it as plain text.' },
      url: {
        reason: 'must be an http or https address',
        remedy: 'Give the full address, or leave it out.',
      },
      language: {
        reason: 'must be a language tag such as en or zh',
        remedy: 'Write the tag of the language.',
      },
      mapping: {
        reason: 'must be a mapping of keys to values',
        remedy: 'Write each key with its value.',
      },
      id: {
        reason: 'must be one line of at most 200 characters',
        remedy: 'Choose a shorter, plainer id.',
      },
    },
    problems: {
      'folder-unreadable': ({ cause }, words) => ({
        reason: `the folder cannot be read: ${causeIn(words, cause)}`,
        remedy: 'Check the path of the folder and its permissions.',
      }),
      'file-unreadable': ({ cause }, words) => ({
        reason: `it cannot be read: ${causeIn(words, cause)}`,
        remedy: 'Check the file and its permissions, or remove it.',
      }),
      'link-outside-folder': ({ target }) => ({
        reason: `the link leads out of the folder, to ${target}`,
        remedy: 'Put a copy into the folder instead of the link.',
      }),
      'not-utf8': ({ byteOffset }) => ({
        reason: `the text is not UTF-8 (at byte ${format(byteOffset)})`,
        remedy: 'Save the file as UTF-8.',
      }),
      binary: () => ({
        reason: 'this is binary data, not text',
        remedy: 'Export the article as text, Markdown or HTML.',
      }),
      empty: () => ({
        reason: 'there is no text in it',
        remedy: 'Add the text of the article, or remove it.',
      }),
      'too-large': ({ bytes, maxBytes }) => ({
        reason: `it has ${format(bytes)} bytes, and the limit is ${format(maxBytes)}`,
        remedy: 'Split it into smaller parts.',
      }),
      'duplicate-id': ({ id, firstFile }) => ({
        reason: `the id "${id}" is already that of ${firstFile}`,
        remedy: 'Give one of the two another id.',
      }),
      'unclosed-front-matter': () => ({
        reason: 'the front matter has no end',
        remedy: 'Add a line of --- after the front matter.',
      }),
      'invalid-yaml': ({ cause }) => ({
        reason: `this is not valid YAML: ${cause}`,
        remedy: 'Correct the YAML here.',
      }),
      'invalid-value': ({ key, expected, got }, words) => ({
        reason: `${key === '' ? 'this' : `"${key}"`} ${words.expected[expected].reason}, got "${got}"`,
        remedy: words.expected[expected].remedy,
      }),
      'missing-text': () => ({
        reason: '"text" is missing',
        remedy: 'Give the text of the article under the key "text".',
      }),
      'unknown-key': ({ key, nearest }) => ({
        reason: `the key "${key}" is not known here`,
        remedy: nearest === null ? 'Remove the key.' : `Write "${nearest}", or remove the key.`,
      }),
      'unknown-file': ({ name, nearest }) => ({
        reason: `no article file is called "${name}"`,
        remedy:
          nearest === null
            ? 'Correct the name, or remove it.'
            : `Check whether you meant "${nearest}".`,
      }),
      'invalid-json': ({ cause }) => ({
        reason: `this line is not valid JSON: ${cause}`,
        remedy: 'Write one JSON object a line.',
      }),
      'html-too-deep': ({ maxDepth }) => ({
        reason: `the HTML is nested more than ${format(maxDepth)} levels deep`,
        remedy: 'Save the article as plain text.',
      }),
      'html-too-many-elements': ({ maxElements }) => ({
        reason: `the HTML has more than ${format(maxElements)} elements`,
        remedy: 'Save the article as plain text.',
      }),
      'too-many-problems': ({ maxProblems }) => ({
        reason: `more than ${format(maxProblems)} things are wrong with this file, and the rest was not read`,
        remedy: 'Check that it is a .jsonl file with one JSON object a line.',
      }),
      'too-many-files': ({ maxFiles }) => ({
        reason: `there are more than ${format(maxFiles)} files, and the rest was not read`,
        remedy: 'Join articles in .jsonl files, or remove some.',
      }),
    },
  };
}
