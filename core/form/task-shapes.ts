import { STATUS_WORDS } from '../words.ts';
import { all, blank, filled, noNumber, noPart } from './condition.ts';
import { choiceRule } from './input-rule.ts';
import type { Marks, RowInputs, RowShape } from './row-shape.ts';
import { doneWithoutProduct, notRelevantWithoutReason, otherStatus, unreadStatus } from './states.ts';

const STATUS_HINT = 'Chọn tình trạng thực hiện đến ngày chốt số liệu. Khi hoàn thành, ghi số, ký hiệu văn bản hoặc liên kết của sản phẩm.';

const rules = (prompt: string): RowShape['rules'] => ({ status: choiceRule(Object.values(STATUS_WORDS), 'Tình trạng', prompt) });

const product: Marks = { missing: doneWithoutProduct };
const marks = (inputs: RowInputs) => ({
  status: {
    wrong: otherStatus,
    missing: all(blank('status'), filled(...inputs.answers, ...inputs.remarks)),
  },
  percent: { wrong: noPart('percent') },
  document: product,
  issuedOn: { wrong: noNumber('issuedOn') },
  summary: product,
});

/** A task that the agency leads with others. */
export const SHARED_TASK: RowShape = {
  name: 'shared-task',
  table: 'tasks',
  owed: 'owed',
  ownInputs: [],
  unread: [
    unreadStatus,
    { at: 'cell', field: 'percent', when: noPart('percent'), says: '✕ Tiến độ phải là số từ 0% đến 100%.' },
    // to a formula any number is a date: the years are held by the cell's own input rule
    { at: 'cell', field: 'issuedOn', when: noNumber('issuedOn'), says: '✕ Ngày ban hành phải là ngày, ví dụ 05/11/2026.' },
  ],
  figure: null,
  rules: rules(STATUS_HINT),
  marks,
  hasRate: false,
};

/** A task that it alone leads: who does is hardly not concerned. */
export const SOLE_TASK: RowShape = {
  ...SHARED_TASK,
  name: 'sole-task',
  owed: 'alone',
  marks: (inputs) => ({ ...marks(inputs), note: { missing: notRelevantWithoutReason } }),
};

/** A task that concerns it only perhaps: no debt until the agency says something of it. */
export const OPTIONAL_TASK: RowShape = {
  ...SHARED_TASK,
  name: 'optional-task',
  owed: 'perhaps',
  rules: rules(`Chỉ báo cáo nếu đơn vị có liên quan; nếu không, để trống cả dòng.\n${STATUS_HINT}`),
};

/** Settings may have changed since a form was made: its rows may be of any of these. */
export const TASK_SHAPES: readonly RowShape[] = [SHARED_TASK, SOLE_TASK, OPTIONAL_TASK];
