import type { DataValidation, Worksheet } from 'exceljs';
import { columnLetters } from '../../core/grid.ts';
import type { Field } from '../../core/layout.ts';
import { MOST_COUNTED } from '../../core/report.ts';
import { LEVELS, NO, STATE_WORDS, STATUS_WORDS, YES } from '../../core/words.ts';
import { rangeOf, runsOf } from './row-runs.ts';
import { INPUTS, type RowShape } from './row-shape.ts';
import type { Table } from './table.ts';
import type { AskedRow } from './write-table.ts';

type Rule = DataValidation;

const rule = (kind: Partial<Rule>, title: string, prompt: string, error: string): Rule =>
  ({
    allowBlank: true,
    showInputMessage: true,
    promptTitle: title,
    prompt,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: title,
    error,
    ...kind,
  }) as Rule; // `kind` brings type and formulae

/** A list in the file's own words: files separate by commas in every locale. */
const listed = (words: readonly string[]): Partial<Rule> => ({ type: 'list', formulae: [`"${words.join(',')}"`] });
const FROM_LIST = 'Chọn một mục trong danh sách (bấm mũi tên ở cạnh ô, hoặc Alt + mũi tên xuống).';

const STATE = rule(
  listed(Object.values(STATE_WORDS)),
  'Tình trạng',
  'Có số liệu: nhập số ở các ô bên phải (0 cũng là số liệu).\nKhông phát sinh: trong kỳ không có việc nào thuộc chỉ tiêu.\nChưa có số liệu: nêu lý do ở cột Giải trình.',
  FROM_LIST,
);
const count = (title: string, more: string): Rule =>
  rule(
    { type: 'whole', operator: 'between', formulae: [0, MOST_COUNTED] },
    title,
    `Nhập số đếm, là số nguyên từ 0. Không nhập tỷ lệ phần trăm, không nhập dạng 9/10.${more}`,
    'Chỉ nhập số nguyên từ 0 trở lên, không kèm chữ, dấu % hay dấu /.',
  );
const STATUS_HINT = 'Chọn tình trạng thực hiện đến ngày chốt số liệu. Khi hoàn thành, ghi số, ký hiệu văn bản hoặc liên kết của sản phẩm.';
const status = (prompt: string): Rule => rule(listed(Object.values(STATUS_WORDS)), 'Tình trạng', prompt, FROM_LIST);

const RULES: Readonly<Record<RowShape, Readonly<Partial<Record<Field, Rule>>>>> = {
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
  'optional-task': taskRules(`Chỉ báo cáo nếu đơn vị có liên quan; nếu không, để trống cả dòng.\n${STATUS_HINT}`),
};

function taskRules(prompt: string): Readonly<Partial<Record<Field, Rule>>> {
  return {
    status: status(prompt),
    percent: rule(
      { type: 'decimal', operator: 'between', formulae: [0, 1] },
      'Tiến độ',
      'Nhập phần trăm đã thực hiện, ví dụ 40%.',
      'Chỉ nhập từ 0% đến 100%, ví dụ 40%.',
    ),
    issuedOn: rule(
      { type: 'date', operator: 'between', formulae: [new Date(Date.UTC(2000, 0, 1)), new Date(Date.UTC(2099, 11, 31))] },
      'Ngày ban hành',
      'Ngày ban hành văn bản, theo thứ tự ngày/tháng/năm, ví dụ 05/11/2026.',
      'Chỉ nhập một ngày, theo thứ tự ngày/tháng/năm, ví dụ 05/11/2026.',
    ),
  };
}

/** Lists and number rules of the input cells, with a hint where the cell is chosen and a sentence where it is refused. */
export function setInputRules(sheet: Worksheet, table: Table, rows: readonly AskedRow[]): void {
  for (const shape of Object.keys(RULES) as RowShape[]) {
    // keys of RULES are shapes
    const runs = runsOf(rows, (row) => row.shape === shape);
    for (const field of INPUTS[shape]) {
      const fieldRule = RULES[shape][field];
      if (!fieldRule) continue;
      for (const run of runs) validations(sheet).add(rangeOf(columnLetters(table.columnOf(field)), run), fieldRule);
    }
  }
}

/** exceljs has it, its types do not. */
const validations = (sheet: Worksheet): { add(range: string, rule: Rule): void } =>
  (sheet as unknown as { dataValidations: { add(range: string, rule: Rule): void } }).dataValidations;
