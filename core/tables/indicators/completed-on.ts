import type { Day } from '../../day.ts';
import type { InputColumn } from '../column.ts';
import { ISSUE_DAY_VALUE } from '../values/issue-day.ts';

/** When what a row states was done; only tables that hold such a row have it. */
export const completedOnColumn: InputColumn<'on', Day, 'remark'> = {
  field: 'on',
  header: 'Ngày hoàn thành',
  role: 'input',
  part: 'remark',
  openIn: 'tables-that-ask',
  valueKind: ISSUE_DAY_VALUE,
  inputRule: 'by-row-shape',
  width: 10.7,
  align: 'centre',
  format: 'dd/mm/yyyy',
  panel: 'none',
  appendix: 'none',
  inMatrix: { whenReported: true, sources: { width: 11, shows: 'day' } },
};
