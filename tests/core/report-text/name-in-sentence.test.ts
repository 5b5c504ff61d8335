import { insideSentence, nameInSentence } from '../../../core/report-text/indicator-results.ts';

test.each([
  [
    'Xây dựng hạ tầng số theo Quyết định số 1132/QĐ-TTg ngày 09 tháng 10 năm 2024 của Thủ tướng;',
    'Xây dựng hạ tầng số theo Quyết định số 1132/QĐ-TTg của Thủ tướng',
  ],
  ['Theo Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ', 'Theo Nghị định số 30/2020/NĐ-CP của Chính phủ'],
  ['Hoàn thành trước ngày 30 tháng 11 năm 2026.', 'Hoàn thành trước ngày 30 tháng 11 năm 2026'],
  ['Tỷ lệ\n văn bản  ký số :', 'Tỷ lệ văn bản ký số'],
])('“%s” as a sentence goes on behind it', (name, said) => expect(nameInSentence(name)).toBe(said));

test.each([
  ['Trong quý II/2026', 'trong quý II/2026'],
  ['Đạt', 'đạt'],
  ['Ở mức 3', 'ở mức 3'],
  ['PCI thuộc nhóm 15/34', 'PCI thuộc nhóm 15/34'],
  ['IV/2026', 'IV/2026'],
  ['≥ 5.500 người tại TP. Pleiku', '≥ 5.500 người tại TP. Pleiku'],
  ['100%', '100%'],
])('the target “%s” within a sentence: its first letter alone is small, numerals and names stay', (target, said) =>
  expect(insideSentence(target)).toBe(said),
);
