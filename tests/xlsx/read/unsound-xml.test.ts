import { HANGS_MS } from '../../support/hang.ts';
import { aSheetXml, MAIN } from '../../support/xlsx-parts.ts';
import { refusalOf, valuesOf } from '../../support/xlsx-reading.ts';
import { aWorkbookFile } from '../../support/xlsx-zip.ts';

const DAMAGED = { rule: 'damaged-workbook', part: 'xl/worksheets/sheet1.xml', sheet: 'Sheet1' };
const aSheet = (xml: string | Uint8Array): Uint8Array => aWorkbookFile({ sheets: [{ xml }] });
const aSheetWithText = (text: string): Uint8Array => aSheet(aSheetXml(`<row><c t="str"><v>${text}</v></c></row>`));

test('a document with a DOCTYPE is refused, whatever stands in it', () => {
  const laugh = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from({ length: 12 }, (_, k) => `<!ENTITY a${k} "${`&a${k || ''};`.repeat(10)}">`).join('')}]>`;
  const declarations = [
    '<!DOCTYPE worksheet>',
    laugh,
    `<!DOCTYPE x [<!ENTITY f "${'x'.repeat(100_000)}">]>`,
    '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
    '<!doctype x>',
    '<!ENTITY a "b">',
  ];
  for (const declaration of declarations) {
    expect(refusalOf(aSheet(declaration + aSheetXml('')))).toEqual(DAMAGED);
    expect(refusalOf(aSheet(`<?xml version="1.0"?>${declaration}${aSheetXml('<row><c t="str"><v>&a11;</v></c></row>')}`))).toEqual(DAMAGED);
  }
});

test('only the five references that XML has of its own and numbers of characters are known', () => {
  for (const text of [
    '&nbsp;',
    '&a;',
    '&',
    '& ',
    '&;',
    '&#;',
    '&#x;',
    '&#xZ;',
    '&#0;',
    '&#11;',
    '&#xD800;',
    '&#xFFFE;',
    '&#x110000;',
    '&#99999999999999999999;',
    '&lt',
    '&LT;',
    '&__proto__;',
    '&toString;',
    '&#-1;',
    '&#x 41;',
    `&#${'0'.repeat(100)}65;`,
  ])
    expect([text, refusalOf(aSheetWithText(text))]).toEqual([text, DAMAGED]);
  expect(valuesOf(aSheetWithText('&lt;&gt;&amp;&apos;&quot;&#65;&#x42;&#x10FFFF;'))).toEqual({ A1: `<>&'"AB\u{10ffff}` });
});

test('tags must close in their order, with their own name', () => {
  for (const rows of [
    '<row>',
    '</row>',
    '<row></rows>',
    '<row></ro>',
    '<row><c></row></c>',
    '<row/ >',
    '<row',
    '<row a="1" a="2"/>',
    '<row a=1/>',
    '<row a/>',
    '<row a="1"b="2"/>',
    '<row a="<"/>',
    '<row a="1/>',
    '<1/>',
    '<a:row/>',
    '<row b:c="1"/>',
    '<:row/>',
    '<a:b:c/>',
    '<row xmlns:a=""/>',
    '<row xmlns:a="u" xmlns:b="u" a:x="1" b:x="2"/>',
    '<row xmlns:xml="u"/>',
    '<row xmlns:xmlns="u"/>',
    '<xmlns:row/>',
    '< row/>',
    '<row></ row>',
  ])
    expect([rows, refusalOf(aSheet(aSheetXml(rows)))]).toEqual([rows, DAMAGED]);
});

test('a second root, text outside the root, and nothing at all are damage', () => {
  const sheet = aSheetXml('');
  for (const xml of [
    sheet + sheet,
    `x${sheet}`,
    `${sheet}x`,
    `${sheet}&#32;`,
    `<![CDATA[]]>${sheet}`,
    '',
    ' ',
    '<?xml version="1.0"?>',
    `\n<?xml version="1.0"?>${sheet}`,
    `${sheet}\0`,
    `\ufeff\ufeff${sheet}`,
  ])
    expect([xml, refusalOf(aSheet(xml))]).toEqual([xml, DAMAGED]);
  expect(valuesOf(aSheet(`<?xml version="1.0"?>\n<!-- a --><?b c?>\n${sheet}\n<!-- d -->\n<?e?> `))).toEqual({});
});

