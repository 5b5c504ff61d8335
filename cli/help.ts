export const HELP = `phuluc – biểu Phụ lục số: tạo biểu, kiểm tra, tổng hợp; mã truy cập, sao lưu, khôi phục

Cách dùng
  phuluc forms --period 2026 --out THƯ-MỤC [--agency MÃ]… [--previous KỲ-TRƯỚC] [--base-url ĐỊA-CHỈ]
      Tạo biểu trống cho từng đơn vị: THƯ-MỤC/<mã đơn vị>.xlsx. --previous: cột Cách tính nêu
      số liệu kỳ trước để đối chiếu; --base-url: trang Hướng dẫn nêu địa chỉ trang nộp báo cáo.
  phuluc check TỆP… [--json]
      Kiểm tra biểu đã điền; nêu trang tính, ô và cách sửa. Mã thoát 1 khi còn lỗi.
  phuluc consolidate THƯ-MỤC --period 2026 --out KẾT-QUẢ [--at THỜI-ĐIỂM] [--previous KỲ-TRƯỚC]
      Đọc mọi biểu trong THƯ-MỤC và ghi vào KẾT-QUẢ: matrix.json, problems.json,
      phu-luc-tong-hop-2026.xlsx. Biểu có lỗi được để riêng và nêu tên.
  phuluc report KẾT-QUẢ --period 2026 [--out TỆP.docx] [--all-rows] [--names] [--sources] [--settings TỆP]
      Lập báo cáo chung kèm các phụ lục (.docx) từ kết quả của consolidate.
      --all-rows: giữ cả các dòng chưa đến kỳ. --names: thêm danh sách đơn vị nêu văn bản, sản phẩm.
      --sources: thêm phụ lục nguồn gốc của từng số liệu (đơn vị, tệp, trang tính, ô, thời điểm).
      --settings: thiết lập của kỳ (người ký, nơi nhận, câu chữ của báo cáo).
  phuluc honours KẾT-QUẢ --period 2026 [--out TỆP.xlsx] [--settings TỆP]
      Lập danh sách xem xét tôn vinh từ kết quả của consolidate: xếp hạng từng khối, cách tính, căn cứ từng điểm.
      Điểm tối đa của các phần theo --settings; ngày nhận là ngày lưu của tệp.
  phuluc verify TỆP.docx|TỆP.xlsx --against KẾT-QUẢ [--settings TỆP]
      Tính lại mọi số liệu của báo cáo hoặc phụ lục tổng hợp. Mã thoát 1 khi có chỗ khác, nêu từng chỗ.
  phuluc handout --period 2026 --out THƯ-MỤC [--agency MÃ]… [--address ĐỊA-CHỈ]
      Giao biểu: mỗi đơn vị một thư mục có biểu và thư giao biểu với mã dùng một lần; máy chủ vẫn chạy.
  phuluc plan check KẾ-HOẠCH [--agencies ĐƠN-VỊ] [--json]
      Kiểm tra tệp kế hoạch và danh sách đơn vị; nêu mọi lỗi một lần. Mã thoát 1 khi có lỗi.
  phuluc plan diff KẾ-HOẠCH-CŨ KẾ-HOẠCH-MỚI [--json]
      Kế hoạch sửa đổi khác kế hoạch trước ở đâu: dòng mới, dòng kết thúc, dòng sửa tên, chỗ sửa khác.
  phuluc plan export --out TỆP.xlsx [--blank]
      Ghi kế hoạch và danh sách đơn vị ra một bảng tính để xem, sửa. --blank: bảng tính trống để bắt đầu.
  phuluc plan propose TỆP.xlsx --out TỆP-MỚI.xlsx
      Nhận bảng của kế hoạch đã dán vào bảng tính; đề xuất mã, cách tính, mức, ngày đến hạn để người dùng xác nhận.
  phuluc plan import TỆP.xlsx --out THƯ-MỤC [--json]
      Đọc bảng tính ấy và ghi plan.json, agencies.json; có lỗi thì nêu trang tính, ô và không ghi gì.
  phuluc plan reset --reason LÝ-DO
      Áp dụng lại kế hoạch của tệp, thay kế hoạch đã xác nhận trên trang dành cho cơ quan tổng hợp; máy chủ vẫn chạy.
  phuluc keys list [--json]
  phuluc keys issue ĐƠN-VỊ [--user NGƯỜI-DÙNG] [--label NƠI-DÙNG] [--until NGÀY] [--read-only] [--reason LÝ-DO]
  phuluc keys revoke SỐ-HIỆU
      Xem, cấp, thu hồi mã truy cập. Mã mới chỉ hiện một lần.
  phuluc keys revoke-codes ĐƠN-VỊ | --all
      Thu hồi mã dùng một lần đã giao mà chưa dùng của một đơn vị, hoặc của mọi đơn vị.
  phuluc settings reset --period 2026 --reason LÝ-DO
      Đặt lại thiết lập của kỳ khi thiết lập đang lưu, hoặc phần đang chờ kỳ mở lại, không đọc được.
  phuluc backup --out TỆP
      Sao lưu toàn bộ kho dữ liệu vào một tệp (tên kết thúc bằng .gz thì nén); máy chủ vẫn chạy.
  phuluc backup-code
      In mã niêm phong của kho: để khôi phục ở máy không có kho này. Cất riêng, giữ kín.
  phuluc restore TỆP [--data THƯ-MỤC] [--replace] [--code MÃ | --unverified]
      Khôi phục bản sao lưu vào kho chưa có dữ liệu. --replace: thay kho nhúng đang có
      (dừng máy chủ trước; kho cũ được giữ lại với tên khác). Niêm phong của bản sao lưu được đối chiếu
      với kho có ở máy này hoặc với --code; --unverified: khôi phục cả khi không đối chiếu được.
  phuluc restore-drill [TỆP] [--code MÃ]
      Diễn tập: khôi phục bản sao lưu mới nhất (hoặc TỆP) vào một kho tạm, đối chiếu từng bản ghi rồi
      xóa kho tạm. Kho đang dùng không bị đụng đến; máy chủ vẫn chạy. Mã thoát 1 khi không đạt.

Tùy chọn
  --period KỲ         kỳ báo cáo: 2026; của kế hoạch báo cáo theo kỳ ngắn hơn: 2026-H1, 2026-Q2, 2026-M07
  --out THƯ-MỤC       nơi ghi kết quả (tự tạo nếu chưa có); với backup là tên tệp
  --agency MÃ         chỉ đơn vị này; có thể lặp lại
  --at THỜI-ĐIỂM      thời điểm tổng hợp, ví dụ 2026-11-30T08:00:00+07:00 (mặc định: bây giờ)
  --previous ĐƯỜNG-DẪN  matrix.json của kỳ trước, hoặc thư mục chứa tệp đó
  --base-url ĐỊA-CHỈ  địa chỉ máy chủ nhận báo cáo, ví dụ https://bieu.tinh.gov.vn
  --data THƯ-MỤC      kho nhúng trong thư mục này (mặc định: kho mà các biến PHULUC_STORAGE,
                      PHULUC_DATA, PHULUC_TABLES nêu; không có thì .data)
  --address ĐỊA-CHỈ   địa chỉ trang nộp báo cáo ghi trong thư giao biểu
  --user NGƯỜI-DÙNG   họ và tên người dùng mã truy cập; biên nhận, nhật ký ghi tên này kèm mã đơn vị
  --label NƠI-DÙNG    ghi chú nơi dùng mã truy cập
  --until NGÀY        ngày cuối cùng mã truy cập còn dùng được, ví dụ 2026-12-31
  --read-only         mã truy cập chỉ đọc được nguồn dữ liệu (OData, CSV), không làm được việc nào khác
  --reason LÝ-DO      lý do cấp mã truy cập hoặc đặt lại thiết lập, ghi vào nhật ký
  --code MÃ           mã niêm phong của kho đã ghi bản sao lưu
  --plan TỆP          kế hoạch khác (mặc định: biến PHULUC_PLAN; không có thì kế hoạch kèm theo)
  --agencies TỆP      danh sách đơn vị khác (mặc định: biến PHULUC_AGENCIES)
  --json              in danh sách lỗi, cảnh báo hoặc mã truy cập dạng JSON
  --help, --version

Ví dụ
  phuluc forms --period 2026 --out bieu
  phuluc check bieu/TEN-DON-VI.xlsx
  phuluc consolidate da-nop --period 2026 --out ket-qua
  phuluc report ket-qua --period 2026
  phuluc keys issue TEN-DON-VI
  phuluc backup --out sao-luu.ndjson.gz

Mã thoát: 0 xong; 1 có lỗi trong biểu hoặc trong kế hoạch, không tổng hợp hoặc không khôi phục được; 2 gọi lệnh chưa đúng.
`;
