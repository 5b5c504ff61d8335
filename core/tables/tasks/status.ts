import * as z from 'zod';
import { TASK_SHAPES } from '../../form/row-shape.ts';
import { readStatus } from '../../reading/words.ts';
import { STATUS_WORDS } from '../../words.ts';
import type { InputColumn } from '../column.ts';
import { listRule } from '../list-rule.ts';
import { isEqual } from '../value-kind.ts';

export const Status = z.enum(['not-started', 'in-progress', 'done', 'awaiting-guidance', 'not-relevant']);
export type Status = z.infer<typeof Status>;

const statusRule = (prompt: string) => listRule('Tình trạng', Object.values(STATUS_WORDS), prompt);
const HINT = 'Chọn tình trạng thực hiện đến ngày chốt số liệu. Khi hoàn thành, ghi số, ký hiệu văn bản hoặc liên kết của sản phẩm.';
const RULE = statusRule(HINT);
const OPTIONAL_RULE = statusRule(`Chỉ báo cáo nếu đơn vị có liên quan; nếu không, để trống cả dòng.\n${HINT}`);

export const statusColumn: InputColumn<'status', Status, 'state'> = {
  field: 'status',
  header: 'Tình trạng',
  role: 'input',
  part: 'state',
  openIn: TASK_SHAPES,
  valueKind: {
    schema: Status,
    isFreeText: false,
    read: readStatus,
    cellValue: (status) => STATUS_WORDS[status],
    display: (status) => STATUS_WORDS[status],
    isSame: isEqual,
  },
  inputRule: (shape) => (shape === 'optional-task' ? OPTIONAL_RULE : RULE),
  width: 9.5,
  align: 'centre',
  format: 'none',
  panel: 'none',
  appendix: 'none',
};
