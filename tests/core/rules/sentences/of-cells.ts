import type { ExpectedSentence } from './expected-sentence.ts';

/** What is said of cells that the agency filled in, one by one. */
export const CELL_SENTENCES: readonly ExpectedSentence[] = [
  ['count-as-text', { text: '1.234', count: 1234 }, 'Tử số “1.234” là chữ, được hiểu là 1.234. Nên nhập lại dưới dạng số.'],
  ['count-not-a-number', { text: 'vài' }, 'Tử số “vài” không phải một số nguyên. Nhập một con số cụ thể.'],
  [
    'count-is-a-date',
    { date: '09/10/2026', day: 9, month: 10 },
    'Ô Tử số là ngày 09/10/2026, không phải số. Có phải đơn vị muốn nhập 9/10? Nhập tử số 9, mẫu số 10.',
  ],
  ['count-is-a-percent', { shown: '95%' }, 'Ô Tử số đang là 95%, không phải số lượng. Nhập số lượng, không nhập tỷ lệ.'],
  ['count-negative', { value: -1.5 }, 'Tử số (-1,5) là số âm. Nhập số từ 0 trở lên.'],
  ['count-fractional', { value: 12.5 }, 'Tử số (12,5) không phải số nguyên. Nhập số lượng, không nhập tỷ lệ.'],
  [
    'count-too-large',
    { value: 2_000_000_000_000, most: 1_000_000_000_000 },
    'Tử số (2.000.000.000.000) lớn hơn 1.000.000.000.000. Kiểm tra lại con số này.',
  ],
  [
    'number-as-text',
    { text: '1.234,5678', number: 1234.5678 },
    'Tử số “1.234,5678” là chữ, được đọc là số 1.234,5678. Nên nhập lại là số, không phải chữ.',
  ],
  ['number-not-read', { text: '5 km' }, 'Tử số “5 km” không phải một số. Nhập một số, không kèm đơn vị tính hay dấu %.'],
  ['word-unknown', { text: 'Xong', choices: ['Có', 'Không'] }, 'Tử số “Xong” không có trong danh sách. Chọn một trong: “Có”, “Không”.'],
  ['level-unknown', { text: 'cao' }, 'Tử số “cao” không phải cấp độ. Nhập một số từ 1 đến 5.'],
  ['status-needed', {}, 'Dòng có tiến độ hoặc văn bản nhưng chưa chọn Tình trạng. Chọn tình trạng thực hiện.'],
  ['progress-as-text', { text: '28,9 %', percent: 28.9 }, 'Tiến độ “28,9 %” là chữ, được hiểu là 28,9%. Nên nhập lại dưới dạng số.'],
  ['progress-not-a-number', { text: 'gần xong' }, 'Tiến độ “gần xong” không phải một con số. Nhập từ 0% đến 100%.'],
  ['progress-negative', { value: -0.4 }, 'Tiến độ (-0,4) là số âm. Nhập từ 0% đến 100%.'],
  ['progress-part-or-percent', { value: 0.07 }, 'Tiến độ 0,07 có thể là 0,07% hoặc 7%. Nhập lại kèm dấu %.'],
  ['progress-above-whole', { percent: 4050, meant: 40.5 }, 'Tiến độ 4050% lớn hơn 100%. Có phải đơn vị muốn nhập 40,5%?'],
  ['progress-above-whole', { percent: 140, meant: null }, 'Tiến độ 140% lớn hơn 100%. Nhập từ 0% đến 100%.'],
  [
    'date-as-text',
    { text: '5-11-2026', date: '05/11/2026' },
    'Ngày ban hành “5-11-2026” là chữ, được hiểu là ngày 05/11/2026. Nên nhập lại dưới dạng ngày.',
  ],
  [
    'date-as-number',
    { value: 46331.5, date: '05/11/2026' },
    'Ngày ban hành 46331,5 mất định dạng ngày, được hiểu là ngày 05/11/2026. Nên nhập lại dưới dạng ngày.',
  ],
  ['date-not-read', { text: '31/02' }, 'Ngày ban hành “31/02” không đọc được. Nhập theo dạng ngày/tháng/năm, ví dụ 05/11/2026.'],
  [
    'text-is-a-date',
    { text: '05/11/2026' },
    'Ô Tử số đang là ngày 05/11/2026, không phải chữ (phần mềm bảng tính có thể đã tự đổi, ví dụ 05/11 thành ngày). Nhập lại dưới dạng chữ.',
  ],
  [
    'text-too-long',
    { length: 40_000, most: 32_767 },
    'Nội dung ô Tử số dài 40.000 ký tự, nhiều hơn 32.767 ký tự cho phép. Rút gọn, hoặc đưa nội dung vào tài liệu kèm theo.',
  ],
  ['legacy-font', { text: '§¬n' }, 'Tử số có vẻ dùng phông chữ cũ (TCVN3). Gõ lại bằng Unicode để đọc được trên mọi máy.'],
  ['too-many-decimals', { value: 12.5, decimals: 0 }, 'Tử số (12,5) phải là số nguyên. Làm tròn rồi nhập lại.'],
  ['too-many-decimals', { value: 12.345, decimals: 2 }, 'Tử số (12,345) có nhiều hơn 2 chữ số thập phân. Làm tròn rồi nhập lại.'],
];
