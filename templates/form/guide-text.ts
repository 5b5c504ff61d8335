import { formatDate } from '../../core/format.ts';
import type { Agency } from '../../core/plan/agency.ts';
import { type Obligations, owedBy } from '../../core/plan/obligations.ts';
import type { Indicator, Task } from '../../core/plan/plan.ts';
import { cutOffOf, deadlineOf, startOf } from '../../core/plan/plan-periods.ts';
import { rowsOfTable, sheetsOf } from '../../core/tables/sheets-of.ts';
import { TABLE_KINDS, type TableKind } from '../../core/tables/table-kind.ts';
import { TABLE_WORDS } from '../../core/wording/labels.ts';

export interface GuideSection {
  readonly heading: string;
  readonly lines: readonly (string | GuideLink)[];
}

/** A line that leads somewhere. */
export interface GuideLink {
  readonly text: string;
  readonly to: string;
}

/** The sheet "Hướng dẫn": what is owed, how to fill it, what "Kiểm tra" says, how to send. */
export function guideOf(agency: Agency, obligations: Obligations, uploadPage?: string): GuideSection[] {
  const { plan, period } = obligations;
  const owed = owedBy(obligations, agency.id);
  const sheets = sheetsOf(plan);
  const optional =
    owed.optionalTasks.length > 0
      ? ` Thêm ${owed.optionalTasks.length} nhiệm vụ chỉ báo cáo nếu đơn vị có liên quan; nếu không, để trống.`
      : '';
  const counts = sheets.map((sheet) => `${sheet.title}: ${rowsOfTable<Row>(owed[sheet.kind], sheet).length} ${TABLE_WORDS[sheet.kind]}.`);
  const sections: GuideSection[] = [
    {
      heading: `${agency.name} báo cáo những gì`,
      lines: [
        `${counts.join(' ')}${optional}`,
        `Số liệu tính từ ngày ${formatDate(startOf(plan, period))} đến ngày ${formatDate(cutOffOf(plan, period))}. Hạn gửi: hết ngày ${formatDate(deadlineOf(plan, period))}.`,
        'Ô nền vàng là ô đơn vị điền. Các dòng của đơn vị đứng trước; các dòng nền xám bên dưới chỉ để tham khảo, không in.',
        'Phần đầu biểu (tên cơ quan, quốc hiệu, tiêu đề) hiện khi in hoặc xem trước bản in; bản in không có cột Mã và cột Kiểm tra.',
      ],
    },
    ...TABLE_KINDS.flatMap((kind): GuideSection[] => {
      const titles = sheets.filter((sheet) => sheet.kind === kind).map(({ title }) => title);
      return titles.length === 0 ? [] : [{ heading: `Điền ${titles.join(', ')}`, lines: FILLING[kind] }];
    }),
    {
      heading: 'Cột Kiểm tra',
      lines: [
        '✓ Dòng đã đủ và hợp lý.',
        '▲ Cảnh báo: dòng chưa báo cáo hoặc cần bổ sung. Vẫn gửi được.',
        '✕ Lỗi: phải sửa trước khi gửi. Ô sai có nền đỏ nhạt, ô còn thiếu có nền vàng đậm.',
      ],
    },
    {
      heading: 'Gửi báo cáo',
      lines: [
        'Lưu tệp ở dạng .xlsx, giữ nguyên các trang tính, cột Mã và tiêu đề cột. Có thể kéo rộng cột, dòng; không cần bỏ khóa trang tính.',
        uploadPage === undefined
          ? `Gửi tệp này cho ${plan.reporting.to} theo hướng dẫn trong công văn yêu cầu báo cáo.`
          : { text: `Gửi tệp này trên trang nộp báo cáo: ${uploadPage}`, to: uploadPage },
        'Cần sửa sau khi gửi: sửa trên chính tệp này rồi gửi lại; lần gửi sau thay lần gửi trước.',
        `Bản có chữ ký số: xuất ra PDF và gửi ${plan.reporting.to} qua hệ thống quản lý văn bản.`,
        `Vướng mắc: liên hệ ${plan.reporting.to}, cơ quan tổng hợp báo cáo.`,
      ],
    },
  ];
  return sections.map(({ heading, lines }, k) => ({ heading: `${k + 1}. ${heading}`, lines }));
}

type Row = Indicator | Task;

/** How the tables of each kind are filled in. */
const FILLING: Readonly<Record<TableKind, readonly string[]>> = {
  indicators: [
    'Nhập số đếm vào Tử số và Mẫu số theo cột Cách tính; Tỷ lệ tự tính. Không nhập tỷ lệ phần trăm, không nhập dạng 9/10, không nhập chữ “khoảng”, “trên”.',
    'Có số liệu: nhập cả hai số. Số 0 cũng là số liệu: tử số 0, mẫu số 12 nghĩa là 0%.',
    'Không phát sinh: trong kỳ không có việc nào thuộc chỉ tiêu (mẫu số bằng 0). Chọn mục này và để trống hai số.',
    'Chưa có số liệu: đơn vị có trách nhiệm nhưng chưa có số. Chọn mục này và nêu lý do ở cột Giải trình.',
    'Dòng để trống được tính là chưa báo cáo, không tính là 0.',
    'Dòng hỏi Có hoặc Không, hoặc hỏi cấp độ: chọn ở cột Giá trị.',
  ],
  tasks: [
    'Chọn Tình trạng, nhập Tiến độ theo phần trăm (ví dụ 40%), ghi sản phẩm: số, ký hiệu văn bản, ngày ban hành, trích yếu hoặc liên kết.',
    'Hoàn thành: cần có số, ký hiệu văn bản hoặc liên kết đến sản phẩm. Chờ hướng dẫn: cấp trên chưa ban hành hướng dẫn.',
    'Nhiệm vụ do nhiều cơ quan chủ trì: mỗi cơ quan báo cáo phần việc của mình.',
  ],
};
