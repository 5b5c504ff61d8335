import type { Task } from '../../plan/plan.ts';
import { clearHeader } from '../clear-header.ts';
import type { PlanColumn } from '../column.ts';
import { ROW_KEY_HEADER } from '../every-table.ts';

export const taskKeyColumn: PlanColumn<'id', Task> = {
  field: 'id',
  header: ROW_KEY_HEADER,
  role: 'key',
  headed: 'here',
  text: ({ id }) => id,
  note: 'none',
  lastFigure: 'none',
  width: 10.2,
  align: 'left',
  format: 'none',
  panel: 'none',
  appendix: { meaning: '' },
};

export const taskNumberColumn: PlanColumn<'tt', Task> = {
  field: 'tt',
  header: 'TT',
  role: 'plan',
  headed: 'by-plan',
  text: ({ tt }) => tt,
  note: 'none',
  lastFigure: 'none',
  width: 4.2,
  align: 'centre',
  format: 'none',
  panel: 'none',
  appendix: { meaning: '' },
};

export const taskNameColumn: PlanColumn<'name', Task> = {
  field: 'name',
  header: 'Nhiệm vụ, giải pháp',
  role: 'plan',
  headed: 'by-plan',
  text: ({ name }) => name,
  note: 'none',
  lastFigure: 'none',
  width: 48.9,
  align: 'left',
  format: 'none',
  panel: 'none',
  appendix: { meaning: '' },
};

export const taskLeadsColumn: PlanColumn<'leads', Task> = {
  field: 'leads',
  header: 'Cơ quan chủ trì',
  role: 'plan',
  headed: 'by-plan',
  text: ({ leadsText }) => leadsText,
  note: 'none',
  lastFigure: 'none',
  width: 15.3,
  align: 'left',
  format: 'none',
  panel: { label: 'Chủ trì', blank: '', screens: ['desk'] },
  appendix: { meaning: '' },
};

export const coordinatorsColumn: PlanColumn<'coordinators', Task> = {
  field: 'coordinators',
  header: 'Cơ quan phối hợp',
  role: 'plan',
  headed: 'by-plan',
  text: ({ coordinatorsText }) => coordinatorsText,
  note: 'none',
  lastFigure: 'none',
  width: 17.2,
  align: 'left',
  format: 'none',
  panel: { label: 'Phối hợp', blank: 'Không nêu', screens: ['desk'] },
  appendix: { meaning: '' },
};

export const deliverableColumn: PlanColumn<'deliverable', Task> = {
  field: 'deliverable',
  header: 'Kết quả',
  role: 'plan',
  headed: 'by-plan',
  text: ({ deliverable }) => deliverable,
  note: {
    text: (header) => `${clearHeader(header, 'sản phẩm')} phải có theo kế hoạch.\nSản phẩm của đơn vị ghi ở các ô nền vàng bên phải.`,
  },
  lastFigure: 'none',
  width: 16.4,
  align: 'left',
  format: 'none',
  panel: { label: 'Kết quả phải có', blank: '', screens: ['desk'] },
  appendix: { meaning: '' },
};

export const timeframeColumn: PlanColumn<'timeframe', Task> = {
  field: 'timeframe',
  header: 'Thời gian thực hiện',
  role: 'plan',
  headed: 'by-plan',
  text: ({ timeframeText }) => timeframeText,
  note: 'none',
  lastFigure: 'none',
  width: 9.8,
  align: 'centre',
  format: 'none',
  panel: { label: 'Thời gian', blank: '', screens: ['desk'] },
  appendix: { meaning: '' },
};
