import { vocabulary } from '../../xlsx/read/xml/vocabulary.ts';

const WORD = ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main'];
const PLACED = [
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing',
];
const DRAWN = ['http://schemas.openxmlformats.org/drawingml/2006/main', 'http://purl.oclc.org/ooxml/drawingml/main'];
const CHART = ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'http://purl.oclc.org/ooxml/drawingml/chart'];
const RELATED = [
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'http://purl.oclc.org/ooxml/officeDocument/relationships',
];

export const ATTRIBUTE = {
  id: 1,
  name: 2,
  said: 3,
  related: 4,
  value: 5,
  theme: 6,
  line: 7,
  lineRule: 8,
  fill: 9,
  left: 10,
  right: 11,
  width: 12,
  kind: 13,
  latin: 14,
  others: 15,
  style: 16,
  usual: 17,
  fieldPart: 18,
} as const;
const LOOK_ATTRIBUTES = {
  'w:id': ATTRIBUTE.id,
  'w:name': ATTRIBUTE.name,
  'w:val': ATTRIBUTE.value,
  'w:themeColor': ATTRIBUTE.theme,
  'w:line': ATTRIBUTE.line,
  'w:lineRule': ATTRIBUTE.lineRule,
  'w:hRule': ATTRIBUTE.lineRule,
  'w:fill': ATTRIBUTE.fill,
  'w:left': ATTRIBUTE.left,
  'w:start': ATTRIBUTE.left,
  'w:right': ATTRIBUTE.right,
  'w:end': ATTRIBUTE.right,
  'w:w': ATTRIBUTE.width,
  'w:type': ATTRIBUTE.kind,
  'w:ascii': ATTRIBUTE.latin,
  'w:hAnsi': ATTRIBUTE.others,
  'w:styleId': ATTRIBUTE.style,
  'w:default': ATTRIBUTE.usual,
  'w:fldCharType': ATTRIBUTE.fieldPart,
} as const;

export const ELEMENT = {
  /** Whatever this reader does not know: text boxes, formulas, content for other programs. */
  unknown: 0,
  body: 2,
  table: 3,
  row: 4,
  cell: 5,
  /** A table in a cell, or a content control: its text is the cell's. */
  within: 6,
  paragraph: 10,
  /** What Word puts around runs: a change that is tracked, a link, a content control. */
  around: 11,
  run: 12,
  text: 13,
  lineBreak: 14,
  start: 15,
  end: 16,
  drawing: 17,
  placed: 18,
  named: 19,
  graphic: 20,
  chart: 21,
  /** What a run, a paragraph, a row, a cell, a table and a content control say of how they look. */
  runLook: 30,
  paragraphLook: 31,
  rowLook: 32,
  cellLook: 33,
  tableLook: 34,
  controlLook: 35,
} as const;

const PARAGRAPH = 'w:document/w:body/w:p';
const CELL = 'w:document/w:body/w:tbl/w:tr/w:tc';
const PLACE = `${PARAGRAPH}/w:r/w:drawing/wp:inline`;
const AROUND = ['w:ins', 'w:del', 'w:moveTo', 'w:moveFrom', 'w:hyperlink', 'w:smartTag', 'w:sdt', 'w:fldSimple', 'w:bdo', 'w:dir'];
/** Bookmarks begin and end between paragraphs and rows too. */
const BETWEEN = ['w:document/w:body', 'w:document/w:body/w:tbl', 'w:document/w:body/w:tbl/w:tr', CELL, `${CELL}/w:tbl`];

