import { fc } from '../../support/properties.ts';
import { eventsOfSaxes, eventsOfScanner } from '../../support/xlsx-xml-events.ts';

const name = fc.constantFrom('c', 'v', 'row', 'is', 't', 'a.b', 'x-1', '_x', 'Tỷ', 'số·1', 'x:c', 'y:v', 'xml:lang');
const attributeName = fc.constantFrom('r', 's', 't', 'r1', 'x:id', 'y:id', 'xml:space', 'xmlns', 'xmlns:x', 'xmlns:y', 'ref', 'Mã');
const text = fc.oneof(
  fc.constantFrom(
    ' ',
    '\n',
    '\r\n',
    '\r',
    '\t',
    'a',
    '12.5',
    'Tỷ lệ',
    '👍',
    '&lt;',
    '&amp;',
    '&#10;',
    '&#x1EA1;',
    '&#13;',
    ']]',
    '>',
    "'",
    '"',
    '',
    '<!-- c -->',
    '<![CDATA[a<&]]b]]>',
    '<?pi x?>',
  ),
  fc.string({ unit: 'grapheme', maxLength: 5 }).map((raw) => raw.replace(/[<&]|\]\]>/g, '_')),
);
const value = fc.oneof(
  fc.constantFrom('', '1', 'A1', 'urn:a', 'urn:b', '&quot;', '&#9;', '\t', '\r\n', 'ữ', '>', ']]>'),
  fc.string({ maxLength: 4 }).map((raw) => raw.replace(/[<&"]/g, '_')),
);
const attribute = fc
  .tuple(attributeName, value, fc.constantFrom(' ', '\n', '  '))
  .map(([key, content, space]) => `${space}${key}="${content}"`);
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      name,
      fc.uniqueArray(attribute, { maxLength: 3, selector: (one) => one.trim().split('=')[0] }),
      fc.array(fc.oneof({ depthSize: 'small' }, text, tie('element')), { maxLength: 4 }),
      fc.constantFrom('', ' ', '\n'),
    )
    .map(([tag, attributes, content, space]) =>
      content.length === 0
        ? `<${tag}${attributes.join('')}${space}/>`
        : `<${tag}${attributes.join('')}>${content.join('')}</${tag}${space}>`,
    ),
}));
const document = fc
  .tuple(
    fc.constantFrom('', '\ufeff', '<?xml version="1.0"?>', '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n', '<!-- a -->', ' '),
    element,
    fc.constantFrom('', '\n', '<!-- b -->', '<?c?>'),
  )
  .map(([before, root, after]) => `${before}<root xmlns:x="urn:x" xmlns:y="urn:y">${root}</root>${after}`);

/** What a slip of the hand, or ill will, makes of a document. */
const SCRAPS = [
  '<',
  '>',
  '/',
  '&',
  '"',
  "'",
  '=',
  ' ',
  ']]>',
  '<!--',
  '-->',
  '--',
  '<![CDATA[',
  '<?',
  '?>',
  '&#0;',
  '&x;',
  '&#65',
  ':',
  'xmlns:',
  'xmlns=',
  '\0',
  '\u0001',
  '\ufffe',
  '<!DOCTYPE x>',
  '</c>',
  '<c>',
  'x:',
  '\ud800',
  '1',
  '-',
  '.',
];
const HARMLESS = ['', '', ' ', 'a', '\n', 'ữ', '&#65;', '<!-- a -->', '<c/>', '<?a b?>'];
const slip = fc.tuple(fc.nat(), fc.nat({ max: 1 }), fc.constantFrom(...SCRAPS, ...HARMLESS));
const slipped = fc.tuple(document, fc.array(slip, { minLength: 1, maxLength: 2 })).map(([xml, slips]) =>
  slips.reduce((text, [at, length, scrap]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + scrap + text.slice(place + length);
  }, xml),
);

test('a well-formed document has the same events as saxes finds in it', () => {
  fc.assert(
    fc.property(document, (xml) => {
      expect(eventsOfScanner(xml)).toEqual(eventsOfSaxes(xml));
    }),
    { numRuns: 1500 },
  );
});

test('what saxes refuses is refused, and what is read has the same events', () => {
  let [read, refusedByBoth, stricter] = [0, 0, 0];
  fc.assert(
    fc.property(slipped, (broken) => {
      const xml = Buffer.from(broken).toString(); // half a surrogate pair is no text that a file could hold
      const [own, theirs] = [eventsOfScanner(xml), eventsOfSaxes(xml)];
      if (own === null) {
        if (theirs === null) refusedByBoth++;
        else stricter++;
      } else {
        read++;
        expect([xml, own]).toEqual([xml, theirs]);
      }
    }),
    { numRuns: 4000 },
  );
  expect([read > 300, refusedByBoth > 300, stricter < 50]).toEqual([true, true, true]);
});

test('a longer document, its bytes broken at random, is never read where saxes refuses it', () => {
  const row =
    '<row r="1" x:d="0.25"><c r="A1" s="1" t="s"><v>12</v></c><c r="B1" t="inlineStr"><is><t xml:space="preserve"> Tỷ lệ &amp; số </t></is></c></row>';
  const bytes = Buffer.from(
    `<?xml version="1.0"?><worksheet xmlns="urn:m" xmlns:x="urn:x"><sheetData>${row.repeat(3)}</sheetData><!-- hết --></worksheet>`,
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 3 }), (changes) => {
      const broken = Buffer.from(bytes);
      for (const [at, byte] of changes) broken[at] = byte;
      const own = eventsOfScanner(new Uint8Array(broken));
      if (own !== null) expect(own).toEqual(eventsOfSaxes(broken.toString()));
    }),
    { numRuns: 3000 },
  );
});
