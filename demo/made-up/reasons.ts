import { formatCount } from '../../core/format.ts';
import type { Indicator } from '../../core/plan/plan.ts';
import type { Dice } from './dice.ts';

type Lines = readonly [string, ...string[]];

/** Why an agency is short of a target, as an office writes it; `{n}` is what is still missing. */
const SHORT: Readonly<Record<string, Lines>> = {
  'PL1.I.1.1': [
    'Còn {n} thủ tục chưa cung cấp toàn trình do thành phần hồ sơ phải nộp bản chính để đối chiếu.',
    'Còn {n} thủ tục đang chờ bộ, ngành Trung ương chuẩn hóa biểu mẫu điện tử.',
    'Đang tái cấu trúc quy trình {n} thủ tục còn lại, dự kiến hoàn thành trong quý II năm sau.',
  ],
  'PL1.I.1.2': [
    'Còn {n} loại giấy tờ doanh nghiệp phải nộp lại do chưa kết nối được cơ sở dữ liệu chuyên ngành.',
    'Chưa khai thác được dữ liệu đăng ký kinh doanh, đất đai qua LGSP đối với {n} thành phần hồ sơ.',
    'Đã đề nghị Văn phòng UBND tỉnh cắt giảm {n} thành phần hồ sơ còn phải nộp bản giấy.',
  ],
  'PL1.I.1.3': [
    'Còn {n} lượt đánh giá chưa hài lòng, chủ yếu về thời gian tải tệp đính kèm và bước thanh toán trực tuyến.',
    'Có {n} lượt đánh giá chưa hài lòng do hồ sơ phải bổ sung nhiều lần.',
    'Đường truyền chậm vào giờ cao điểm, người dân phải nộp lại hồ sơ; có {n} lượt đánh giá chưa hài lòng.',
    'Có {n} lượt chưa hài lòng, tập trung vào thời gian Cổng dịch vụ công bảo trì trong tháng 8.',
  ],
  'PL1.I.2.1': [
    'Còn {n} nền tảng chờ bộ chủ quản cấp tài khoản và tập huấn.',
    'Còn {n} nền tảng triển khai chậm do phải chuyển đổi dữ liệu sau sắp xếp bộ máy.',
    'Còn {n} nền tảng đang thử nghiệm, đưa vào vận hành chính thức trong quý I năm sau.',
  ],
  'PL1.I.2.2': [
    'Còn {n} hồ sơ phát sinh đầu năm xử lý song song bản giấy; một số công chức mới chưa được cấp chữ ký số cá nhân.',
    'Có {n} hồ sơ chưa ký số cá nhân do chứng thư số hết hạn, đang gia hạn.',
    'Còn {n} hồ sơ có bản vẽ, phụ lục khổ lớn phải trình ký giấy.',
  ],
  'PL1.I.2.3': [
    'Còn {n} chế độ báo cáo của sở, ngành chưa đưa biểu mẫu lên Hệ thống thông tin báo cáo.',
    'Trong năm phát sinh thêm chế độ báo cáo mới, {n} chế độ vẫn gửi qua Hệ thống quản lý văn bản.',
    'Còn {n} chế độ báo cáo chuyên ngành thực hiện trên phần mềm của bộ, chưa liên thông.',
  ],
  'PL1.I.2.4': [
    'Còn {n} nhiệm vụ giao bằng văn bản mật, không theo dõi trên môi trường điện tử.',
    'Còn {n} nhiệm vụ giao tại thông báo kết luận chưa được nhập vào hệ thống theo dõi.',
  ],
  'PL1.I.2.5': [
    'Đã tự đánh giá theo Bộ chỉ số; còn thiếu quy chế quản trị dữ liệu và danh mục dữ liệu chủ của tỉnh.',
    'Đang hoàn thiện hồ sơ đánh giá, dự kiến trình thẩm định trong năm sau.',
  ],
  'PL1.I.2.6': [
    'Còn {n} người chưa qua đào tạo, chủ yếu là người mới được tuyển dụng, điều động; đã đăng ký lớp trên Nền tảng Bình dân học vụ số.',
    'Còn {n} người sẽ học theo kế hoạch bồi dưỡng đợt 2; lớp đợt 1 giới hạn số lượng.',
    'Do bão lũ tháng 10, 11 phải hoãn 02 lớp; còn {n} người chưa được đào tạo.',
    'Còn {n} người chưa hoàn thành bài kiểm tra cuối khóa trên nền tảng học trực tuyến.',
  ],
  'PL1.I.2.7': [
    'Chưa có khóa đào tạo quản trị dữ liệu cơ bản mở trên địa bàn; {n} người đã đăng ký với Công an tỉnh.',
    'Còn {n} cán bộ mới được phân công phụ trách chuyển đổi số sau sắp xếp, chưa tham gia đào tạo.',
    'Còn {n} người đã học xong, đang chờ cấp chứng chỉ.',
  ],
};

const SHORT_ANY: Lines = [
  'Còn {n} trường hợp chưa hoàn thành; cơ quan đã giao bộ phận chuyên môn theo dõi, hoàn thành trong năm sau.',
  'Còn {n} trường hợp vướng do hạ tầng và nhân lực, đã có văn bản đề nghị hỗ trợ.',
  'Đang thực hiện theo lộ trình của kế hoạch; còn {n} trường hợp.',
];

const NO_FIGURE: Lines = [
  'Chưa tổng hợp được do phần mềm một cửa đang chuyển đổi dữ liệu sau sắp xếp; sẽ bổ sung trước ngày 15/12.',
  'Đang rà soát, đối chiếu với sở chủ trì nên chưa chốt được số liệu.',
  'Công chức phụ trách mới nhận bàn giao, chưa đủ tài liệu để thống kê; xin bổ sung sau.',
];

const NOTHING_AROSE: Lines = ['Trong kỳ cơ quan không có đối tượng thuộc phạm vi chỉ tiêu này.', 'Không phát sinh trong kỳ báo cáo.'];

const NO_SPECIALIST = 'Xã chưa được bố trí cán bộ chuyên trách về công nghệ thông tin, chuyển đổi số; công chức văn phòng kiêm nhiệm.';

/** The sentence for a row that is short by `missing` units. */
export function shortReason(dice: Dice, row: Indicator, missing: number): string {
  const lines = SHORT[row.id] ?? SHORT[row.continues ?? ''] ?? SHORT_ANY;
  return dice.pick(lines).replace('{n}', formatCount(missing));
}

export const noFigureReason = (dice: Dice): string => dice.pick(NO_FIGURE);

export const nothingAroseReason = (dice: Dice, row: Indicator): string =>
  row.id === 'PL1.I.2.7' || row.continues === 'PL1.I.2.7' ? NO_SPECIALIST : dice.pick(NOTHING_AROSE);
