import type { Indicator } from '../../plan/plan.ts';
import { methodText } from '../../wording/method-text.ts';
import { clearHeader } from '../clear-header.ts';
import type { PlanColumn } from '../column.ts';
import { ROW_KEY_HEADER } from '../every-table.ts';

export const indicatorKeyColumn: PlanColumn<'id', Indicator> = {
  field: 'id',
  header: ROW_KEY_HEADER,
  role: 'key',
  headed: 'here',
  text: ({ id }) => id,
  note: 'none',
  lastFigure: 'none',
  width: 9.7,
  align: 'left',
  format: 'none',
  panel: 'none',
  appendix: { meaning: '' },
};

export const indicatorNumberColumn: PlanColumn<'tt', Indicator> = {
  field: 'tt',
  header: 'TT',
  role: 'plan',
  headed: 'by-plan',
  text: ({ tt }) => tt,
  note: 'none',
  lastFigure: 'none',
  width: 4.7,
  align: 'centre',
  format: 'none',
  panel: 'none',
  appendix: { meaning: '' },
};

export const indicatorNameColumn: PlanColumn<'name', Indicator> = {
  field: 'name',
  header: 'Chỉ tiêu',
  role: 'plan',
  headed: 'by-plan',
  text: ({ name }) => name,
  note: 'none',
  lastFigure: 'none',
  width: 29.4,
  align: 'left',
  format: 'none',
  panel: 'none',
  appendix: { meaning: '' },
};

export const unitColumn: PlanColumn<'unit', Indicator> = {
  field: 'unit',
  header: 'Đơn vị tính',
  role: 'plan',
  headed: 'by-plan',
  text: ({ unitText }) => unitText ?? '',
  note: 'none',
  lastFigure: 'none',
  width: 7.3,
  align: 'centre',
  format: 'none',
  panel: 'none',
  appendix: { meaning: '' },
};

export const targetColumn: PlanColumn<'target', Indicator> = {
  field: 'target',
  header: 'Kết quả',
  role: 'plan',
  headed: 'by-plan',
  text: ({ targetText }) => targetText,
  note: {
    text: (header) => `${clearHeader(header, 'mục tiêu')}: mức phải đạt theo kế hoạch.\nSố liệu của đơn vị nhập ở các ô nền vàng bên phải.`,
  },
  lastFigure: 'none',
  width: 6.1,
  align: 'centre',
  format: 'none',
  panel: 'none',
  appendix: { meaning: 'mục tiêu' },
};

export const indicatorLeadsColumn: PlanColumn<'leads', Indicator> = {
  field: 'leads',
  header: 'Cơ quan chủ trì triển khai, theo dõi và đánh giá',
  role: 'plan',
  headed: 'by-plan',
  text: ({ leadsText }) => leadsText,
  note: 'none',
  lastFigure: 'none',
  width: 17.1,
  align: 'left',
  format: 'none',
  panel: { label: 'Chủ trì', blank: '', screens: ['desk'] },
  appendix: { meaning: '' },
};

export const implementersColumn: PlanColumn<'implementers', Indicator> = {
  field: 'implementers',
  header: 'Cơ quan thực hiện',
  role: 'plan',
  headed: 'by-plan',
  text: ({ implementersText }) => implementersText,
  note: 'none',
  lastFigure: 'none',
  width: 14.9,
  align: 'left',
  format: 'none',
  panel: 'none',
  appendix: { meaning: '' },
};

export const methodColumn: PlanColumn<'method', Indicator> = {
  field: 'method',
  header: 'Cách tính',
  role: 'plan',
  headed: 'here',
  text: methodText,
  note: 'none',
  lastFigure: 'below',
  width: 34.2,
  align: 'left',
  format: 'none',
  panel: { label: 'Cách tính', blank: '', screens: ['desk'] },
  appendix: 'none',
};
