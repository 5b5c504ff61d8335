import { SETTING_WORDS } from '../../measures/setting-words.ts';
import type { ColumnWords } from './column-words.ts';

const of = (list: string, words: Readonly<Record<string, ColumnWords>>): [string, ColumnWords][] =>
  Object.entries(words).map(([path, one]) => [list === '' ? path : `${list}.${path}`, one]);

const column = (header: string, note: string, example: string, more: Partial<ColumnWords> = {}): ColumnWords => ({
  header,
  note,
  example,
  ...more,
});

const YEAR_KINDS = { year: 'năm', half: '6 tháng', quarter: 'quý', month: 'tháng' };
const DAY_NOTE =
  'Ngày/tháng của năm báo cáo; hạn rơi vào năm sau thì thêm chữ “năm sau”; hoặc số ngày sau ngày cuối kỳ (trước ngày cuối kỳ: số âm).';
const NOTE = column('Ghi chú', 'Cách hiểu chỗ kế hoạch viết chưa rõ. Không có thì để trống.', 'Đếm theo mã thủ tục, mỗi mã một lần.', {
  width: 34,
});
const QUESTION = column('Câu hỏi mở', 'Mã câu hỏi ở phần “Câu hỏi mở”, khi dòng này phải chờ trả lời.', 'H01', { names: 'openQuestions' });
const EVERY = column('Kỳ của dòng', 'Khi dòng báo cáo theo kỳ khác với kỳ chung của kế hoạch.', 'quý', { words: YEAR_KINDS });
const UNTIL = column('Hiệu lực đến', 'Khi kế hoạch sửa đổi đã bỏ dòng này: ngày cuối còn hiệu lực.', '31/12/2027');
const RENAMED = column(
  'Tên trước đây',
  'Khi kế hoạch sửa đổi đã đổi tên dòng: các tên cũ, tên gần nhất đứng trước.',
  'Tỷ lệ hồ sơ trực tuyến',
);
const ID = (example: string, more = ''): ColumnWords =>
  column('Mã', `Không dấu, không đổi khi sửa kế hoạch, mỗi mã dùng một lần.${more === '' ? '' : `\n${more}`}`, example, { width: 13 });
const LEADS_TEXT = column('Chủ trì (nguyên văn)', 'Cơ quan chủ trì, chép nguyên văn của kế hoạch.', 'Sở Nội vụ', { width: 22 });
const LEADS = column('Mã đơn vị chủ trì', 'Mã hoặc tên của đơn vị, nhóm đơn vị; nhiều đơn vị cách nhau bằng dấu chấm phẩy.', 'SNV; SO', {
  names: 'agencies-and-groups',
  width: 16,
});
const TT = column('TT', 'Số thứ tự, chép nguyên văn.', '1', { width: 6 });