test('comments, instructions and CDATA must be sound', () => {
  for (const text of [
    '<!-- a -- b -->',
    '<!-- a',
    '<!---->-->'.slice(0, 6),
    '<!- a ->',
    '<?xml version="1.0"?>',
    '<?XML ?>',
    '<? a?>',
    '<?a',
    '<?a:b?>',
    '<?a?b>',
    '<![CDATA[a',
    '<![cdata[a]]>',
    ']]>',
    '<!-- \u0001 -->',
    '<![CDATA[\u0002]]>',
    '<?a \u0003?>',
  ])
    expect([text, refusalOf(aSheetWithText(text))]).toEqual([text, DAMAGED]);
  expect(valuesOf(aSheetWithText('1<!----><!-- - -->]] ><?a?><?b ?c? ??><![CDATA[]]]]><![CDATA[>]]>2'))).toEqual({ A1: '1]] >]]>2' });
});

test('characters that XML does not have, and bytes that are no UTF-8, are damage', () => {
  for (const text of ['\0', '\u0001', '\u000b', '\u001f', '\ufffe', '\uffff'])
    expect([text, refusalOf(aSheetWithText(text))]).toEqual([text, DAMAGED]);
  const [before, after] = aSheetXml('<row><c t="str"><v>|</v></c></row>').split('|');
  for (const bytes of [
    '80',
    'c0af',
    'c1bf',
    'e08080',
    'eda080',
    'f0808080',
    'f4908080',
    'f5808080',
    'ff',
    'fe',
    'c3',
    'e1bb',
    'f09f91',
    'c328',
  ])
    expect([
      bytes,
      refusalOf(aSheet(new Uint8Array(Buffer.concat([Buffer.from(before!), Buffer.from(bytes, 'hex'), Buffer.from(after!)])))),
    ]).toEqual([bytes, DAMAGED]);
});

test('another encoding, or an XML declaration that is none, is damage', () => {
  for (const declaration of [
    '<?xml version="1.0" encoding="windows-1258"?>',
    '<?xml version="1.0" encoding="UTF-16"?>',
    '<?xml version="1.1"?>',
    '<?xml?>',
    '<?xml version=1.0?>',
    '<?xml encoding="UTF-8"?>',
    '<?xml version="1.0" standalone="maybe"?>',
    '<?xml version="1.0" standalone="yes" encoding="UTF-8"?>',
    '<?xml version="1.0"',
  ])
    expect([declaration, refusalOf(aSheet(declaration + aSheetXml('')))]).toEqual([declaration, DAMAGED]);
  const odd = Buffer.from(`\ufeff${aSheetXml('')}`, 'utf16le');
  for (const bytes of [
    Buffer.concat([odd, Buffer.from([0x41])]),
    Buffer.concat([odd, Buffer.from([0x00, 0xd8])]),
    Buffer.concat([odd, Buffer.from([0x00, 0xdc])]),
  ]) {
    expect(refusalOf(aSheet(new Uint8Array(bytes)))).toEqual(DAMAGED);
  }
});

test('nesting, attributes and names without end are refused quickly', () => {
  const names = Array.from({ length: 5000 }, (_, k) => `<a${k}/>`).join('');
  const attributes = `<row ${Array.from({ length: 500 }, (_, k) => `a${k}=""`).join(' ')}/>`;
  const prefixes = Array.from({ length: 5000 }, (_, k) => `<a xmlns="u${k}"/>`).join('');
  for (const rows of ['<a>'.repeat(1_000_000), '<a>'.repeat(300) + '</a>'.repeat(300), names, attributes, prefixes]) {
    const start = performance.now();
    expect(refusalOf(aSheet(aSheetXml(rows)))).toEqual(DAMAGED);
    expect(performance.now() - start).toBeLessThan(HANGS_MS);
  }
});

test('each part is checked, not the sheets alone', () => {
  for (const part of [
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/sharedStrings.xml',
    'xl/styles.xml',
  ]) {
    const file = aWorkbookFile({ strings: '', formats: [] }, (parts) => ({ ...parts, [part]: `<!DOCTYPE x>${parts[part]}` }));
    expect(refusalOf(file)).toEqual({ rule: 'damaged-workbook', part: part.toLowerCase() });
  }
});

test('declared namespaces end with their element', () => {
  const cell = '<c xmlns="urn:other" xmlns:x="urn:x"><v>9</v></c><c><v>1</v></c>';
  expect(valuesOf(aSheet(`<worksheet xmlns="${MAIN}"><sheetData><row>${cell}</row></sheetData></worksheet>`))).toEqual({ A1: 1 });
  expect(refusalOf(aSheet(aSheetXml('<row><c xmlns:x="u" x:a="1"/><c x:a="1"/></row>')))).toEqual(DAMAGED);
});
