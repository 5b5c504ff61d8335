/** Sheets that workbooks of this program have besides the tables of the plan, by what they hold: no table of a plan may be called so. */
export const OWN_SHEETS = {
  guide: 'Hướng dẫn',
  identity: 'Định danh',
  receipt: 'Biên nhận',
  overview: 'Tổng quan',
  matrix: 'Ma trận',
  flags: 'Chỉ tiêu chưa đạt',
  status: 'Tình hình báo cáo',
  sources: 'Nguồn số liệu',
  taskSources: 'Nguồn nhiệm vụ',
  plan: 'Kế hoạch',
  agencies: 'Đơn vị',
} as const;
