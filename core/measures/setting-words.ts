import type { ColumnWords } from '../plan/book/column-words.ts';
import { partAt } from '../plan/checking/sound-part.ts';
import { MEASURES } from './measures.ts';

/** The settings of measures as the plan's files write them, in their order. */
export const SETTINGS_ORDER = [
  'kind',
  'op',
  'atLeastPercent',
  'atMostPercent',
  'minLevel',
  'aspiredLevel',
  'levels',
  'from',
  'statedBy',
  'numerator',
  'denominator',
  'unit',
  'decimals',
  'outOf',
  'target',
] as const;

const SIDES = { 'at-least': 'từ mức này trở lên', 'at-most': 'không vượt mức này', between: 'trong khoảng' };

/** What the plan workbook says of each setting. */
export const SETTING_WORDS: Readonly<Record<string, ColumnWords>> = {
  kind: {
    header: 'Cách tính',
    note: [
      'Chọn trong danh sách.',
      'Tỷ lệ chung: cộng tử số, mẫu số của mọi đơn vị.',
      'Tỷ lệ một cơ quan nêu: lấy số của một cơ quan, không cộng.',
      'Tỷ lệ cơ quan trả lời Có: đếm cơ quan.',
      'Từng cơ quan phải đạt: mỗi cơ quan tự đạt mức.',
      'Cấp độ: từ 1 đến 5, hoặc tới số cấp ghi ở cột Trên tổng số.',
      'Một số: tiền, người, điểm, thứ hạng, mức tăng.',
      'Việc phải xong: trả lời Có hoặc Không, kèm ngày.',
    ].join('\n'),
    example: 'Tỷ lệ chung',
    words: {
      'pooled-ratio': 'Tỷ lệ chung',
      'stated-ratio': 'Tỷ lệ một cơ quan nêu',
      'share-of-agencies': 'Tỷ lệ cơ quan trả lời Có',
      'each-agency': 'Từng cơ quan phải đạt',
      'stated-level': 'Cấp độ',
      number: 'Một số',
      statement: 'Việc phải xong',
    },
    width: 20,
  },
  op: {
    header: 'So sánh',
    note: 'Kết quả đạt khi nào so với mức phải đạt. Tỷ lệ để trống là từ mức này trở lên.',
    example: SIDES['at-most'],
    words: SIDES,
  },
  atLeastPercent: {
    header: 'Mức phải đạt',
    note: 'Chỉ ghi số: phần trăm của tỷ lệ, cấp độ, hoặc số phải đạt (mức dưới của khoảng).',
    example: '95',
    width: 11,
  },
  aspiredLevel: {
    header: 'Mức thứ hai',
    note: 'Trong khoảng: mức trên. Cấp độ: cấp độ phấn đấu. Không có thì để trống.',
    example: '18',
    width: 11,
  },
  numerator: {
    header: 'Tử số',
    note: 'Tỷ lệ: đếm cái gì ở tử số. Câu này hiện trong biểu của đơn vị.',
    example: 'số hồ sơ nộp trực tuyến',
    width: 26,
  },
  denominator: { header: 'Mẫu số', note: 'Tỷ lệ: đếm cái gì ở mẫu số.', example: 'tổng số hồ sơ', width: 26 },
  statedBy: {
    header: 'Cơ quan nêu số',
    note: 'Khi số liệu chung lấy theo một cơ quan: mã hoặc tên cơ quan đó; cơ quan phải có trong cột Đơn vị báo cáo.',
    example: 'SB',
    names: 'agencies',
  },
  from: {
    header: 'Số chung lấy từ',
    note: 'Cách tính “Một số”: cộng số của các đơn vị, lấy bình quân, hoặc một cơ quan nêu.',
    example: 'tổng các đơn vị',
    words: { stated: 'một cơ quan nêu', sum: 'tổng các đơn vị', mean: 'bình quân các đơn vị' },
  },
  unit: { header: 'Đơn vị của số', note: 'Cách tính “Một số”: đơn vị tính.', example: 'tỷ đồng' },
  decimals: { header: 'Số chữ số lẻ', note: 'Cách tính “Một số”: nhiều nhất mấy chữ số sau dấu phẩy, từ 0 đến 4.', example: '1', width: 9 },
  outOf: {
    header: 'Trên tổng số',
    note: 'Thứ hạng: trên tổng số bao nhiêu (18/34 thì ghi 34). Cấp độ: có mấy cấp; để trống là 5.',
    example: '34',
    width: 9,
  },
};

/** Settings that share one column: no kind of measure has two of them. */
export const SHARED_SETTINGS: Readonly<Record<string, string>> = {
  'target.op': 'op',
  atMostPercent: 'atLeastPercent',
  minLevel: 'atLeastPercent',
  'target.value': 'atLeastPercent',
  'target.high': 'aspiredLevel',
  levels: 'outOf',
};

/** Which of the settings that share a column a measure has, by what is known of it so far. */
export function settingFor(measure: unknown, paths: readonly (readonly string[])[]): readonly string[] | undefined {
  const shape = schemaOfKind(partAt(measure, ['kind']))?.shape ?? {};
  const other = partAt(measure, ['op']) === 'at-most' ? 'atLeastPercent' : 'atMostPercent';
  return paths.find(([first = '']) => first in shape && first !== other) ?? paths[0];
}

/** The schema of measures of one kind; undefined where there is no such kind. */
const schemaOfKind = (kind: unknown) => MEASURES.find(({ schema }) => schema.shape.kind.value === kind)?.schema;
