/** A header with what it means behind it, where it does not say so itself: "Kết quả (mục tiêu)", "Mục tiêu đến năm 2028". */
export const clearHeader = (header: string, meaning: string): string =>
  meaning === '' || header.toLowerCase().includes(meaning.toLowerCase()) ? header : `${header} (${meaning})`;
