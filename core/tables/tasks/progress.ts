import type { InputRule } from '../../form/input-rule.ts';
import type { InputColumn } from '../column.ts';
import { PROGRESS_VALUE } from '../values/progress.ts';

const RULE: InputRule = {
  kind: 'decimal',
  least: 0,
  most: 1,
  title: 'Tiến độ',
  prompt: 'Nhập phần trăm đã thực hiện, ví dụ 40%.',
  error: 'Chỉ nhập từ 0% đến 100%, ví dụ 40%.',
};

export const progressColumn: InputColumn<'percent', number, 'answer'> = {
  field: 'percent',
  header: 'Tiến độ',
  role: 'input',
  part: 'answer',
  openIn: 'every-row',
  valueKind: PROGRESS_VALUE,
  inputRule: RULE,
  width: 6,
  align: 'right',
  format: '0%',
  panel: 'none',
  appendix: 'none',
  inMatrix: { whenReported: false, sources: 'none' },
};