/** The plan workbook's words for everything that a plan and its agencies say, by list and path. What has none stands under its own name. */
export const BOOK_WORDS: ReadonlyMap<string, ColumnWords> = new Map([
  ...of('', {
    id: column('Mã kế hoạch', 'Tên ngắn, không dấu; không đổi khi sửa kế hoạch.', 'GL-KH18-2026-2028'),
    title: column('Tên kế hoạch', 'Chép nguyên văn.', 'Kế hoạch phát triển Chính quyền số giai đoạn 2026-2030'),
    number: column('Số, ký hiệu', 'Chép nguyên văn.', '18/KH-UBND'),
    date: column('Ngày ban hành', 'Ngày/tháng/năm.', '19/01/2026'),
    basis: column('Căn cứ', 'Văn bản mà kế hoạch căn cứ.', 'Nghị quyết số 57-NQ/TW'),
    'office.name': column('Địa phương, ngành', 'Viết như trong câu, chữ thường ở đầu.', 'tỉnh Gia Lai'),
    'office.place': column('Địa danh', 'Đứng trước ngày tháng ở văn bản.', 'Gia Lai'),
    'office.issuer': column('Cơ quan ban hành', 'Chữ in hoa, như ở phần đầu văn bản.', 'ỦY BAN NHÂN DÂN TỈNH GIA LAI'),
    'office.whole': column('Từ chỉ tất cả các đơn vị', 'Dùng trong câu. Để trống là “toàn tỉnh”.', 'toàn ngành'),
    'office.governs': column(
      'Dòng trên của phần đầu biểu',
      'Theo loại đơn vị: loại, dấu hai chấm, rồi dòng chữ; mỗi loại cách nhau bằng dấu chấm phẩy.',
      'so: ỦY BAN NHÂN DÂN TỈNH GIA LAI; xa: TỈNH GIA LAI',
    ),
    'reporting.to': column('Nơi nhận báo cáo', 'Cơ quan tổng hợp.', 'Sở Khoa học và Công nghệ'),
    'reporting.every': column('Kỳ báo cáo chung', 'Để trống là năm.', 'năm', { words: YEAR_KINDS }),
    'reporting.from': column('Số liệu tính từ', 'Ngày/tháng bắt đầu của kỳ năm.', '15/12'),
    'reporting.cutOff': column('Ngày chốt số liệu', DAY_NOTE, '14/11'),
    'reporting.deadline': column('Hạn gửi báo cáo', DAY_NOTE, '15/01 năm sau'),
    'reporting.utcOffset': column('Múi giờ', 'Việt Nam là +07:00.', '+07:00'),
    'reporting.note': NOTE,
    'reporting.openQuestion': QUESTION,
    ...Object.fromEntries(
      Object.entries(YEAR_KINDS).flatMap(([kind, word]) => [
        [
          `reporting.also.${kind}.cutOff`,
          column(`Kỳ ${word}: ngày chốt số liệu`, `Chỉ ghi khi có dòng báo cáo riêng theo ${word}. ${DAY_NOTE}`, '-5'),
        ],
        [`reporting.also.${kind}.deadline`, column(`Kỳ ${word}: hạn gửi báo cáo`, DAY_NOTE, '10')],
      ]),
    ),
    'thresholds.version': column('Phiên bản ngưỡng tiến độ', 'Đổi số này khi sửa một ngưỡng bên dưới.', '1'),
    'thresholds.onTrack': column('Ngưỡng đúng tiến độ', 'Phần của đường đi đến mục tiêu, từ 0 đến 1.', '0,95'),
    'thresholds.accelerate': column('Ngưỡng cần tăng tốc', 'Dưới ngưỡng đúng tiến độ.', '0,6'),
    'thresholds.slow': column('Ngưỡng chậm', 'Dưới ngưỡng này là đi lùi.', '0'),
    'thresholds.judgedFrom': column('Đánh giá tiến độ từ', 'Phần thời gian đã qua của giai đoạn, từ 0 đến 1.', '0,25'),
    'thresholds.shortfallPoints': column('Thiếu không đáng kể', 'Điểm phần trăm.', '0,5'),
    'thresholds.note': column('Căn cứ của ngưỡng', 'Ngưỡng lấy từ đâu.', 'Ngưỡng của Eurostat'),
  }),
  ...of('agencyGroups', {
    id: ID('XP', 'Mã nhóm không trùng mã đơn vị.'),
    name: column('Tên nhóm', 'Như kế hoạch gọi.', 'UBND các xã, phường'),
    kind: column('Loại đơn vị', 'Nhóm gồm mọi đơn vị của loại này. Ghi loại, hoặc ghi thành viên, không ghi cả hai.', 'xa'),
    members: column('Thành viên', 'Mã hoặc tên từng đơn vị, cách nhau bằng dấu chấm phẩy.', 'SYT; X-01', { names: 'agencies' }),
  }),
  ...of('appendices', {
    id: ID('B1', 'Chữ in hoa ở đầu. Mã các dòng của bảng bắt đầu bằng mã này.'),
    kind: column('Loại bảng', 'Bảng chỉ tiêu hoặc bảng nhiệm vụ.', 'chỉ tiêu', { words: { indicators: 'chỉ tiêu', tasks: 'nhiệm vụ' } }),
    sheet: column('Trang tính', 'Tên trang tính của bảng trong tệp này và trong biểu; nhiều nhất 31 ký tự.', 'Biểu 01'),
    heading: column('Tên phụ lục', 'Dòng đầu của bảng.', 'Phụ lục I'),
    title: column('Tiêu đề bảng', 'Chép nguyên văn.', 'DANH MỤC CÁC CHỈ TIÊU'),
    attached: column('Dòng kèm theo', 'Chép nguyên văn.', '(Kèm theo Kế hoạch số 18/KH-UBND)'),
  }),
  ...of('phases', {
    id: ID('P1'),
    tt: TT,
    title: column('Tên giai đoạn', 'Chép nguyên văn.', 'Giai đoạn 2026-2027'),
    from: column('Từ năm', 'Năm đầu.', '2026'),
    to: column('Đến năm', 'Năm cuối; giai đoạn một năm thì ghi cùng năm.', '2027'),
  }),
  ...of('groups', {
    id: ID('A'),
    phase: column('Giai đoạn', 'Mã hoặc tên của giai đoạn.', 'P1', { names: 'phases' }),
    parent: column('Thuộc nhóm', 'Khi nhóm nằm trong một nhóm khác; nhiều nhất ba cấp.', 'B', { names: 'groups' }),
    title: column('Tên nhóm chỉ tiêu', 'Chép nguyên văn.', 'Chính quyền số'),
  }),
  ...of('sections', {
    id: ID('I'),
    parent: column('Thuộc mục', 'Khi mục nằm trong một mục khác; nhiều nhất ba cấp.', 'I', { names: 'sections' }),
    title: column('Tên mục nhiệm vụ', 'Chép nguyên văn.', 'Hoàn thiện thể chế'),
  }),
  ...of('openQuestions', {
    id: ID('H01'),
    rows: column('Các dòng', 'Mã các dòng của kế hoạch, cách nhau bằng dấu chấm phẩy.', 'B1.A.5; B1.A.6'),
    question: column('Câu hỏi', 'Kế hoạch chưa rõ chỗ nào.', 'Mức giao riêng áp dụng cho cả giai đoạn không?'),
    assumed: column('Đang hiểu là', 'Cách hiểu dùng cho đến khi có trả lời.', 'Có.'),
    change: column('Khi trả lời khác', 'Phải sửa gì.', 'Sửa mức giao riêng của dòng B1.A.5.'),
  }),
  ...of('indicators', {
    id: ID('B1.A.1', 'Mã bảng, dấu chấm, rồi nhóm và số thứ tự.'),
    tt: TT,
    name: column('Chỉ tiêu (nguyên văn)', 'Chép nguyên văn.', 'Tỷ lệ hồ sơ nộp trực tuyến', { width: 40 }),
    unitText: column('Đơn vị tính (nguyên văn)', 'Khi bảng của kế hoạch có cột đơn vị tính.', '%', { width: 10 }),
    targetText: column('Mục tiêu (nguyên văn)', 'Chép nguyên văn.', '≥ 90%', { width: 14 }),
    leadsText: LEADS_TEXT,
    implementersText: column('Thực hiện (nguyên văn)', 'Cơ quan thực hiện, chép nguyên văn.', 'Các sở; UBND các xã, phường', { width: 22 }),
    phase: column('Giai đoạn', 'Mã hoặc tên của giai đoạn.', 'P1', { names: 'phases' }),
    group: column('Nhóm', 'Mã hoặc tên của nhóm chỉ tiêu; không thuộc nhóm nào thì để trống.', 'A', { names: 'groups' }),
    leads: LEADS,
    implementers: column('Các cơ quan thực hiện', 'Từng tên, cách nhau bằng dấu chấm phẩy.', 'Các sở; UBND các xã, phường', { width: 20 }),
    reporters: column('Đơn vị báo cáo', 'Ai phải báo cáo dòng này: mã hoặc tên của nhóm, đơn vị; cách nhau bằng dấu chấm phẩy.', 'SO; XP', {
      names: 'agencies-and-groups',
      width: 16,
    }),
    every: EVERY,
    targets: column(
      'Mục tiêu từng kỳ',
      'Kỳ, dấu hai chấm, mức; cách nhau bằng dấu chấm phẩy. Quý ghi 2026-Q1, 6 tháng đầu năm 2026-H1, tháng 2026-M07.',
      '2026: 60; 2027: 65,5',
    ),
    perAgency: column('Mức giao riêng', 'Chỉ với “Từng cơ quan phải đạt”: mã đơn vị, dấu hai chấm, mức.', 'SYT: 95; X-01: 80'),
    due: column('Ngày đến hạn', 'Ngày/tháng/năm mà mục tiêu phải đạt.', '31/12/2027', { width: 12 }),
    continues: column('Tiếp nối dòng', 'Khi dòng là chỉ tiêu của giai đoạn trước với mức mới: mã của dòng ấy.', 'B1.A.1'),
    until: UNTIL,
    renamed: RENAMED,
    note: NOTE,
    openQuestion: QUESTION,
  }),
  ...of('indicators.measure', SETTING_WORDS),
  ...of('tasks', {
    id: ID('B3.I.1', 'Mã bảng, dấu chấm, rồi mục và số thứ tự.'),
    tt: TT,
    name: column('Nhiệm vụ (nguyên văn)', 'Chép nguyên văn.', 'Ban hành quy chế quản trị dữ liệu', { width: 48 }),
    leadsText: LEADS_TEXT,
    coordinatorsText: column('Phối hợp (nguyên văn)', 'Chép nguyên văn.', 'Các sở, ban, ngành', { width: 20 }),
    deliverable: column('Sản phẩm (nguyên văn)', 'Chép nguyên văn.', 'Quyết định', { width: 20 }),
    timeframeText: column('Thời gian (nguyên văn)', 'Chép nguyên văn.', 'Quý II/2026', { width: 14 }),
    section: column('Mục', 'Mã hoặc tên của mục; không thuộc mục nào thì để trống.', 'I', { names: 'sections' }),
    leads: LEADS,
    optionalLeads: column('Có thể tự nhận', 'Đơn vị được tự nhận nhiệm vụ khi kế hoạch không nêu rõ.', 'XP', {
      names: 'agencies-and-groups',
    }),
    coordinators: column('Các đơn vị phối hợp', 'Từng tên, cách nhau bằng dấu chấm phẩy.', 'Các sở'),
    every: EVERY,
    'schedule.kind': column('Loại thời hạn', 'Có ngày phải xong; làm thường xuyên; hoặc chờ một việc khác.', 'có thời hạn', {
      words: { 'by-date': 'có thời hạn', continuous: 'thường xuyên', conditional: 'chờ việc khác' },
    }),
    'schedule.trigger': column('Chờ việc gì', 'Khi thời hạn phụ thuộc một việc khác.', 'hướng dẫn của Bộ Y tế'),
    'schedule.start': column('Ngày bắt đầu', 'Không nêu thì để trống.', '01/04/2026', { width: 12 }),
    'schedule.due': column('Ngày đến hạn', 'Ngày/tháng/năm; chờ việc khác thì để trống.', '30/06/2026', { width: 12 }),
    until: UNTIL,
    renamed: RENAMED,
    note: NOTE,
    openQuestion: QUESTION,
  }),
  ...of('agencies', {
    id: ID('SNV'),
    name: column('Tên đơn vị', 'Tên đầy đủ.', 'Sở Nội vụ', { width: 40 }),
    shortName: column('Tên gọi tắt', 'Hiện ở các bảng hẹp.', 'Sở NV', { width: 20 }),
    kind: column('Loại đơn vị', 'Từ ngắn không dấu, theo cách gọi của kế hoạch; các đơn vị cùng loại ghi giống nhau.', 'so'),
    place: column('Địa danh', 'Khi khác địa danh chung.', 'Pleiku'),
    governs: column('Cơ quan chủ quản', 'Dòng trên của phần đầu biểu, khi khác dòng chung của loại đơn vị.', 'SỞ Y TẾ'),
    submitsFor: column('Gửi thay', 'Các đơn vị mà đơn vị này được gửi báo cáo thay.', 'BVDK', { names: 'agencies' }),
    succeeds: column('Kế thừa', 'Các đơn vị cũ mà đơn vị này kế thừa số liệu.', 'STTTT', { names: 'agencies' }),
    gsoCode: column('Mã Tổng cục Thống kê', 'Mã đơn vị hành chính. Không có thì để trống.', '21211'),
    identifier: column('Mã định danh', 'Mã định danh điện tử của cơ quan. Không có thì để trống.', 'H48.12'),
    roles: column('Vai trò', 'Cơ quan báo cáo; cơ quan tổng hợp ghi cả hai.', 'báo cáo; tổng hợp', {
      words: { reporter: 'báo cáo', consolidator: 'tổng hợp' },
    }),
    defaultReporter: column('Thuộc nhóm theo loại', 'Có: đơn vị nằm trong nhóm của loại mình.', 'Có'),
    active: column('Đang dùng', 'Có: đơn vị phải báo cáo. Đơn vị đã giải thể, sáp nhập: Không.', 'Có'),
    note: NOTE,
  }),
]);
