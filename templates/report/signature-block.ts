import type { Paragraph, Table } from 'docx';
import { type PaperHead, RECIPIENTS, recipientLines, signerLine } from '../../core/report-text/paper-head.ts';
import { PAPER_SIZE, TEXT_WIDTH } from './docx-look.ts';
import type { DocumentText } from './docx-text.ts';
import { sideBySide } from './plain-table.ts';

const LEFT = 75;
/** Room for the hand and the seal, in points. */
const ROOM = 72;

/** Nơi nhận at the left, who signs at the right (Nghị định 30/2020/NĐ-CP, Phụ lục I); `below` Nơi nhận there is room beside the seal. */
export function signatureBlock(head: PaperHead, text: DocumentText, below: readonly Paragraph[] = []): Table {
  return sideBySide([
    {
      width: LEFT,
      paragraphs: [
        text.paragraph([RECIPIENTS], { size: PAPER_SIZE.nation, bold: true, italic: true }),
        ...recipientLines(head).map((line) => text.paragraph([line], { size: PAPER_SIZE.recipients })),
        ...below,
      ],
    },
    {
      width: TEXT_WIDTH - LEFT,
      paragraphs: [
        ...head.signer.map((line) => text.paragraph([line], { align: 'centre', bold: true, keepNext: true })),
        text.paragraph([signerLine(head)], { align: 'centre', bold: true, before: ROOM }),
      ],
    },
  ]);
}
