import type { Indicator } from '../../plan/plan.ts';
import { methodText } from '../../wording/method-text.ts';
import type { PlanColumn } from '../column.ts';
import { ROW_KEY_HEADER } from '../every-table.ts';

export const indicatorKeyColumn: PlanColumn<'id', Indicator> = {
  field: 'id',
  header: ROW_KEY_HEADER,
  role: 'key',
  text: ({ id }) => id,
  note: 'none',
  lastFigure: 'none',
  width: 9.7,
  align: 'left',
  format: 'none',
  panel: 'none',
  appendix: { width: 9.7, headerSuffix: '' },
};

export const indicatorNumberColumn: PlanColumn<'tt', Indicator> = {
  field: 'tt',
  header: 'TT',
  role: 'plan',
  text: ({ tt }) => tt,
  note: 'none',
  lastFigure: 'none',
  width: 4.7,
  align: 'centre',
  format: 'none',
  panel: 'none',
  appendix: { width: 4.3, headerSuffix: '' },
};

export const indicatorNameColumn: PlanColumn<'name', Indicator> = {
  field: 'name',
  header: 'Chỉ tiêu',
  role: 'plan',
  text: ({ name }) => name,
  note: 'none',
  lastFigure: 'none',
  width: 29.4,
  align: 'left',
  format: 'none',
  panel: 'none',
  appendix: { width: 30.5, headerSuffix: '' },
};

export const targetColumn: PlanColumn<'target', Indicator> = {
  field: 'target',
  header: 'Kết quả',
  role: 'plan',
  text: ({ targetText }) => targetText,
  note: { text: 'Kết quả (mục tiêu): mức phải đạt theo kế hoạch.\nSố liệu của đơn vị nhập ở các ô nền vàng bên phải.' },
  lastFigure: 'none',
  width: 6.1,
  align: 'centre',
  format: 'none',
  panel: 'none',
  appendix: { width: 7.5, headerSuffix: ' (mục tiêu)' },
};

export const indicatorLeadsColumn: PlanColumn<'leads', Indicator> = {
  field: 'leads',
  header: 'Cơ quan chủ trì triển khai, theo dõi và đánh giá',
  role: 'plan',
  text: ({ leadsText }) => leadsText,
  note: 'none',
  lastFigure: 'none',
  width: 17.1,
  align: 'left',
  format: 'none',
  panel: { label: 'Chủ trì', blank: '', screens: ['desk'] },
  appendix: { width: 12, headerSuffix: '' },
};

export const implementersColumn: PlanColumn<'implementers', Indicator> = {
  field: 'implementers',
  header: 'Cơ quan thực hiện',
  role: 'plan',
  text: ({ implementersText }) => implementersText,
  note: 'none',
  lastFigure: 'none',
  width: 14.9,
  align: 'left',
  format: 'none',
  panel: 'none',
  appendix: { width: 15.5, headerSuffix: '' },
};

export const methodColumn: PlanColumn<'method', Indicator> = {
  field: 'method',
  header: 'Cách tính',
  role: 'plan',
  text: methodText,
  note: 'none',
  lastFigure: 'below',
  width: 34.2,
  align: 'left',
  format: 'none',
  panel: { label: 'Cách tính', blank: '', screens: ['desk'] },
  appendix: 'none',
};
