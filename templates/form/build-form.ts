import excel from 'exceljs';
import { titleEnd } from '../../core/form/heading-text.ts';
import { planLines } from '../../core/form/plan-lines.ts';
import { startOf } from '../../core/plan/plan-periods.ts';
import { sheetsOf } from '../../core/tables/sheets-of.ts';
import { periodName, shortPeriodName } from '../../core/wording/period-names.ts';
import { type FinishSheet, sealWorkbook } from '../style/package.ts';
import type { FormRequest } from './form-request.ts';
import { formTableOf } from './form-table.ts';
import type { FormValues } from './form-values.ts';
import { addGuideSheet, GUIDE_TITLE } from './guide-sheet.ts';
import { guideOf } from './guide-text.ts';
import { addIdentitySheet } from './identity-sheet.ts';
import { letterheadOf } from './letterhead-text.ts';
import { openPaneIn } from './open-pane.ts';
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
  Object.assign(workbook, {
    creator: PROGRAM,
    lastModifiedBy: PROGRAM,
    created: made,
    modified: made,
    title: `${plan.title} - ${shortPeriodName(period)}`,
  });

  const letterhead = letterheadOf(agency, obligations);
  const foot = (right: string) => ({ left: `${agency.name} - Kỳ báo cáo ${shortPeriodName(period)}`, right });
  const finish = new Map<string, FinishSheet>();
  for (const layout of sheetsOf(plan)) {
    const { heading = '', title = '' } = plan.appendices.find(({ id }) => id === layout.table) ?? {};
    const annex = { heading, title: `${title} - ${titleEnd(period)}` };
    const sheet = { table: formTableOf(layout), lines: planLines(request, layout), letterhead, annex, foot: foot(heading), values };
    finish.set(layout.title, await addPlanSheet(workbook, sheet));
  }
  await addGuideSheet(
    workbook,
    `Hướng dẫn điền và gửi báo cáo ${periodName(period)}`,
    guideOf(agency, obligations, request.uploadPage),
    foot(GUIDE_TITLE),
  );
  await addIdentitySheet(workbook, request);
  // the tables come first for programs that look for them there, the guide for whoever opens the form
  const guide = workbook.worksheets.findIndex(({ name }) => name === GUIDE_TITLE);
  workbook.views = [{ x: 0, y: 0, width: 24_000, height: 13_000, firstSheet: 0, activeTab: guide, visibility: 'visible' }];
  return sealWorkbook(workbook, finish, openPaneIn);
}
