import { COLUMNS } from '../../layout.ts';
import type { TableKind } from '../../tables/table-kind.ts';
import type { WrittenPlan } from '../checking/check-plan.ts';
import { partAt } from '../checking/sound-part.ts';

/** How plans mostly head their columns; few have one of units. */
const usualHeadings = (kind: TableKind) =>
  Object.fromEntries(
    COLUMNS[kind].flatMap(({ field, header, ...column }) =>
      column.role === 'plan' && column.headed === 'by-plan' && field !== 'unit' ? [[field, header]] : [],
    ),
  );

/** A plan to begin with: how it is judged and one table of each kind as in the plan given, and nothing else. */
export const blankPlan = ({ plan }: WrittenPlan): WrittenPlan => ({
  plan: {
    id: '',
    office: {},
    reporting: { utcOffset: partAt(plan, ['reporting', 'utcOffset']) },
    thresholds: partAt(plan, ['thresholds']),
    agencyGroups: [],
    appendices: [
      {
        id: 'B1',
        kind: 'indicators',
        sheet: 'Chỉ tiêu',
        heading: 'Biểu số 01',
        title: '',
        attached: '',
        columns: usualHeadings('indicators'),
      },
      { id: 'B2', kind: 'tasks', sheet: 'Nhiệm vụ', heading: 'Biểu số 02', title: '', attached: '', columns: usualHeadings('tasks') },
    ],
    phases: [],
    groups: [],
    sections: [],
    indicators: [],
    tasks: [],
    openQuestions: [],
  },
  agencies: [],
});
