import type { PartScore } from '../../core/honours/honours.ts';
import type { HonoursFact } from '../../core/honours/part.ts';
import { HONOURS_PARTS } from '../../core/honours/parts.ts';
import type { HonoursPartId } from '../../core/honours/weights.ts';
import type { AgencyId } from '../../core/plan/agency.ts';
import type { RowId } from '../../core/plan/plan.ts';
import { VERDICT_SIGNS } from '../../core/wording/labels.ts';
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

/** What counts for the report as a whole costs some of the points, or none. */
const countsText = (fact: HonoursFact | null): string =>
  fact?.row === null && fact.counts === 'against' ? `${VERDICT_SIGNS.below} Giảm điểm` : COUNTS_WORDS[fact?.counts ?? 'left-out'];

/** The sheet of what stands behind the points, and the cell where the facts of an agency's part begin. */
export interface FactSheet {
  readonly sheet: SheetToWrite;
  readonly placeOf: (agency: AgencyId, part: HonoursPartId) => string | null;
}

interface Fact {
  readonly agency: AgencyId;
  readonly part: PartScore;
  readonly fact: HonoursFact | null;
}

/** One row a fact: which row of the plan counts for which agency in which part, and why. */
export function factSheet(request: HonoursRequest): FactSheet {
  const columns = columnsOf(request);
  const heading = workingHeading('CHI TIẾT TỪNG ĐIỂM', request);
  const header = heading.length + 1;
  const facts = [...factsOf(request)];
  const places = new Map<string, number>();
  facts.forEach(({ agency, part }, k) => {
    const key = `${agency} ${part.part}`;
    if (!places.has(key)) places.set(key, header + 1 + k);
  });
  const last = header + Math.max(1, facts.length);
  const widths = widthsOf(columns);
  const rows: Row[] = [...heading, headerRow(columns), ...facts.map((fact, k) => itemRow(columns, fact, header + 1 + k))];
  return {
    placeOf: (agency, part) => {
      const row = places.get(`${agency} ${part}`);
      return row === undefined ? null : `${quoted(FACTS_TITLE)}!A${row}`;
    },
    sheet: {
      title: FACTS_TITLE,
      widths,
      rows,
      merges: [],
      conditionalFormats: [bySign(lettersOf(columns, 'counts'), { first: header + 1, last })],
      frozen: { rows: header, columns: 2 },
      filter: `A${header}:${lettersOf(columns, 'says')}${last}`,
      paper: paperOf({ widths, lastRow: last, header, foot: pageFooter(request, FACTS_TITLE) }),
    },
  };
}

function* factsOf({ lists }: HonoursRequest): Generator<Fact> {
  for (const { agency, parts } of lists.flatMap(({ lines }) => lines))
    for (const part of parts) for (const fact of part.facts.length > 0 ? part.facts : [null]) yield { agency, part, fact };
}

function columnsOf({ obligations: { plan, agency: agencies } }: HonoursRequest): Column<Fact>[] {
  const names = new Map<RowId, string>([...plan.indicators, ...plan.tasks].map(({ id, name }) => [id, name]));
  const partNames = new Map(HONOURS_PARTS.map(({ id, name }) => [id, name]));
  return [
    { key: 'agency', header: 'Mã đơn vị', width: 11, cell: ({ agency }) => cell(agency, LOOK.line) },
    { key: 'name', header: 'Đơn vị', width: 30, cell: ({ agency }) => cell(agencies.get(agency)?.name ?? agency) },
    { key: 'part', header: 'Phần', width: 16, cell: ({ part }) => cell(partNames.get(part.part) ?? part.part) },
    { key: 'row', header: 'Mã', width: 10.5, cell: ({ fact }) => cell(fact?.row ?? null, LOOK.line) },
    { key: 'title', header: 'Chỉ tiêu, nhiệm vụ', width: 46, cell: ({ fact }) => cell((fact?.row && names.get(fact.row)) || null) },
    { key: 'counts', header: 'Tính điểm', width: 15, cell: ({ fact }) => cell(countsText(fact), LOOK.word) },
    { key: 'says', header: 'Căn cứ', width: 34, cell: ({ fact, part }) => cell(fact?.says ?? part.leftOut) },
  ];
}
