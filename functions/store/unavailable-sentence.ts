/** A store that cannot be read or written, as whoever runs the program is told of it; in a file of its own, which loads no store. */
export const unavailableSentence = ({ message }: Error): string =>
  `Không đọc, ghi được kho dữ liệu: ${message}. Kiểm tra kho còn chạy, ổ đĩa còn chỗ, quyền đọc, ghi, rồi chạy lại.`;
