import type { InputColumn, None } from '../column.ts';
import { TEXT_VALUE } from '../values/text.ts';

export const explanationColumn: InputColumn<'explanation', string, 'reason'> = {
  field: 'explanation',
  header: 'Giải trình',
  role: 'input',
  part: 'reason',
  openIn: 'every-row',
  valueKind: TEXT_VALUE,
  inputRule: 'none',
  width: 13.2,
  align: 'left',
  format: '@',
  panel: { label: 'Giải trình', blank: 'Không có', screens: ['desk', 'pane'] },
  appendix: 'none',
  inMatrix: { whenReported: false, sources: { width: 50, shows: 'text' } },
};

export const evidenceColumn: InputColumn<'evidence', string, 'remark', None> = {
  field: 'evidence',
  header: 'Tài liệu kiểm chứng',
  role: 'input',
  part: 'remark',
  openIn: 'every-row',
  valueKind: TEXT_VALUE,
  inputRule: 'none',
  width: 11.1,
  align: 'left',
  format: '@',
  panel: { label: 'Tài liệu kiểm chứng', blank: 'Không có', screens: ['desk'] },
  appendix: 'none',
  inMatrix: 'none',
};
