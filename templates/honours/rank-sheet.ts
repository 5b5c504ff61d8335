import { toNumber } from '../../core/fraction.ts';
import { cellName } from '../../core/grid.ts';
import type { HonoursLine, PartScore } from '../../core/honours/honours.ts';
import { HONOURS_PARTS } from '../../core/honours/parts.ts';
import type { HonoursPartId } from '../../core/honours/weights.ts';
import { HONOURS_CAVEAT, honoursGroupName } from '../../core/wording/honours.ts';
import { namesOf } from '../../core/wording/names.ts';
import type { Row } from '../../xlsx/write/cell.ts';
import type { SheetLink, SheetToWrite } from '../../xlsx/write/sheet.ts';
import { type Column, cell, columnNumber, headerRow, itemRow, lettersOf, widthsOf } from '../appendix/columns.ts';
import { LOOK } from '../appendix/looks.ts';
import { paperOf } from '../appendix/paper.ts';
import { pageFooter, workingHeading } from '../appendix/working-heading.ts';
import type { FactSheet } from './fact-sheet.ts';
import type { HonoursRequest } from './honours-request.ts';
import type { MethodSheet } from './method-sheet.ts';

const RANKS_TITLE = 'Danh sách';
const LEFT_OUT = 'không xét';

/**
 * The groups one below the other, each ranked by itself; scores and points are live formulas over what counts and the weights of the
 * method.
 */
export function rankSheet(request: HonoursRequest, weightOf: MethodSheet['weightOf'], placeOf: FactSheet['placeOf']): SheetToWrite {
  const columns = columnsOf(request, weightOf);
  const widths = widthsOf(columns);
  const heading = workingHeading('DANH SÁCH XEM XÉT TÔN VINH', request, { notes: [HONOURS_CAVEAT], widths });
  const header = heading.rows.length + 1;
  const rows: Row[] = [...heading.rows, headerRow(columns)];
  const links: SheetLink[] = [];
  for (const { group, lines, unranked } of request.lists) {
    rows.push({ height: 18, cells: columns.map((_, k) => cell(k === 0 ? honoursGroupName(group) : null, LOOK.group)) });
    for (const line of lines) {
      const row = rows.length + 1;
      rows.push(itemRow(columns, line, row));
      for (const { id } of HONOURS_PARTS) {
        const to = placeOf(line.agency, id);
        if (to !== null) links.push({ from: cellName(row, columnNumber(columns, `${id}-points`)), to });
      }
    }
    if (unranked.length > 0)
      rows.push({ height: 16, cells: [cell(`Không xếp hạng: ${namesOf(unranked, request.obligations)}`, LOOK.note)] });
  }
  return {
    title: RANKS_TITLE,
    widths,
    rows,
    merges: heading.merges,
    conditionalFormats: [],
    links,
    frozen: { rows: header, columns: 4 },
    filter: null,
    paper: paperOf({ widths, lastRow: rows.length, header, foot: pageFooter(request, RANKS_TITLE) }),
  };
}

function columnsOf({ obligations: { agency: agencies } }: HonoursRequest, weightOf: MethodSheet['weightOf']): Column<HonoursLine>[] {
  const columns: Column<HonoursLine>[] = [
    { key: 'rank', header: 'Hạng', width: 7, cell: ({ rank }) => cell(rank, LOOK.number) },
    { key: 'sharing', header: 'Số đơn vị cùng hạng', width: 8.5, cell: ({ sharing }) => cell(sharing > 1 ? sharing : null, LOOK.number) },
    { key: 'agency', header: 'Mã đơn vị', width: 11, cell: ({ agency }) => cell(agency, LOOK.line) },
    { key: 'name', header: 'Đơn vị', width: 36, cell: ({ agency }) => cell(agencies.get(agency)?.name ?? agency) },
    {
      key: 'score',
      header: 'Điểm (thang 100)',
      width: 9,
      cell: ({ score }, row) => cell({ formula: scoreFormula(row), result: toNumber(score) }, LOOK.points),
    },
    ...HONOURS_PARTS.flatMap(({ id, name }): Column<HonoursLine>[] => [
      { key: `${id}-got`, header: `${name}: được`, width: 8.5, cell: ({ parts }) => cell(partOf(parts, id)?.got ?? 0, LOOK.number) },
      { key: `${id}-of`, header: `${name}: xét`, width: 8.5, cell: ({ parts }) => cell(partOf(parts, id)?.of ?? 0, LOOK.number) },
      {
        key: `${id}-points`,
        header: `${name}: điểm`,
        width: 9.5,
        cell: ({ parts }, row) => cell({ formula: pointsFormula(id, row), result: pointsResult(partOf(parts, id)) }, LOOK.points),
      },
    ]),
  ];
  const at = (key: string, row: number): string => `${lettersOf(columns, key)}${row}`;
  const pointsFormula = (id: HonoursPartId, row: number): string =>
    `IF(${at(`${id}-of`, row)}=0,"${LEFT_OUT}",${at(`${id}-got`, row)}*${weightOf(id)}/${at(`${id}-of`, row)})`;
  const scoreFormula = (row: number): string => {
    const points = HONOURS_PARTS.map(({ id }) => at(`${id}-points`, row)).join(',');
    const most = HONOURS_PARTS.map(({ id }) => `(${at(`${id}-of`, row)}>0)*${weightOf(id)}`).join('+');
    return `100*SUM(${points})/(${most})`;
  };
  return columns;
}

const partOf = (parts: readonly PartScore[], id: HonoursPartId): PartScore | undefined => parts.find(({ part }) => part === id);

const pointsResult = (part: PartScore | undefined): number | string => (!part || part.of === 0 ? LEFT_OUT : toNumber(part.points));
