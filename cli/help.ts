export const HELP = `phuluc – biểu Phụ lục số: tạo biểu, kiểm tra, tổng hợp

Cách dùng
  phuluc forms --period 2026 --out THƯ-MỤC [--agency MÃ]…
      Tạo biểu trống cho từng đơn vị: THƯ-MỤC/<mã đơn vị>.xlsx
  phuluc check TỆP… [--json]
      Kiểm tra biểu đã điền; nêu trang tính, ô và cách sửa. Mã thoát 1 khi còn lỗi.
  phuluc consolidate THƯ-MỤC --period 2026 --out KẾT-QUẢ [--at THỜI-ĐIỂM] [--previous KỲ-TRƯỚC]
      Đọc mọi biểu trong THƯ-MỤC và ghi vào KẾT-QUẢ: matrix.json, problems.json,
      phu-luc-tong-hop-2026.xlsx. Biểu có lỗi được để riêng và nêu tên.

Tùy chọn
  --period NĂM        kỳ báo cáo
  --out THƯ-MỤC       nơi ghi kết quả (tự tạo nếu chưa có)
  --agency MÃ         chỉ đơn vị này; có thể lặp lại
  --at THỜI-ĐIỂM      thời điểm tổng hợp, ví dụ 2026-11-30T08:00:00+07:00 (mặc định: bây giờ)
  --previous ĐƯỜNG-DẪN  matrix.json của kỳ trước, hoặc thư mục chứa tệp đó
  --plan TỆP          kế hoạch khác có cùng cấu trúc
  --agencies TỆP      danh sách đơn vị khác có cùng cấu trúc
  --json              in danh sách lỗi, cảnh báo dạng JSON
  --help, --version

Ví dụ
  phuluc forms --period 2026 --out bieu
  phuluc check bieu/XA-21211.xlsx
  phuluc consolidate da-nop --period 2026 --out ket-qua

Mã thoát: 0 xong; 1 có lỗi trong biểu hoặc không tổng hợp được; 2 gọi lệnh chưa đúng.
`;
