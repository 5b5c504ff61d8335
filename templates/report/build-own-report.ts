import { type FileChild, ImageRun, Paragraph } from 'docx';
import { encode } from 'uqr';
import { formatDate } from '../../core/format.ts';
import { localDay, localTime } from '../../core/local-day.ts';
import { type OwnPaper, ownPaper, PREVIEW_MARK } from '../../core/report-text/own-paper.ts';
import type { OwnReport } from '../../core/report-text/own-tables.ts';
import type { TextPart } from '../../core/report-text/text-part.ts';
import { annexTable } from './annex-table.ts';
import { documentSection, framedDocument } from './document-frame.ts';
import { TEXT_WIDTH, twips } from './docx-look.ts';
import { type DocumentText, documentText } from './docx-text.ts';
import { greyPng } from './grey-png.ts';
import { letterheadBlock } from './letterhead-block.ts';
import { sealDocument } from './seal-document.ts';
import { signatureBlock } from './signature-block.ts';

/** Light modules around a QR code (ISO/IEC 18004), pixels of a module in the file, and its side on paper in pixels of the screen. */
const QR = { border: 4, scale: 4, side: 96 } as const;
const INDENT = twips(12.7);
const PROOF_POINTS = 9;

/** What was received of an agency. */
export interface OwnReportRequest extends OwnReport {
  readonly receipt: { readonly id: string; readonly version: number; readonly at: string; readonly sha256: string };
  /** Where the report can be proven: what the QR code leads to. */
  readonly proof: string;
}

/** An agency's own report to the office that consolidates, as it is signed (plan, V.1): its rows alone, as they were received. */
export function buildOwnReport(request: OwnReportRequest): Promise<Uint8Array> {
  const [paper, text] = [ownPaper(request), documentText()];
  const section = documentSection('portrait', paperBlocks(paper, text, proofBlock(request, text)));
  return sealDocument(framedDocument(paper.abstract, [section]), new Date(request.receipt.at));
}

/** The same report before it is sent: marked on every page, without receipt or code. `at`: when it is made. */
export function buildOwnPreview(report: OwnReport, at: Date): Promise<Uint8Array> {
  const paper = ownPaper(report);
  const section = documentSection('portrait', paperBlocks(paper, documentText()), PREVIEW_MARK);
  return sealDocument(framedDocument(`${PREVIEW_MARK}: ${paper.abstract}`, [section]), at);
}

/** From the letterhead to the signature, which no page bears alone; a page for the proof would bear nothing else. */
const paperBlocks = (
  { head, title, abstract, addressed, opening, tables, closing }: OwnPaper,
  text: DocumentText,
  proof: readonly Paragraph[] = [],
): FileChild[] => [
  letterheadBlock(head, text),
  text.paragraph([title], { align: 'centre', bold: true, before: 12 }),
  text.paragraph([abstract], { align: 'centre', bold: true }),
  text.paragraph([addressed], { align: 'centre', before: 6 }),
  running(opening, text),
  ...tables.flatMap((one) => [
    text.paragraph([one.title], { bold: true, firstLine: INDENT, before: 6, after: 6, keepNext: true }),
    annexTable(one.table, TEXT_WIDTH, text),
  ]),
  running([closing], text, 'with-next'),
  text.paragraph([], { keepNext: true }),
  signatureBlock(head, text, proof),
];

const running = (parts: readonly TextPart[], text: DocumentText, page: 'with-next' | 'any' = 'any') =>
  text.paragraph(parts, { align: 'justified', firstLine: INDENT, before: 6, keepNext: page === 'with-next' });

/** What proves that this very content was received; the code leads to the page that says so. */
function proofBlock({ obligations: { plan }, receipt, proof }: OwnReportRequest, text: DocumentText): Paragraph[] {
  const { id, version, at, sha256 } = receipt;
  const { utcOffset } = plan.reporting;
  const moment = `${localTime(new Date(at), utcOffset)} ngày ${formatDate(localDay(new Date(at), utcOffset))}`;
  const code = encode(proof, { ecc: 'M', border: QR.border });
  const picture = new ImageRun({
    type: 'png',
    data: greyPng(code.data, QR.scale),
    transformation: { width: QR.side, height: QR.side },
    altText: { name: 'Mã QR', title: 'Mã QR xác minh', description: `Mã QR dẫn tới trang xác minh báo cáo này: ${proof}` },
  });
  return [
    text.paragraph([`Biên nhận ${id}, lần nộp ${version}, ${moment}. Mã nội dung (SHA-256): ${sha256}.`], {
      size: PROOF_POINTS,
      italic: true,
      before: 6,
    }),
    new Paragraph({ children: [picture] }),
  ];
}
