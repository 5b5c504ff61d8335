import type { Table } from 'docx';
import { MOTTO, NATION } from '../../core/report-text/nation.ts';
import type { PaperHead } from '../../core/report-text/paper-head.ts';
import { RULE_SIZE, strokeLine } from '../style/letterhead.ts';
import { textWidth } from '../style/text-width.ts';
import { PAPER_SIZE, TEXT_WIDTH } from './docx-look.ts';
import type { DocumentText, ParagraphLook } from './docx-text.ts';
import { sideBySide } from './plain-table.ts';

const LEFT = 64;
const POINTS_PER_MM = 72 / 25.4;
const COMMITTEE = /^(ỦY BAN NHÂN DÂN) (.+)$/;

/** Issuer and number at the left, the nation's name, motto, place and date at the right (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export function letterheadBlock({ governs, issuer, number, placeAndDate }: PaperHead, text: DocumentText): Table {
  const line = (words: string, look: ParagraphLook) => text.paragraph([words], { align: 'centre', ...look });
  const rule = (points: number) => line(strokeLine(points), { size: RULE_SIZE + 4 });
  const room = LEFT * POINTS_PER_MM;
  const issuerLines = textWidth(issuer, PAPER_SIZE.nation, 'bold') > room ? brokenName(issuer) : [issuer];
  const issuerWidth = Math.min(Math.max(...issuerLines.map((one) => textWidth(one, PAPER_SIZE.letterhead, 'bold'))), room);
  return sideBySide([
    {
      width: LEFT,
      paragraphs: [
        ...(governs === null ? [] : [line(governs, { size: PAPER_SIZE.nation })]),
        line(issuerLines.join('\n'), { size: PAPER_SIZE.nation, bold: true }),
        rule(issuerWidth / 2.5),
        line(number, { size: PAPER_SIZE.letterhead }),
      ],
    },
    {
      width: TEXT_WIDTH - LEFT,
      paragraphs: [
        line(NATION, { size: PAPER_SIZE.nation, bold: true }),
        line(MOTTO, { size: PAPER_SIZE.letterhead, bold: true }),
        rule(textWidth(MOTTO, PAPER_SIZE.letterhead, 'bold')),
        line(placeAndDate, { size: PAPER_SIZE.letterhead, italic: true }),
      ],
    },
  ]);
}

/** A committee's name in two lines, so that its place is not torn; others break where they must. */
const brokenName = (issuer: string): string[] => COMMITTEE.exec(issuer)?.slice(1) ?? [issuer];
