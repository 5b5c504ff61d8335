import type { PartScore } from '../../core/honours/honours.ts';
import type { HonoursFact } from '../../core/honours/part.ts';
import { HONOURS_PARTS } from '../../core/honours/parts.ts';
import type { HonoursPartId } from '../../core/honours/weights.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { RowId } from '../../core/plan/plan.ts';
import { VERDICT_SIGNS } from '../../core/wording/labels.ts';
import { citedIn } from '../../core/wording/names.ts';
import type { Row } from '../../xlsx/write/cell.ts';
import { quoted, type SheetToWrite } from '../../xlsx/write/sheet.ts';
import { type Column, cell, headerRow, itemRow, lettersOf, widthsOf } from '../appendix/columns.ts';
import { bySign } from '../appendix/highlights.ts';
import { LOOK } from '../appendix/looks.ts';
import { paperOf } from '../appendix/paper.ts';
import { pageFooter, workingHeading } from '../appendix/working-heading.ts';
import type { HonoursRequest } from './honours-request.ts';

const FACTS_TITLE = 'Chi tiết';

const COUNTS_WORDS: Readonly<Record<HonoursFact['counts'], string>> = {
  for: `${VERDICT_SIGNS.met} Được tính`,
  against: `${VERDICT_SIGNS.missed} Không được tính`,
  'left-out': '– Không xét',
};

/** What costs points stands first: that is what people look for. */
const ORDER: readonly HonoursFact['counts'][] = ['against', 'for', 'left-out'];

/** What counts for the report as a whole costs some of the points, or none. */
const countsText = ({ counts, rows }: FactLine): string =>
  rows === null && counts === 'against' ? `${VERDICT_SIGNS.below} Giảm điểm` : COUNTS_WORDS[counts];

/** The sheet of what stands behind the points, and the cell where the facts of an agency's part begin. */
export interface FactSheet {
  readonly sheet: SheetToWrite;
  readonly placeOf: (agency: AgencyId, part: HonoursPartId) => string | null;
}

/** Rows of the plan of which a part says the same of an agency; null: the report as a whole. */
interface FactLine extends Pick<HonoursFact, 'counts' | 'says'> {
  readonly agency: AgencyId;
  readonly part: HonoursPartId;
  readonly rows: readonly RowId[] | null;
}

/**
 * Which rows of the plan count for which agency in which part, and why: each that costs points in a line of its own, by its name; the
 * others together, so that it can be printed.
 */
export function factSheet(request: HonoursRequest): FactSheet {
  const columns = columnsOf(request);
  const widths = widthsOf(columns);
  const heading = workingHeading('CHI TIẾT TỪNG ĐIỂM', request, {
    notes: ['Dòng không được tính ghi riêng kèm tên; các dòng khác cùng căn cứ ghi chung, theo số thứ tự trong phụ lục của kế hoạch.'],
    widths,
  });
  const header = heading.rows.length + 1;
  const facts = linesOf(request);
  const places = new Map<string, number>();
  facts.forEach(({ agency, part }, k) => {
    const key = `${agency} ${part}`;
    if (!places.has(key)) places.set(key, header + 1 + k);
  });
  const last = header + Math.max(1, facts.length);
  const rows: Row[] = [...heading.rows, headerRow(columns), ...facts.map((fact, k) => itemRow(columns, fact, header + 1 + k))];
  return {
    placeOf: (agency, part) => {
      const row = places.get(`${agency} ${part}`);
      return row === undefined ? null : `${quoted(FACTS_TITLE)}!A${row}`;
    },
    sheet: {
      title: FACTS_TITLE,
      widths,
      rows,
      merges: heading.merges,
      conditionalFormats: [bySign(lettersOf(columns, 'counts'), { first: header + 1, last })],
      frozen: { rows: header, columns: 2 },
      filter: `A${header}:${lettersOf(columns, 'says')}${last}`,
      paper: paperOf({ widths, lastRow: last, header, foot: pageFooter(request, FACTS_TITLE) }),
    },
  };
}

const linesOf = ({ lists }: HonoursRequest): FactLine[] =>
  lists.flatMap(({ lines }) => lines.flatMap(({ agency, parts }) => parts.flatMap((part) => linesOfPart(agency, part))));

function linesOfPart(agency: AgencyId, { part, facts, leftOut }: PartScore): FactLine[] {
  if (facts.length === 0) return [{ agency, part, rows: null, counts: 'left-out', says: leftOut ?? '' }];
  return ORDER.flatMap((counts) => {
    const alike = facts.filter((fact) => fact.counts === counts);
    return [...new Set(alike.map(({ says }) => says))].flatMap((says): FactLine[] => {
      const line = { agency, part, counts, says };
      const rows = alike.flatMap((fact) => (fact.says === says && fact.row !== null ? [fact.row] : []));
      if (rows.length === 0) return [{ ...line, rows: null }];
      return counts === 'against' ? rows.map((row) => ({ ...line, rows: [row] })) : [{ ...line, rows }];
    });
  });
}

function columnsOf({ obligations: { plan, agency: agencies } }: HonoursRequest): Column<FactLine>[] {
  const names = new Map<RowId, string>([...plan.indicators, ...plan.tasks].map(({ id, name }) => [id, name]));
  const partNames = new Map(HONOURS_PARTS.map(({ id, name }) => [id, name]));
  const rowsText = ({ rows, counts }: FactLine): string | null => {
    const cited = rows?.map((row) => (counts === 'against' ? `${citedIn(plan, row)} ${names.get(row)}` : citedIn(plan, row)));
    return cited?.join(', ') ?? null;
  };
  return [
    { key: 'agency', header: 'Mã đơn vị', width: 11, cell: ({ agency }) => cell(agency, LOOK.line) },
    { key: 'name', header: 'Đơn vị', width: 34, cell: ({ agency }) => cell(agencies.get(agency)?.name ?? agency) },
    { key: 'part', header: 'Phần', width: 13, cell: ({ part }) => cell(partNames.get(part) ?? part) },
    { key: 'counts', header: 'Tính điểm', width: 19, cell: (line) => cell(countsText(line), LOOK.word) },
    { key: 'count', header: 'Số dòng', width: 7, cell: ({ rows }) => cell(rows?.length ?? null, LOOK.number) },
    { key: 'rows', header: 'Dòng của kế hoạch', width: 78, cell: (line) => cell(rowsText(line)) },
    { key: 'says', header: 'Căn cứ', width: 36, cell: ({ says }) => cell(says) },
  ];
}
