import { RELATIONSHIP } from '../../xlsx/read/sheet/namespaces.ts';
import { vocabulary } from '../../xlsx/read/xml/vocabulary.ts';

const WORD = ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main'];
const PLACED = [
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing',
];
const DRAWN = ['http://schemas.openxmlformats.org/drawingml/2006/main', 'http://purl.oclc.org/ooxml/drawingml/main'];
const CHART = ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'http://purl.oclc.org/ooxml/drawingml/chart'];

export const WORD_ATTRIBUTE = {
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
  instruction: 19,
} as const;
const LOOK_ATTRIBUTES = {
  'w:id': WORD_ATTRIBUTE.id,
  'w:name': WORD_ATTRIBUTE.name,
  'w:val': WORD_ATTRIBUTE.value,
  'w:themeColor': WORD_ATTRIBUTE.theme,
  'w:line': WORD_ATTRIBUTE.line,
  'w:lineRule': WORD_ATTRIBUTE.lineRule,
  'w:hRule': WORD_ATTRIBUTE.lineRule,
  'w:fill': WORD_ATTRIBUTE.fill,
  'w:left': WORD_ATTRIBUTE.left,
  'w:start': WORD_ATTRIBUTE.left,
  'w:right': WORD_ATTRIBUTE.right,
  'w:end': WORD_ATTRIBUTE.right,
  'w:w': WORD_ATTRIBUTE.width,
  'w:type': WORD_ATTRIBUTE.kind,
  'w:ascii': WORD_ATTRIBUTE.latin,
  'w:hAnsi': WORD_ATTRIBUTE.others,
  'w:styleId': WORD_ATTRIBUTE.style,
  'w:default': WORD_ATTRIBUTE.usual,
  'w:fldCharType': WORD_ATTRIBUTE.fieldPart,
  'w:instr': WORD_ATTRIBUTE.instruction,
} as const;

