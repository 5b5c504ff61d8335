import { clipText } from '../clip-text.ts';
import { formatDate } from '../format.ts';
import type { WrittenPlan } from '../plan/checking/check-plan.ts';
import { PLAN_WARNINGS, type PlanFault, type PlanFile, type PlanFinding } from '../plan/checking/plan-fault.ts';
import { partAt, type ShapeIssue } from '../plan/checking/sound-part.ts';
import { TABLE_KINDS } from '../tables/table-kind.ts';

type Named = Exclude<PlanFault, { readonly rule: 'shape' }>;

/** Where a plan is written: in files of JSON, or in the plan workbook, whose parts and columns have names of their own. */
type WrittenIn = 'files' | 'workbook';

/** A fault as whoever writes the plan reads it; `files`: what the two files are called. */
export function planFinding(
  fault: PlanFault,
  written: WrittenPlan,
  files: Readonly<Record<PlanFile, string>>,
  writtenIn: WrittenIn = 'files',
): PlanFinding {
  const { row, field } = placeOf(fault, written);
  return {
    file: files[fault.file],
    ...(row !== null && { row }),
    field,
    rule: fault.rule,
    severity: PLAN_WARNINGS.some((rule) => rule === fault.rule) ? 'warning' : 'error',
    message:
      fault.rule === 'shape'
        ? (dayText(fault, writtenIn) ?? shapeText(fault.issue, writtenIn))
        : sentence(asWritten(fault, writtenIn), NAMES[writtenIn]),
  };
}

/** A day as people write it there, 31/12/2026. */
function asWritten(fault: Named, writtenIn: WrittenIn): Named {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(writtenIn === 'workbook' ? fault.name : '') ?? [];
  return day === undefined ? fault : { ...fault, name: `${day}/${month}/${year}` };
}

const ROWS: Readonly<Record<PlanFile, number>> = { plan: 2, agencies: 1 };

/** The row that a path leads into, and the way on from there; the whole path where it leads into none that has an id. */
function placeOf({ file, path }: PlanFault, written: WrittenPlan): { readonly row: string | null; readonly field: string } {
  const depth = ROWS[file];
  const isRow = file === 'agencies' || TABLE_KINDS.some((kind) => kind === path[0]);
  const id = isRow && path.length >= depth ? partAt(written[file], [...path.slice(0, depth), 'id']) : undefined;
  return typeof id === 'string' && id !== ''
    ? { row: id, field: path.slice(depth).join('.') }
    : { row: null, field: path.map(String).join('.') };
}

/** What parts and columns are called. */
const NAMES = {
  files: {
    groups: '“groups”',
    sections: '“sections”',
    phases: '“phases”',
    questions: '“openQuestions”',
    tables: '“appendices”',
    reporters: '“reporters”',
    parent: '“parent”',
    consolidator: '“roles”: ["reporter", "consolidator"]',
  },
  workbook: {
    groups: 'phần “Nhóm chỉ tiêu”',
    sections: 'phần “Mục nhiệm vụ”',
    phases: 'phần “Giai đoạn”',
    questions: 'phần “Câu hỏi mở”',
    tables: 'phần “Bảng của kế hoạch”',
    reporters: 'cột “Đơn vị báo cáo”',
    parent: 'cột “Thuộc nhóm”, “Thuộc mục”',
    consolidator: 'cột “Vai trò”',
  },
} as const satisfies Record<WrittenIn, object>;

