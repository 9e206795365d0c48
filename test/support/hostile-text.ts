import * as fc from 'fast-check';

/** Pieces of text that break naive code: clusters, directions, broken halves, both languages. */
const FRAGMENTS = [
  '👩‍👩‍👧‍👦',
  '🇨🇳🇺🇸',
  'e\u0301',
  `z${'\u0335'.repeat(90)}`,
  '\ud83d',
  '\ude00',
  '\u202eevil\u202c',
  'שלום עולם. ',
  '\r\n',
  '\n\n',
  '\u2028',
  ' ',
  'The minister resigned on Monday. ',
  'Mr. J. Smith of the U.S. left at 3 p.m. for home. ',
  '“We will not sell,” she said. ',
  '部长星期一辞职。',
  '“我们不卖。”他说。',
  '公司宣布：９月１５日之前完成交易！',
  'ＡＢＣ１２３',
  '10,000.50',
  '가나다 마바사. ',
  'カタカナのテスト。',
  '\u0000',
  '…',
  '"',
  '。',
];

/** Text made of hostile and ordinary pieces and of arbitrary UTF-16 units. */
export function hostileText(maxPieces = 30): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...FRAGMENTS) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
  );
  return fc.array(piece, { maxLength: maxPieces }).map((pieces) => pieces.join(''));
}

/** The offsets between two graphemes of a text, by segmenting the whole of it. */
export function graphemeBoundaries(text: string): ReadonlySet<number> {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return new Set([...[...segmenter.segment(text)].map(({ index }) => index), text.length]);
}
