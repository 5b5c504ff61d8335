import { HONOURS_PARTS } from '../../core/honours/parts.ts';
import { type HonoursPartId, sumOfWeights } from '../../core/honours/weights.ts';
import { HONOURS_CAVEAT, HONOURS_METHOD } from '../../core/wording/honours.ts';
import type { Row } from '../../xlsx/write/cell.ts';
import { quoted, type SheetToWrite } from '../../xlsx/write/sheet.ts';
import { type Column, cell, headerRow, itemRow, widthsOf } from '../appendix/columns.ts';
import { LOOK } from '../appendix/looks.ts';
import { paperOf } from '../appendix/paper.ts';
import { pageFooter, workingHeading } from '../appendix/working-heading.ts';
import type { HonoursRequest } from './honours-request.ts';

const METHOD_TITLE = 'Cách tính';

/** The sheet of the method, and the cell where each part's weight stands. */
export interface MethodSheet {
  readonly sheet: SheetToWrite;
  readonly weightOf: (part: HonoursPartId) => string;
}

type Part = (typeof HONOURS_PARTS)[number];

/** How a score is made: the parts with their weights and rules, which all points of the workbook are worked out from. */
export function methodSheet(request: HonoursRequest): MethodSheet {
  const { weights } = request;
  const columns: Column<Part>[] = [
    { key: 'name', header: 'Phần', width: 26, cell: ({ name }) => cell(name) },
    { key: 'weight', header: 'Điểm tối đa', width: 10, cell: ({ id }) => cell(weights[id], LOOK.number) },
    { key: 'rule', header: 'Quy tắc', width: 92, cell: ({ rule }) => cell(rule) },
  ];
  const widths = widthsOf(columns);
  const heading = workingHeading('CÁCH TÍNH ĐIỂM', request, { notes: [HONOURS_CAVEAT, ...HONOURS_METHOD], widths });
  const header = heading.rows.length + 1;
  const [first, last] = [header + 1, header + HONOURS_PARTS.length];
  const total: Row = {
    height: 18,
    cells: [cell('Tổng', LOOK.word), cell({ formula: `SUM(B${first}:B${last})`, result: sumOfWeights(weights) }, LOOK.number), null],
  };
  return {
    sheet: {
      title: METHOD_TITLE,
      widths,
      rows: [...heading.rows, headerRow(columns), ...HONOURS_PARTS.map((part, k) => itemRow(columns, part, first + k)), total],
      merges: heading.merges,
      conditionalFormats: [],
      frozen: { rows: 0, columns: 0 },
      filter: null,
      paper: paperOf({ widths, lastRow: last + 1, header, foot: pageFooter(request, METHOD_TITLE) }),
    },
    weightOf: (part) => `${quoted(METHOD_TITLE)}!$B$${first + HONOURS_PARTS.findIndex(({ id }) => id === part)}`,
  };
}
