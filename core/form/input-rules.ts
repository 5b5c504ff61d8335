import type { Day } from '../day.ts';
import type { Field } from '../layout.ts';
import { MOST_COUNTED } from '../report.ts';
import { LEVELS, NO, STATE_WORDS, STATUS_WORDS, YES } from '../words.ts';
import type { InputRule, RuleKind } from './input-rule.ts';
import type { RowShape } from './row-shape.ts';

const rule = (kind: RuleKind, title: string, prompt: string, error: string): InputRule => ({ ...kind, title, prompt, error });

const listed = (words: readonly string[]): RuleKind => ({ kind: 'list', words });
const FROM_LIST = 'Chọn một mục trong danh sách (bấm mũi tên ở cạnh ô, hoặc Alt + mũi tên xuống).';

const STATE = rule(
  listed(Object.values(STATE_WORDS)),
  'Tình trạng',
  'Có số liệu: nhập số ở các ô bên phải (0 cũng là số liệu).\nKhông phát sinh: trong kỳ không có việc nào thuộc chỉ tiêu.\nChưa có số liệu: nêu lý do ở cột Giải trình.',
  FROM_LIST,
);
const count = (title: string, more: string): InputRule =>
  rule(
    { kind: 'whole', least: 0, most: MOST_COUNTED },
    title,
    `Nhập số đếm, là số nguyên từ 0. Không nhập tỷ lệ phần trăm, không nhập dạng 9/10.${more}`,
    'Chỉ nhập số nguyên từ 0 trở lên, không kèm chữ, dấu % hay dấu /.',
  );
const STATUS_HINT = 'Chọn tình trạng thực hiện đến ngày chốt số liệu. Khi hoàn thành, ghi số, ký hiệu văn bản hoặc liên kết của sản phẩm.';
const status = (prompt: string): InputRule => rule(listed(Object.values(STATUS_WORDS)), 'Tình trạng', prompt, FROM_LIST);

/** What each input cell may hold, by kind of row; free texts have no rule. */
export const INPUT_RULES: Readonly<Record<RowShape, Readonly<Partial<Record<Field, InputRule>>>>> = {
  counts: {
    state: STATE,
    numerator: count('Tử số', '\nCách đếm: xem cột Cách tính.'),
    denominator: count('Mẫu số', '\nNếu mẫu số bằng 0, chọn “Không phát sinh”.'),
  },
  answer: {
    state: STATE,
    value: rule(listed([YES, NO]), 'Giá trị', 'Chọn Có hoặc Không cho đơn vị mình.', FROM_LIST),
  },
  level: {
    state: STATE,
    value: rule(listed(LEVELS), 'Giá trị', 'Chọn cấp độ từ 1 đến 5.', FROM_LIST),
  },
  task: taskRules(STATUS_HINT),
  'sole-task': taskRules(STATUS_HINT),
  'optional-task': taskRules(`Chỉ báo cáo nếu đơn vị có liên quan; nếu không, để trống cả dòng.\n${STATUS_HINT}`),
};

function taskRules(prompt: string): Readonly<Partial<Record<Field, InputRule>>> {
  return {
    status: status(prompt),
    percent: rule(
      { kind: 'decimal', least: 0, most: 1 },
      'Tiến độ',
      'Nhập phần trăm đã thực hiện, ví dụ 40%.',
      'Chỉ nhập từ 0% đến 100%, ví dụ 40%.',
    ),
    issuedOn: rule(
      { kind: 'day', first: '2000-01-01' as Day, last: '2099-12-31' as Day }, // both are days
      'Ngày ban hành',
      'Ngày ban hành văn bản, theo thứ tự ngày/tháng/năm, ví dụ 05/11/2026.',
      'Chỉ nhập một ngày, theo thứ tự ngày/tháng/năm, ví dụ 05/11/2026.',
    ),
  };
}
