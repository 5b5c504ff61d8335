import type { Table } from 'docx';
import { MOTTO, NATION } from '../../core/report-text/nation.ts';
import { namePieces, type PaperHead } from '../../core/report-text/paper-head.ts';
import { RULE_SIZE, strokeLine } from '../style/letterhead.ts';
import { textWidth } from '../style/text-width.ts';
import { PAPER_SIZE, TEXT_WIDTH } from './docx-look.ts';
import type { DocumentText, ParagraphLook } from './docx-text.ts';
import { sideBySide } from './plain-table.ts';

const LEFT = 64;
const POINTS_PER_MM = 72 / 25.4;
const ROOM = LEFT * POINTS_PER_MM;

/** Issuer and number at the left, the nation's name, motto, place and date at the right (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export function letterheadBlock({ governs, issuer, number, placeAndDate }: PaperHead, text: DocumentText): Table {
  const line = (words: string, look: ParagraphLook) => text.paragraph([words], { align: 'centre', ...look });
  const rule = (points: number) => line(strokeLine(points), { size: RULE_SIZE + 4 });
  const issuerLines = nameLines(issuer, 'bold');
  const issuerWidth = Math.min(Math.max(...issuerLines.map((one) => textWidth(one, PAPER_SIZE.letterhead, 'bold'))), ROOM);
  return sideBySide([
    {
      width: LEFT,
      paragraphs: [
        ...(governs === null ? [] : [line(nameLines(governs, 'regular').join('\n'), { size: PAPER_SIZE.nation })]),
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

/** A name that does not fit in two lines: a committee's so that its place is not torn, others in two as long as each other. */
function nameLines(name: string, weight: 'regular' | 'bold'): readonly string[] {
  if (textWidth(name, PAPER_SIZE.nation, weight) <= ROOM) return [name];
  const pieces = namePieces(name);
  if (pieces.length > 1) return pieces;
  const words = name.split(' ');
  const halves = words.slice(1).map((_, k) => [words.slice(0, k + 1).join(' '), words.slice(k + 1).join(' ')]);
  const longer = (lines: string[]): number => Math.max(...lines.map((one) => textWidth(one, PAPER_SIZE.nation, weight)));
  return halves.sort((one, other) => longer(one) - longer(other))[0] ?? [name];
}
