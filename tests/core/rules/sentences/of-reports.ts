import type { ExpectedSentence } from './expected-sentence.ts';

/** What is said of answers beside each other: in one row, in one report, beside the last period and beside other reports. */
export const REPORT_SENTENCES: readonly ExpectedSentence[] = [
  ['part-within-whole', { numerator: 1100, denominator: 1000 }, 'Tử số (1.100) lớn hơn mẫu số (1.000). Kiểm tra lại hai số này.'],
  [
    'both-counts',
    { missing: 'denominator' },
    'Có tử số nhưng chưa có mẫu số. Nhập mẫu số; nếu trong kỳ không phát sinh, chọn “Không phát sinh”.',
  ],
  ['both-counts', { missing: 'numerator' }, 'Có mẫu số nhưng chưa có tử số. Nhập tử số; nếu không có trường hợp nào, nhập 0.'],
  ['whole-not-zero', {}, 'Mẫu số bằng 0 nhưng tình trạng là “Có số liệu”. Nếu trong kỳ không phát sinh, chọn “Không phát sinh”.'],
  ['figure-needed', { of: 'counts' }, 'Tình trạng là “Có số liệu” nhưng chưa có số. Nhập tử số và mẫu số, hoặc chọn tình trạng khác.'],
  ['figure-needed', { of: 'của bản khác' }, 'Tình trạng là “Có số liệu” nhưng chưa có số liệu.'],
  ['statement-without-date', {}, 'Đã trả lời “Có” nhưng chưa ghi ngày hoàn thành. Ghi ngày ở cột Ngày hoàn thành.'],
  ['statement-without-text', {}, 'Đã trả lời “Có” nhưng chưa nêu văn bản. Ghi số, ký hiệu, trích yếu ở cột Tài liệu kiểm chứng.'],
  ['nothing-arose-with-figure', {}, 'Tình trạng là “Không phát sinh” nhưng vẫn có số liệu. Xóa số liệu, hoặc chọn “Có số liệu”.'],
  ['no-figure-with-figure', {}, 'Tình trạng là “Chưa có số liệu” nhưng vẫn có số liệu. Xóa số liệu, hoặc chọn “Có số liệu”.'],
  ['no-figure-explained', {}, 'Tình trạng là “Chưa có số liệu” nhưng chưa nêu lý do. Ghi lý do ở cột Giải trình.'],
  ['nothing-filled', {}, 'Biểu chưa điền dòng nào, tính là chưa báo cáo.'],
  ['row-left-blank', {}, 'Dòng I.1.3 chưa được điền, tính là chưa báo cáo. Điền số liệu, hoặc chọn tình trạng phù hợp.'],
  ['done-with-evidence', {}, 'Nhiệm vụ ghi hoàn thành nhưng chưa có số, ký hiệu văn bản hoặc liên kết. Bổ sung để chứng minh kết quả.'],
  [
    'progress-fits-status',
    { status: 'Hoàn thành', percent: 99.5 },
    'Tình trạng “Hoàn thành” nhưng tiến độ là 99,5%. Kiểm tra lại hai ô này.',
  ],
  [
    'fell-since-last-period',
    { points: '31', before: '95%', now: '64%', period: '2026' },
    'Tỷ lệ giảm 31 điểm so với kỳ 2026 (từ 95% xuống 64%). Kiểm tra lại số liệu; nếu đúng, ghi lý do ở cột Giải trình.',
  ],
  [
    'lead-not-relevant',
    {},
    'Đơn vị là cơ quan chủ trì duy nhất của nhiệm vụ này nhưng chọn “Không liên quan”. Kiểm tra lại; nếu đúng, ghi lý do ở cột Ghi chú.',
  ],
  [
    'date-ahead',
    { date: '21/11/2026', today: '20/11/2026' },
    'Ngày ban hành 21/11/2026 sau ngày kiểm tra (20/11/2026). Kiểm tra lại ngày của văn bản.',
  ],
  [
    'changed-hundredfold',
    { before: 1000, now: 200_000, period: '2026', explained: false },
    'Mẫu số tăng từ 100 lần trở lên so với kỳ 2026 (từ 1.000 lên 200.000). Kiểm tra lại số liệu; nếu đúng, ghi lý do ở cột Giải trình.',
  ],
  [
    'changed-hundredfold',
    { before: 200_000, now: 1000, period: '2026', explained: true },
    'Mẫu số giảm từ 100 lần trở lên so với kỳ 2026 (từ 200.000 xuống 1.000). Kiểm tra lại số liệu; nếu đúng, xem Giải trình đã nêu lý do chưa.',
  ],
  [
    'changed-hundredfold',
    { before: 70.5, now: 0.5, period: '2026', explained: false, of: 'value' },
    'Giá trị giảm từ 100 lần trở lên so với kỳ 2026 (từ 70,5 xuống 0,5). Kiểm tra lại số liệu; nếu đúng, ghi lý do ở cột Giải trình.',
  ],
  ['findings-lost', {}, 'Các cảnh báo của lần nộp này đang lưu nhưng không đọc được. Kiểm tra lại biểu trước khi dùng số liệu.'],
  [
    'remark-unanswered',
    { remark: 'Thiếu mẫu số' },
    'Dòng này được trả lại với ý kiến “Thiếu mẫu số” nhưng chưa sửa. Sửa số liệu, hoặc ghi nội dung giải trình ở cột Tử số.',
  ],
  [
    'same-as-another',
    { agency: 'UBND xã Tịnh Khê', rows: 1200 },
    '1.200 dòng số liệu giống hệt báo cáo của UBND xã Tịnh Khê. Kiểm tra xem có chép nhầm tệp không.',
  ],
  [
    'outweighs-others',
    { denominator: 905_123_456, others: 4000, reported: 1200 },
    'Mẫu số (905.123.456) lớn hơn tổng mẫu số của 1.200 đơn vị khác cộng lại (4.000). Kiểm tra xem có nhập nhầm số khác, như số điện thoại, vào ô này không.',
  ],
];
