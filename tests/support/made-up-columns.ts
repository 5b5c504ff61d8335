import type { Indicator, Task } from '../../core/plan/plan.ts';
import type { InputColumn, PlanColumn, TableColumn } from '../../core/tables/column.ts';
import { COUNT_VALUE } from '../../core/tables/values/count.ts';
import { TEXT_VALUE } from '../../core/tables/values/text.ts';

/** Columns that no plan has: a text of the plan and an input for each table. */
export const OWNER: PlanColumn<'owner', Indicator> = {
  field: 'owner',
  header: 'Người theo dõi',
  role: 'plan',
  headed: 'here',
  text: ({ tt }) => `Tổ ${tt}`,
  note: 'none',
  lastFigure: 'none',
  width: 9,
  align: 'left',
  format: 'none',
  panel: { label: 'Người theo dõi', blank: 'Chưa rõ', screens: ['desk'] },
  appendix: { meaning: 'tổ' },
};

export const BUDGET: InputColumn<'budget', number, 'answer'> = {
  field: 'budget',
  header: 'Kinh phí',
  role: 'input',
  part: 'answer',
  openIn: 'every-row',
  valueKind: COUNT_VALUE,
  inputRule: { kind: 'whole', least: 0, most: 99, title: 'Kinh phí', prompt: 'Nhập tỷ đồng.', error: 'Chỉ nhập số.' },
  width: 8,
  align: 'right',
  format: 'none',
  panel: { label: 'Kinh phí', blank: 'Không nêu', screens: ['desk', 'pane'] },
  appendix: { shows: 'answers' },
  inMatrix: { whenReported: true, sources: { width: 9, shows: 'count' } },
};

export const BASIS: PlanColumn<'basis', Task> = {
  field: 'basis',
  header: 'Căn cứ',
  role: 'plan',
  headed: 'here',
  text: ({ tt }) => (tt === null ? null : `Điều ${tt}`),
  note: 'none',
  lastFigure: 'none',
  width: 9,
  align: 'left',
  format: 'none',
  panel: { label: 'Căn cứ', blank: 'Không nêu', screens: ['desk'] },
  appendix: { meaning: '' },
};

export const PLACE: InputColumn<'place', string, 'remark'> = {
  field: 'place',
  header: 'Địa bàn',
  role: 'input',
  part: 'remark',
  openIn: 'every-row',
  valueKind: TEXT_VALUE,
  inputRule: 'none',
  width: 9,
  align: 'left',
  format: 'none',
  panel: { label: 'Địa bàn', blank: 'Không nêu', screens: ['desk'] },
  appendix: { shows: 'answers' },
  inMatrix: { whenReported: false, sources: 'none' },
};

/** A list of columns with one of the plan's before its first input, and an input before `Kiểm tra`. */
export function withMadeUp(columns: readonly TableColumn[], ofPlan: PlanColumn, input: InputColumn): readonly TableColumn[] {
  const first = columns.findIndex(({ role }) => role === 'input');
  return [...columns.slice(0, first), ofPlan, ...columns.slice(first, -1), input, ...columns.slice(-1)];
}