function sentence({ rule, name }: Named, names: Readonly<Record<keyof (typeof NAMES)['files'], string>>): string {
  const quoted = `“${clipText(name, 80)}”`;
  switch (rule) {
    case 'unknown-agency':
      return `Không có đơn vị hoặc nhóm đơn vị nào mang mã ${quoted}. Sửa mã, hoặc thêm đơn vị vào danh sách.`;
    case 'unknown-group':
      return `Không có nhóm chỉ tiêu ${quoted} trong ${names.groups}. Sửa mã, hoặc thêm nhóm.`;
    case 'unknown-section':
      return `Không có mục ${quoted} trong ${names.sections}. Sửa mã, hoặc thêm mục.`;
    case 'unknown-phase':
      return `Không có giai đoạn ${quoted} trong ${names.phases}. Sửa mã, hoặc thêm giai đoạn.`;
    case 'unknown-row':
      return `Không có dòng ${quoted} trong kế hoạch. Sửa mã dòng.`;
    case 'unknown-question':
      return `Không có câu hỏi ${quoted} trong ${names.questions}. Sửa mã, hoặc thêm câu hỏi.`;
    case 'unknown-table':
      return `Không có bảng nào của kế hoạch cho dòng ${quoted}. Mã dòng bắt đầu bằng mã của một bảng cùng loại trong ${names.tables}, rồi dấu chấm.`;
    case 'stated-by-not-reporting':
      return `Số liệu của dòng lấy theo ${quoted}, nhưng đơn vị này không có trong các đơn vị báo cáo dòng. Thêm vào ${names.reporters}, hoặc chọn đơn vị khác.`;
    case 'group-of-another-phase':
      return `Nhóm ${quoted} thuộc giai đoạn khác với giai đoạn của dòng. Chọn nhóm của cùng giai đoạn.`;
    case 'too-many-levels':
      return `Mục ${quoted} nằm quá sâu, hoặc nằm trong chính nó: nhiều nhất là ba cấp. Sửa ${names.parent}.`;
    case 'no-such-day':
      return `Không có ngày ${quoted}. Ghi một ngày có thật; ngày chốt và hạn gửi phải có trong mọi năm của kế hoạch.`;
    case 'day-missing':
      return 'Nhiệm vụ có thời hạn nhưng chưa ghi ngày đến hạn. Ghi ngày, hoặc đổi loại thời hạn.';
    case 'due-outside-plan':
      return `Ngày ${quoted} nằm ngoài các năm của kế hoạch. Sửa ngày, hoặc sửa năm của giai đoạn.`;
    case 'unknown-period':
      return `Kế hoạch không có kỳ báo cáo ${quoted} cho dòng này. Dùng kỳ nêu ở “reporting.every” hoặc “reporting.also”, trong các năm của kế hoạch.`;
    case 'twice':
      return `Mã hoặc tên ${quoted} đã dùng cho mục khác. Mỗi mã, mỗi tên trang tính, mỗi tiêu đề cột trong một bảng chỉ dùng một lần.`;
    case 'target-differs':
      return `Không số nào trong mục tiêu ${quoted} là mức phải đạt của cách tính. Kiểm tra lại mức phải đạt.`;
    case 'nobody-reports':
      return 'Không có đơn vị nào đang dùng phải báo cáo dòng này. Kiểm tra lại các đơn vị báo cáo.';
    case 'names-itself':
      return `${quoted} dẫn về chính mục đang ghi, trực tiếp hoặc qua mục khác. Bỏ mã này, hoặc chọn mã khác.`;
    case 'continues-unlike':
      return `Dòng tiếp nối ${quoted} nhưng hai dòng khác cách tính hoặc khác đơn vị tính, không so sánh được. Bỏ dòng tiếp nối, hoặc chọn dòng khác.`;
    case 'continues-no-earlier':
      return `Dòng tiếp nối ${quoted}, nhưng giai đoạn của dòng đó không bắt đầu trước. Kiểm tra lại mã dòng.`;
    case 'phase-backwards':
      return `Giai đoạn ${quoted} kết thúc trước khi bắt đầu. Đổi lại năm đầu và năm cuối.`;
    case 'phases-overlap':
      return `Giai đoạn có năm chung với giai đoạn ${quoted}: trong năm đó dòng của cả hai giai đoạn đều phải báo cáo. Kiểm tra lại các năm.`;
    case 'due-before-phase':
      return `Ngày đến hạn ${quoted} trước năm đầu của giai đoạn. Kiểm tra lại ngày, hoặc giai đoạn của dòng.`;
    case 'start-after-due':
      return `Ngày bắt đầu ${quoted} sau ngày đến hạn. Sửa một trong hai ngày.`;
    case 'deadline-before-cut-off':
      return `Hạn gửi (${formatDate(name)} ở kỳ đầu) trước ngày chốt số liệu của cùng kỳ. Kiểm tra lại ngày chốt và hạn gửi.`;
    case 'cuts-turned':
      return `Ngưỡng ${quoted} cao hơn ngưỡng đứng trước nó. Ghi theo thứ tự giảm dần: đúng tiến độ, cần tăng tốc, chậm.`;
    case 'blank-name':
      return 'Tên, tiêu đề để trống. Ghi theo kế hoạch.';
    case 'no-consolidator':
      return `Không đơn vị nào đang dùng có vai trò tổng hợp: không ai theo dõi, khóa, công bố được kỳ báo cáo. Ghi vai trò tổng hợp cho ít nhất một đơn vị (${names.consolidator}).`;
    case 'target-not-reporting':
      return `Có mức giao riêng cho ${quoted} nhưng đơn vị này không báo cáo dòng. Bỏ mức giao, hoặc thêm đơn vị vào ${names.reporters}.`;
    case 'misspelt-agency':
      return `Không có đơn vị hoặc nhóm đơn vị ${quoted}; mã này gần giống một mã có trong danh sách. Kiểm tra lại, hoặc ghi tên đầy đủ.`;
    case 'same-name':
      return `Đơn vị khác đang dùng cũng tên là ${quoted}. Ghi tên để phân biệt được.`;
    case 'succeeds-active':
      return `Đơn vị tiếp nhận ${quoted} nhưng đơn vị này vẫn đang dùng: số kỳ trước của nó được lấy hai lần. Ghi đơn vị cũ là không dùng, hoặc bỏ mã này.`;
    case 'succeeded-twice':
      return `Đơn vị ${quoted} đã có đơn vị khác tiếp nhận: số kỳ trước của nó được lấy hai lần. Để ở một đơn vị.`;
    case 'owes-nothing':
      return `Đơn vị ${quoted} không phải báo cáo dòng nào. Kiểm tra lại nhóm của đơn vị, hoặc ghi đơn vị là không dùng.`;
  }
}

