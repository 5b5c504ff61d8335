import type { Day } from '../day.ts';
import type { Field } from '../layout.ts';
import { STATUS_WORDS } from '../words.ts';
import { type Check, NOT_REPORTED, OTHER_WORD } from './check.ts';
import { all, blank, filled, noNumber, noPart } from './condition.ts';
import { choiceRule } from './input-rule.ts';
import type { Marks, RowShape } from './row-shape.ts';
import { doneWithoutProduct, notRelevantWithoutReason, otherStatus } from './states.ts';

const inputs: readonly Field[] = ['status', 'percent', 'document', 'issuedOn', 'summary', 'note'];

const checks = (untouched: string, more: readonly Check[] = []): readonly Check[] => [
  [blank(...inputs), untouched],
  [otherStatus, OTHER_WORD],
  [
    blank('status'),
    [
      [filled('percent', 'document', 'issuedOn', 'summary'), '✕ Chọn Tình trạng của nhiệm vụ.'],
      [filled('note'), '▲ Chưa báo cáo: chọn Tình trạng.'],
    ],
  ],
  [noPart('percent'), '✕ Tiến độ phải là số từ 0% đến 100%.'],
  [noNumber('issuedOn'), '✕ Ngày ban hành phải là ngày, ví dụ 05/11/2026.'],
  [doneWithoutProduct, '▲ Hoàn thành: ghi số, ký hiệu văn bản hoặc liên kết.'],
  ...more,
];

const STATUS_HINT = 'Chọn tình trạng thực hiện đến ngày chốt số liệu. Khi hoàn thành, ghi số, ký hiệu văn bản hoặc liên kết của sản phẩm.';

const rules = (prompt: string): RowShape['rules'] => ({
  status: choiceRule(Object.values(STATUS_WORDS), 'Tình trạng', prompt),
  percent: {
    kind: 'decimal',
    least: 0,
    most: 1,
    title: 'Tiến độ',
    prompt: 'Nhập phần trăm đã thực hiện, ví dụ 40%.',
    error: 'Chỉ nhập từ 0% đến 100%, ví dụ 40%.',
  },
  issuedOn: {
    kind: 'day',
    first: '2000-01-01' as Day, // both are days
    last: '2099-12-31' as Day,
    title: 'Ngày ban hành',
    prompt: 'Ngày ban hành văn bản, theo thứ tự ngày/tháng/năm, ví dụ 05/11/2026.',
    error: 'Chỉ nhập một ngày, theo thứ tự ngày/tháng/năm, ví dụ 05/11/2026.',
  },
});

const product: Marks = { missing: doneWithoutProduct };
const marks: RowShape['marks'] = {
  status: {
    wrong: otherStatus,
    missing: all(blank('status'), filled('percent', 'document', 'issuedOn', 'summary', 'note')),
  },
  percent: { wrong: noPart('percent') },
  document: product,
  issuedOn: { wrong: noNumber('issuedOn') },
  summary: product,
};

/** A task that the agency leads with others. */
export const SHARED_TASK: RowShape = { inputs, checks: checks(NOT_REPORTED), rules: rules(STATUS_HINT), marks, hasRate: false };

/** A task that it alone leads: who does is hardly not concerned. */
export const SOLE_TASK: RowShape = {
  ...SHARED_TASK,
  checks: checks(NOT_REPORTED, [[notRelevantWithoutReason, '▲ Chủ trì mà không liên quan: ghi lý do ở Ghi chú.']]),
  marks: { ...marks, note: { missing: notRelevantWithoutReason } },
};

/** A task that concerns it only perhaps: no debt until the agency says something of it. */
export const OPTIONAL_TASK: RowShape = {
  ...SHARED_TASK,
  checks: checks(''),
  rules: rules(`Chỉ báo cáo nếu đơn vị có liên quan; nếu không, để trống cả dòng.\n${STATUS_HINT}`),
};
