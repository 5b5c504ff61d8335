import type { Table } from 'docx';
import type { PaperHead } from '../../core/report-text/paper-head.ts';
import { PAPER_SIZE, TEXT_WIDTH } from './docx-look.ts';
import type { DocumentText } from './docx-text.ts';
import { sideBySide } from './plain-table.ts';

const LEFT = 75;
/** Room for the hand and the seal, in points. */
const ROOM = 72;
const NAME_OPEN = '[Họ và tên]';

/** Nơi nhận at the left, who signs at the right (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export function signatureBlock({ signer, signerName, recipients }: PaperHead, text: DocumentText): Table {
  return sideBySide([
    {
      width: LEFT,
      paragraphs: [
        text.paragraph(['Nơi nhận:'], { size: PAPER_SIZE.nation, bold: true, italic: true }),
        ...recipients.map((line, k) =>
          text.paragraph([`- ${line}${k < recipients.length - 1 ? ';' : ''}`], { size: PAPER_SIZE.recipients }),
        ),
      ],
    },
    {
      width: TEXT_WIDTH - LEFT,
      paragraphs: [
        ...signer.map((line) => text.paragraph([line], { align: 'centre', bold: true, keepNext: true })),
        text.paragraph([signerName || NAME_OPEN], { align: 'centre', bold: true, before: ROOM }),
      ],
    },
  ]);
}
