import { periodName } from '../../core/wording/period-names.ts';
import type { Packing } from '../../xlsx/write/packing.ts';
import { writeWorkbook } from '../../xlsx/write/write-workbook.ts';
import { font } from '../style/type.ts';
import { agencyLabels } from './agency-labels.ts';
import type { AppendixRequest } from './appendix-request.ts';
import { flagSheet } from './flag-sheet.ts';
import { matrixSheetWithPlaces } from './matrix-sheet.ts';
import { officialSheets } from './official-sheets.ts';
import { overviewSheet } from './overview-sheet.ts';
import { sourceSheet } from './source-sheet.ts';
import { statusSheet } from './status-sheet.ts';
import { taskSourceSheet } from './task-source-sheet.ts';

const PROGRAM = 'Phụ lục số';

/**
 * The official tables of a consolidated period as .xlsx bytes (contract, "phu-luc-tong-hop"): the same bytes for the same request on
 * every machine, unless `packing` says otherwise. Totals are live formulas whose cached values are the matrix's.
 */
export async function buildAppendix(request: AppendixRequest, packing?: Packing): Promise<Uint8Array> {
  const { obligations, matrix } = request;
  const labels = agencyLabels([...obligations.agency.values()]);
  const sources = sourceSheet(request, labels);
  const tasks = taskSourceSheet(request, labels);
  const { sheet: cells, places } = matrixSheetWithPlaces(request, labels, sources);
  const overviews = request.extent === 'some-rows' ? [] : [overviewSheet(request)];
  const statuses = request.extent === 'some-rows' ? [] : [statusSheet(request)];
  const sheets = [
    ...overviews,
    ...officialSheets(request, places, tasks.firstOf),
    cells,
    flagSheet(request, labels, { places, firstAnswerTo: tasks.firstOf }),
    ...statuses,
    sources.sheet,
    tasks.sheet,
  ];
  const title = `${obligations.plan.title} - Tổng hợp ${periodName(obligations.period)}`;
  const properties = { program: PROGRAM, title, made: new Date(matrix.asOf) };
  return writeWorkbook({ font: font(), sheets, names: [...sources.names], properties }, packing);
}
