import type { Day } from '../../day.ts';
import type { InputRule } from '../../form/input-rule.ts';
import type { InputColumn, None } from '../column.ts';
import { ISSUE_DAY_VALUE } from '../values/issue-day.ts';
import { TEXT_VALUE } from '../values/text.ts';

const DAY_RULE: InputRule = {
  kind: 'day',
  // both are days
  first: '2000-01-01' as Day,
  last: '2099-12-31' as Day,
  title: 'Ngày ban hành',
  prompt: 'Ngày ban hành văn bản, theo thứ tự ngày/tháng/năm, ví dụ 05/11/2026.',
  error: 'Chỉ nhập một ngày, theo thứ tự ngày/tháng/năm, ví dụ 05/11/2026.',
};

export const documentColumn: InputColumn<'document', string, 'answer', None> = {
  field: 'document',
  header: 'Số, ký hiệu văn bản',
  role: 'input',
  part: 'answer',
  openIn: 'every-row',
  valueKind: TEXT_VALUE,
  inputRule: 'none',
  width: 11.2,
  align: 'left',
  format: '@',
  panel: { label: 'Văn bản', blank: 'Không có', screens: ['desk'] },
  appendix: { shows: 'document', separator: '', prefix: '' },
  inMatrix: 'none',
};

export const issuedOnColumn: InputColumn<'issuedOn', Day, 'answer', None> = {
  field: 'issuedOn',
  header: 'Ngày ban hành',
  role: 'input',
  part: 'answer',
  openIn: 'every-row',
  valueKind: ISSUE_DAY_VALUE,
  inputRule: DAY_RULE,
  width: 10.7,
  align: 'centre',
  format: 'dd/mm/yyyy',
  panel: { separator: ', ngày ' },
  appendix: { shows: 'document', separator: ' ', prefix: 'ngày ' },
  inMatrix: 'none',
};

export const summaryColumn: InputColumn<'summary', string, 'answer', None> = {
  field: 'summary',
  header: 'Trích yếu hoặc liên kết',
  role: 'input',
  part: 'answer',
  openIn: 'every-row',
  valueKind: TEXT_VALUE,
  inputRule: 'none',
  width: 13.2,
  align: 'left',
  format: '@',
  panel: { label: 'Trích yếu', blank: 'Không có', screens: ['desk'] },
  appendix: { shows: 'document', separator: ': ', prefix: '' },
  inMatrix: 'none',
};
