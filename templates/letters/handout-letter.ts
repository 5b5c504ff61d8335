import { AlignmentType, Document, ImageRun, Paragraph, TextRun } from 'docx';
import type { Day } from '../../core/day.ts';
import { shortPeriodName } from '../../core/wording/period-names.ts';
import { sealDocument } from '../report/seal-document.ts';
import { qrPng } from './qr-png.ts';

/** What a letter says with which an agency gets its form. */
export interface HandoutLetter {
  readonly agency: string;
  readonly plan: string;
  readonly period: string;
  /** As it is read: 29/11/2026. */
  readonly deadline: string;
  /** Where the pages are, without a slash at the end. */
  readonly address: string;
  readonly contact: string;
  readonly code: string;
  readonly on: Day;
}

const FONT = 'Times New Roman';
/** Half points: 14 pt, and what is not to be overread. */
const [SIZE, LARGE] = [28, 32];
/** Side of the QR code on paper, in pixels of 1/96 inch. */
const QR_SIDE = 150;
/** Millimetres as twips. */
const twipsOf = (mm: number): number => Math.round((mm * 1440) / 25.4);
const MARGINS = { top: twipsOf(20), bottom: twipsOf(20), left: twipsOf(30), right: twipsOf(20) };

const line = (text: string, more: { readonly bold?: boolean; readonly centre?: boolean; readonly size?: number } = {}): Paragraph =>
  new Paragraph({
    alignment: more.centre ? AlignmentType.CENTER : AlignmentType.JUSTIFIED,
    spacing: { after: 120 },
    children: [new TextRun({ text, font: FONT, size: more.size ?? SIZE, bold: more.bold ?? false })],
  });

/**
 * The letter as .docx: what is asked, by when, where, with which code, and whom to ask. The QR code leads to the page with the code in it.
 */
export async function buildHandoutLetter({
  agency,
  plan,
  period,
  deadline,
  address,
  contact,
  code,
  on,
}: HandoutLetter): Promise<Uint8Array> {
  const { bytes, side } = qrPng(`${address}/#ma-moi=${code}`);
  const [year, month, day] = on.split('-');
  const document = new Document({
    creator: 'Phụ lục số',
    title: `Thư giao biểu kỳ ${shortPeriodName(period)}`,
    sections: [
      {
        properties: { page: { size: { width: twipsOf(210), height: twipsOf(297) }, margin: MARGINS } },
        children: [
          line(`Ngày ${day} tháng ${month} năm ${year}`, { centre: true }),
          line('THƯ GIAO BIỂU BÁO CÁO', { bold: true, centre: true }),
          line(`Kính gửi: ${agency}`, { bold: true }),
          line(`Đề nghị đơn vị báo cáo kỳ ${shortPeriodName(period)} theo ${plan}. Hạn gửi: ngày ${deadline}.`),
          line('1. Mở trang nộp báo cáo bằng máy tính hoặc điện thoại (quét mã QR dưới đây), hoặc gõ địa chỉ:'),
          line(`${address}/`, { bold: true, centre: true }),
          line('2. Nhập mã dùng một lần của đơn vị:'),
          line(code, { bold: true, centre: true, size: LARGE }),
          line('Mã dùng được một lần, trong 30 ngày; trang sẽ cấp cho đơn vị mã truy cập riêng. Không chuyển thư này cho đơn vị khác.'),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 120 },
            children: [
              new ImageRun({
                type: 'png',
                data: bytes,
                transformation: { width: QR_SIDE, height: QR_SIDE },
                altText: { name: 'QR', title: 'Mã QR', description: `Mã QR mở trang nộp báo cáo của ${agency}` },
              }),
            ],
          }),
          line('3. Điền biểu gửi kèm (hoặc tải biểu trên trang), kiểm tra, gửi và lưu biên nhận.'),
          line(`Đầu mối liên hệ: ${contact}.`),
        ],
      },
    ],
  });
  if (side < QR_SIDE) throw new Error(`[letter] "${agency}": a QR code of ${side} pixels`);
  return sealDocument(document, new Date(on));
}