/** How the days that reporting sets are written; null for anything else. */
function dayText({ path }: PlanFault, writtenIn: WrittenIn): string | null {
  if (writtenIn === 'workbook' || path[0] !== 'reporting') return null;
  const usual = 'Ngày ghi là tháng-ngày, ví dụ 11-29 (ngày 29 tháng 11)';
  switch (path.at(-1)) {
    case 'from':
      return `${usual}.`;
    case 'cutOff':
    case 'deadline':
      return `${usual}; +01-15 là ngày 15 tháng 01 năm sau; hoặc số ngày tính từ ngày cuối kỳ, ví dụ 10.`;
    default:
      return null;
  }
}

/** What a value should be, from what its schema says of it. */
function shapeText(issue: ShapeIssue['issue'], writtenIn: WrittenIn): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'Kế hoạch không có trường mang tên này. Sửa tên trường, hoặc bỏ đi.';
    case 'invalid_type':
      if (writtenIn === 'workbook')
        return `Ô còn trống, hoặc ghi chưa đúng: cần ${CELLS[issue.expected] ?? 'giá trị'}. Trỏ vào tên cột để xem cách ghi.`;
      return `Thiếu giá trị, hoặc giá trị không đúng loại: cần ${TYPES[issue.expected] ?? issue.expected}.`;
    case 'too_small':
      return issue.origin === 'number' ? `Số quá nhỏ: phải từ ${issue.minimum} trở lên.` : 'Để trống: cần ít nhất một mục hoặc một ký tự.';
    case 'too_big':
      return `Giá trị quá lớn: không được vượt quá ${issue.maximum}.`;
    case 'invalid_value':
      return writtenIn === 'files'
        ? `Chỉ nhận một trong các giá trị: ${issue.values.map(String).join(', ')}.`
        : 'Chỉ nhận một trong các từ của danh sách ở ô này. Chọn lại trong danh sách.';
    case 'invalid_union':
      return writtenIn === 'files'
        ? 'Không có loại nào như vậy. Xem các loại có thể dùng trong hướng dẫn.'
        : 'Chưa chọn loại, hoặc không có loại nào như vậy. Chọn trong danh sách ở ô này.';
    case 'invalid_format':
      return `Không đúng cách ghi${issue.format === 'date' ? `: ngày ghi là ${DAYS[writtenIn]}` : ''}. Kiểm tra lại giá trị.`;
    case 'custom':
      return typeof issue.params?.says === 'string' ? issue.params.says : UNUSABLE;
    default:
      return UNUSABLE;
  }
}

const UNUSABLE = 'Giá trị không dùng được. Kiểm tra lại theo hướng dẫn.';

const DAYS: Readonly<Record<WrittenIn, string>> = {
  files: 'năm-tháng-ngày, ví dụ 2026-12-31',
  workbook: 'ngày/tháng/năm, ví dụ 31/12/2026',
};

/** The same where people fill in cells. */
const CELLS: Readonly<Record<string, string>> = {
  string: 'chữ',
  number: 'số',
  int: 'số nguyên',
  boolean: 'Có hoặc Không',
  array: 'ít nhất một mục',
};

const TYPES: Readonly<Record<string, string>> = {
  string: 'chữ',
  number: 'số',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'danh sách',
  object: 'nhóm trường',
};
