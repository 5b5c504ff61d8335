import type { FactsByRule, FileLook, RuleId } from '../findings/facts.ts';
import type { Finding } from '../findings/finding.ts';
import { formatCount } from '../format.ts';
import { figureNamed } from '../measures/measure-of.ts';
import type { RowId } from '../plan.ts';
import { citedAs } from './names.ts';

interface Where {
  readonly row: RowId | null;
  readonly column: string;
}

const LOOKS: Record<FileLook, string> = {
  empty: 'Tệp rỗng, không có dữ liệu',
  text: 'Tệp là văn bản thường, không phải bảng tính',
  csv: 'Tệp là CSV, không phải bảng tính .xlsx',
  html: 'Tệp là trang web (HTML) đổi tên, không phải bảng tính .xlsx',
  'xml-2003': 'Tệp là bảng tính kiểu XML 2003, không phải .xlsx',
  xls: 'Tệp là bảng tính kiểu cũ (.xls), không phải .xlsx',
  xlsb: 'Tệp là bảng tính nhị phân (.xlsb), không phải .xlsx',
  ods: 'Tệp là bảng tính OpenDocument (.ods), không phải .xlsx',
  word: 'Tệp là văn bản Word, không phải bảng tính',
  pdf: 'Tệp là PDF, không phải bảng tính',
  zip: 'Tệp là tệp nén, bên trong không có bảng tính',
  unknown: 'Tệp không phải bảng tính .xlsx',
};
const SAVE_AS: ReadonlySet<FileLook> = new Set(['csv', 'html', 'xml-2003', 'xls', 'xlsb', 'ods']);

const list = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ');
const mib = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;
const decimal = (value: number): string => String(value).replace('.', ',');

