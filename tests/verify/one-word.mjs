import { placesOf, textFiles } from './files.mjs';

/** What people read: screens, messages, command line, guides. */
const READ = /^(?:addin|contract|core|functions|cli|host|templates)\/.*\.(?:tsx?|html)$|^docs\/(?:huong-dan\/.*|van-hanh|thuat-ngu)\.md$/;
const GLOSSARY = 'docs/thuat-ngu.md';

/** Words that are not used, and the one that is (docs/thuat-ngu.md). */
const INSTEAD = [
  [/khóa truy cập/giu, 'mã truy cập'],
  // Only periods, sheets and cells are locked ("khóa"); what somebody signs in with is given, shown, lost and taken back.
  [
    /(?<!\p{L})(?:mã-khóa|(?:cấp(?: thêm)?|thu hồi|chuyển|lộ|dò|danh sách|dùng|nhiêu|tệp giữ) khóa)(?!\p{L}| (?:riêng|chống))/giu,
    'mã truy cập',
  ],
  [/(?<!\p{L})khóa (?:mới|cũ|lạ|nào|dài|đúng|hiện một lần|còn dùng được|có hạn|đã thu hồi)(?!\p{L})/giu, 'mã truy cập'],
  [/quên khóa/giu, 'đăng xuất và xóa mã truy cập khỏi máy này'],
  [/lần nộp đang có/giu, 'lần nộp hiện hành'],
  [/bàn tổng hợp/giu, 'dành cho cơ quan tổng hợp'],
  [/kéo (?:cả tỉnh )?xuống/giu, 'làm giảm kết quả chung'],
  [/(?<!\p{L})khung (?:trong|bên phải|của) Excel/giu, 'ngăn'],
  [/không phục vụ được yêu cầu/giu, 'hệ thống tạm thời gián đoạn'],
  [/bỏ bản nháp/giu, 'xóa bản nháp'],
  // What is counted is a "lần nộp", where it is done the page "Nộp báo cáo"; people hand in their files elsewhere.
  [/(?<!lần |hồ sơ |\p{L})nộp(?! báo cáo|\p{L})/giu, 'gửi'],
  [/(?<!mỗi )cơ quan (?:báo cáo|nộp|gửi)(?!\p{L})/giu, 'đơn vị báo cáo'],
  // Counted or asked for what they report; how a measure adds up says "cơ quan" with the plan.
  [
    /(?<!\p{L})(?:từng|mỗi|mọi|(?:theo )?số) cơ quan(?! (?:phải đạt|không được|tự đạt|tổng hợp|chủ trì|đó|báo cáo phần))(?!\p{L}|:|\s*từ \$)/giu,
    'đơn vị',
  ],
  [/(?<!\p{L})cơ quan (?:nào )?(?:chưa|đã) (?:gửi|báo cáo|có số liệu)/giu, 'đơn vị'],
  [/(?<!\p{L})quý cơ quan/giu, 'đơn vị'],
  [/không có gì phải sửa/giu, 'đề nghị rà soát số liệu trước khi gửi'],
  [/phần (?:zip|\$\{part\})|chưa tải về hết/giu, 'tệp bị hỏng hoặc tải chưa đủ'],
  [/(?<!\p{L})bạn(?!\p{L})/giu, 'đơn vị'],
];

/** One word a thing: whoever reads two words looks for two things. */
export const oneWord = {
  name: 'one word a thing',
  run: async () =>
    textFiles()
      .filter(({ path }) => READ.test(path) && path !== GLOSSARY)
      .flatMap((file) => INSTEAD.flatMap(([word, instead]) => placesOf(file, word, (one) => `“${one}”: “${instead}” is the word`))),
};
