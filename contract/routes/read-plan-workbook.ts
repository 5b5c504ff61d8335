import * as z from 'zod';
import { JSON_TYPE, XLSX } from '../../core/media-types.ts';
import { Agency } from '../../core/plan/agency.ts';
import { Plan } from '../../core/plan/plan.ts';
import { PlanChange } from '../../core/plan/plan-changes.ts';
import { PlanEffects } from '../plan-effects.ts';
import type { Route } from '../route.ts';

/** What is wrong with a plan workbook, or with putting what it says in force; the cell where it comes from one. */
const BookWireFinding = z.object({
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  row: z.string().optional(),
  sheet: z.string().optional(),
  cell: z.string().optional(),
});

/** What would be otherwise: of the plan, of a row, of an agency, with its name, and cell by cell as the workbook shows it. */
const ShownPlanChange = PlanChange.extend({
  name: z.string(),
  cells: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
});

/** `preview`: what the workbook says, and what would be otherwise than under the plan in force, which `inForce` names; null with errors. */
const ReadPlanWorkbook = z.object({
  findings: z.array(BookWireFinding),
  more: z.int().optional(),
  preview: z
    .object({
      inForce: z.string(),
      plan: Plan,
      agencies: z.array(Agency),
      changes: z.array(ShownPlanChange),
      effects: z.array(PlanEffects),
    })
    .nullable(),
});
export type ReadPlanWorkbook = z.infer<typeof ReadPlanWorkbook>;

export const readPlanWorkbookRoute = {
  method: 'POST',
  path: '/plan/workbook',
  id: 'readPlanWorkbook',
  summary: 'Đọc bảng tính kế hoạch: lỗi, hoặc thay đổi so với kế hoạch đang áp dụng; không lưu',
  rights: 'consolidators',
  bodies: { [XLSX]: null },
  answers: { 200: { [JSON_TYPE]: ReadPlanWorkbook } },
  refuses: ['unsupported-media-type', 'too-large', 'not-a-workbook'],
} as const satisfies Route;