/** One sentence or two a rule: what is wrong, then what to do. Exhaustive: a rule without a sentence does not compile. */
const SENTENCES: { readonly [R in RuleId]: (facts: FactsByRule[R], where: Where) => string } = {
  'not-a-workbook': ({ looksLike }) =>
    `${LOOKS[looksLike]}. ${SAVE_AS.has(looksLike) ? 'Mở tệp, chọn Lưu thành (Save As) loại “Excel Workbook (*.xlsx)” rồi gửi lại.' : 'Gửi biểu Phụ lục ở dạng .xlsx.'}`,
  encrypted: () => 'Tệp đặt mật khẩu mở nên không đọc được. Mở tệp, bỏ mật khẩu (Tệp > Thông tin > Bảo vệ sổ làm việc), lưu rồi gửi lại.',
  'damaged-workbook': ({ part }) =>
    `Tệp bị hỏng hoặc chưa tải về hết (phần ${part} không đọc được). Mở lại tệp gốc, lưu thành tệp .xlsx mới rồi gửi lại.`,
  'over-limits': ({ limit, allowed }) => {
    if (limit === 'file-bytes') return `Tệp lớn hơn ${mib(allowed)}. Xóa hình ảnh và trang tính không thuộc biểu rồi gửi lại.`;
    if (limit === 'unpacked-bytes') return `Nội dung tệp sau khi giải nén lớn hơn ${mib(allowed)}. Chép số liệu sang biểu mới rồi gửi lại.`;
    if (limit === 'cells') return `Tệp có hơn ${formatCount(allowed)} ô. Chép số liệu sang biểu mới rồi gửi lại.`;
    return `Tệp có hơn ${formatCount(allowed)} phần bên trong. Chép số liệu sang biểu mới rồi gửi lại.`;
  },
  'unreadable-file': ({ why }) =>
    ({
      'not-opened': 'Không mở được tệp trên máy này. Kiểm tra tệp còn ở đó và quyền đọc, rồi chạy lại.',
      folder: 'Đây là thư mục, không phải tệp. Lấy tệp biểu ở trong thư mục ra, rồi chạy lại.',
      'no-file': 'Đây không phải tệp thường (ống dẫn, thiết bị), nên không đọc. Thay bằng tệp biểu .xlsx, rồi chạy lại.',
      unforeseen: 'Chương trình không đọc được tệp này vì lỗi ngoài dự kiến. Mở tệp, lưu thành tệp .xlsx mới rồi chạy lại.',
    })[why],
  'reading-took-too-long': () =>
    'Đọc tệp này mất quá nhiều thời gian nên đã dừng lại. Tải lại biểu của đơn vị, chép số liệu sang rồi gửi lại.',
  'identity-missing': () =>
    'Không tìm thấy thông tin nhận dạng của biểu (trang ẩn “Định danh”), nên không biết biểu của đơn vị nào. Tải lại biểu của đơn vị và chép số liệu sang.',
  'identity-ambiguous': ({ titles }) =>
    `Tệp có thông tin nhận dạng khác nhau (trang ${list(titles)}), nên không biết biểu của đơn vị nào. Tải lại biểu của đơn vị và chép số liệu sang.`,
  'identity-other-plan': ({ found }) => `Biểu thuộc kế hoạch khác (mã ${found}). Tải biểu của kế hoạch này và chép số liệu sang.`,
  'identity-other-period': ({ found, expected }) =>
    expected
      ? `Biểu thuộc kỳ “${found}”, không phải kỳ ${expected}. Dùng biểu của kỳ ${expected}.`
      : `Kỳ báo cáo “${found}” không thuộc kế hoạch. Tải lại biểu của kỳ cần báo cáo.`,
  'identity-unknown-agency': ({ found }) => `Không có đơn vị nào mang mã “${found}”. Tải lại biểu của đơn vị và chép số liệu sang.`,
  'identity-inactive-agency': ({ name }) =>
    `${name} không thuộc danh sách đơn vị phải báo cáo. Liên hệ cơ quan tổng hợp nếu đơn vị cần báo cáo.`,
  'identity-other-agency': ({ found, expected }) => `Biểu này là của ${found}, không phải của ${expected}. Gửi đúng biểu của đơn vị.`,
  'identity-layout-version': ({ found, expected }) =>
    `Biểu theo mẫu phiên bản ${found}, hiện dùng phiên bản ${expected}. Tải biểu mới và chép số liệu sang.`,
  'two-workbooks': ({ files, counted, workbooks }) =>
    workbooks === 1
      ? `Một đơn vị có nhiều tệp giống hệt nhau: ${list(files)}. Chỉ tính một lần, theo tệp “${counted}”.`
      : `Một đơn vị có nhiều tệp: ${list(files)}. Tệp lưu sau cùng “${counted}” được tính; các tệp khác bỏ qua.`,
  'two-workbooks-unclear': ({ files }) =>
    `Một đơn vị có nhiều tệp: ${list(files)}, không rõ tệp nào lưu sau. Giữ lại một tệp đúng rồi tổng hợp lại.`,
  'sheet-missing': ({ title }) =>
    `Không tìm thấy bảng “${title}” (hàng tiêu đề có cột “Mã”). Tải lại biểu của đơn vị và chép số liệu sang.`,
  'sheet-copy': ({ counted }) =>
    `Trang tính này là bản sao và không được tính; số liệu lấy từ trang “${counted}”. Xóa bản sao nếu không dùng.`,
  'sheet-ambiguous': ({ titles }) =>
    `Có nhiều trang tính giống nhau: ${list(titles)}, không rõ trang nào là biểu. Xóa các bản sao rồi gửi lại.`,
  'column-missing': ({ header }) => `Thiếu cột “${header}”. Khôi phục cột này, hoặc tải lại biểu và chép số liệu sang.`,
  'column-twice': ({ header }) => `Có hai cột “${header}”, không rõ lấy cột nào. Xóa cột thừa.`,
  'locked-column-missing': ({ header }) => `Cột “${header}” của biểu đã bị xóa. Số liệu vẫn được đọc; nên tải lại biểu.`,
  'heading-differs': ({ text, expected }) =>
    `Tiêu đề biểu ghi “${text}”, trong khi biểu này là của ${/^\d/.test(expected) ? `kỳ ${expected}` : expected}. Kiểm tra xem có điền nhầm biểu hoặc chép nhầm số liệu không.`,
  'row-missing': (_, { row }) => `Dòng ${short(row)} đã bị xóa nên tính là chưa báo cáo. Tải lại biểu nếu đơn vị có số liệu của dòng này.`,
  'row-twice': ({ first }, { row }) => `Dòng ${short(row)} xuất hiện hai lần (lần đầu ở ô ${first}). Xóa dòng thừa.`,
  'row-unknown': ({ id }) =>
    id === null
      ? 'Dòng này có số liệu nhưng không có mã. Điền mã của dòng trong kế hoạch, hoặc xóa nội dung thừa.'
      : `Mã “${id}” không có trong kế hoạch. Sửa lại mã, hoặc xóa dòng thêm.`,
  'row-mixed-up': ({ other }, { row }) =>
    `Mã của dòng ${short(row)} đứng cạnh nội dung của dòng ${short(other)}, không rõ số liệu thuộc dòng nào. Trả mã về đúng dòng, hoặc tải lại biểu và chép số liệu sang.`,
  'row-not-owed': (_, { row }) => `Đơn vị không phải báo cáo dòng ${short(row)} nên số liệu ở đây không được tính.`,
  'hidden-rows-read': ({ count }) => `Có ${formatCount(count)} dòng đang ẩn; các dòng này vẫn được đọc.`,
  'more-problems': ({ count }) => `Còn ${formatCount(count)} chỗ khác tương tự. Tải lại biểu của đơn vị và chép số liệu sang.`,
  formula: (_, { column }) => `Ô ${column} chứa công thức; giá trị đang hiển thị được tính. Nên chép rồi dán dưới dạng giá trị.`,
  'formula-not-calculated': (_, { column }) =>
    `Công thức ở ô ${column} chưa có kết quả. Mở tệp bằng phần mềm bảng tính, lưu lại rồi gửi, hoặc nhập thẳng giá trị.`,
  'cell-error': ({ error }, { column }) => `Ô ${column} đang báo lỗi ${error}. Nhập lại giá trị.`,
  'merged-input': ({ area }) => `Các ô ${area} bị gộp; giá trị chỉ tính cho dòng đầu tiên. Bỏ gộp ô và nhập từng dòng.`,
  'shown-otherwise': ({ as, shown }, { column }) =>
    as === 'struck'
      ? `Nội dung ô ${column} đang bị gạch ngang nhưng vẫn được tính. Xóa nội dung nếu không dùng, hoặc bỏ gạch ngang.`
      : `Định dạng của ô ${column} làm ô ${shown === '' ? 'không hiện gì' : `hiện “${shown}”`}, khác với giá trị trong ô; giá trị trong ô được tính. Kiểm tra giá trị và sửa lại định dạng số.`,
  'plan-text-changed': (_, { column }) =>
    `Nội dung cột ${column} khác với kế hoạch. Nội dung của kế hoạch được giữ nguyên; số liệu vẫn được tính.`,
  'locked-cell-changed': (_, { column }) =>
    `Ô ${column} không dành để nhập ở dòng này, hoặc công thức của ô đã bị sửa; nội dung ở đây không được tính.`,
  'count-as-text': ({ text, count }, { column }) =>
    `${column} “${text}” là chữ, được hiểu là ${formatCount(count)}. Nên nhập lại dưới dạng số.`,
  'count-not-a-number': ({ text }, { column }) => `${column} “${text}” không phải một số nguyên. Nhập một con số cụ thể.`,
  'count-is-a-date': ({ date, day, month }, { column }) =>
    `Ô ${column} là ngày ${date}, không phải số. Có phải đơn vị muốn nhập ${day}/${month}? Nhập tử số ${day}, mẫu số ${month}.`,
  'count-is-a-percent': ({ shown }, { column }) => `Ô ${column} đang là ${shown}, không phải số lượng. Nhập số lượng, không nhập tỷ lệ.`,
  'count-negative': ({ value }, { column }) => `${column} (${decimal(value)}) là số âm. Nhập số từ 0 trở lên.`,
  'count-fractional': ({ value }, { column }) => `${column} (${decimal(value)}) không phải số nguyên. Nhập số lượng, không nhập tỷ lệ.`,
  'count-too-large': ({ value, most }, { column }) =>
    `${column} (${formatCount(value)}) lớn hơn ${formatCount(most)}. Kiểm tra lại con số này.`,
  'word-unknown': ({ text, choices }, { column }) => `${column} “${text}” không có trong danh sách. Chọn một trong: ${list(choices)}.`,
  'level-unknown': ({ text }, { column }) => `${column} “${text}” không phải cấp độ. Nhập một số từ 1 đến 5.`,
  'status-needed': () => 'Dòng có tiến độ hoặc văn bản nhưng chưa chọn Tình trạng. Chọn tình trạng thực hiện.',
  'progress-as-text': ({ text, percent }) => `Tiến độ “${text}” là chữ, được hiểu là ${decimal(percent)}%. Nên nhập lại dưới dạng số.`,
  'progress-not-a-number': ({ text }) => `Tiến độ “${text}” không phải một con số. Nhập từ 0% đến 100%.`,
  'progress-negative': ({ value }) => `Tiến độ (${decimal(value)}) là số âm. Nhập từ 0% đến 100%.`,
  'progress-part-or-percent': ({ value }) =>
    `Tiến độ ${decimal(value)} có thể là ${decimal(value)}% hoặc ${decimal(Number((value * 100).toPrecision(12)))}%. Nhập lại kèm dấu %.`,
  'progress-above-whole': ({ percent, meant }) =>
    `Tiến độ ${decimal(percent)}% lớn hơn 100%. ${meant === null ? 'Nhập từ 0% đến 100%.' : `Có phải đơn vị muốn nhập ${decimal(meant)}%?`}`,
  'date-as-text': ({ text, date }) => `Ngày ban hành “${text}” là chữ, được hiểu là ngày ${date}. Nên nhập lại dưới dạng ngày.`,
  'date-as-number': ({ value, date }) =>
    `Ngày ban hành ${decimal(value)} mất định dạng ngày, được hiểu là ngày ${date}. Nên nhập lại dưới dạng ngày.`,
  'date-not-read': ({ text }) => `Ngày ban hành “${text}” không đọc được. Nhập theo dạng ngày/tháng/năm, ví dụ 05/11/2026.`,
  'date-ahead': ({ date, today }) => `Ngày ban hành ${date} sau ngày kiểm tra (${today}). Kiểm tra lại ngày của văn bản.`,
  'text-is-a-date': ({ text }, { column }) =>
    `Ô ${column} đang là ngày ${text}, không phải chữ (phần mềm bảng tính có thể đã tự đổi, ví dụ 05/11 thành ngày). Nhập lại dưới dạng chữ.`,
  'text-too-long': ({ length, most }, { column }) =>
    `Nội dung ô ${column} dài ${formatCount(length)} ký tự, nhiều hơn ${formatCount(most)} ký tự cho phép. Rút gọn, hoặc đưa nội dung vào tài liệu kèm theo.`,
  'legacy-font': (_, { column }) => `${column} có vẻ dùng phông chữ cũ (TCVN3). Gõ lại bằng Unicode để đọc được trên mọi máy.`,
  'part-within-whole': ({ numerator, denominator }) =>
    `Tử số (${formatCount(numerator)}) lớn hơn mẫu số (${formatCount(denominator)}). Kiểm tra lại hai số này.`,
  'both-counts': ({ missing }) =>
    missing === 'denominator'
      ? 'Có tử số nhưng chưa có mẫu số. Nhập mẫu số; nếu trong kỳ không phát sinh, chọn “Không phát sinh”.'
      : 'Có mẫu số nhưng chưa có tử số. Nhập tử số; nếu không có trường hợp nào, nhập 0.',
  'whole-not-zero': () => 'Mẫu số bằng 0 nhưng tình trạng là “Có số liệu”. Nếu trong kỳ không phát sinh, chọn “Không phát sinh”.',
  'figure-needed': ({ of }) => figureNamed(of)?.needed ?? 'Tình trạng là “Có số liệu” nhưng chưa có số liệu.',
  'nothing-arose-with-figure': () => 'Tình trạng là “Không phát sinh” nhưng vẫn có số liệu. Xóa số liệu, hoặc chọn “Có số liệu”.',
  'no-figure-with-figure': () => 'Tình trạng là “Chưa có số liệu” nhưng vẫn có số liệu. Xóa số liệu, hoặc chọn “Có số liệu”.',
  'no-figure-explained': () => 'Tình trạng là “Chưa có số liệu” nhưng chưa nêu lý do. Ghi lý do ở cột Giải trình.',
  'row-left-blank': (_, { row }) => `Dòng ${short(row)} chưa được điền, tính là chưa báo cáo. Điền số liệu, hoặc chọn tình trạng phù hợp.`,
  'nothing-filled': () => 'Biểu chưa điền dòng nào, tính là chưa báo cáo.',
  'done-with-evidence': () => 'Nhiệm vụ ghi hoàn thành nhưng chưa có số, ký hiệu văn bản hoặc liên kết. Bổ sung để chứng minh kết quả.',
  'progress-fits-status': ({ status, percent }) => `Tình trạng “${status}” nhưng tiến độ là ${decimal(percent)}%. Kiểm tra lại hai ô này.`,
  'fell-since-last-period': ({ points, before, now, period }) =>
    `Tỷ lệ giảm ${points} điểm so với kỳ ${period} (từ ${before} xuống ${now}). Kiểm tra lại số liệu; nếu đúng, ghi lý do ở cột Giải trình.`,
  'lead-not-relevant': () =>
    'Đơn vị là cơ quan chủ trì duy nhất của nhiệm vụ này nhưng chọn “Không liên quan”. Kiểm tra lại; nếu đúng, ghi lý do ở cột Ghi chú.',
  'changed-hundredfold': ({ before, now, period, explained }) => {
    const [rose, to] = now > before ? ['tăng', 'lên'] : ['giảm', 'xuống'];
    const what = `Mẫu số ${rose} từ 100 lần trở lên so với kỳ ${period} (từ ${formatCount(before)} ${to} ${formatCount(now)}).`;
    return `${what} Kiểm tra lại số liệu; nếu đúng, ${explained ? 'xem Giải trình đã nêu lý do chưa' : 'ghi lý do ở cột Giải trình'}.`;
  },
  'same-as-another': ({ agency, rows }) =>
    `${formatCount(rows)} dòng số liệu giống hệt báo cáo của ${agency}. Kiểm tra xem có chép nhầm tệp không.`,
  'outweighs-others': ({ denominator, others, reported }) =>
    `Mẫu số (${formatCount(denominator)}) lớn hơn tổng mẫu số của ${formatCount(reported)} đơn vị khác cộng lại (${formatCount(others)}). Kiểm tra xem có nhập nhầm số khác, như số điện thoại, vào ô này không.`,
};

/** What is wrong and what to do, in official Vietnamese. */
export function sentenceOf({ rule, facts, row, column = '' }: Finding): string {
  const speak = SENTENCES[rule] as (facts: unknown, where: Where) => string; // rule and facts come in pairs
  return speak(facts, { row, column });
}

const short = (row: RowId | null): string => (row === null ? '' : citedAs(row));
