import { clipText } from '../clip-text.ts';
import { cellName } from '../grid.ts';
import { BOOK_WARNINGS, type BookFault, type BookPlace } from '../plan/book/book-fault.ts';
import type { ReadBook } from '../plan/book/read-book.ts';
import { checkPlan } from '../plan/checking/check-plan.ts';
import type { PlanFinding } from '../plan/checking/plan-fault.ts';
import { planFinding } from './plan-faults.ts';

/** Something that is told of a plan workbook, with its cell. */
export interface BookFinding extends Omit<PlanFinding, 'rule'> {
  readonly rule: PlanFinding['rule'] | BookFault['rule'] | 'not-a-workbook';
  readonly sheet?: string;
  readonly cell?: string;
}

/** All that is to be told of a plan workbook: of itself first, then of the plan that it says, each at the cell it comes from. */
export function bookFindings(read: ReadBook, file: string): BookFinding[] {
  const { written, places, faults } = read;
  const names = { plan: file, agencies: file };
  return [
    ...faults.map((fault): BookFinding => {
      const severity = BOOK_WARNINGS.includes(fault.rule) ? 'warning' : 'error';
      return { file, ...placeOf(fault.place), field: '', rule: fault.rule, severity, message: bookFaultText(fault) };
    }),
    ...checkPlan(written).map(
      (fault): BookFinding => ({ ...planFinding(fault, written, names, 'workbook'), ...placeOf(places.of(fault.file, fault.path)) }),
    ),
  ];
}

const placeOf = (place: BookPlace | null) => (place === null ? {} : { sheet: place.sheet, cell: cellName(place.row, place.column) });

function bookFaultText({ rule, name }: BookFault): string {
  const quoted = `“${clipText(name, 80)}”`;
  switch (rule) {
    case 'no-such-sheet':
      return `Không có trang tính ${quoted}. Thêm trang tính, hoặc sửa tên trang tính ở phần “Bảng của kế hoạch”.`;
    case 'no-such-part':
      return `Không thấy dòng ${quoted}. Ghi lại dòng này ở cột A, ngay trên dòng tên cột.`;
    case 'no-such-column':
      return `Không thấy ${quoted}. Ghi lại tên này đúng như trong tệp xuất ra.`;
    case 'not-read':
      return `Nội dung ${quoted} nằm ngoài các cột, trang tính của mẫu nên không được đọc. Chuyển vào đúng chỗ, hoặc xóa đi.`;
    case 'error-value':
      return `Ô có giá trị lỗi ${quoted}. Nhập lại giá trị.`;
    case 'proposal-open':
      return 'Dòng này còn là đề xuất của phần mềm. Xem lại các ô tô màu, sửa nếu cần, rồi chọn “đã xác nhận”.';
  }
}
