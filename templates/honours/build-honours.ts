import { HONOURS_TITLE } from '../../core/wording/honours.ts';
import { periodName } from '../../core/wording/period-names.ts';
import { writeWorkbook } from '../../xlsx/write/write-workbook.ts';
import { font } from '../style/type.ts';
import { factSheet } from './fact-sheet.ts';
import type { HonoursRequest } from './honours-request.ts';
import { methodSheet } from './method-sheet.ts';
import { rankSheet } from './rank-sheet.ts';

/**
 * The ranked agencies of a period as .xlsx bytes: the ranks, how they are made, and what stands behind each point; the same bytes for the
 * same request.
 */
export function buildHonours(request: HonoursRequest): Uint8Array {
  const { obligations, matrix } = request;
  const method = methodSheet(request);
  const facts = factSheet(request);
  return writeWorkbook({
    font: font(),
    sheets: [rankSheet(request, method.weightOf, facts.placeOf), method.sheet, facts.sheet],
    names: [],
    properties: {
      program: 'Phụ lục số',
      title: `${obligations.plan.title} - ${HONOURS_TITLE} ${periodName(obligations.period)}`,
      made: new Date(matrix.asOf),
    },
  });
}
