/** Changes when a workbook of the last layout can no longer be read as one of this. */
export const LAYOUT_VERSION = '1';

/** The hidden identity sheet: labels in column A, values in column B. */
export const IDENTITY = {
  sheet: 'Định danh',
  definedName: 'PhuLuc_DinhDanh',
  labels: { plan: 'plan', period: 'period', agency: 'agency', layoutVersion: 'layout version' },
} as const;

export const ROW_KEY_HEADER = 'Mã';
/** How the ids of the rows of Phụ lục II begin. */
const TASK_ROWS = 'PL2.';

export type IndicatorField =
  | 'id'
  | 'tt'
  | 'name'
  | 'target'
  | 'leads'
  | 'implementers'
  | 'method'
  | 'state'
  | 'numerator'
  | 'denominator'
  | 'rate'
  | 'value'
  | 'explanation'
  | 'evidence'
  | 'check';

export type TaskField =
  | 'id'
  | 'tt'
  | 'name'
  | 'leads'
  | 'coordinators'
  | 'deliverable'
  | 'timeframe'
  | 'status'
  | 'percent'
  | 'document'
  | 'issuedOn'
  | 'summary'
  | 'note'
  | 'check';

export type Field = IndicatorField | TaskField;

/** `key`: finds the row; `plan`: the plan's own text; `input`: filled by the agency; `derived`: a formula. */
export interface Column<F extends Field = Field> {
  readonly field: F;
  readonly header: string;
  readonly role: 'key' | 'plan' | 'input' | 'derived';
}

/** A sheet of the form as builder, reader and pane know it. Columns are found by header, rows by `Mã`: position is never trusted. */
export interface SheetLayout<F extends Field = Field> {
  readonly title: string;
  /** Points at the header cell `Mã`. */
  readonly definedName: string;
  readonly columns: readonly Column<F>[];
}

const column = <F extends Field>(field: F, role: Column['role'], header: string): Column<F> => ({ field, header, role });

export const INDICATOR_SHEET: SheetLayout<IndicatorField> = {
  title: 'Phụ lục I',
  definedName: 'PhuLuc_I',
  columns: [
    column('id', 'key', ROW_KEY_HEADER),
    column('tt', 'plan', 'TT'),
    column('name', 'plan', 'Chỉ tiêu'),
    column('target', 'plan', 'Kết quả'),
    column('leads', 'plan', 'Cơ quan chủ trì triển khai, theo dõi và đánh giá'),
    column('implementers', 'plan', 'Cơ quan thực hiện'),
    column('method', 'plan', 'Cách tính'),
    column('state', 'input', 'Tình trạng'),
    column('numerator', 'input', 'Tử số'),
    column('denominator', 'input', 'Mẫu số'),
    column('rate', 'derived', 'Tỷ lệ'),
    column('value', 'input', 'Giá trị'),
    column('explanation', 'input', 'Giải trình'),
    column('evidence', 'input', 'Tài liệu kiểm chứng'),
    column('check', 'derived', 'Kiểm tra'),
  ],
};

export const TASK_SHEET: SheetLayout<TaskField> = {
  title: 'Phụ lục II',
  definedName: 'PhuLuc_II',
  columns: [
    column('id', 'key', ROW_KEY_HEADER),
    column('tt', 'plan', 'TT'),
    column('name', 'plan', 'Nhiệm vụ, giải pháp'),
    column('leads', 'plan', 'Cơ quan chủ trì'),
    column('coordinators', 'plan', 'Cơ quan phối hợp'),
    column('deliverable', 'plan', 'Kết quả'),
    column('timeframe', 'plan', 'Thời gian thực hiện'),
    column('status', 'input', 'Tình trạng'),
    column('percent', 'input', 'Tiến độ'),
    column('document', 'input', 'Số, ký hiệu văn bản'),
    column('issuedOn', 'input', 'Ngày ban hành'),
    column('summary', 'input', 'Trích yếu hoặc liên kết'),
    column('note', 'input', 'Ghi chú'),
    column('check', 'derived', 'Kiểm tra'),
  ],
};

/** The header of a field in the table of a row, for sentences that name a column. */
export function headerOf(field: Field, row: string | null): string {
  const tables = [...INDICATOR_SHEET.columns, ...TASK_SHEET.columns];
  const own = row?.startsWith(TASK_ROWS) ? [...TASK_SHEET.columns, ...tables] : tables;
  return own.find((one) => one.field === field)?.header ?? field;
}

/** Where a report's rows stand in a workbook: sheet, row number, and the column of each field of that sheet. */
export interface RowPlace {
  readonly sheet: string;
  readonly row: number;
  readonly columns: Readonly<Partial<Record<Field, number>>>;
}
