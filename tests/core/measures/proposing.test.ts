import { proposeMeasure } from '../../../core/measures/propose-measure.ts';

const proposed = (targetText: string, name = 'Tỷ lệ hồ sơ nộp trực tuyến', unitText = '') =>
  proposeMeasure({ targetText, name, unitText, lead: 'SO1', reporters: 'one' });
const NUMBER = { kind: 'number', from: 'stated', statedBy: 'SO1' };
const COUNTED = { kind: 'pooled-ratio', numerator: 'số hồ sơ nộp trực tuyến' };

test.each([
  ['≥ 90%', { ...COUNTED, atLeastPercent: 90 }],
  ['100%', { ...COUNTED, atLeastPercent: 100 }],
  ['Trên 65,5% (đến năm 2028)', { ...COUNTED, atLeastPercent: 65.5 }],
  ['dưới 5%', { ...COUNTED, op: 'at-most', atMostPercent: 5 }],
])('%s of a rate is a rate of all agencies together', (text, measure) => {
  expect(proposed(text)).toEqual(measure);
});

test.each([
  ['thứ 20/63', 'Xếp hạng', '', { ...NUMBER, unit: 'hạng', decimals: 0, outOf: 63, target: { op: 'at-most', value: 20 } }],
  ['Nhóm 15', 'Chỉ số PCI', 'Thứ bậc', { ...NUMBER, unit: 'hạng', decimals: 0, target: { op: 'at-most', value: 15 } }],
  ['12,5 tỷ đồng', 'Kinh phí', '', { ...NUMBER, unit: 'tỷ đồng', decimals: 1, target: { op: 'at-least', value: 12.5 } }],
  ['1.200 người', 'Số người', '', { ...NUMBER, unit: 'người', decimals: 0, target: { op: 'at-least', value: 1200 } }],
  ['16 - 18%/năm', 'Mức tăng', '', { ...NUMBER, unit: '%/năm', decimals: 0, target: { op: 'between', value: 16, high: 18 } }],
  ['≤ 3', 'Thời gian', 'ngày', { ...NUMBER, unit: 'ngày', decimals: 0, target: { op: 'at-most', value: 3 } }],
  ['Cấp độ 3', 'Mức trưởng thành', '', { kind: 'stated-level', minLevel: 3, statedBy: 'SO1' }],
  ['hoàn thành năm 2027', 'Trung tâm dữ liệu', '', { kind: 'statement' }],
  ['Hoàn thành trước 30/9/2026', 'Số hóa hộ tịch', '', { kind: 'statement' }],
  ['Xong trong tháng 9/2026', 'Số hóa hộ tịch', '', { kind: 'statement' }],
])('%s is read off its words', (text, name, unit, measure) => {
  expect(proposed(text, name, unit)).toEqual(measure);
});

test('words that say no measure get none, and who states a figure is never guessed', () => {
  expect(proposed('Theo hướng dẫn của Bộ')).toBeNull();
  const enterprises = { targetText: '50 doanh nghiệp', name: 'Số doanh nghiệp', unitText: '', lead: undefined };
  expect(proposeMeasure({ ...enterprises, reporters: 'one' })).not.toHaveProperty('statedBy');
});

test.each([
  ['12.000', 'Số người được tập huấn', 'Người', 'sum'],
  ['350 tỷ đồng', 'Vốn giải ngân', '', 'sum'],
  // what is no amount is added up by nobody, and who states it is for a person to say
  ['≥ 8,5', 'Mức tăng năng suất', '%', undefined],
  ['80', 'Chỉ số hài lòng', 'Điểm', undefined],
])('%s that several agencies report is a sum where it is an amount', (targetText, name, unitText, from) => {
  const measure = proposeMeasure({ targetText, name, unitText, lead: undefined, reporters: 'several' });
  expect([measure, measure && 'from' in measure ? measure.from : undefined]).toEqual([expect.objectContaining({ kind: 'number' }), from]);
});
