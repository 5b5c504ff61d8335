import { INDICATOR_SHAPES } from '../../form/row-shape.ts';
import type { InputColumn } from '../column.ts';
import { FREE_TEXT } from '../values/free-text.ts';

export const explanationColumn: InputColumn<'explanation', string, 'reason'> = {
  field: 'explanation',
  header: 'Giải trình',
  role: 'input',
  part: 'reason',
  openIn: INDICATOR_SHAPES,
  valueKind: FREE_TEXT,
  inputRule: () => 'none',
  width: 13,
  align: 'left',
  format: 'none',
  panel: { label: 'Giải trình', blank: 'Không có', screens: ['desk', 'pane'] },
  appendix: 'none',
};

export const evidenceColumn: InputColumn<'evidence', string, 'remark'> = {
  field: 'evidence',
  header: 'Tài liệu kiểm chứng',
  role: 'input',
  part: 'remark',
  openIn: INDICATOR_SHAPES,
  valueKind: FREE_TEXT,
  inputRule: () => 'none',
  width: 11,
  align: 'left',
  format: 'none',
  panel: { label: 'Tài liệu kiểm chứng', blank: 'Không có', screens: ['desk'] },
  appendix: 'none',
};
