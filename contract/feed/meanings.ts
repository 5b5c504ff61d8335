import type { EntitySetName } from './entity-set.ts';

/** What a property says, and what a number in it counts. */
export interface Meaning {
  readonly meaning: string;
  readonly unit?: string;
}

const AGENCIES = { unit: 'đơn vị' } as const;
const ROWS = { unit: 'dòng' } as const;
const TASK_VERDICT: Meaning = {
  meaning:
    'Mã kết quả: done, done-this-year, in-progress, late, awaiting-guidance, not-started, not-reported, not-relevant, not-due không báo cáo trong kỳ này',
};

/** Of properties that are called alike in every set; texts of the plan and what agencies fill in are called by the headers of the form. */
const EVERYWHERE: Readonly<Record<string, Meaning>> = {
  period: { meaning: 'Kỳ báo cáo' },
  row: { meaning: 'Mã dòng của kế hoạch' },
  agency: { meaning: 'Mã đơn vị' },
  agencyName: { meaning: 'Tên đơn vị' },
  due: { meaning: 'Ngày đến hạn' },
  pace: { meaning: 'Mã tiến độ so với mục tiêu: achieved, on-track, accelerate, slow, backward, maintain, no-basis, too-early' },
  gapPoints: { meaning: 'Còn thiếu so với mục tiêu; số âm là vượt', unit: 'điểm %, cấp độ, hoặc đơn vị của chỉ tiêu' },
  provisional: { meaning: 'Số tạm: còn đơn vị chưa báo cáo' },
  result_numerator: { meaning: 'Tử số chung' },
  result_denominator: { meaning: 'Mẫu số chung' },
  result_yes: { meaning: 'Số đơn vị trả lời Có', ...AGENCIES },
  result_obliged: { meaning: 'Số đơn vị được tính', ...AGENCIES },
  result_meeting: { meaning: 'Số đơn vị đạt mức của mình', ...AGENCIES },
  result_level: { meaning: 'Cấp độ', unit: 'cấp' },
  result_number: { meaning: 'Kết quả là một số, theo đơn vị của chỉ tiêu' },
  result_stated: { meaning: 'Cơ quan chủ trì nêu đã hoàn thành' },
  result_on: { meaning: 'Ngày hoàn thành' },
  coverage_obliged: { meaning: 'Số đơn vị phải báo cáo', ...AGENCIES },
  coverage_reported: { meaning: 'Số đơn vị có số liệu', ...AGENCIES },
  coverage_nothingArose: { meaning: 'Số đơn vị không phát sinh', ...AGENCIES },
  coverage_noFigure: { meaning: 'Số đơn vị chưa có số liệu', ...AGENCIES },
  coverage_notRelevant: { meaning: 'Số đơn vị không liên quan', ...AGENCIES },
  coverage_missing: { meaning: 'Số đơn vị chưa báo cáo', ...AGENCIES },
  base_percent: { meaning: 'Mức xuất phát để tính tiến độ', unit: '%' },
  base_number: { meaning: 'Mức xuất phát của chỉ tiêu là một số' },
  base_at: { meaning: 'Ngày của mức xuất phát' },
  why_sentence: { meaning: 'Lý do, thành một câu' },
  why_flagged: { meaning: 'Cần xem lại' },
  source_file: { meaning: 'Tên tệp biểu' },
  source_sheet: { meaning: 'Trang tính trong tệp' },
  source_row: { meaning: 'Dòng trong trang tính' },
  source_cell: { meaning: 'Ô trong trang tính' },
  source_version: { meaning: 'Lần nộp' },
  source_at: { meaning: 'Thời điểm gửi' },
  source_by: { meaning: 'Người gửi' },
};

const OWN: Readonly<Partial<Record<EntitySetName, Readonly<Record<string, Meaning>>>>> = {
  Indicators: {
    verdict: { meaning: 'Mã kết quả: met đạt, missed không đạt, below chưa đạt nhưng còn hạn, not-reported, nothing-arose, not-due' },
  },
  IndicatorCells: {
    state: { meaning: 'Mã tình trạng: reported, nothing-arose, no-figure, not-reported' },
    value: { meaning: 'Giá trị: 1 là Có, 0 là Không; cấp độ; hoặc một số theo đơn vị của chỉ tiêu' },
  },
  Tasks: { verdict: TASK_VERDICT },
  TaskCells: {
    verdict: TASK_VERDICT,
    status: { meaning: 'Mã tình trạng do đơn vị nêu: not-started, in-progress, done, awaiting-guidance, not-relevant' },
    percent: { meaning: 'Tiến độ do đơn vị nêu', unit: '%' },
  },
  Agencies: {
    name: { meaning: 'Tên đơn vị' },
    shortName: { meaning: 'Tên ngắn' },
    kind: { meaning: 'Loại đơn vị, theo cách gọi của kế hoạch' },
    state: { meaning: 'Mã trạng thái báo cáo: not-started, submitted, returned, accepted, unreadable' },
    version: { meaning: 'Lần nộp hiện hành' },
    at: { meaning: 'Thời điểm gửi' },
    by: { meaning: 'Người gửi' },
    returnedAt: { meaning: 'Thời điểm trả lại' },
    remarks: { meaning: 'Số dòng có nhận xét khi trả lại', ...ROWS },
    acceptedRows: { meaning: 'Số dòng đã chấp nhận', ...ROWS },
    rowsFilled: { meaning: 'Số dòng đã điền', ...ROWS },
    rowsOwed: { meaning: 'Số dòng phải báo cáo', ...ROWS },
    daysLate: { meaning: 'Số ngày gửi muộn', unit: 'ngày' },
    openWarnings: { meaning: 'Số cảnh báo chưa giải trình', unit: 'cảnh báo' },
    warnings: { meaning: 'Số cảnh báo của lần nộp hiện hành, kể cả cảnh báo không cần giải trình', unit: 'cảnh báo' },
  },
};

/** What a property of a set says; undefined where nothing but a column of the form says it. */
export const meaningOf = (set: EntitySetName, property: string): Meaning | undefined => OWN[set]?.[property] ?? EVERYWHERE[property];
