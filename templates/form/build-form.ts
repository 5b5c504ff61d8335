import excel from 'exceljs';
import { titleEnd } from '../../core/form/heading-text.ts';
import { startOf } from '../../core/plan/plan.ts';
import { sealWorkbook } from '../style/package.ts';
import type { FormRequest } from './form-request.ts';
import { indicatorTableOf, TASK_TABLE } from './form-table.ts';
import type { FormValues } from './form-values.ts';
import { addGuideSheet, GUIDE_TITLE } from './guide-sheet.ts';
import { guideOf } from './guide-text.ts';
import { addIdentitySheet } from './identity-sheet.ts';
import { letterheadOf } from './letterhead-text.ts';
import { openPaneIn } from './open-pane.ts';
import { indicatorLines, taskLines } from './plan-rows.ts';
import { addPlanSheet } from './plan-sheet.ts';

const PROGRAM = 'Phụ lục số';
const NO_VALUES: FormValues = new Map();

/**
 * One agency's form of one period as .xlsx bytes (contract, "The form"): the same bytes for the same request on every machine.
 * The agency must be one of the obligations' active agencies.
 */
export async function buildForm(request: FormRequest): Promise<Uint8Array> {
  const { obligations, values = NO_VALUES } = request;
  const { plan, period } = obligations;
  const agency = obligations.agency.get(request.agency);
  if (!agency) throw new Error(`[build form] "${request.agency}": no active agency of this id`);
  const workbook = new excel.Workbook();
  const made = new Date(`${startOf(plan, period)}T00:00:00Z`);
  Object.assign(workbook, { creator: PROGRAM, lastModifiedBy: PROGRAM, created: made, modified: made, title: `${plan.title} - ${period}` });

  const letterhead = letterheadOf(agency, obligations);
  const foot = (right: string) => ({ left: `${agency.name} - Kỳ báo cáo ${period}`, right });
  const sheets = [
    { table: indicatorTableOf(plan), lines: indicatorLines(obligations, agency.id), annex: plan.appendices.indicators },
    { table: TASK_TABLE, lines: taskLines(obligations, agency.id), annex: plan.appendices.tasks },
  ];
  const growing = new Map<string, ReadonlySet<number>>();
  for (const { table, lines, annex } of sheets) {
    const { heading } = annex;
    const title = `${annex.title} - ${titleEnd(period)}`;
    const rows = await addPlanSheet(workbook, { table, lines, letterhead, annex: { heading, title }, foot: foot(heading), values });
    growing.set(table.layout.title, rows);
  }
  await addGuideSheet(workbook, `Hướng dẫn điền và gửi báo cáo năm ${period}`, guideOf(agency, obligations), foot(GUIDE_TITLE));
  await addIdentitySheet(workbook, request);
  workbook.views = [{ x: 0, y: 0, width: 24_000, height: 13_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
  return sealWorkbook(workbook, growing, (parts) => openPaneIn(parts, request.addIn));
}
