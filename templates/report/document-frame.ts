import {
  AlignmentType,
  Document,
  type FileChild,
  Header,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from 'docx';
import { ANNEX_MARGIN } from '../style/page.ts';
import { FACE } from '../style/type.ts';
import { A4_PAPER, PAPER_MARGIN, PAPER_SIZE, twips } from './docx-look.ts';

/**
 * The page number in the middle of the top margin, not on the first page (Nghị định 30/2020/NĐ-CP, Phụ lục I); each annex counts anew.
 * `mark`: words that stand above every page as well.
 */
export function documentSection(orientation: 'portrait' | 'landscape', children: readonly FileChild[], mark?: string): ISectionOptions {
  const marked = mark === undefined ? [] : [markLine(mark)];
  const margin = orientation === 'portrait' ? PAPER_MARGIN : ANNEX_MARGIN;
  const number = new TextRun({ children: [PageNumber.CURRENT], font: FACE, size: PAPER_SIZE.pageNumber * 2 });
  return {
    properties: {
      titlePage: true,
      page: {
        // the library turns width and height itself
        size: {
          width: twips(A4_PAPER.width),
          height: twips(A4_PAPER.height),
          orientation: orientation === 'portrait' ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
        },
        margin: {
          top: twips(margin.top),
          bottom: twips(margin.bottom),
          left: twips(margin.left),
          right: twips(margin.right),
          header: twips(margin.header),
          footer: twips(margin.footer),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      default: new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] }), ...marked] }),
      first: new Header({ children: [new Paragraph({}), ...marked] }),
    },
    children: [...children],
  };
}

const markLine = (mark: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: mark, font: FACE, size: PAPER_SIZE.pageNumber * 2, bold: true })],
  });

/** A document in Times New Roman of these sections. */
export const framedDocument = (title: string, sections: readonly ISectionOptions[]): Document =>
  new Document({
    title,
    creator: 'Phụ lục số',
    lastModifiedBy: 'Phụ lục số',
    styles: { default: { document: { run: { font: FACE, size: PAPER_SIZE.body * 2 } } } },
    sections: [...sections],
  });