/** Elements of one number have the same children, wherever they stand. */
export const DOCUMENT_WORDS = vocabulary({
  namespaces: { w: WORD, wp: PLACED, a: DRAWN, c: CHART, r: RELATED },
  elements: {
    'w:document': 1,
    'w:hdr': ELEMENT.body,
    'w:ftr': ELEMENT.body,
    'w:document/w:body': ELEMENT.body,
    'w:document/w:body/w:tbl': ELEMENT.table,
    'w:document/w:body/w:tbl/w:tr': ELEMENT.row,
    [CELL]: ELEMENT.cell,
    'w:document/w:body/w:sdt': ELEMENT.body,
    'w:document/w:body/w:sdtContent': ELEMENT.body,
    [`${CELL}/w:tbl`]: ELEMENT.within,
    [`${CELL}/w:sdt`]: ELEMENT.within,
    [`${CELL}/w:tbl/w:sdtContent`]: ELEMENT.within,
    [`${CELL}/w:tbl/w:tr`]: ELEMENT.within,
    [`${CELL}/w:tbl/w:tc`]: ELEMENT.within,
    [`${CELL}/w:tbl/w:tbl`]: ELEMENT.within,
    [PARAGRAPH]: ELEMENT.paragraph,
    [`${CELL}/w:p`]: ELEMENT.paragraph,
    [`${CELL}/w:tbl/w:p`]: ELEMENT.paragraph,
    ...Object.fromEntries(AROUND.map((one) => [`${PARAGRAPH}/${one}`, ELEMENT.around])),
    ...Object.fromEntries([...AROUND, 'w:sdtContent'].map((one) => [`${PARAGRAPH}/w:ins/${one}`, ELEMENT.around])),
    [`${PARAGRAPH}/w:ins/w:r`]: ELEMENT.run,
    [`${PARAGRAPH}/w:ins/w:bookmarkStart`]: ELEMENT.start,
    [`${PARAGRAPH}/w:ins/w:bookmarkEnd`]: ELEMENT.end,
    ...Object.fromEntries(
      BETWEEN.flatMap((one) => [
        [`${one}/w:bookmarkStart`, ELEMENT.start],
        [`${one}/w:bookmarkEnd`, ELEMENT.end],
      ]),
    ),
    [`${PARAGRAPH}/w:r/w:rPr`]: ELEMENT.runLook,
    [`${PARAGRAPH}/w:pPr`]: ELEMENT.paragraphLook,
    [`${CELL}/w:tcPr`]: ELEMENT.cellLook,
    [`${CELL}/w:tbl/w:tblPr`]: ELEMENT.tableLook,
    [`${CELL}/w:tbl/w:trPr`]: ELEMENT.rowLook,
    [`${CELL}/w:tbl/w:tcPr`]: ELEMENT.cellLook,
    [`${CELL}/w:tbl/w:sdtPr`]: ELEMENT.controlLook,
    'w:document/w:body/w:tbl/w:tblPr': ELEMENT.tableLook,
    'w:document/w:body/w:tbl/w:tr/w:trPr': ELEMENT.rowLook,
    'w:document/w:body/w:sdtPr': ELEMENT.controlLook,
    [`${PARAGRAPH}/w:ins/w:sdtPr`]: ELEMENT.controlLook,
    [`${PARAGRAPH}/w:r`]: ELEMENT.run,
    [`${PARAGRAPH}/w:bookmarkStart`]: ELEMENT.start,
    [`${PARAGRAPH}/w:bookmarkEnd`]: ELEMENT.end,
    [`${PARAGRAPH}/w:r/w:t`]: ELEMENT.text,
    [`${PARAGRAPH}/w:r/w:br`]: ELEMENT.lineBreak,
    [`${PARAGRAPH}/w:r/w:drawing`]: ELEMENT.drawing,
    [PLACE]: ELEMENT.placed,
    [`${PARAGRAPH}/w:r/w:drawing/wp:anchor`]: ELEMENT.placed,
    [`${PLACE}/wp:docPr`]: ELEMENT.named,
    [`${PLACE}/a:graphic`]: ELEMENT.graphic,
    [`${PLACE}/a:graphic/a:graphicData`]: ELEMENT.graphic,
    [`${PLACE}/a:graphic/c:chart`]: ELEMENT.chart,
  },
  texts: [ELEMENT.text, ELEMENT.unknown],
  attributes: { descr: ATTRIBUTE.said, 'r:id': ATTRIBUTE.related, ...LOOK_ATTRIBUTES },
});

const STYLE = 'w:styles/w:style';
export const STYLE_ELEMENT = { style: 2, basedOn: 3, looks: 4 } as const;

/** The styles of a document: what they say of looks, and which they are based on. */
export const STYLE_WORDS = vocabulary({
  namespaces: { w: WORD },
  elements: {
    'w:styles': 1,
    'w:styles/w:docDefaults': 1,
    'w:styles/w:rPrDefault': 1,
    'w:styles/w:pPrDefault': 1,
    'w:styles/w:rPr': ELEMENT.runLook,
    'w:styles/w:pPr': ELEMENT.paragraphLook,
    [STYLE]: STYLE_ELEMENT.style,
    [`${STYLE}/w:basedOn`]: STYLE_ELEMENT.basedOn,
    [`${STYLE}/w:rPr`]: ELEMENT.runLook,
    [`${STYLE}/w:pPr`]: ELEMENT.paragraphLook,
    [`${STYLE}/w:tblStylePr`]: STYLE_ELEMENT.looks,
    [`${STYLE}/w:tblStylePr/w:rPr`]: ELEMENT.runLook,
    [`${STYLE}/w:tblStylePr/w:pPr`]: ELEMENT.paragraphLook,
  },
  attributes: LOOK_ATTRIBUTES,
});