export const WORD_ELEMENT = {
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
  namespaces: { w: WORD, wp: PLACED, a: DRAWN, c: CHART, r: RELATIONSHIP },
  elements: {
    'w:document': 1,
    'w:footnotes': 1,
    'w:endnotes': 1,
    'w:document/w:footnote': WORD_ELEMENT.body,
    'w:document/w:endnote': WORD_ELEMENT.body,
    'w:hdr': WORD_ELEMENT.body,
    'w:ftr': WORD_ELEMENT.body,
    'w:document/w:body': WORD_ELEMENT.body,
    'w:document/w:body/w:tbl': WORD_ELEMENT.table,
    'w:document/w:body/w:tbl/w:tr': WORD_ELEMENT.row,
    [CELL]: WORD_ELEMENT.cell,
    'w:document/w:body/w:sdt': WORD_ELEMENT.body,
    'w:document/w:body/w:sdtContent': WORD_ELEMENT.body,
    [`${CELL}/w:tbl`]: WORD_ELEMENT.within,
    [`${CELL}/w:sdt`]: WORD_ELEMENT.within,
    [`${CELL}/w:tbl/w:sdtContent`]: WORD_ELEMENT.within,
    [`${CELL}/w:tbl/w:tr`]: WORD_ELEMENT.within,
    [`${CELL}/w:tbl/w:tc`]: WORD_ELEMENT.within,
    [`${CELL}/w:tbl/w:tbl`]: WORD_ELEMENT.within,
    [PARAGRAPH]: WORD_ELEMENT.paragraph,
    [`${CELL}/w:p`]: WORD_ELEMENT.paragraph,
    [`${CELL}/w:tbl/w:p`]: WORD_ELEMENT.paragraph,
    ...Object.fromEntries(AROUND.map((one) => [`${PARAGRAPH}/${one}`, WORD_ELEMENT.around])),
    ...Object.fromEntries([...AROUND, 'w:sdtContent'].map((one) => [`${PARAGRAPH}/w:ins/${one}`, WORD_ELEMENT.around])),
    [`${PARAGRAPH}/w:ins/w:r`]: WORD_ELEMENT.run,
    [`${PARAGRAPH}/w:ins/w:bookmarkStart`]: WORD_ELEMENT.start,
    [`${PARAGRAPH}/w:ins/w:bookmarkEnd`]: WORD_ELEMENT.end,
    ...Object.fromEntries(
      BETWEEN.flatMap((one) => [
        [`${one}/w:bookmarkStart`, WORD_ELEMENT.start],
        [`${one}/w:bookmarkEnd`, WORD_ELEMENT.end],
      ]),
    ),
    [`${PARAGRAPH}/w:r/w:rPr`]: WORD_ELEMENT.runLook,
    [`${PARAGRAPH}/w:pPr`]: WORD_ELEMENT.paragraphLook,
    [`${CELL}/w:tcPr`]: WORD_ELEMENT.cellLook,
    [`${CELL}/w:tbl/w:tblPr`]: WORD_ELEMENT.tableLook,
    [`${CELL}/w:tbl/w:trPr`]: WORD_ELEMENT.rowLook,
    [`${CELL}/w:tbl/w:tcPr`]: WORD_ELEMENT.cellLook,
    [`${CELL}/w:tbl/w:sdtPr`]: WORD_ELEMENT.controlLook,
    'w:document/w:body/w:tbl/w:tblPr': WORD_ELEMENT.tableLook,
    'w:document/w:body/w:tbl/w:tr/w:trPr': WORD_ELEMENT.rowLook,
    'w:document/w:body/w:sdtPr': WORD_ELEMENT.controlLook,
    [`${PARAGRAPH}/w:ins/w:sdtPr`]: WORD_ELEMENT.controlLook,
    [`${PARAGRAPH}/w:r`]: WORD_ELEMENT.run,
    [`${PARAGRAPH}/w:bookmarkStart`]: WORD_ELEMENT.start,
    [`${PARAGRAPH}/w:bookmarkEnd`]: WORD_ELEMENT.end,
    [`${PARAGRAPH}/w:r/w:t`]: WORD_ELEMENT.text,
    [`${PARAGRAPH}/w:r/w:br`]: WORD_ELEMENT.lineBreak,
    [`${PARAGRAPH}/w:r/w:drawing`]: WORD_ELEMENT.drawing,
    [PLACE]: WORD_ELEMENT.placed,
    [`${PARAGRAPH}/w:r/w:drawing/wp:anchor`]: WORD_ELEMENT.placed,
    [`${PLACE}/wp:docPr`]: WORD_ELEMENT.named,
    [`${PLACE}/a:graphic`]: WORD_ELEMENT.graphic,
    [`${PLACE}/a:graphic/a:graphicData`]: WORD_ELEMENT.graphic,
    [`${PLACE}/a:graphic/c:chart`]: WORD_ELEMENT.chart,
  },
  texts: [WORD_ELEMENT.text, WORD_ELEMENT.unknown],
  attributes: { descr: WORD_ATTRIBUTE.said, 'r:id': WORD_ATTRIBUTE.related, ...LOOK_ATTRIBUTES },
});

/** Whatever stands in the lists of a document. */
export const LIST_NUMBER_WORDS = vocabulary({ namespaces: { w: WORD }, elements: {}, attributes: { 'w:val': WORD_ATTRIBUTE.value } });

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
    'w:styles/w:rPr': WORD_ELEMENT.runLook,
    'w:styles/w:pPr': WORD_ELEMENT.paragraphLook,
    [STYLE]: STYLE_ELEMENT.style,
    [`${STYLE}/w:basedOn`]: STYLE_ELEMENT.basedOn,
    [`${STYLE}/w:rPr`]: WORD_ELEMENT.runLook,
    [`${STYLE}/w:pPr`]: WORD_ELEMENT.paragraphLook,
    [`${STYLE}/w:tblStylePr`]: STYLE_ELEMENT.looks,
    [`${STYLE}/w:tblStylePr/w:rPr`]: WORD_ELEMENT.runLook,
    [`${STYLE}/w:tblStylePr/w:pPr`]: WORD_ELEMENT.paragraphLook,
  },
  attributes: LOOK_ATTRIBUTES,
});
