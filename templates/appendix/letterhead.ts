import { cellName } from '../../core/grid.ts';
import type { CellStyle, Row, StyledCell } from '../../xlsx/write/cell.ts';
import { MOTTO, NATION, RULE_SIZE, strokeLine } from '../style/letterhead.ts';
import { textWidth } from '../style/text-width.ts';
import { font, SIZE } from '../style/type.ts';
import type { OfficialText } from './official-text.ts';

const CENTRE = { horizontal: 'center', vertical: 'middle' } as const;

const FACE = {
  issuer: { font: font({ size: SIZE.letterhead, bold: true }), alignment: CENTRE },
  nation: { font: font({ size: SIZE.letterhead, bold: true }), alignment: CENTRE },
  motto: { font: font({ size: SIZE.motto, bold: true }), alignment: CENTRE },
  rule: { font: font({ size: RULE_SIZE }), alignment: CENTRE },
  number: { font: font({ size: SIZE.letterhead }), alignment: CENTRE },
  date: { font: font({ size: SIZE.letterhead, italic: true }), alignment: CENTRE },
  heading: { font: font({ size: SIZE.heading, bold: true }), alignment: CENTRE },
  title: { font: font({ size: SIZE.title, bold: true }), alignment: CENTRE },
  attached: { font: font({ size: SIZE.line, italic: true }), alignment: CENTRE },
  line: { font: font({ size: SIZE.table }), alignment: CENTRE },
  signer: { font: font({ size: SIZE.title, bold: true }), alignment: CENTRE },
} as const satisfies Record<string, CellStyle>;

/** First and last column of a half of the letterhead. */
type Span = readonly [first: number, last: number];

/** Columns over which the two halves stand; the top right corner stays free for the mark of a digital signature (Nghị định 30/2020/NĐ-CP). */
export interface Halves {
  readonly left: Span;
  readonly right: Span;
  readonly whole: Span;
}

/** Rows of which each part goes over several columns, with the merges that this takes. */
export interface MergedRows {
  readonly rows: readonly Row[];
  readonly merges: readonly string[];
}

type Part = readonly [span: Span, text: string, style: CellStyle];

/** Issuer at the left, the nation's name at the right, below them the annex's heading (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export function letterheadRows(text: OfficialText, { left, right, whole }: Halves): MergedRows {
  return blockOf(1, [
    [
      16.5,
      [
        [left, text.issuer, FACE.issuer],
        [right, NATION, FACE.nation],
      ],
    ],
    [
      17,
      [
        [left, strokeLine(textWidth(text.issuer, SIZE.letterhead, 'bold') / 2.5), FACE.rule],
        [right, MOTTO, FACE.motto],
      ],
    ],
    [8, [[right, strokeLine(textWidth(MOTTO, SIZE.motto, 'bold')), FACE.rule]]],
    [
      17,
      [
        [left, text.number, FACE.number],
        [right, text.placeAndDate, FACE.date],
      ],
    ],
    [21, [[whole, text.heading, FACE.heading]]],
    [18, [[whole, text.title, FACE.title]]],
    [18, [[whole, text.subtitle, FACE.title]]],
    [17, [[whole, text.attached, FACE.attached]]],
    [18, [[whole, text.asOf, FACE.line]]],
  ]);
}

/** Room for the signature of the head of the issuing body. */
export function signatureRows(text: OfficialText, { right }: Halves, first: number): MergedRows {
  return blockOf(first, [[12, []], ...text.signer.map((line): [number, Part[]] => [18, [[right, line, FACE.signer]]]), [70, []]]);
}

function blockOf(first: number, lines: readonly (readonly [height: number, parts: readonly Part[]])[]): MergedRows {
  const rows = lines.map(([height, parts]): Row => {
    const cells: (StyledCell | null)[] = [];
    for (const [[from], value, style] of parts) {
      while (cells.length < from - 1) cells.push(null);
      cells.push({ value, style });
    }
    return { height, cells };
  });
  const merges = lines.flatMap(([, parts], k) => parts.map(([[from, to]]) => `${cellName(first + k, from)}:${cellName(first + k, to)}`));
  return { rows, merges };
}
