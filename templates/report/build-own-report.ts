import { ImageRun, Paragraph } from 'docx';
import { encode } from 'uqr';
import { formatDate } from '../../core/format.ts';
import { localDay, localTime } from '../../core/local-day.ts';
import { ownReportHead } from '../../core/report-text/paper-head.ts';
import { filledTemplate } from '../../core/report-text/template.ts';
import { periodFields, REPORT_TEMPLATES } from '../../core/report-text/templates.ts';
import type { TextPart } from '../../core/report-text/text-part.ts';
import { periodName } from '../../core/wording/period-names.ts';
import type { OfficialTable } from '../official/official-table.ts';
import { type OwnReport, ownIndicatorTable, ownTaskTable } from '../official/own-tables.ts';
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

/** What was received of an agency. */
export interface OwnReportRequest extends OwnReport {
  readonly receipt: { readonly id: string; readonly version: number; readonly at: string; readonly sha256: string };
  /** Where the report can be proven: what the QR code leads to. */
  readonly proof: string;
}

/** An agency's own report to the office that consolidates, as it is signed (plan, V.1): its rows alone, as they were received. */
export function buildOwnReport(request: OwnReportRequest): Promise<Uint8Array> {
  const { obligations, agency: id, receipt } = request;
  const { plan, period } = obligations;
  const agency = obligations.agency.get(id);
  if (!agency) throw new Error(`[document] "${id}": no agency of the period`);
  const head = ownReportHead(agency, plan);
  const text = documentText();
  const abstract = `Kết quả thực hiện ${plan.title} ${periodName(period)}`;
  const opening = filledTemplate(REPORT_TEMPLATES.opening.text, {
    plan: plan.title,
    number: plan.number,
    date: formatDate(plan.date),
    issuer: head.issuerInText,
    ...periodFields(period),
  });
  const section = documentSection('portrait', [
    letterheadBlock(head, text),
    text.paragraph(['BÁO CÁO'], { align: 'centre', bold: true, before: 12 }),
    text.paragraph([abstract], { align: 'centre', bold: true }),
    text.paragraph([`Kính gửi: ${head.addressees.join('; ')}`], { align: 'centre', before: 6 }),
    running(opening, text),
    ...tabled('I. Kết quả thực hiện chỉ tiêu', ownIndicatorTable(request), text),
    ...tabled('II. Kết quả thực hiện nhiệm vụ, giải pháp', ownTaskTable(request), text),
    running([`${head.issuerInText} báo cáo ${plan.reporting.to} tổng hợp./.`], text),
    new Paragraph({}),
    signatureBlock(head, text),
    ...proofBlock(request, text),
  ]);
  return sealDocument(framedDocument(abstract, [section]), new Date(receipt.at));
}

const running = (parts: readonly TextPart[], text: DocumentText) =>
  text.paragraph(parts, { align: 'justified', firstLine: INDENT, before: 6 });

function tabled(title: string, table: OfficialTable, text: DocumentText) {
  if (table.lines.length === 0) return [];
  return [
    text.paragraph([title], { bold: true, firstLine: INDENT, before: 6, after: 6, keepNext: true }),
    annexTable(table, TEXT_WIDTH, text),
  ];
}

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
      size: 11,
      italic: true,
      before: 6,
      keepNext: true,
    }),
    new Paragraph({ children: [picture] }),
  ];
}
