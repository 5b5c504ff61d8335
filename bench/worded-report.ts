import type { Agency } from '../core/plan/agency.ts';
import type { Obligations } from '../core/plan/obligations.ts';
import type { RowId } from '../core/plan/plan.ts';
import type { Report } from '../core/report.ts';
import { plainReport } from '../demo/made-up/plain-report.ts';
import type { Origin } from '../functions/store/rows.ts';

const EXPLANATION = 'Số liệu tổng hợp từ hệ thống thông tin giải quyết thủ tục hành chính đến hết ngày 14/11/2026; tăng so với kỳ trước.';
const EVIDENCE = 'Báo cáo số 123/BC-UBND ngày 05/11/2026';
const FIRST_ROW = 12;

/** A full report with an explanation and a document beside every figure: about as much as an agency may write. */
export function wordedReport(obligations: Obligations, agency: Agency): Report {
  const report = plainReport(obligations, agency);
  const entries = Object.entries(report.indicators).map(([id, entry]) => [id, { ...entry, explanation: EXPLANATION, evidence: EVIDENCE }]);
  return { ...report, indicators: Object.fromEntries(entries) };
}

/** Where its rows would have stood in a workbook. */
export function originOf({ agency, indicators, tasks }: Report): Origin {
  const places = (sheet: string, rows: object) =>
    (Object.keys(rows) as RowId[]).map((id, k) => [id, { sheet, row: k + FIRST_ROW, cell: `I${k + FIRST_ROW}` }]); // keys of a report are rows
  return {
    file: `${agency}.xlsx`,
    cells: Object.fromEntries([...places('Biểu 1', indicators), ...places('Biểu 2', tasks)]),
  };
}
